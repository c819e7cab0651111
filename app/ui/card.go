package ui

import (
	"technopark/app"
	"technopark/app/ui/desk"
)

// cardScreen is the id of the screen of cards, which stands in no navigation: records lead
// to it.
const cardScreen = "card"

// stop is a place on the way back: a screen and, of cards, whose it was.
type stop struct {
	screen string
	card   app.Place // zero on other screens
}

// mostStops is how far one can go back.
const mostStops = 20

// showCard shows a record with all that belongs to it.
func (w *Window) showCard(p app.Place) {
	if !w.canShow(p) {
		return
	}
	w.leaveScreen(func() {
		w.way(func() {
			w.remark()
			w.turnToCard(p)
		})
	}, nil)
}

// turnToCard shows a card.
func (w *Window) turnToCard(p app.Place) {
	page, ok := w.screen(cardScreen).(desk.CardPage)
	if !ok {
		return
	}
	page.ShowCard(p)
	w.show(cardScreen)
}

// remark writes down the screen in view as a stop on the way back.
func (w *Window) remark() {
	w.stops = append(w.stops, stop{w.shown, w.cardShown()})
	w.stops = w.stops[max(0, len(w.stops)-mostStops):]
}

// wayFrom returns the way back from what is opened on the screen in view: only who comes from
// a card is led back to it.
func (w *Window) wayFrom() []stop {
	if w.cardShown().ID == 0 {
		return nil
	}
	w.remark()
	return w.stops
}

// cardShown returns whose card is in view; the zero Place when none is.
func (w *Window) cardShown() app.Place {
	if page, ok := w.screens[w.shown].(desk.CardPage); ok {
		return page.Shown()
	}
	return app.Place{}
}

// goBack returns to the screen before; it reports whether there is one.
func (w *Window) goBack() bool {
	if w.desk.Store == nil || len(w.stops) == 0 {
		return false
	}
	w.leaveScreen(func() { w.way(w.toLastStop) }, nil)
	return true
}

func (w *Window) toLastStop() {
	last := w.stops[len(w.stops)-1]
	w.stops = w.stops[:len(w.stops)-1]
	if last.card.ID != 0 && w.desk.WhyNot(last.card, "") == "" {
		w.turnToCard(last.card)
		return
	}
	w.show(last.screen)
}

// line returns the id of the line of the navigation that a screen belongs to: a card to the
// list of its record.
func (w *Window) line(id string) string {
	if page, ok := w.screens[id].(desk.CardPage); ok {
		return screenOf(page.Shown().Type)
	}
	return id
}

// begin begins a record of a type on its screen, of the given record or else of that of the screen in
// view.
func (w *Window) begin(typeKey string, of desk.Origin) {
	if w.desk.Store == nil || w.desk.ReadOnly() {
		return
	}
	home := screenOf(typeKey)
	w.leaveScreen(func() {
		w.way(func() {
			if w.shown != home {
				w.remark()
				w.show(home)
			}
			if of.ID != 0 {
				w.desk.From = of
			}
			w.add()
		})
	}, nil)
}

// card shows the card of the selected record.
func (w *Window) card() {
	s, ok := w.screens[w.shown].(desk.Carded)
	if !ok {
		return
	}
	if p, ok := s.CardOf(); ok {
		w.showCard(p)
	}
}

// explainFinding shows a finding where it can be explained.
func (w *Window) explainFinding(rule string, at app.Place) {
	const home = "check"
	w.leaveScreen(func() {
		w.way(func() {
			if w.shown != home {
				w.remark()
				w.show(home)
			}
			if s, ok := w.screens[home].(desk.FindingPage); ok {
				s.ShowFinding(rule, at)
			}
		})
	}, nil)
}
