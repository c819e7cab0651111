package place

import (
	"fyne.io/fyne/v2"

	"technopark/app/ui/desk"
)

// Inherit takes over what is tried, and whether the details are in view.
func (s *Screen) Inherit(from desk.Screen, had fyne.Focusable) fyne.Focusable {
	was, ok := from.(*Screen)
	if !ok {
		return nil
	}
	takes := s.whatIf.inherit(was.whatIf, had)
	s.panes.Inherit(was.panes)
	if was.detailed {
		s.detailed = true
		s.details.show(s.desk.Standing())
		s.turnTo(s.details.view, s.view)
	}
	return takes
}

// inherit takes over the levers, as far as they were moved, and the scenario they come from.
func (w *whatIf) inherit(was *whatIf, had fyne.Focusable) (takes fyne.Focusable) {
	if w.seen == nil || w.seen.Standing == nil || w.of != was.of {
		return nil
	}
	w.kept.chosen = was.kept.chosen
	w.clear()
	for _, r := range was.rows {
		fresh := w.append(r.lever)
		fresh.set(r.more)
		switch had {
		case fyne.Focusable(r.entry):
			takes = fresh.entry
		case fyne.Focusable(r.slider):
			takes = fresh.slider
		}
	}
	w.own = was.own
	w.kept.show()
	w.try()
	return takes
}

var _ desk.Heir = (*Screen)(nil)
