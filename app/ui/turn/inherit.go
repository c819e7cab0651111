package turn

import (
	"fyne.io/fyne/v2"

	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Inherit takes over the page in view, the year that is turned, and what was decided of those who
// left.
func (s *Screen) Inherit(from desk.Screen, had fyne.Focusable) fyne.Focusable {
	was, ok := from.(*Screen)
	if !ok {
		return nil
	}
	s.from, s.park, s.plan, s.done = was.from, was.park, was.plan, was.done
	if s.plan == nil && was.at != stepDone {
		s.planFrom(s.from) // says in these words why not
	}
	s.show(was.at)
	s.carried.table.Select(was.carried.table.Selected())
	s.left.table.Select(was.left.table.Selected())
	s.carried.follow()
	s.left.follow()
	return kit.TwinOf(had, kit.Twin{Was: was.carried.table, Is: s.carried.table}, kit.Twin{Was: was.left.table, Is: s.left.table})
}

var _ desk.Heir = (*Screen)(nil)
