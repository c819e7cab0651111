package journal

import (
	"technopark/app"
	"technopark/app/history"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// lineIDs is more than a record has fields, so that ids of rows stay when entries come.
const lineIDs = 1000

func columns(d *desk.Desk) []kit.Column {
	return []kit.Column{
		{Key: "when", Head: d.T("ui.journal.when"), Chars: 16},
		{Key: "who", Head: d.T("ui.journal.who"), Chars: 14},
		{Key: "action", Head: d.T("ui.journal.action"), Chars: 22},
		{Key: "record", Head: d.T("ui.journal.record"), Chars: 34},
		{Key: "field", Head: d.T("ui.journal.field"), Chars: 24},
		{Key: "before", Head: d.T("ui.journal.before"), Chars: 18},
		{Key: "after", Head: d.T("ui.journal.after"), Chars: 18, Wide: true},
		{Key: "step", Head: d.T("ui.journal.named"), Chars: 34, Hidden: true},
		{Key: "number", Head: d.T("ui.journal.number"), Chars: 8, Right: true, Figures: &kit.Figures{Scale: 1}, Hidden: true},
	}
}

// linesOf returns the lines of the entries, in their order, by the ids of their
// rows, and those ids in order.
func linesOf(d *desk.Desk, entries []app.JournalEntry) (map[int64]history.Line, []int64) {
	lines, ids := map[int64]history.Line{}, []int64{}
	last, n := int64(0), int64(0)
	for _, line := range history.LinesOf(entries, d.TitleOf, d.Words) {
		n++
		if line.Entry.ID != last {
			last, n = line.Entry.ID, 0
		}
		id := last*lineIDs + n
		lines[id] = line
		ids = append(ids, id)
	}
	return lines, ids
}

func rows(d *desk.Desk, lines map[int64]history.Line, ids []int64) []kit.Row {
	rows := make([]kit.Row, len(ids))
	for i, id := range ids {
		line := lines[id]
		e := line.Entry
		rows[i] = kit.Row{ID: id, Cells: []kit.Cell{
			{Text: history.Moment(e.At, d.Now().Location()), N: e.At.Unix(), Number: true},
			{Text: e.Who},
			{Text: line.Action(d.Words)},
			{Text: line.Record()},
			{Text: line.Name},
			{Text: line.Before, Muted: line.Before == d.T("common.journal.empty")},
			{Text: line.After, Muted: line.After == d.T("common.journal.empty")},
			{Text: d.Words.Step(e.What)},
			{N: e.ID, Number: true, State: app.Given},
		}}
	}
	return rows
}
