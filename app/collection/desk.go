package collection

import (
	"bytes"
	"cmp"
	"slices"

	"technopark/app"
	"technopark/app/i18n"
)

// Desk is how far the collection of the figures of a period has come on some day.
type Desk struct {
	Period app.Period // a year, or a quarter of it
	Day    app.Date   // as of which states are told
	Due    app.Date   // the last day to answer of most of those asked; none when no day was set
	Rows   []Row      // those that call for something first, then by name
	Until  app.Date   // the new last day that reminders name; none where the day stays
}

// Row is how far the figures of one resident have come.
type Row struct {
	Resident      *app.Resident      // whose figures they are
	Sheet         *app.Questionnaire // what is kept about it; nil when nothing is
	State         State              // how far it has come
	Late          int                // days since the answer was due; 0 while it is not overdue
	Known         bool               // whether Filled and Asked say anything
	Filled, Asked int                // items that say something, and those asked
	Next          Act                // what is to be done about it
}

// Over tells how far the collection of a period has come as of a day: of each resident who was
// active in the period, and of each who was asked all the same.
func Over(b *app.Book, p app.Period, day app.Date) *Desk {
	return OverSheets(b, app.All[app.Questionnaire](b, "questionnaire"), p, day)
}

// OverSheets is Over with other questionnaires than those of the book: who has just changed some
// need not read all records again to see what has come of it.
func OverSheets(b *app.Book, all []*app.Questionnaire, p app.Period, day app.Date) *Desk {
	d := &Desk{Period: p, Day: day, Rows: rowsOf(b, all, p, day)}
	dues := map[app.Date]int{}
	for _, row := range d.Rows {
		if row.Sheet != nil && !row.Sheet.Due.Zero() {
			dues[row.Sheet.Due]++
		}
	}
	d.Due = mostCommon(dues)
	titles, order, keys := b.TitlesIn(app.RU), i18n.NewCollator(), map[int64][]byte{}
	for _, row := range d.Rows {
		keys[row.Resident.ID] = order.Key(titles("resident", row.Resident.ID))
	}
	slices.SortStableFunc(d.Rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.State, b.State), cmp.Compare(b.Late, a.Late), bytes.Compare(keys[a.Resident.ID], keys[b.Resident.ID]))
	})
	return d
}

// Waiting returns how many residents call for something that cannot wait, as Desk.Waiting does,
// without telling anything else.
func Waiting(b *app.Book, p app.Period, day app.Date) int {
	return (&Desk{Rows: rowsOf(b, app.All[app.Questionnaire](b, "questionnaire"), p, day)}).Waiting()
}

// rowsOf tells of each resident, in the order of records.
func rowsOf(b *app.Book, all []*app.Questionnaire, p app.Period, day app.Date) []Row {
	var rows []Row
	sheets, reports := map[int64]*app.Questionnaire{}, map[int64]*app.ResidentReport{}
	for _, q := range all {
		if q.Period == p {
			sheets[q.Resident] = q
		}
	}
	for _, r := range app.All[app.ResidentReport](b, "resident_report") {
		if r.Period == p {
			reports[r.Resident] = r
		}
	}
	for _, r := range app.All[app.Resident](b, "resident") {
		if q := sheets[r.ID]; q != nil || b.Active(r.ID, p) {
			rows = append(rows, rowOf(r, q, reports[r.ID], day))
		}
	}
	return rows
}

// mostCommon returns the day that is there most often, of equals the latest.
func mostCommon(days map[app.Date]int) app.Date {
	var best app.Date
	for day, n := range days {
		if n > days[best] || n == days[best] && best.Before(day) {
			best = day
		}
	}
	return best
}

func rowOf(r *app.Resident, q *app.Questionnaire, report *app.ResidentReport, day app.Date) Row {
	row := Row{Resident: r, Sheet: q}
	row.State = stateOf(q, report, day)
	switch {
	case row.State == Overdue:
		row.Late = day.Days() - q.Due.Days()
	case row.State == Entered:
		row.Known = true
		row.Filled, row.Asked = reported(report)
	case q != nil && row.State != Sent && row.State != Overdue && row.State != NotSent && q.Filled.Given():
		row.Known, row.Filled, row.Asked = true, int(q.Filled.N), int(q.Asked.N)
	}
	row.Next = row.State.next()
	return row
}

// stateOf tells how far one resident has come. Once the day has passed, whoever's report is whole
// owes no answer any more: its figures came another way. Until then it may still say something else.
func stateOf(q *app.Questionnaire, report *app.ResidentReport, day app.Date) State {
	whole := report != nil && complete(report)
	if q == nil {
		q = &app.Questionnaire{}
	}
	asked := !q.Sent.Zero()
	came := !q.Received.Zero() && !q.Received.Before(q.Sent) // who is asked once more is to answer once more
	switch {
	case !q.Accepted.Zero():
		return Accepted
	case q.Way == app.QuestionnaireUnneeded:
		return Unneeded
	case came && !q.Returned.Zero() && !q.Returned.Before(q.Received):
		return Returned
	case came && q.Fault != "":
		return Faulty
	case came && q.Doubts.N > 0:
		return Doubtful
	case came:
		return Arrived
	case whole && (!asked || late(q, day)):
		return Entered
	case !asked:
		return NotSent
	case late(q, day):
		return Overdue
	}
	return Sent
}

func late(q *app.Questionnaire, day app.Date) bool { return !q.Due.Zero() && day.After(q.Due) }

// complete reports whether a report has all that a submission needs of it.
func complete(r *app.ResidentReport) bool {
	return !slices.ContainsFunc(r.Type().Fields, func(f app.Field) bool { return f.RequiredOf(r) && f.Get(r).Empty() })
}

// reported counts the figures of a report that residents are asked for.
func reported(r *app.ResidentReport) (filled, asked int) {
	for _, f := range r.Type().Fields {
		if !f.AskedFor(r.Period) {
			continue
		}
		asked++
		if !f.Get(r).Empty() {
			filled++
		}
	}
	return filled, asked
}

// Count returns how many residents are in one of the states.
func (d *Desk) Count(states ...State) int {
	n := 0
	for _, r := range d.Rows {
		if slices.Contains(states, r.State) {
			n++
		}
	}
	return n
}

// Answered returns of how many residents figures have come that can be used, and of how many they
// are wanted: a file that is no use or was sent back has to come once more.
func (d *Desk) Answered() (come, wanted int) {
	return d.Count(Doubtful, Arrived, Entered, Accepted), len(d.Rows) - d.Count(Unneeded)
}

// Waiting returns how many residents call for something that cannot wait: those overdue and
// those whose answers raise questions.
func (d *Desk) Waiting() int { return d.Count(Overdue, Faulty, Doubtful) }

// Begun reports whether anybody was asked.
func (d *Desk) Begun() bool {
	return slices.ContainsFunc(d.Rows, func(r Row) bool { return r.Sheet != nil })
}

// Of returns the row of a resident.
func (d *Desk) Of(resident int64) (Row, bool) {
	i := slices.IndexFunc(d.Rows, func(r Row) bool { return r.Resident.ID == resident })
	if i < 0 {
		return Row{}, false
	}
	return d.Rows[i], true
}
