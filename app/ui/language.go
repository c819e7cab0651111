package ui

import (
	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// languages are those the window speaks, each called as it calls itself.
func languages() []app.Lang { return []app.Lang{app.RU, app.EN} }

// languageNamed returns the language of a code; Russian for any other.
func languageNamed(code string) app.Lang {
	if app.Lang(code) == app.EN {
		return app.EN
	}
	return app.RU
}

// former is the window as it was in the language before.
type former struct {
	screens map[string]desk.Screen // of which nothing has been made anew yet
	had     fyne.Focusable         // the keyboard
	takes   fyne.Focusable         // what takes it now; nil for what has it whenever the screen is shown
}

// useLanguage has the desk, the menu and the toolkit speak a language from now on.
func (w *Window) useLanguage(lang app.Lang) {
	d := w.desk
	d.Words = w.catalog.Printer(lang)
	d.Lang, d.Tasks.Cancel = d.Words.Lang(), d.T("ui.interrupt")
	d.Forget() // titles of records are words too
	if err := kit.Speak(lang); err != nil {
		w.log(err)
	}
	w.menu = newMenu(w)
	w.win.SetMainMenu(w.menu.main)
}

// speak goes on in another language: all of the window is made anew, for its words are in every
// widget of it. The file, the place, what is chosen, searched and typed and the keyboard stay: see
// desk.Heir.
func (w *Window) speak(lang app.Lang) {
	if lang == w.desk.Lang {
		return
	}
	w.settings.Language = string(lang)
	w.remember()
	w.useLanguage(lang)
	if w.desk.Store == nil {
		w.showStart()
		return
	}
	before, was, stops, trail := former{screens: w.screens, had: w.win.Canvas().Focused()}, *w.status, w.stops, w.trail
	inNav := before.had == fyne.Focusable(w.nav)
	w.build()
	w.former, w.stops, w.trail = before, stops, trail
	w.status.saved, w.status.remark = was.saved, was.remark
	w.show(w.shown)
	w.former.had = nil
	if inNav {
		w.focusNavigation()
	}
	w.refreshFrame()
}

// inherit lets a screen made anew go on where that of the language before was.
func (w *Window) inherit(id string) {
	was := w.former.screens[id]
	delete(w.former.screens, id)
	if heir, ok := w.screens[id].(desk.Heir); ok && was != nil {
		w.former.takes = heir.Inherit(was, w.former.had)
	}
}
