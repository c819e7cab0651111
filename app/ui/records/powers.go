package records

import (
	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desk"
)

// onFilter narrows the list. The record in the form stays, even if it is not in the
// list any more: a search must not change what one is working at.
func (s *Screen) onFilter(query string) {
	s.Table.SetFilter(query)
	shown, all := s.Table.Len()
	s.Count.Text = s.countText(shown, all)
	s.Count.Refresh()
}

// FocusFilter puts the cursor into the filter.
func (s *Screen) FocusFilter() { s.desk.Window.Canvas().Focus(s.filter) }

// FocusList gives the keyboard to the list, unless there is none to walk.
func (s *Screen) FocusList() {
	if len(s.Table.Shown()) > 0 && s.page.Objects[0] == fyne.CanvasObject(s.split) {
		s.desk.Window.Canvas().Focus(s.Table)
	}
}

// TakeBack drops what is typed and not recorded yet.
func (s *Screen) TakeBack() bool { return s.Form.TakeBack() }

// Selected returns the id of the record in the form; 0 for a draft or none.
func (s *Screen) Selected() int64 {
	if s.Current == nil {
		return 0
	}
	return s.Current.Header().ID
}

// Open shows a record, whatever its year and the filter, and puts the cursor into a
// field of it; with no field the list gets the keyboard.
func (s *Screen) Open(id int64, fieldKey string) {
	s.leaveRecord(func() { s.open(id, fieldKey) })
}

func (s *Screen) open(id int64, fieldKey string) {
	s.Draft = false
	if s.Records[id] == nil && s.AllYears != nil {
		s.AllYears.Checked = true
		s.AllYears.Refresh()
		s.Refresh()
	}
	rec := s.Records[id]
	if rec == nil {
		return
	}
	if s.filter.Text != "" && s.Table.Texts(id) == nil {
		s.filter.SetText("")
	}
	s.fill(rec, true)
	s.showTools()
	if in := s.Form.Field(fieldKey); in != nil {
		s.desk.Window.Canvas().Focus(in)
		return
	}
	s.desk.Window.Canvas().Focus(s.Table)
}

// Subject returns what documents of the record in the form are linked to.
func (s *Screen) Subject() (subject, title string) {
	if s.Current == nil || s.Draft || !s.typ.Provable() {
		return "", ""
	}
	return app.SubjectOf(s.Current), s.titleOf(s.Current)
}

// Type returns the type of the records.
func (s *Screen) Type() *app.Type { return s.typ }

// Kept returns the record in the form; nil when there is none or it is a draft.
func (s *Screen) Kept() app.Record {
	if s.Draft {
		return nil
	}
	return s.Current
}

// List is what has the keyboard when a dialog over the screen is closed.
func (s *Screen) List() fyne.Focusable { return s.Table }

// Origin returns the record that what is added on the next screen is likely to be of.
func (s *Screen) Origin() desk.Origin { return desk.Origin{TypeKey: s.typ.Key, ID: s.Selected()} }
