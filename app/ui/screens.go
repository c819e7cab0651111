package ui

import (
	"runtime/debug"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"technopark/app/ui/desk"
)

// leaveScreen records what is typed and goes on; where a value was refused, it asks first,
// while the user still knows what it was. stay, which may be nil, is called when he goes
// back to it.
func (w *Window) leaveScreen(then, stay func()) {
	w.win.Canvas().Unfocus() // records what was typed
	s, ok := w.screens[w.shown].(desk.Keeper)
	if !ok || s.Unsaved() == "" {
		then()
		return
	}
	w.desk.AskToLeaveScreen(s, func() {
		s.Drop()
		then()
	}, func() {
		if stay != nil {
			stay()
		}
		s.FocusUnsaved()
	})
}

// navigate shows a screen, once what was typed on the one before is settled.
func (w *Window) navigate(id string) {
	if w.desk.Store != nil && w.shown != id {
		w.leaveScreen(func() {
			w.stops = nil // who goes his own way comes back on his own
			w.way(func() { w.show(id) })
		}, func() { w.nav.choose(w.line(w.shown)) })
		return
	}
	w.show(id)
}

// show shows a screen.
func (w *Window) show(id string) {
	if w.desk.Store == nil {
		return
	}
	began := w.options.Now()
	w.win.Canvas().Unfocus() // records what was typed
	w.leave(id)
	screen := w.screen(id)
	if screen == nil {
		return
	}
	w.shown = id
	w.nav.choose(w.line(id))
	w.askForNav(false)
	w.bring(screen.Content())
	w.menu.refresh()
	w.letGoElsewhere()
	w.giveKeyboard()
	w.tidy()
	w.options.Log.Did("screen", "id", id, "took", w.options.Now().Sub(began))
}

// bring puts the content of a screen in view, in the room and the look of the moment. The other
// screens are left alone: to draw all that were ever shown took three times as long.
func (w *Window) bring(content fyne.CanvasObject) {
	if !slices.Contains(w.page.Objects, content) {
		w.page.Add(content)
	}
	for _, o := range w.page.Objects {
		show(o, o == content)
	}
	w.page.Layout.Layout(w.page.Objects, w.page.Size())
	content.Refresh()
}

// tidyAfter is how long after a screen was shown memory is given back: a walk over several
// is over by then, and it happens no more often than so.
const tidyAfter = 2 * time.Second

// tidy gives memory that is not used any more back to the system, beside the window: the
// runtime alone would keep what one screen took for the next.
func (w *Window) tidy() {
	if !w.tidying.CompareAndSwap(false, true) {
		return
	}
	time.AfterFunc(tidyAfter, func() {
		w.tidying.Store(false)
		debug.FreeOSMemory()
	})
}

// leave remembers the record that the user leaves, so that what is added on the next screen
// can be of it.
func (w *Window) leave(next string) {
	if w.shown == "" || w.shown == next {
		return
	}
	w.desk.From = desk.Origin{}
	if s, ok := w.screens[w.shown].(desk.Source); ok {
		w.desk.From = s.Origin()
	}
}

// screen returns a screen with fresh records; nil when there is no such screen.
func (w *Window) screen(id string) desk.Screen {
	if s, ok := w.screens[id]; ok {
		s.Refresh()
		return s
	}
	for _, e := range w.entries {
		if e.ID == id {
			w.screens[id] = e.New(w.desk)
			w.inherit(id)
			return w.screens[id]
		}
	}
	return nil
}
