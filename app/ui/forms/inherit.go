package forms

import (
	"fyne.io/fyne/v2"

	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Inherit takes over which form is chosen.
func (s *Screen) Inherit(from desk.Screen, had fyne.Focusable) fyne.Focusable {
	was, ok := from.(*Screen)
	if !ok {
		return nil
	}
	s.at = was.at
	s.Refresh()
	s.cells.Select(was.cells.Selected())
	s.panes.Inherit(was.panes)
	return kit.TwinOf(had, kit.Twin{Was: was.cells, Is: s.cells})
}

var _ desk.Heir = (*Screen)(nil)
