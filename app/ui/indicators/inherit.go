package indicators

import (
	"fyne.io/fyne/v2"

	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Inherit takes over the indicator that was taken apart, and which of its lists.
func (s *Screen) Inherit(from desk.Screen, had fyne.Focusable) fyne.Focusable {
	was, ok := from.(*Screen)
	if !ok || was.traced == "" || s.result == nil {
		return nil
	}
	ind := s.result.Find(was.traced)
	if ind == nil {
		return nil
	}
	s.traced = was.traced
	s.trace.Show(ind)
	if chosen := was.trace.chosen; chosen > 0 && chosen < len(s.trace.lists) {
		s.trace.showList(chosen)
	}
	s.trace.records.Select(was.trace.records.Selected())
	s.trace.panes.Inherit(was.trace.panes)
	s.turnTo(s.trace.Content(), s.view)
	if takes := kit.TwinOf(had, kit.Twin{Was: was.trace.terms, Is: s.trace.terms}); takes != nil {
		return takes
	}
	return s.trace.records
}

var _ desk.Heir = (*Screen)(nil)
