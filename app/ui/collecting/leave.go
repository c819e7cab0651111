package collecting

import (
	"technopark/app"
	"technopark/app/collection"
)

// Unsaved asks what to do with answers of which nothing has become yet; «» when there are none.
func (s *Screen) Unsaved() string {
	if left := len(s.answers.undecided()); left > 0 && s.answers.view.Visible() {
		return s.desk.N("ui.collect.keep_ask", left)
	}
	return ""
}

// Refused says at the foot how many answers have become nothing yet.
func (s *Screen) Refused() string {
	if left := len(s.answers.undecided()); left > 0 && s.answers.view.Visible() {
		return s.desk.N("ui.refused.answers", left)
	}
	return ""
}

// UnsavedTitle returns the title of that question.
func (s *Screen) UnsavedTitle() string { return s.desk.T("ui.collect.answers") }

// Preserve keeps answers that are not accepted in the data file, so that none is lost.
func (s *Screen) Preserve() bool {
	p := s.answers
	return p.change("ui.collect.step.kept", p.undecided(), func(tx app.Tx, r *collection.Received) error {
		return r.Keep(p.desk.Ctx(), tx, p.desk.Today(), p.desk.TitleOf)
	})
}

// FocusUnsaved goes back to them.
func (s *Screen) FocusUnsaved() { s.answers.toFiles() }

// Drop leaves them: their files are where they were.
func (s *Screen) Drop() { s.answers.close() }
