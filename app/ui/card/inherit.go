package card

import (
	"fyne.io/fyne/v2"

	"technopark/app/ui/desk"
)

// Inherit takes over whose card is shown, its tab, and what is typed in a figure of it.
func (s *Screen) Inherit(from desk.Screen, had fyne.Focusable) fyne.Focusable {
	was, ok := from.(*Screen)
	if !ok || was.place.ID == 0 {
		return nil
	}
	s.ShowCard(was.place)
	if key := was.keyOfTab(); key != "" {
		s.choose(key)
	}
	var keyboard fyne.Focusable
	grids := s.grids()
	for i, g := range was.grids() {
		if i >= len(grids) {
			break
		}
		if takes := grids[i].Inherit(g, had); takes != nil {
			keyboard, s.last = takes, grids[i]
		}
	}
	return keyboard
}

var _ desk.Heir = (*Screen)(nil)
