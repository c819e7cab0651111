package ui

import (
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// giveKeyboard gives the keyboard to the screen in view: to what had it in the language before,
// else to what has it whenever the screen is shown.
func (w *Window) giveKeyboard() {
	takes := w.former.takes
	w.former.takes = nil
	if takes != nil {
		w.win.Canvas().Focus(takes)
		return
	}
	w.focusScreen()
}

// focusScreen gives the keyboard to the screen in view. One that has nothing to walk leaves it to its
// main button, else to the navigation: whoever has no mouse would begin at the top of the window.
func (w *Window) focusScreen() {
	if s, ok := w.screens[w.shown].(desk.Lister); ok {
		s.FocusList()
	}
	c := w.win.Canvas()
	if w.shown == "" || c.Focused() != nil {
		return
	}
	if b := w.mainButton(); b != nil {
		c.Focus(b)
		return
	}
	c.Focus(w.nav)
}

// lead presses the main button of what is in view (Ctrl+Enter): of the question on top, else of the
// screen. Where records are entered one after the other the same keys add the next.
func (w *Window) lead() {
	c := w.win.Canvas()
	if c.Overlays().Top() != nil {
		if b := kit.MainButtonOnTop(c); b != nil {
			b.Tapped(nil)
		}
		return
	}
	if _, copies := w.screens[w.shown].(desk.Copier); copies {
		w.another()
		return
	}
	if b := w.mainButton(); b != nil {
		c.Unfocus() // records what was typed
		b.Tapped(nil)
	}
}

// mainButton returns the main button of the screen in view, nil for none.
func (w *Window) mainButton() *kit.Button {
	if s := w.screens[w.shown]; s != nil {
		return kit.MainButton(s.Content())
	}
	return nil
}
