package records

import (
	"strings"

	"technopark/app"
	"technopark/app/ui/kit"
)

// chosenOf returns the records of the list with the given ids, in that order.
func (s *Screen) chosenOf(ids []int64) []app.Record {
	var recs []app.Record
	for _, id := range ids {
		if rec := s.records[id]; rec != nil {
			recs = append(recs, rec)
		}
	}
	return recs
}

// withMany does something with records of the list once what is typed in the form is settled.
func (s *Screen) withMany(ids []int64, do func([]app.Record)) {
	if s.desk.ReadOnly() || s.typ.Made {
		return
	}
	s.desk.Window.Canvas().Unfocus()
	s.leaveRecord(func() {
		if s.draft {
			s.dropDraft()
		}
		if recs := s.chosenOf(ids); len(recs) > 0 {
			do(recs)
		}
	})
}

// Duplicate begins a record with the values of the one in the form, save those that are of
// that one alone.
func (s *Screen) Duplicate() {
	if s.addButton.Disabled() || !s.typ.Copyable() || s.current == nil {
		return
	}
	s.desk.Window.Canvas().Unfocus()
	s.leaveRecord(func() {
		if !s.draft {
			s.begin(app.Copy(s.current))
		}
	})
}

// AddAnother begins a record with what records entered one after the other have in common;
// without one to go by it begins an empty one.
func (s *Screen) AddAnother() {
	s.desk.Window.Canvas().Unfocus()
	if s.current == nil || s.draft || !s.typ.Copyable() {
		s.Add()
		return
	}
	if s.addButton.Disabled() {
		return
	}
	s.leaveRecord(func() { s.begin(app.Another(s.current, s.all)) })
}

// CopyMany copies the records: one into the form, as Duplicate does, several at once.
func (s *Screen) CopyMany(ids []int64) {
	if !s.typ.Copyable() {
		return
	}
	s.withMany(ids, func(recs []app.Record) {
		if len(recs) == 1 {
			s.begin(app.Copy(recs[0]))
			return
		}
		d := s.desk
		twins, err := app.Copies(recs, s.all, d.TitleOf)
		if err != nil {
			d.Fail(err)
			return
		}
		s.change(d.T("ui.many.copied", "Count", s.counted(len(twins))), twins)
	})
}

// change saves records as one step and gives the keyboard back to the list.
func (s *Screen) change(step string, recs []app.Record) {
	d := s.desk
	d.Change(step, func(tx app.Tx) error { return app.SaveAll(d.Ctx(), tx, recs, d.TitleOf) })
	d.Window.Canvas().Focus(s.table)
}

// DeleteMany deletes the records with what depends on them, which is named and counted
// first.
func (s *Screen) DeleteMany(ids []int64) {
	s.withMany(ids, func(recs []app.Record) {
		used, err := s.desk.Store.Dependents(s.desk.Ctx(), recs)
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.askToDeleteMany(recs, &used)
	})
}

func (s *Screen) askToDeleteMany(recs []app.Record, used *app.InUseError) {
	d := s.desk
	lines := []string{d.T("ui.many.delete.ask", "Count", s.counted(len(recs))), s.namesOf(recs)}
	do := d.T("ui.delete")
	if used.Total > 0 {
		lines = append(lines, "", d.T("ui.many.delete.used"), s.listDependents(used), d.T("ui.delete.used_hint"))
		do = d.N("ui.delete.with", used.Total)
	}
	kit.Ask(d.Window, d.T("ui.delete.title"), strings.Join(lines, "\n"),
		kit.Answer{Text: do, Do: func() { s.deleteMany(recs) }},
		kit.Answer{Text: d.T("ui.cancel"), Do: func() { d.Window.Canvas().Focus(s.table) }})
}

func (s *Screen) deleteMany(recs []app.Record) {
	d := s.desk
	err := d.Store.DeleteAll(d.Ctx(), d.T("ui.many.deleted", "Count", s.counted(len(recs))), recs)
	if err != nil {
		d.Fail(err)
		return
	}
	s.current, s.chosen = nil, 0
	d.Changed()
	d.Window.Canvas().Focus(s.table)
}

// namedOfMany is how many of several records a question names.
const namedOfMany = 5

func (s *Screen) namesOf(recs []app.Record) string {
	var lines []string
	for _, rec := range recs[:min(len(recs), namedOfMany)] {
		lines = append(lines, "• "+s.titleOf(rec))
	}
	if rest := len(recs) - namedOfMany; rest > 0 {
		lines = append(lines, s.desk.N("ui.delete.more", rest))
	}
	return strings.Join(lines, "\n")
}

// CreateDue creates the empty reports that are due for the chosen year and are not there,
// after saying of whom.
func (s *Screen) CreateDue() {
	d := s.desk
	if !s.typ.Report || d.ReadOnly() || d.Park == 0 {
		return
	}
	d.Window.Canvas().Unfocus()
	s.leaveRecord(func() {
		book, err := d.Records()
		if err != nil {
			d.Fail(err)
			return
		}
		due := app.DueReports(book, s.typ, app.YearPeriod(d.Year))
		if len(due) == 0 {
			kit.Tell(d.Window, d.T("ui.due.title"), d.T("ui.due.none", "Year", d.Year), d.T("ui.ok"))
			return
		}
		s.askForDue(due)
	})
}

func (s *Screen) askForDue(due []app.Record) {
	d := s.desk
	text := d.T("ui.due.ask", "Count", s.counted(len(due)), "Year", d.Year) + "\n" + s.namesOf(due)
	kit.Ask(d.Window, d.T("ui.due.title"), text,
		kit.Answer{Text: d.T("ui.create"), Do: func() {
			if s.draft {
				s.dropDraft()
			}
			s.change(d.T("ui.due.done", "Count", s.counted(len(due)), "Year", d.Year), due)
		}},
		kit.Answer{Text: d.T("ui.cancel"), Do: func() { d.Window.Canvas().Focus(s.table) }})
}
