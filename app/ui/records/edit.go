package records

import (
	"errors"
	"strings"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Add starts a new record; it is in the file as soon as its essential fields are filled.
func (s *Screen) Add() {
	if s.addButton.Disabled() {
		return
	}
	s.leaveRecord(func() { s.begin(newDraft(s.desk, s.typ)) })
}

// begin puts a record into the form that is not in the file yet, the cursor where something
// is to be filled in.
func (s *Screen) begin(rec app.Record) {
	s.draft, s.blank, s.earlier = true, rec, nil
	draft := app.Clone(s.blank)
	s.derive(draft)
	s.fill(draft, true)
	s.showTools()
	s.settled()
	s.focusForm(firstToFill(s.current))
}

// onSelect shows another record, unless something typed here would be lost.
func (s *Screen) onSelect(id int64) {
	if s.current != nil && !s.draft && s.current.Header().ID == id {
		return
	}
	s.leaveRecord(func() {
		s.draft, s.chosen = false, id
		s.fill(s.records[id], true)
		s.showTools()
		s.settled()
	})
}

// leaveRecord calls then at once, or asks first when the form has what is not recorded.
func (s *Screen) leaveRecord(then func()) {
	if s.Unsaved() == "" {
		then()
		return
	}
	s.table.Select(s.current.Header().ID)
	s.desk.AskToLeave(s.Unsaved(), then, s.FocusUnsaved)
}

// Unsaved asks what to do with what the form has and the file has not; «» when all is
// recorded.
func (s *Screen) Unsaved() string {
	field, unsaved := s.form.Unsaved()
	switch {
	case s.draft && s.started():
		return s.desk.T("ui.leave.draft", "What", s.lacking())
	case unsaved:
		return s.desk.T("ui.leave.field", "What", field.Label.In(s.desk.Lang))
	}
	return ""
}

// Refused says what of the form the file has not; «» when it has all.
func (s *Screen) Refused() string {
	if s.draft && s.started() {
		return s.desk.T("ui.refused.draft", "What", s.lacking())
	}
	return s.desk.SayRefused(s.form.Refused())
}

// FocusUnsaved puts the cursor into the first field that is not recorded.
func (s *Screen) FocusUnsaved() {
	field, _ := s.form.Unsaved()
	s.focusForm(field.Key)
}

// Drop takes back what the form has and the file has not.
func (s *Screen) Drop() {
	if s.draft {
		s.dropDraft()
		return
	}
	s.fill(s.current, true)
}

// settled tells the shell that the draft is begun, or dropped.
func (s *Screen) settled() {
	s.desk.Settle()
}

// KeepAgain records what the form could not record before.
func (s *Screen) KeepAgain() { s.form.Retry() }

// started reports whether the draft has more than what it began with.
func (s *Screen) started() bool {
	for _, f := range s.typ.Stored() {
		if f.Get(s.current) != f.Get(s.blank) {
			return true
		}
	}
	return false
}

// onCommit records changed fields.
func (s *Screen) onCommit(changes map[string]app.Value) error {
	rec := app.Clone(s.current)
	desk.Apply(rec, changes)
	if s.draft && len(missingEssentials(rec)) > 0 {
		s.earlier = append(s.earlier, s.current)
		s.derive(rec)
		s.fill(rec, false)
		s.settled()
		return nil
	}
	if err := s.desk.Store.Save(s.desk.Ctx(), rec); err != nil {
		return err
	}
	s.current, s.draft, s.chosen = rec, false, rec.Header().ID
	s.keepInView(rec)
	s.desk.Changed()
	return nil
}

// keepInView shows all years when a record would vanish from the list as it is kept.
func (s *Screen) keepInView(rec app.Record) {
	if !s.ofYear(rec) {
		s.list.State().Whole = true
	}
}

// onEscape drops a draft nothing was typed into, else gives the keyboard to the list.
func (s *Screen) onEscape() {
	if s.draft && !s.started() {
		s.dropDraft()
	}
	s.panes.ShowList()
	s.desk.Window.Canvas().Focus(s.table)
}

// focusForm goes on to the form and puts the cursor into a field of it, the first for «».
func (s *Screen) focusForm(key string) {
	s.panes.ShowForm()
	s.form.Focus(key)
}

// Delete removes the ticked records after asking, or the one in the form when none is.
func (s *Screen) Delete() {
	if ids := s.table.Ticked(); len(ids) > 0 && !s.draft {
		s.deleteRows(ids)
		return
	}
	s.deleteCurrent()
}

// deleteCurrent removes the record in the form after asking.
func (s *Screen) deleteCurrent() {
	if s.deleteButton.Disabled() || s.current == nil {
		return
	}
	if s.draft {
		s.leaveRecord(s.dropDraft)
		return
	}
	s.leaveRecord(s.askToDelete)
}

func (s *Screen) askToDelete() {
	d, rec := s.desk, s.current
	s.fill(rec, true)
	kit.Ask(d.Window, d.T("ui.delete.title"), d.T("ui.delete.ask", "What", s.titleOf(rec)),
		kit.Answer{Text: d.T("ui.delete"), Do: func() { s.delete(rec) }},
		kit.Answer{Text: d.T("ui.cancel")})
}

// dropDraft shows the list again in place of a draft.
func (s *Screen) dropDraft() {
	s.draft, s.current = false, nil
	s.showCurrent()
	s.showTools()
	s.settled()
}

func (s *Screen) delete(rec app.Record) {
	err := s.desk.Store.Delete(s.desk.Ctx(), rec)
	var used *app.InUseError
	if errors.As(err, &used) {
		s.askDependents(rec, used)
		return
	}
	s.deleted(rec, err)
}

// askDependents names what depends on the record and offers to delete all of it.
func (s *Screen) askDependents(rec app.Record, used *app.InUseError) {
	d := s.desk
	text := d.T("ui.delete.used", "What", s.titleOf(rec)) + "\n" + s.listDependents(used) + "\n" + d.T("ui.delete.used_hint")
	kit.Ask(d.Window, d.T("ui.delete.title"), text,
		kit.Answer{Text: d.N("ui.delete.with", used.Total), Do: func() {
			s.deleted(rec, d.Store.DeleteWithDependents(d.Ctx(), rec))
		}},
		kit.Answer{Text: d.T("ui.cancel")})
}

// namedDependents is how many dependents a question names of each type.
const namedDependents = 3

func (s *Screen) listDependents(used *app.InUseError) string {
	d, named := s.desk, 0
	var lines []string
	for _, t := range app.Types() {
		var names []string
		for _, dep := range used.Dependents {
			if dep.Type == t && len(names) < namedDependents {
				names = append(names, dep.Title)
			}
		}
		if len(names) > 0 {
			named += len(names)
			lines = append(lines, "• "+t.Many.In(d.Lang)+": "+strings.Join(names, "; "))
		}
	}
	if rest := used.Total - named; rest > 0 {
		lines = append(lines, d.N("ui.delete.more", rest))
	}
	return strings.Join(lines, "\n")
}

// deleted shows the list without the record, the next one selected.
func (s *Screen) deleted(rec app.Record, err error) {
	if err != nil {
		s.desk.Fail(err)
		return
	}
	next := s.neighbour(rec.Header().ID)
	s.current, s.chosen = s.records[next], next
	s.desk.Changed()
	s.panes.ShowList()
}

// neighbour returns the id of the row after the given one, or before it at the end.
func (s *Screen) neighbour(id int64) int64 {
	ids := s.table.Shown()
	for i := range ids {
		switch {
		case ids[i] != id:
		case i+1 < len(ids):
			return ids[i+1]
		case i > 0:
			return ids[i-1]
		}
	}
	return 0
}
