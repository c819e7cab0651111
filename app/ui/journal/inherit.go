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
	s.search.inherit(was.search)
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
	s.search.inherit(was.search)
	s.limit = was.limit
	s.Refresh()
	return kit.TwinOf(had, kit.Twin{Was: was.Filter, Is: s.Filter})
}

// inherit takes over what was searched for.
func (s *search) inherit(was *search) {
	s.values, s.of, s.title = was.values, was.of, was.title
	s.changed()
}

var (
	_ desk.Heir = (*Screen)(nil)
	_ desk.Heir = (*Bin)(nil)
)
