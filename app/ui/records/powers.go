package records

import (
	"slices"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// onFilter narrows the list, and the form follows it. When something typed would be lost
// with the record that goes out of the list, the user is asked; who goes back to it goes
// back to the whole list. A draft is not in the list and stays.
func (s *Screen) onFilter(query string) {
	s.table.SetFilter(query)
	s.onNarrowed()
}

// onNarrowed follows what the list shows now.
func (s *Screen) onNarrowed() {
	s.stood = 0
	if !s.draft && s.current != nil && s.Unsaved() != "" && !s.table.Shows(s.Selected()) {
		s.desk.AskToLeave(s.Unsaved(), s.showFiltered, func() {
			s.showAll()
			s.FocusUnsaved()
		})
		return
	}
	s.showFiltered()
}

// showAll drops the search and all conditions.
func (s *Screen) showAll() {
	if s.list.Narrowed() {
		s.list.ShowAll()
	}
}

// ChooseColumns asks which columns the list shows.
func (s *Screen) ChooseColumns() {
	if s.page.Objects[0] == fyne.CanvasObject(s.panes) {
		s.list.ChooseColumns()
	}
}

// Listed returns the list as it is shown; false where there is none.
func (s *Screen) Listed() (desk.Listing, bool) {
	l := desk.Listing{List: s.list, Title: s.typ.Many.In(s.desk.Lang)}
	if !s.everyYear() {
		l.About = []string{app.YearPeriod(s.desk.Year).In(s.desk.Lang)}
	}
	return l, s.page.Objects[0] == fyne.CanvasObject(s.panes)
}

// everyYear reports whether the records of all years are shown, or they are of no year.
func (s *Screen) everyYear() bool { return s.years == nil || s.list.State().Whole }

// showYears shows the records of all years, or those of the chosen one again.
func (s *Screen) showYears(all bool) {
	s.list.State().Whole = all
	if all || s.draft || s.current == nil || s.ofYear(s.current) || s.Unsaved() == "" {
		s.Refresh()
		return
	}
	s.desk.AskToLeave(s.Unsaved(), func() {
		s.Drop()
		s.Refresh()
	}, func() {
		s.showYears(true)
		s.FocusUnsaved()
	})
}

// nameYears says what the button of years does.
func (s *Screen) nameYears() {
	if s.years == nil {
		return
	}
	text := s.desk.T("ui.years.all")
	if s.everyYear() {
		text = s.desk.T("ui.years.one", "Year", s.desk.Year)
	}
	s.years.SetText(text)
}

func (s *Screen) showFiltered() {
	s.showCurrent()
	s.showTools()
}

// FocusFilter puts the cursor into the filter.
func (s *Screen) FocusFilter() { s.header.FocusSearch() }

// FocusList gives the keyboard to the list or, where nothing is in it, to what can be done then.
func (s *Screen) FocusList() {
	switch s.page.Objects[0] {
	case s.panes:
		s.panes.ShowList()
		s.list.Focus()
	case s.list.Content:
		s.list.Focus()
	}
}

// TakeBack drops what is typed and not recorded yet. A draft is taken back value by value
// and in the end as a whole: while it is on the screen, no record of the file is meant.
func (s *Screen) TakeBack() bool {
	switch {
	case s.form.TakeBack():
		return true
	case !s.draft:
		return false
	case len(s.earlier) > 0:
		last := len(s.earlier) - 1
		was := s.earlier[last]
		s.earlier = s.earlier[:last]
		s.fill(was, true)
	default:
		s.dropDraft()
	}
	return true
}

// Selected returns the id of the record in the form; 0 for a draft or none.
func (s *Screen) Selected() int64 {
	if s.current == nil {
		return 0
	}
	return s.current.Header().ID
}

// Open shows a record, whatever its year and the filter, and puts the cursor into a
// field of it; with no field the list gets the keyboard.
func (s *Screen) Open(id int64, fieldKey string) {
	s.leaveRecord(func() { s.open(id, fieldKey) })
}

func (s *Screen) open(id int64, fieldKey string) {
	s.draft = false
	if s.records[id] == nil && !s.everyYear() {
		s.list.State().Whole = true
		s.Refresh()
	}
	rec := s.records[id]
	if rec == nil {
		return
	}
	if !s.table.Shows(id) {
		s.showAll()
	}
	s.chosen = id
	s.fill(rec, true)
	s.showTools()
	s.panes.ShowForm()
	switch in := s.form.Field(fieldKey); {
	case in != nil:
		s.desk.Window.Canvas().Focus(in)
	case s.panes.Both():
		s.desk.Window.Canvas().Focus(s.table)
	default: // the form has the place of the list
		s.form.Focus("")
	}
}

// Choose ticks records, so that what came together can be looked at and changed together; one alone is
// opened and needs no tick.
func (s *Screen) Choose(typeKey string, ids []int64) {
	if s.typ.Key != typeKey || len(ids) < 2 {
		return
	}
	if !s.everyYear() && slices.ContainsFunc(ids, func(id int64) bool { return s.records[id] == nil }) {
		s.list.State().Whole = true
		s.Refresh()
	}
	if slices.ContainsFunc(ids, func(id int64) bool { return !s.table.Shows(id) }) {
		s.showAll()
	}
	s.table.Tick(ids...)
}

// Subject returns what documents of the record in the form are linked to.
func (s *Screen) Subject() (subject, title string) {
	if s.current == nil || s.draft || !s.typ.Provable() {
		return "", ""
	}
	return app.SubjectOf(s.current), s.titleOf(s.current)
}

// Type returns the type of the records.
func (s *Screen) Type() *app.Type { return s.typ }

// Kept returns the record in the form; nil when there is none or it is a draft.
func (s *Screen) Kept() app.Record {
	if s.draft {
		return nil
	}
	return s.current
}

// List is what has the keyboard when a dialog over the screen is closed.
func (s *Screen) List() fyne.Focusable { return s.table }

// Form returns the form of the record. It is not part of what the screen shows where the list has no
// record and none is being added.
func (s *Screen) Form() *kit.Form { return s.form }

// Origin returns the record that what is added on the next screen is likely to be of: the
// one in the form, if the user chose it himself.
func (s *Screen) Origin() desk.Origin {
	if s.chosen != s.Selected() {
		return desk.Origin{}
	}
	return desk.Origin{TypeKey: s.typ.Key, ID: s.chosen}
}

// CardOf returns the record in the form, if records of its type have cards and there is a park
// whose records could belong to it.
func (s *Screen) CardOf() (app.Place, bool) {
	if s.current == nil || s.draft || s.desk.Park == 0 || len(app.Parts(s.typ)) == 0 {
		return app.Place{}, false
	}
	return app.Place{Type: s.typ.Key, ID: s.current.Header().ID}, true
}

// HistoryOf returns the record in the form and what it is called.
func (s *Screen) HistoryOf() (app.Place, string, bool) {
	rec := s.Kept()
	if rec == nil {
		return app.Place{}, "", false
	}
	return app.Place{Type: s.typ.Key, ID: rec.Header().ID}, s.titleOf(rec), true
}

// onDouble shows the card of a row that was clicked twice or, where there are none, its form.
func (s *Screen) onDouble(int64) {
	if p, ok := s.CardOf(); ok {
		s.desk.ShowCard(p)
		return
	}
	s.focusForm("")
}
