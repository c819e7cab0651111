package others

import (
	"fyne.io/fyne/v2"

	"technopark/app/ui/desk"
)

// Inherit takes over the page in view, parks that have no figure yet, and what is typed in a cell.
func (s *Screen) Inherit(from desk.Screen, had fyne.Focusable) fyne.Focusable {
	was, ok := from.(*Screen)
	if !ok {
		return nil
	}
	s.added = was.added
	s.strip.Choose(was.strip.Chosen())
	s.Refresh()
	takes := s.grid.Inherit(was.grid, had)
	s.tellColumn()
	return takes
}

var _ desk.Heir = (*Screen)(nil)
