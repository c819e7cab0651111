package ui

import (
	"context"
	"errors"
	"path/filepath"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// present says what has become of the open file; nil when nothing has, or none is open.
func (w *Window) present() error {
	if w.desk.Store == nil {
		return nil
	}
	return w.desk.Store.Present(w.desk.Ctx())
}

// tellFile tells what has become of the data file and offers the way on; false when err is
// about something else.
func (w *Window) tellFile(err error) bool {
	d := w.desk
	answers := []kit.Answer{{Text: d.T("ui.moved.later")}}
	switch {
	case d.Store == nil:
		return false
	case desk.TakenAway(err):
		answers = append([]kit.Answer{{Text: d.T("ui.menu.copy"), Do: func() { w.saveCopy(nil) }}}, answers...)
	case errors.Is(err, app.ErrReplaced):
		answers = append([]kit.Answer{{Text: d.T("ui.moved.reopen"), Do: func() { w.useFile(w.options.OpenStore, d.Store.Path()) }}}, answers...)
	default:
		return false
	}
	text, _ := d.Words.Sentence(err, map[string]any{"File": filepath.Base(d.Store.Path())})
	kit.Ask(w.win, d.T("ui.moved.title"), text, answers...)
	return true
}

// askToKeep calls then. When the file was taken away, it asks first: what the file held exists
// nowhere else, and closing it here would lose it.
func (w *Window) askToKeep(then func()) {
	err := w.present()
	if !errors.Is(err, app.ErrMoved) && !errors.Is(err, app.ErrUnreachable) || w.asked == askedCopy {
		w.asked = askedNothing
		then()
		return
	}
	d := w.desk
	w.asked = askedCopy
	kit.Ask(w.win, d.T("ui.moved.title"), d.T("ui.moved.leave", "File", filepath.Base(d.Store.Path())),
		kit.Answer{Text: d.T("ui.menu.copy"), Do: func() { w.answered(func() { w.saveCopy(then) }) }},
		kit.Answer{Text: d.T("ui.moved.drop"), Danger: true, Do: func() { w.answered(then) }},
		kit.Answer{Text: d.T("ui.moved.stay"), Do: func() { w.asked = askedNothing }})
}

// answered goes on once a question about the file has its answer.
func (w *Window) answered(do func()) {
	w.asked = askedNothing
	do()
}

func (w *Window) onSaveCopy() {
	if w.desk.Store != nil {
		w.win.Canvas().Unfocus() // records what was typed
		w.saveCopy(nil)
	}
}

// saveCopy asks where and writes all that is open there; then is called afterwards. When
// the file itself was taken away, the work goes on in the copy.
func (w *Window) saveCopy(then func()) {
	w.files().New(w.desk.T("ui.copy.title"), w.desk.T("ui.copy.name"), extension, func(path string) { w.copyTo(path, then) })
}

// copyTo writes all that is open into a new file beside the window.
func (w *Window) copyTo(path string, then func()) {
	store := w.desk.Store
	w.desk.Tasks.Run(w.desk.T("ui.copy.saving"), func(ctx context.Context, _ kit.Progress) error {
		return store.SaveCopy(ctx, path)
	}, func(err error) {
		if err != nil {
			w.failFile(err, path)
			return
		}
		w.copied(path, then)
	})
}

// copied goes on after a copy was saved.
func (w *Window) copied(path string, then func()) {
	d := w.desk
	said := "ui.copy.saved"
	if desk.TakenAway(w.present()) {
		if err := w.moveTo(path); err != nil {
			w.failFile(err, path)
			return
		}
		said = "ui.copy.moved"
	}
	if then != nil {
		then()
		return
	}
	kit.Tell(w.win, d.T("ui.copy.title"), d.T(said, "File", filepath.Base(path), "Dir", filepath.Dir(path)), d.T("ui.ok"))
}

// moveTo goes on with a copy in place of the file; the screens stay as they are, and what
// could not be kept in the file is kept in the copy.
func (w *Window) moveTo(path string) error {
	store, err := w.options.OpenStore(path)
	if err != nil {
		return err
	}
	w.closeStore()
	w.desk.Store = store
	w.desk.Copies.Begin(store.Path(), !store.ReadOnly())
	w.settings.opened(store.Path())
	w.remember()
	w.changed()
	for _, e := range w.entries {
		if s, ok := w.screens[e.ID].(desk.Retrier); ok {
			s.KeepAgain()
		}
	}
	return nil
}
