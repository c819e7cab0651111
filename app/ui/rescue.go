package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/disk"
	"technopark/app/recovery"
	"technopark/app/ui/backups"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// rescuable reports whether something can be done about a data file that could not be opened.
func (w *Window) rescuable(err error, path string) bool {
	spoiled := errors.Is(err, app.ErrDamaged) || errors.Is(err, app.ErrEmptyFile) || errors.Is(err, app.ErrNotOurs) && strings.EqualFold(filepath.Ext(path), extension)
	return w.options.Saver != nil && spoiled
}

// saver saves with the settings of now: the second place of copies may have been chosen since.
func (w *Window) saver() recovery.Saver {
	saver := *w.options.Saver
	if keeper, kept := w.desk.Copies.Keeper(); kept {
		saver.Copies = keeper
	}
	return saver
}

// offerRescue says what is wrong with a file that could not be opened, and what can be done.
func (w *Window) offerRescue(err error, path string) {
	d := w.desk
	text, ok := d.Words.Sentence(err, map[string]any{"File": filepath.Base(path), "Offered": true})
	if !ok {
		w.fail(err)
		return
	}
	w.options.Log.Refused("file", err)
	var answers []kit.Answer
	if !errors.Is(err, app.ErrEmptyFile) { // of which nothing can be read
		answers = append(answers, kit.Answer{Text: d.T("ui.rescue.save"), Do: func() { w.rescue(path) }})
	}
	var last copies.Copy
	var passed []copies.PassedOver
	var good bool
	keeper := w.saver().Copies
	d.Tasks.Run(d.T("ui.backups.verifying"), func(ctx context.Context, _ kit.Progress) error {
		last, passed, good = keeper.LastGood(ctx, path)
		return nil
	}, func(error) {
		for _, p := range passed {
			text += "\n\n" + d.T("recovery.passed", "Copy", filepath.Base(p.Path), "Fault", d.T(p.StateID()))
		}
		if good {
			text += "\n\n" + d.T("ui.rescue.copy_of", "When", d.Moment(last.Made))
			answers = append(answers, kit.Answer{Text: d.T("ui.rescue.copy"), Do: func() { w.bringBack(path, last) }})
		}
		kit.Ask(w.win, d.T("ui.failed.title"), text, append(answers, kit.Answer{Text: d.T("ui.documents.close")})...)
	})
}

// rescue asks where to save what can be read of a damaged file, and does.
func (w *Window) rescue(path string) {
	d := w.desk
	d.Files(filepath.Dir(path)).New(strings.TrimSuffix(d.T("ui.rescue.save"), "…"), recovery.Name(path), extension, func(to string) {
		var is recovery.Saved
		saver := w.saver()
		d.Tasks.Run(d.T("ui.rescue.saving"), func(ctx context.Context, progress kit.Progress) (err error) {
			if err := disk.New(to); err != nil { // before anything is read for nothing
				return err
			}
			is, err = saver.Save(ctx, path, to, w.tell(progress))
			return err
		}, func(err error) {
			if err != nil {
				w.failFile(err, path)
				return
			}
			w.showSaved(path, is)
		})
	})
}

// tell shows the steps of what is done to files; those whose length is not known come after one
// that is counted.
func (w *Window) tell(progress kit.Progress) copies.Tell {
	const counted, each = 0.5, 0.2 // of the whole
	share := 0.0
	return func(step string, done, all int) {
		if all > 0 {
			share = counted * float64(done) / float64(all)
		} else {
			share = max(share, counted) + each
		}
		progress(w.desk.T(step), kit.Share(min(share, 1)))
	}
}

// bringBack asks where the data file in a copy is to come back, and brings it.
func (w *Window) bringBack(path string, last copies.Copy) {
	d := w.desk
	keeper := w.saver().Copies
	made := last.Made.In(d.Now().Location())
	d.Files(filepath.Dir(path)).New(strings.TrimSuffix(d.T("ui.rescue.copy"), "…"), copies.RestoredName(path, made), extension, func(to string) {
		var is copies.Restored
		d.Tasks.Run(d.T("ui.backups.restoring"), func(ctx context.Context, progress kit.Progress) (err error) {
			is, err = keeper.Restore(ctx, last.Path(), to, "", w.tell(progress))
			return err
		}, func(err error) {
			if err != nil {
				w.failFile(err, last.Path())
				return
			}
			kit.Ask(w.win, d.T("ui.backups.title"), backups.Restored(d, is),
				kit.Answer{Text: d.T("ui.backups.open_it"), Do: func() { w.openInstead(to) }},
				kit.Answer{Text: d.T("ui.documents.close")})
		})
	})
}

