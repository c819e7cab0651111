package ui

import (
	"context"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// turning is one of the two directions through the changes of a file: undo or redo.
type turning struct {
	next func(context.Context) (app.Step, bool, error)
	turn func(context.Context) (app.Step, error)
	held string // id of the message that nothing but what is never taken back is left
	said string // id of the message that a step was taken
}

func (w *Window) undoing() turning {
	return turning{w.desk.Store.NextUndo, w.desk.Store.Undo, "ui.undo.held", "ui.undo.done"}
}

func (w *Window) redoing() turning {
	return turning{w.desk.Store.NextRedo, w.desk.Store.Redo, "ui.redo.held", "ui.redo.done"}
}

// typing is an entry that is no field of a record: a search, the name of a folder.
type typing interface {
	TakeBack() bool
	TypeAgain() bool
}

// onUndo takes back what is being typed, else the last change of the file.
func (w *Window) onUndo() {
	if e, ok := w.win.Canvas().Focused().(typing); ok && e.TakeBack() {
		return
	}
	if s, ok := w.screens[w.shown].(desk.Taker); ok && s.TakeBack() {
		return
	}
	w.leaveToTurn(func() { w.turn(w.undoing()) })
}

func (w *Window) onRedo() {
	if e, ok := w.win.Canvas().Focused().(typing); ok && e.TypeAgain() {
		return
	}
	w.leaveToTurn(func() { w.turn(w.redoing()) })
}

// leaveToTurn goes on where anything can be changed; a screen that undo stays on is not left.
func (w *Window) leaveToTurn(then func()) {
	if w.desk.ReadOnly() {
		return
	}
	if _, stays := w.screens[w.shown].(desk.StepPage); stays {
		then()
		return
	}
	w.leaveScreen(then, nil)
}

// turn takes the next step of a way. Where that would pass over what is never taken back
// — a revision, its state, a signature — the user is asked first: who presses Ctrl+Z
// after a final package most likely means the package.
func (w *Window) turn(way turning) {
	d := w.desk
	step, ok, err := way.next(d.Ctx())
	switch {
	case err != nil:
		w.fail(err)
	case !ok && step.Over != "":
		kit.Tell(w.win, d.T("ui.undo.title"), d.T(way.held, "Over", w.quotedStep(step.Over)), d.T("ui.ok"))
	case ok && step.Over != "":
		kit.Ask(w.win, d.T("ui.undo.title"), d.T("ui.undo.over", "Over", w.quotedStep(step.Over), "What", w.quotedStep(step.What)),
			kit.Answer{Text: d.T("ui.undo.earlier"), Do: func() { w.takeStep(way) }},
			kit.Answer{Text: d.T("ui.cancel")})
	case ok:
		w.takeStep(way)
	}
}

// quotedStep says what a step is called, as it stands in a sentence.
func (w *Window) quotedStep(what string) string {
	return app.QuotedIn(w.desk.Words.Step(what), w.desk.Lang)
}

// takeStep undoes or redoes a step and shows the record it touched.
func (w *Window) takeStep(way turning) {
	step, err := way.turn(w.desk.Ctx())
	if err != nil {
		w.fail(err)
		return
	}
	w.changed()
	w.showStep(step)
	if w.status.remark == nil { // a year that the step has led to is told first
		w.sayAtFoot(app.MarkReady, func(bool) string { return w.desk.T(way.said, "What", w.desk.Words.Step(step.What)) })
	}
}

// showStep shows the record that a step touched, where it is seen.
func (w *Window) showStep(step app.Step) {
	if page, ok := w.screens[w.shown].(desk.StepPage); ok {
		page.Stepped()
		w.focusScreen()
		return
	}
	if step.Type == nil || len(step.IDs) == 0 {
		return
	}
	place := app.Place{Type: step.Type.Key, ID: step.IDs[0]}
	if w.desk.WhyNot(place, "") != "" { // the step took it away: its screen shows that
		place.ID = 0
	}
	if page, ok := w.screens[w.shown].(desk.CardPage); ok && page.Holds(place) {
		w.focusScreen() // it is seen there
		return
	}
	if home := screenOf(place.Type); place.ID != 0 || home != w.shown {
		w.open(place)
	}
}
