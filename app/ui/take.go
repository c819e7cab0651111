package ui

import (
	"slices"

	"technopark/app/exchange"
	"technopark/app/ui/desk"
)

// intakeScreen is the screen on which tables of others become records.
const intakeScreen = "intake"

// take shows what is to become records.
func (w *Window) take(t desk.Taking) {
	if w.desk.Store == nil {
		return
	}
	w.leaveScreen(func() {
		w.remark()
		w.show(intakeScreen)
		if s, ok := w.screens[intakeScreen].(desk.TakingPage); ok {
			s.Take(t)
		}
	}, nil)
}

// keptLayouts returns how tables of others were read in earlier runs too.
func (w *Window) keptLayouts() []exchange.KeptLayout { return slices.Clone(w.settings.Imports) }

// keptForms returns the files of the forms of authorities that were added.
func (w *Window) keptForms() []string { return slices.Clone(w.settings.Forms) }

// keepForms keeps which files are forms of authorities.
func (w *Window) keepForms(paths []string) {
	w.settings.Forms = paths
	w.remember()
}

// keepLayouts keeps how tables of others are read.
func (w *Window) keepLayouts(all []exchange.KeptLayout) {
	w.settings.Imports = all
	w.remember()
}