// openInstead opens another file, once what was typed in the one that is open is settled.
func (w *Window) openInstead(path string) { w.leaveFile(func() { w.OpenFile(path) }) }

// showSaved says what was saved and lists what was not, with the ways on: the new file, and in
// what the last good copy differs from it.
func (w *Window) showSaved(path string, is recovery.Saved) {
	d := w.desk
	var l *kit.ListDialog
	open := kit.NewButton(d.T("ui.rescue.open"), func() {
		l.Hide()
		w.openInstead(is.Path)
	})
	differences := kit.NewButton(d.T("ui.rescue.differences"), nil)
	buttons := []*kit.Button{open, differences}
	if a := is.Against; a == nil {
		differences.Forbid(d.T("recovery.no_copy"))
	} else if a.Fault != nil {
		differences.Forbid(d.Say(a.Fault))
	} else {
		differences.OnTapped = func() { d.ShowDifferences(d.Moment(a.Copy.Made), a.Differences) }
	}
	rows, whole := w.savedRows(is.Report)
	l = d.ShowFound(desk.Found{
		Title: d.T("ui.rescue.saved", "File", filepath.Base(is.Path)), Note: w.savedNote(path, is),
		Columns: []kit.Column{
			{Key: "state", Head: d.T("ui.rescue.state"), Chars: 16},
			{Key: "record", Head: d.T("ui.rescue.record"), Chars: 30, Wide: true},
			{Key: "field", Head: d.T("ui.journal.field"), Chars: 16},
			{Key: "what", Head: d.T("ui.rescue.what"), Chars: 44, Wide: true},
		},
		Rows: rows, Whole: func(id int64) string { return whole[id-1] },
	}, buttons...)
}

// savedNote sums up what was saved.
func (w *Window) savedNote(path string, is recovery.Saved) string {
	d, r := w.desk, is.Report
	saved, lost := r.Records()
	number := func(n int) string { return app.FormatNumber(int64(n), 1, 0, d.Lang) }
	parts := []string{
		d.T("recovery.records", "Saved", number(saved), "All", number(saved+lost), "Share", app.FormatNumber(int64(r.Share()), 10, 1, d.Lang), "Counted", r.Counted()),
		d.T("recovery.journal", "Entries", d.N("common.records", int(r.Entries)), "Whole", r.Whole, "Unread", numberOr(r.Unread, d.Lang), "Added", numberOr(r.Added, d.Lang)),
		d.T("recovery.contents", "N", number(r.Contents)),
	}
	if r.OK() {
		parts = append(parts, d.T("ui.rescue.all"))
	}
	for _, p := range is.Verdict.Problems {
		parts = append(parts, p.Say().In(d.Lang))
	}
	return strings.Join(parts, ". ") + ". " + d.T("ui.rescue.kept", "File", filepath.Base(path))
}

// numberOr writes a number; none is said of nothing.
func numberOr(n int64, lang app.Lang) string {
	if n == 0 {
		return ""
	}
	return app.FormatNumber(n, 1, 0, lang)
}

// savedRows lists what was not saved, and what is in doubt, with the line of each in full.
func (w *Window) savedRows(r app.Recovery) (rows []kit.Row, whole []string) {
	d := w.desk
	add := func(state string, losses []app.Loss) {
		for _, l := range losses {
			record, field, what := l.Sides()
			rows = append(rows, kit.Row{ID: int64(len(rows) + 1), Cells: []kit.Cell{
				{Text: d.T(state)}, {Text: record.In(d.Lang)}, {Text: field.In(d.Lang)}, {Text: what.In(d.Lang)},
			}})
			whole = append(whole, l.Say().In(d.Lang)+".")
		}
	}
	add("ui.rescue.lost", r.Losses)
	add("ui.rescue.doubtful", r.Doubts)
	return rows, whole
}
