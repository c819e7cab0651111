package journal

import (
	"strings"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// line is what a row of the journal tells of: one field of an edit, or the whole
// of a record that was added or deleted.
type line struct {
	entry         app.JournalEntry
	record        string // its type and title
	title         string // of the record
	field         app.Field
	name          string // of the field, with its unit; empty when the whole record is meant
	before, after string
}

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
	}
}

// linesOf returns the lines of the entries, in their order, by the ids of their
// rows, and those ids in order.
func linesOf(d *desk.Desk, entries []app.JournalEntry) (map[int64]line, []int64) {
	lines, ids := map[int64]line{}, []int64{}
	titles := app.JournalTitles(entries, d.TitleOf)
	for i, e := range entries {
		for n, line := range entryLines(d, e) {
			line.entry, line.record, line.title = e, recordName(d, e, titles[i]), titles[i]
			id := e.ID*lineIDs + int64(n)
			lines[id] = line
			ids = append(ids, id)
		}
	}
	return lines, ids
}

// recordName is the name of the type and the title, «Резидент «Альфа»».
func recordName(d *desk.Desk, e app.JournalEntry, title string) string {
	kind := e.Type
	if t := app.TypeByKey(e.Type); t != nil {
		kind = t.One.In(d.Lang)
	}
	return kind + " " + app.Quoted(title)
}

// entryLines returns at least one line, without its entry and record.
func entryLines(d *desk.Desk, e app.JournalEntry) []line {
	edits, err := e.Edits()
	if err != nil {
		return []line{{name: d.T("common.journal.unreadable")}}
	}
	if e.Action != app.ActionEdit {
		return []line{wholeLine(d, edits)}
	}
	lines := make([]line, len(edits))
	for i, edit := range edits {
		before, after := edit.Texts(d.TitleOf, d.Lang)
		lines[i] = line{field: edit.Field, name: edit.Field.Head(d.Lang), before: orEmpty(d, before), after: orEmpty(d, after)}
	}
	if len(lines) == 0 { // of fields this program no longer has
		lines = append(lines, line{})
	}
	return lines
}

// wholeLine joins the fields of a record that was added or deleted.
func wholeLine(d *desk.Desk, edits []app.Edit) line {
	var before, after []string
	for _, edit := range edits {
		was, is := edit.Texts(d.TitleOf, d.Lang)
		if was != "" {
			before = append(before, edit.Field.Head(d.Lang)+": "+was)
		}
		if is != "" {
			after = append(after, edit.Field.Head(d.Lang)+": "+is)
		}
	}
	return line{before: strings.Join(before, "; "), after: strings.Join(after, "; ")}
}

func orEmpty(d *desk.Desk, text string) string {
	if text == "" {
		return d.T("common.journal.empty")
	}
	return text
}

func rows(d *desk.Desk, lines map[int64]line, ids []int64) []kit.Row {
	rows := make([]kit.Row, len(ids))
	for i, id := range ids {
		line := lines[id]
		e := line.entry
		at := e.At.In(d.Now().Location())
		rows[i] = kit.Row{ID: id, Cells: []kit.Cell{
			{Text: app.DateOf(at).String() + at.Format(" 15:04"), N: e.At.Unix(), Number: true},
			{Text: e.Who},
			{Text: d.T("common.journal." + string(e.Cause) + "." + string(e.Action))},
			{Text: line.record},
			{Text: line.name},
			{Text: line.before, Muted: line.before == d.T("common.journal.empty")},
			{Text: line.after, Muted: line.after == d.T("common.journal.empty")},
		}}
	}
	return rows
}
