package journal

import (
	"fyne.io/fyne/v2"

	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Inherit takes over what was searched among all entries, and how many are shown.
func (s *Screen) Inherit(from desk.Screen, had fyne.Focusable) fyne.Focusable {
	was, ok := from.(*Screen)
	if !ok {
		return nil
	}
	s.search.values, s.search.of, s.search.title = was.search.values, was.search.of, was.search.title
	s.searched()
	s.limit = was.limit
	s.Refresh()
	return kit.TwinOf(had, kit.Twin{Was: was.Filter, Is: s.Filter})
}

// Inherit takes over what was searched among all that is deleted, and how much is shown.
func (s *Bin) Inherit(from desk.Screen, had fyne.Focusable) fyne.Focusable {
	was, ok := from.(*Bin)
	if !ok {
		return nil
	}
	s.search.values, s.search.of, s.search.title = was.search.values, was.search.of, was.search.title
	s.searched()
	s.limit = was.limit
	s.Refresh()
	return kit.TwinOf(had, kit.Twin{Was: was.Filter, Is: s.Filter})
}

var (
	_ desk.Heir = (*Screen)(nil)
	_ desk.Heir = (*Bin)(nil)
)
