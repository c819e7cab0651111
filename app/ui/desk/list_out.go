package desk

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/exchange"
	"technopark/app/submission"
	"technopark/app/ui/kit"
	"technopark/reports"
)

// Listed is a screen whose list can be exported and printed (Ctrl+P).
type Listed interface {
	// Listed returns the list as it is shown; false while another page is in view.
	Listed() (Listing, bool)
}

// Listing is a list that is to leave the program.
type Listing struct {
	List  *kit.List // as it is shown
	Title string    // «Договоры»
	About []string  // what the screen leaves out by itself, a line each: «2020 год»
}

// Ways are what can be done with the list of a screen, in its menus.
func (d *Desk) Ways(of Listed) []kit.Way {
	do := func(act func(Listing)) func() {
		return func() {
			if l, shown := of.Listed(); shown {
				act(l)
			}
		}
	}
	return []kit.Way{
		{Text: d.T("ui.list.export"), Do: do(d.ExportList)},
		{Text: d.T("ui.list.print"), Keys: "Ctrl+P", Do: do(d.PrintList)},
	}
}

// ExportList asks for a file and writes the list into it, as a workbook, a text or JSON by its
// name.
func (d *Desk) ExportList(l Listing) {
	if table := d.table(l); table != nil {
		d.exportTable(table)
	}
}

// exportTable is ExportList for a table.
func (d *Desk) exportTable(table *exchange.Table) {
	title := strings.TrimSuffix(d.T("ui.list.export"), "…")
	d.Files(d.FirstDir()).NewOf(title, strings.NewReplacer("/", " ", `\`, " ", ":", " ").Replace(table.Title), reports.ListFormats(), func(path string) {
		now := d.Now()
		work := func(context.Context, kit.Progress) error {
			if err := disk.New(path); err != nil {
				return err
			}
			data, err := reports.ListFile(path, table, now)
			if err != nil {
				return err
			}
			return disk.WriteNew(path, data)
		}
		d.Tasks.Run(title, work, func(err error) {
			if err != nil {
				d.Fail(err)
				return
			}
			d.TellMade(title, d.T("ui.list.exported", "File", path), path, nil)
		})
	})
}

// PrintList shows the list on paper, from where it is printed.
func (d *Desk) PrintList(l Listing) {
	if table := d.table(l); table != nil {
		d.printTable(table)
	}
}

func (d *Desk) printTable(table *exchange.Table) {
	now := d.Now()
	d.ShowPaper(func(ctx context.Context) (submission.Shown, error) {
		return submission.ShowList(ctx, table, now)
	})
}

// PrintRows shows on paper what a screen has that is no list: rows under columns, headings between
// them, and lines over it all.
func (d *Desk) PrintRows(title string, about []string, columns []kit.Column, rows []kit.Row) {
	if table := d.tableOf(Listing{Title: title, About: about}, kit.Shot{Columns: columns, Rows: rows}); table != nil {
		d.printTable(table)
	}
}

// PrintButton returns the button that prints what a screen shows where that is no list, as Ctrl+P does.
func (d *Desk) PrintButton(do func()) *kit.Button {
	return kit.NewTool(d.T("ui.print.button"), theme.DocumentPrintIcon(), do)
}

// table makes of a list plain values that work beside the window can take; nil where there is
// nothing, which is told.
func (d *Desk) table(l Listing) *exchange.Table { return d.tableOf(l, l.List.Shot()) }

// tableOf is table for what was taken from a list or put together like one.
func (d *Desk) tableOf(l Listing, shot kit.Shot) *exchange.Table {
	if len(shot.Rows) == 0 {
		kit.Tell(d.Window, l.Title, d.T("ui.list.nothing_to_print"), d.T("ui.ok"))
		return nil
	}
	t := &exchange.Table{Title: l.Title, Lang: d.Lang}
	if park := d.TitleOf("park", d.Park); park != "" {
		t.About = []string{park}
	}
	t.About = append(append(t.About, l.About...), shot.About...)
	for i, c := range shot.Columns {
		t.Columns = append(t.Columns, columnOf(c, shot.Rows, i, d.Lang))
	}
	for _, row := range shot.Rows {
		values := make([]exchange.Value, len(row.Cells))
		for i, cell := range row.Cells {
			values[i] = valueOf(cell, t.Columns[i], d.Lang)
		}
		if row.Heading {
			values = []exchange.Value{{State: app.Given, Text: row.Cells[0].Text}}
		}
		t.Rows = append(t.Rows, values)
	}
	if shot.Total != "" {
		t.Total = &exchange.Total{Label: shot.Total}
		for _, s := range shot.Sums {
			t.Total.Sums = append(t.Total.Sums, exchange.Sum{Words: s.Words, N: s.N, Exact: s.Exact})
		}
	}
	return t
}

// shownScale is in what figures are read that a screen has as texts: indicators, shares.
const shownScale = 1_000_000

// columnOf describes a column; one at the right edge without Figures holds texts, which are
// figures where all of them that say something are.
func columnOf(c kit.Column, rows []kit.Row, i int, lang app.Lang) exchange.Column {
	out := exchange.Column{Name: c.Name(), Chars: c.Chars}
	switch {
	case c.Dates:
		out.Form = exchange.Days
	case c.Figures != nil:
		out.Form, out.Unit, out.Scale, out.Digits = exchange.Figures, c.Figures.Unit, c.Figures.Scale, c.Figures.Least
	case c.Right:
		for _, row := range rows {
			if row.Heading || row.Cells[i].Muted || row.Cells[i].Text == "" {
				continue
			}
			if _, ok := app.ParseWritten(row.Cells[i].Text, shownScale, lang); !ok {
				return out
			}
		}
		out.Form, out.Scale = exchange.Figures, shownScale
	}
	return out
}

// valueOf returns a cell as a value of its column.
func valueOf(cell kit.Cell, c exchange.Column, lang app.Lang) exchange.Value {
	v := exchange.Value{State: cell.State, Text: cell.Text, N: cell.N, Muted: cell.Muted}
	if v.State == app.NotProvided && (cell.Number || cell.Text != "" && !cell.Muted) {
		v.State = app.Given // only cells of fields say their state
	}
	switch {
	case v.State == app.NotApplicable:
		v.Muted = true
	case c.Form == exchange.Days && cell.Number:
		v.Text = ""
	case c.Form == exchange.Figures && c.Scale == shownScale && cell.Text != "" && !cell.Muted:
		n, ok := app.ParseWritten(cell.Text, shownScale, lang)
		v.N, v.Muted = n, !ok
	case c.Form != exchange.Words && !cell.Number:
		v.Muted = true
	case c.Form == exchange.Words && cell.Muted && v.State == app.NotProvided:
	case c.Form == exchange.Words:
		v.Muted = false
	}
	return v
}
