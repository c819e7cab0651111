package desk

import (
	"technopark/app"
	"technopark/app/copies"
	"technopark/app/exchange"
	"technopark/app/ui/kit"
)

// Found is what some work has found, a line each: it is read over the window, kept as a file and
// printed.
type Found struct {
	Title   string       // of the list, and of the file it is kept in
	Note    string       // stands below it until a line is chosen
	Columns []kit.Column // from the left
	Rows    []kit.Row    // with the ids 1, 2, 3 …
	// Whole returns the line of a row in full, which columns may cut off; nil where they do not.
	Whole func(id int64) string
}

// ShowFound shows the list with buttons below it, and with those by which it is kept and printed.
// The dialog it returns is shown.
func (d *Desk) ShowFound(f Found, buttons ...*kit.Button) *kit.ListDialog {
	keep := kit.NewButton(d.T("ui.list.export"), func() { d.exportTable(f.table(d)) })
	paper := kit.NewButton(d.T("ui.list.print"), nil)
	buttons = append(buttons, keep)
	if d.ShowPaper != nil && d.Store != nil {
		buttons = append(buttons, paper)
	}
	l := kit.NewListDialog(d.Window, f.Title, f.Note, d.T("ui.documents.close"), f.Columns, buttons...)
	paper.OnTapped = func() {
		l.Hide() // the paper takes the whole window
		d.printTable(f.table(d))
	}
	l.OfRow(keep, paper)
	l.Fill(f.Rows)
	l.Say(f.Note)
	if f.Whole != nil {
		l.Table.OnSelect = func(id int64) {
			if id >= 1 && id <= int64(len(f.Rows)) {
				l.Say(f.Whole(id))
			}
		}
	}
	l.Show()
	return l
}

// table makes of the list plain values.
func (f Found) table(d *Desk) *exchange.Table {
	t := &exchange.Table{Title: f.Title, Lang: d.Lang, About: []string{f.Note}}
	for _, c := range f.Columns {
		t.Columns = append(t.Columns, exchange.Column{Name: c.Name(), Chars: c.Chars})
	}
	for _, row := range f.Rows {
		values := make([]exchange.Value, len(row.Cells))
		for i, cell := range row.Cells {
			values[i] = exchange.Value{State: app.Given, Text: cell.Text}
		}
		t.Rows = append(t.Rows, values)
	}
	return t
}

// ShowDifferences shows in what a copy, told by when it was made, and a data file differ.
func (d *Desk) ShowDifferences(when string, all []copies.Differing) {
	if len(all) == 0 {
		kit.Tell(d.Window, d.T("ui.differences.title", "When", when), d.T("copies.differences_none"), d.T("ui.ok"))
		return
	}
	rows := make([]kit.Row, len(all))
	for i, x := range all {
		inCopy, inFile := x.Sides()
		rows[i] = kit.Row{ID: int64(i + 1), Cells: []kit.Cell{
			{Text: x.Type.One.In(d.Lang)}, {Text: x.Record.In(d.Lang)}, {Text: x.Field.Spoken().In(d.Lang)}, {Text: inCopy.In(d.Lang)}, {Text: inFile.In(d.Lang)},
		}}
	}
	d.ShowFound(Found{
		Title: d.T("ui.differences.title", "When", when),
		Note:  d.T("copies.differences", "Count", app.FormatNumber(int64(len(all)), 1, 0, d.Lang)),
		Columns: []kit.Column{
			{Key: "type", Head: d.T("ui.differences.type"), Chars: 16},
			{Key: "record", Head: d.T("ui.differences.record"), Chars: 26, Wide: true},
			{Key: "field", Head: d.T("ui.journal.field"), Chars: 18},
			{Key: "copy", Head: d.T("ui.differences.copy"), Chars: 20},
			{Key: "file", Head: d.T("ui.differences.file"), Chars: 20},
		},
		Rows: rows,
		Whole: func(id int64) string {
			x := all[id-1]
			inCopy, inFile := x.Sides()
			return d.T("ui.differences.line", "Record", x.Record.In(d.Lang), "Field", x.Field.Spoken().In(d.Lang), "Copy", inCopy.In(d.Lang), "File", inFile.In(d.Lang))
		},
	})
}
