package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"technopark/app"
)

// CopyRows puts the ticked rows, else the selected one, on the clipboard: the shown columns,
// their heads first, as spreadsheets take them.
func (t *Table) CopyRows() {
	ids := t.Ticked()
	if !t.ticking() || len(ids) == 0 {
		ids = []int64{t.state.Selected}
	}
	if text := t.tabbed(ids); text != "" {
		fyne.CurrentApp().Clipboard().SetContent(text)
	}
}

// ShownColumns returns the keys of the shown columns in their order, and the one that was clicked last:
// the first while none was.
func (t *Table) ShownColumns() (keys []string, pointed string) {
	for _, column := range t.layout {
		keys = append(keys, t.grid.columns[column].Key)
	}
	if slices.Contains(keys, t.pointed) {
		return keys, t.pointed
	}
	return keys, keys[0]
}

// tabbed writes rows out, a line each, their cells parted by tabs; «» when none is shown.
func (t *Table) tabbed(ids []int64) string {
	wanted := map[int64]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	var lines []string
	for _, at := range t.shown {
		row := t.grid.rows[at]
		if row.Heading || !wanted[row.ID] {
			continue
		}
		cells := make([]string, len(t.layout))
		for i, column := range t.layout {
			cell := row.at(column)
			cells[i] = pasted(cell, t.grid.text(cell, column), t.grid.columns[column].Figures)
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	if len(lines) == 0 {
		return ""
	}
	heads := make([]string, len(t.layout))
	for i, column := range t.layout {
		heads[i] = flat(t.grid.columns[column].Head)
	}
	return strings.Join(heads, "\t") + "\n" + strings.Join(lines, "\n") + "\n"
}

// pasted is what a cell gives to a spreadsheet: figures as it reads them, what is missing as
// an empty cell, and no text that it would take for a formula.
func pasted(cell Cell, text string, figures *Figures) string {
	switch {
	case cell.Blank() && !cell.NA() && figures != nil:
		return ""
	case figures != nil && cell.Number:
		if figures.Lang == app.EN {
			text = strings.ReplaceAll(text, ",", "") // they group its digits
		}
		return strings.NewReplacer(app.NBSP, "", "\u2212", "-").Replace(text)
	}
	text = flat(text)
	if strings.IndexAny(text, "=+-@") == 0 {
		return "'" + text
	}
	return text
}

// flat keeps a text in one cell.
func flat(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\t' || r == '\n' || r == '\r' }), " ")
}
