package collecting

import (
	"strings"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// columnNext holds what is to be done next; a click on it does that.
const columnNext = "next"

func columns(d *desk.Desk) []kit.Column {
	date := func(key string, hidden bool) kit.Column {
		return kit.Column{Key: key, Head: d.T("ui.collect.column." + key), Chars: 10, Dates: true, Hidden: hidden}
	}
	text := func(key string, chars int) kit.Column {
		return kit.Column{Key: key, Head: d.T("ui.collect.column." + key), Chars: chars, Hidden: true}
	}
	states := map[string]collection.State{}
	for _, s := range collection.States() {
		states[s.Key()] = s
	}
	return []kit.Column{
		{Key: "resident", Head: d.T("ui.collect.column.resident"), Chars: 30, Wide: true, Naming: true},
		{Key: "state", Head: d.T("ui.collect.column.state"), Whole: true, Words: func(code string) string {
			return states[code].In(d.Lang)
		}},
		{Key: columnNext, Head: d.T("ui.collect.column.next"), Chars: 13}, // beside the state, so that a narrow window has it
		date("sent", false), date("due", true), date("received", false),
		{Key: "filled", Head: d.T("ui.collect.column.filled"), Chars: 11, Right: true},
		{Key: "reminders", Head: d.T("ui.collect.column.reminders"), Chars: 12, Right: true, Figures: &kit.Figures{Scale: 1, Lang: d.Lang}},
		date("reminded", true), text("inn", 14), text("contact", 24), text("email", 24), text("answer", 28), text("remark", 30),
	}
}

// rows returns a row for each resident, told by the resident's id.
func rows(d *desk.Desk, of []collection.Row) []kit.Row {
	all := make([]kit.Row, len(of))
	for i, row := range of {
		all[i] = kit.Row{ID: row.Resident.ID, Cells: cells(d, row)}
	}
	return all
}

func cells(d *desk.Desk, row collection.Row) []kit.Cell {
	r, q := row.Resident, row.Sheet
	reminders := kit.Cell{}
	if q == nil {
		q = &app.Questionnaire{}
	} else if q.Reminders.Given() {
		reminders = kit.Cell{N: int64(q.Reminders.N), Number: true, State: app.Given}
	}
	filled := kit.Cell{}
	if row.Known {
		filled = kit.Cell{Text: d.T("ui.collect.filled", "N", desk.Whole(row.Filled), "Of", desk.Whole(row.Asked)), N: int64(row.Filled), Number: true}
	}
	return []kit.Cell{
		{Text: d.TitleOf("resident", r.ID)},
		{Text: row.In(d.Lang), Code: row.State.Key(), N: int64(row.State), Number: true},
		{Text: row.NextIn(d.Lang), Muted: row.Next == collection.NoAct, Link: row.Next != collection.NoAct},
		day(q.Sent), day(q.Due), day(q.Received),
		filled, reminders,
		day(q.Reminded),
		{Text: r.INN},
		{Text: r.Contact},
		{Text: r.Email},
		{Text: q.Answer},
		{Text: q.Remark},
	}
}

func day(d app.Date) kit.Cell {
	if d.Zero() {
		return kit.Cell{}
	}
	return kit.Cell{Text: d.String(), N: int64(d.Days()), Number: true}
}

// detail writes a row out: how far it has come, whom to ask, what was said.
func detail(d *desk.Desk, row collection.Row) string {
	r := row.Resident
	parts := []string{d.TitleOf("resident", r.ID) + ": " + row.In(d.Lang)}
	for _, part := range []string{r.Contact, r.Phone, r.Email} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if q := row.Sheet; q != nil {
		if q.Answer != "" {
			parts = append(parts, d.T("ui.collect.file", "File", q.Answer))
		}
		if q.Remark != "" {
			parts = append(parts, app.Clean(q.Remark))
		}
	}
	return strings.Join(parts, " · ")
}
