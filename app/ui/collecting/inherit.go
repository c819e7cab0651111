package collecting

import (
	"fyne.io/fyne/v2"

	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Inherit takes over the period and the group in view, and the files that came and what has become
// of them.
func (s *Screen) Inherit(from desk.Screen, had fyne.Focusable) fyne.Focusable {
	was, ok := from.(*Screen)
	if !ok {
		return nil
	}
	s.quarter, s.bare = was.quarter, was.bare
	s.states.Choose(was.states.Chosen())
	s.Refresh()
	if p := s.answers; was.answers.view.Visible() {
		p.all, p.done, p.back, p.passed, p.chosen = was.answers.all, was.answers.done, was.answers.back, was.answers.passed, was.answers.chosen
		s.turnTo(p.view)
		p.show()
		p.files.Select(int64(p.chosen + 1))
		p.cells.Table.Select(was.answers.cells.Table.Selected())
		p.tellCell()
		p.panes.Inherit(was.answers.panes)
	}
	return kit.TwinOf(had, kit.Twin{Was: was.filter, Is: s.filter}, kit.Twin{Was: was.table, Is: s.table},
		kit.Twin{Was: was.answers.files, Is: s.answers.files}, kit.Twin{Was: was.answers.cells.Table, Is: s.answers.cells.Table})
}

var _ desk.Heir = (*Screen)(nil)
