package ui

import (
	"strconv"

	"technopark/app/ui/kit"
)

// turnScreen is the screen on which a new year is opened.
const turnScreen = "turn"

// enterYear shows another year; of one that comes after the last with reports it asks whether it is
// to be opened. stay puts the choice of the year back.
func (w *Window) enterYear(year int, stay func()) {
	d := w.desk
	_, last, err := d.Store.Years(d.Ctx(), d.Park)
	if err != nil || last == 0 || year != last+1 || year == d.Year || d.ReadOnly() || w.shown == turnScreen {
		w.useYear(year)
		return
	}
	kit.Ask(w.win, d.T("ui.turn.title"), d.T("ui.turn.ask", "From", strconv.Itoa(last), "To", strconv.Itoa(year)),
		kit.Answer{Text: d.T("ui.turn.ask_open"), Do: func() {
			stay()
			w.useYear(last)
			w.navigate(turnScreen)
		}},
		kit.Answer{Text: d.T("ui.turn.ask_look"), Do: func() { w.useYear(year) }},
		kit.Answer{Text: d.T("ui.cancel"), Do: stay})
}
