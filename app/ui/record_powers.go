package ui

import "fyne.io/fyne/v2"

// onFilter narrows the list. The record in the form stays, even if it is not in the
// list any more: a search must not change what one is working at.
func (s *recordScreen) onFilter(query string) {
	s.table.SetFilter(query)
	shown, all := s.table.Len()
	s.count.Text = s.countText(shown, all)
	s.count.Refresh()
}

// FocusFilter puts the cursor into the filter.
func (s *recordScreen) FocusFilter() { s.desk.Window.Canvas().Focus(s.filter) }

// FocusList gives the keyboard to the list, unless there is none to walk.
func (s *recordScreen) FocusList() {
	if len(s.table.Shown()) > 0 && s.page.Objects[0] == fyne.CanvasObject(s.split) {
		s.desk.Window.Canvas().Focus(s.table)
	}
}

// TakeBack drops what is typed and not recorded yet.
func (s *recordScreen) TakeBack() bool { return s.form.TakeBack() }

// Selected returns the id of the record in the form; 0 for a draft or none.
func (s *recordScreen) Selected() int64 {
	if s.current == nil {
		return 0
	}
	return s.current.Header().ID
}

// Open shows a record, whatever its year and the filter, and puts the cursor into a
// field of it; with no field the list gets the keyboard.
func (s *recordScreen) Open(id int64, fieldKey string) {
	s.leaveRecord(func() { s.open(id, fieldKey) })
}

func (s *recordScreen) open(id int64, fieldKey string) {
	s.draft = false
	if s.recs[id] == nil && s.allYears != nil {
		s.allYears.Checked = true
		s.allYears.Refresh()
		s.Refresh()
	}
	rec := s.recs[id]
	if rec == nil {
		return
	}
	if s.filter.Text != "" && s.table.Texts(id) == nil {
		s.filter.SetText("")
	}
	s.fill(rec, true)
	s.showTools()
	if in := s.form.Field(fieldKey); in != nil {
		s.desk.Window.Canvas().Focus(in)
		return
	}
	s.desk.Window.Canvas().Focus(s.table)
}
