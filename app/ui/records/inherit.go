package records

import (
	"fyne.io/fyne/v2"

	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Inherit takes over the record in the form, also one that is not in the file yet, and what is
// typed into it.
func (s *Screen) Inherit(from desk.Screen, had fyne.Focusable) fyne.Focusable {
	was, ok := from.(*Screen)
	if !ok {
		return nil
	}
	s.chosen, s.stood = was.chosen, was.stood
	if was.draft {
		s.draft, s.blank, s.earlier = true, was.blank, was.earlier
		s.fill(was.current, true)
	} else if rec := s.records[was.Selected()]; rec != nil {
		s.fill(rec, true)
	}
	s.showTools()
	s.panes.Inherit(was.panes)
	if keyboard := s.form.Inherit(was.form); keyboard != nil {
		return keyboard
	}
	if s.draft {
		return s.form.Field(firstToFill(s.current)) // what is begun goes on, wherever the keyboard was
	}
	return kit.TwinOf(had, kit.Twin{Was: was.filter, Is: s.filter}, kit.Twin{Was: was.table, Is: s.table})
}

var _ desk.Heir = (*Screen)(nil)
