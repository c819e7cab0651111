package checks

import "slices"

// follow shows the selected finding, if the list shows it. Where an explanation that is
// not saved would be lost, the user is asked.
func (s *Screen) follow() {
	s.showCount()
	if s.words.unsaved() && !slices.Contains(s.table.Shown(), s.table.Selected()) {
		s.ask(func() { s.showDetail(s.table.Selected()) }, s.reset)
		return
	}
	s.showDetail(s.table.Selected())
}

// onSelect shows another finding, unless an explanation typed for the one before would be
// lost.
func (s *Screen) onSelect(id int64) {
	s.wanted = ""
	if !s.words.unsaved() {
		s.showDetail(id)
		return
	}
	s.ask(func() { s.showDetail(id) }, s.showRows)
}

// ask asks what to do with an explanation that is not saved.
func (s *Screen) ask(drop, stay func()) {
	s.desk.AskToLeave(s.Unsaved(), func() {
		s.Drop()
		drop()
		s.Follow() // a newer check may have come
	}, func() {
		stay()
		s.FocusUnsaved()
	})
}

// Unsaved asks what to do with an explanation that is typed and not saved; «» when there is
// none.
func (s *Screen) Unsaved() string {
	if !s.words.unsaved() {
		return ""
	}
	return s.desk.T("ui.leave.explanation", "Record", s.desk.RecordOf(*s.words.finding))
}

// Refused says at the foot that an explanation is not saved.
func (s *Screen) Refused() string {
	if !s.words.unsaved() {
		return ""
	}
	return s.desk.T("ui.refused.explanation")
}

// FocusUnsaved puts the cursor into the explanation.
func (s *Screen) FocusUnsaved() { s.FocusExplanation() }

// Drop takes back what is typed.
func (s *Screen) Drop() { s.words.revert() }

// TakeBack drops what is typed and not saved yet.
func (s *Screen) TakeBack() bool {
	if !s.words.unsaved() {
		return false
	}
	s.Drop()
	s.Follow() // a newer check may have come
	return true
}
