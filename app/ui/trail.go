package ui

import (
	"strconv"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// waypoint is a place in the window that one can come back to: a screen, whose card it was, the park and
// the year in view, how its list was, and what was chosen.
type waypoint struct {
	screen string
	card   app.Place // zero on other screens
	park   int64
	year   int
	list   string // see kit.List.Place; «» where there is none
	spot   string // see desk.Returner
}

// trail is the way one has come through the window, as a browser keeps it. It knows every way: the
// navigation, links, cards, what the search found. The shorter way back of Esc is Window.stops.
type trail struct {
	past   []waypoint // the last one last
	ahead  []waypoint // from where one came back, the last one last
	inside bool       // a way is being gone: what it does is a part of it
}

// longestTrail is how many steps are kept.
const longestTrail = 50

// along does what is one way, however many steps it takes.
func (t *trail) along(steps func()) {
	t.inside = true
	defer func() { t.inside = false }() // also where a step fails badly
	steps()
}

// here returns where the user stands; false on the start page and before the first screen.
func (w *Window) here() (waypoint, bool) {
	d := w.desk
	s := w.screens[w.shown]
	if d.Store == nil || s == nil {
		return waypoint{}, false
	}
	at := waypoint{screen: w.shown, card: w.cardShown(), park: d.Park, year: d.Year}
	if list := listOf(s); list != nil {
		at.list = list.Place()
	}
	if r, ok := s.(desk.Returner); ok {
		at.spot = r.Spot()
	}
	return at, true
}

// listOf returns the list that a screen is showing, nil for none.
func listOf(s desk.Screen) *kit.List {
	if l, ok := s.(desk.Listed); ok {
		if listing, shown := l.Listed(); shown {
			return listing.List
		}
	}
	return nil
}

// way goes somewhere in any number of steps, so that Alt+← leads back to where they began. A year that
// they changed is told: nobody has chosen it, and figures could be typed into the wrong one.
func (w *Window) way(steps func()) {
	from, stood := w.here()
	if w.trail.inside || !stood {
		steps()
		return
	}
	w.trail.along(steps)
	to, stands := w.here()
	if !stands || to == from {
		return
	}
	w.trail.past = append(w.trail.past, from)
	w.trail.past = w.trail.past[max(0, len(w.trail.past)-longestTrail):]
	w.trail.ahead = nil
	w.tellYear(from, to)
	w.allowWays()
}

// tellYear says at the foot that a way led to another year, until the next step is taken.
func (w *Window) tellYear(from, to waypoint) {
	w.letGo()
	if from.park != to.park || from.year == to.year {
		return
	}
	w.sayAtFoot(app.MarkWarning, func(short bool) string {
		id := "ui.status.led"
		if short {
			id = "ui.status.led.short"
		}
		return w.desk.T(id, "Year", strconv.Itoa(to.year), "Before", strconv.Itoa(from.year))
	})
}

// allowWays offers the ways back and forward where there are any.
func (w *Window) allowWays() {
	w.menu.refreshWays()
	w.header.allowBack()
}

// back and forward are the keys Alt+← and Alt+→: of the guide while it is read, else of the window.
func (w *Window) back() {
	if w.manual != nil {
		w.manual.GoBack()
		return
	}
	w.retrace(&w.trail.past, &w.trail.ahead)
}

func (w *Window) forward() {
	if w.manual != nil {
		w.manual.GoForward()
		return
	}
	w.retrace(&w.trail.ahead, &w.trail.past)
}

// retrace goes to the last place of one pile and lays where the user stands on the other. A question is
// answered first.
func (w *Window) retrace(from, to *[]waypoint) {
	if w.desk.Store == nil || len(*from) == 0 || w.win.Canvas().Overlays().Top() != nil {
		return
	}
	w.leaveScreen(func() {
		at, stood := w.here()
		n := len(*from) - 1
		next := (*from)[n]
		*from = (*from)[:n]
		if stood {
			*to = append(*to, at)
		}
		w.trail.along(func() { w.standAt(next) })
		w.tellYear(next, next)
		w.allowWays()
	}, nil)
}

// standAt shows a place as it was left, as far as it is still there.
func (w *Window) standAt(p waypoint) {
	d := w.desk
	w.stops = nil
	if p.park != d.Park {
		if err := w.choosePark(p.park); err != nil {
			w.fail(err)
			return
		}
	}
	if p.park == d.Park {
		d.Year = p.year
	}
	switch {
	case p.card.ID == 0:
		w.show(p.screen)
	case d.WhyNot(p.card, "") == "":
		w.turnToCard(p.card)
	default: // it was deleted: its list is what is left
		w.show(screenOf(p.card.Type))
	}
	if w.shown == p.screen && p.park == d.Park {
		w.standIn(p)
	}
	w.refreshFrame()
}

// standIn shows the list of the screen in view as it was, and what was chosen.
func (w *Window) standIn(p waypoint) {
	s := w.screens[w.shown]
	r, returns := s.(desk.Returner)
	if list := listOf(s); list != nil && p.list != "" {
		list.Return(p.list, !returns)
	}
	if returns {
		r.ReturnTo(p.spot)
	}
}
