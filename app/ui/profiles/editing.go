package profiles

import (
	"cmp"

	"technopark/app"
	"technopark/app/ui/desk"
)

// editing reports whether the editor is shown.
func (s *Screen) editing() bool { return s.editor.Content().Visible() }

// onEdit begins to edit the method of the year. The program's own is copied first.
func (s *Screen) onEdit() {
	if !s.own() {
		s.onCopy(s.onEdit)
		return
	}
	if !s.editor.Open() {
		return
	}
	s.view.Hide()
	s.editor.Content().Show()
	s.editor.Focus()
}

// closeEditor shows what is in force.
func (s *Screen) closeEditor() {
	s.editor.Content().Hide()
	s.view.Show()
	s.Refresh()
	s.FocusList()
	s.desk.Settle()
}

// allow says which buttons have a meaning for what is shown.
func (s *Screen) allow() {
	d := s.desk
	readOnly, ofRules, notOwn := "", "", ""
	switch {
	case d.Park == 0:
		readOnly = d.WhyNothing()
	case d.ReadOnly():
		readOnly = d.T("ui.profiles.read_only")
	}
	if s.chosen() == app.ProfileRules {
		ofRules = d.T("ui.profiles.rules_in_file")
	} else if !s.own() {
		notOwn = d.T("ui.profiles.official_own", "Year", d.Year)
	}
	s.edit.Forbid(cmp.Or(readOnly, ofRules))
	s.copy.Forbid(cmp.Or(readOnly, ofRules))
	s.official.Forbid(cmp.Or(readOnly, ofRules, notOwn))
	set, _ := d.InForce() // the check tells what is wrong with it
	if text := d.T("ui.profiles.official"); set.Method != nil && set.Method.Official {
		s.official.SetText(d.T("ui.profiles.official_papers"))
	} else {
		s.official.SetText(text)
	}
	noPark := ""
	if d.Park == 0 {
		noPark = readOnly
	}
	s.load.Forbid(readOnly)
	builtIn := ""
	if !s.own() {
		builtIn = d.T("ui.profiles.reset_none", "Year", d.Year)
	}
	s.reset.Forbid(cmp.Or(readOnly, builtIn))
	s.versions.Forbid(cmp.Or(noPark, ofRules))
}

// Unsaved returns the question what to do with an edit that is not kept; «» when there is none.
func (s *Screen) Unsaved() string {
	if s.editing() {
		return s.editor.Unsaved()
	}
	return ""
}

// Refused says at the foot that an edit is not kept.
func (s *Screen) Refused() string {
	if s.Unsaved() == "" {
		return ""
	}
	return s.desk.T("ui.refused.method")
}

// FocusUnsaved puts the cursor where the edit goes on.
func (s *Screen) FocusUnsaved() { s.editor.FocusUnsaved() }

// Drop forgets the edit.
func (s *Screen) Drop() { s.editor.Drop() }

// TakeBack takes back the last change of an edit; it reports whether there was any.
func (s *Screen) TakeBack() bool { return s.editing() && s.editor.TakeBack() }

var (
	_ desk.Keeper = (*Screen)(nil)
	_ desk.Taker  = (*Screen)(nil)
)
