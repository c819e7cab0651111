package indicators

import (
	"strconv"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// traceList is one list of a trace: the records of a term, or what is missing.
type traceList struct {
	term    *rating.Term // nil for what is missing
	caption string
	columns []kit.Column
	rows    []kit.Row   // their ids count from 1
	places  []app.Place // what the rows open
}

func termColumns(d *desk.Desk) []kit.Column {
	return []kit.Column{
		{Key: "term", Head: d.T("ui.trace.term"), Chars: 16, Wide: true},
		{Key: "sum", Head: d.T("ui.trace.sum"), Chars: 13, Right: true},
		{Key: "unit", Head: d.T("ui.indicators.unit"), Chars: 8},
		{Key: "records", Head: d.T("ui.trace.records"), Chars: 7, Right: true},
	}
}

// termRows returns a row for each list of a trace, ids counting from 1.
func termRows(d *desk.Desk, lists []traceList) []kit.Row {
	rows := make([]kit.Row, len(lists))
	for i, l := range lists {
		count := kit.Cell{Text: strconv.Itoa(len(l.rows)), N: int64(len(l.rows)), Number: true}
		cells := []kit.Cell{{Text: app.MarkWarning.Before(d.T("ui.trace.missing"))}, {}, {}, count}
		if l.term != nil {
			cells = []kit.Cell{
				{Text: l.term.Title.In(d.Lang)},
				{Text: l.term.SumText(d.Lang), N: sortNumber(l.term.Sum), Number: true},
				{Text: l.term.Unit.In(d.Lang)},
				count,
			}
		}
		rows[i] = kit.Row{ID: int64(i + 1), Cells: cells}
	}
	return rows
}

// traceLists returns the lists of an indicator: its terms in their order and what is
// missing, if anything is; that comes first when it is why there is no value.
func traceLists(d *desk.Desk, ind *rating.Indicator) []traceList {
	var lists []traceList
	for i := range ind.Terms {
		lists = append(lists, partList(d, &ind.Terms[i]))
	}
	switch {
	case len(ind.Missing) == 0:
		return lists
	case ind.Value == nil:
		return append([]traceList{missingList(d, ind)}, lists...)
	}
	return append(lists, missingList(d, ind))
}

func partList(d *desk.Desk, term *rating.Term) traceList {
	unit := term.Unit.In(d.Lang)
	l := traceList{
		term: term,
		caption: d.N("ui.trace.part_caption", len(term.Parts()),
			"Title", term.Title.In(d.Lang), "Sum", app.InUnit(term.SumText(d.Lang), unit, d.Lang)),
		columns: []kit.Column{
			{Key: "record", Head: d.T("ui.trace.record"), Chars: 26, Wide: true},
			{Key: "amount", Head: d.T("ui.trace.amount", "Unit", unit), Chars: 13, Right: true},
			{Key: "how", Head: d.T("ui.trace.how"), Chars: 27},
		},
	}
	for i, part := range term.Parts() {
		l.rows = append(l.rows, kit.Row{ID: int64(i + 1), Cells: []kit.Cell{
			{Text: part.Title},
			{Text: term.AmountText(part, d.Lang), N: sortNumber(part.Amount), Number: true},
			{Text: part.Text.In(d.Lang)},
		}})
		l.places = append(l.places, app.Place{Type: part.Type, ID: part.ID})
	}
	return l
}

func missingList(d *desk.Desk, ind *rating.Indicator) traceList {
	l := traceList{
		caption: d.N("ui.trace.missing_caption", len(ind.Missing)),
		columns: []kit.Column{
			{Key: "record", Head: d.T("ui.trace.who"), Chars: 30, Wide: true},
			{Key: "what", Head: d.T("ui.trace.what"), Chars: 40},
		},
	}
	for i, m := range ind.Missing {
		l.rows = append(l.rows, kit.Row{ID: int64(i + 1), Cells: []kit.Cell{{Text: m.Title}, {Text: m.Words.In(d.Lang)}}})
		l.places = append(l.places, m.Place())
	}
	return l
}
