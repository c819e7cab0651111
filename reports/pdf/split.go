package pdf

import (
	"slices"

	"technopark/reports/doc"
)

// lead is how many columns a table has that say whose row it is: its number and its name.
// They are repeated where a table is too wide for the sheet and becomes several.
const lead = 2

// part is a run of the columns of a table that stands on its own: those in front, and some
// of the others. Columns keep the numbers they have in the whole table.
type part struct {
	table   doc.Table
	numbers []int
	widths  []float64
	fonts   tableFonts
}

// parts divides a table that is too wide for the sheet even in the smallest type, rather than
// break its words: the same rows again with other columns. Columns under one head stay together
// where they can.
func (l *layouter) parts(t doc.Table, width float64) []part {
	wishes, fonts := l.settle(t, width)
	if len(t.Columns) <= lead+1 || needs(wishes) <= width || needs(wishes[:lead]) > width/2 {
		return []part{{table: t, numbers: counting(0, len(t.Columns)), fonts: fonts, widths: share(t.Columns, wishes, width)}}
	}
	room := width - needs(wishes[:lead])
	var out []part
	for from := lead; from < len(t.Columns); {
		to := reach(t.Columns, wishes, from, room)
		p := part{table: cut(t, from, to), numbers: append(counting(0, lead), counting(from, to)...), fonts: fonts}
		p.widths = share(p.table.Columns, slices.Concat(wishes[:lead], wishes[from:to]), width)
		out = append(out, p)
		from = to
	}
	return out
}

// reach returns the end of the columns from one on that fit into the room, a whole number of
// groups unless one group alone is wider.
func reach(columns []doc.Column, wishes []wish, from int, room float64) int {
	to, border := from, from
	for to < len(columns) && (to == from || needs(wishes[from:to+1]) <= room) {
		to++
		if to == len(columns) || columns[to].Group == "" || columns[to].Group != columns[to-1].Group {
			border = to
		}
	}
	if border > from {
		return border
	}
	return to
}

// counting returns the numbers above from up to to.
func counting(from, to int) []int {
	out := make([]int, 0, to-from)
	for i := from; i < to; i++ {
		out = append(out, i+1)
	}
	return out
}

// cut returns the table with its leading columns and those from one to another.
func cut(t doc.Table, from, to int) doc.Table {
	all := t.Columns
	t.Columns = append(append([]doc.Column{}, all[:lead]...), all[from:to]...)
	rows := make([]doc.Row, len(t.Rows))
	for i, r := range t.Rows {
		rows[i] = r
		if r.Kind == doc.RowSection && len(r.Cells) == 1 {
			continue
		}
		cells := spread(r, len(all))
		rows[i].Cells = append(within(cells, 0, lead), within(cells, from, to)...)
		rows[i].Cells = joinedLabel(rows[i].Cells, from)
	}
	t.Rows = rows
	return t
}

// within returns the cells that lie between two columns; of one that reaches over an edge
// what is inside, its text where it begins.
func within(cells []doc.Cell, from, to int) []doc.Cell {
	var out []doc.Cell
	at := 0
	for _, c := range cells {
		begin, end := max(at, from), min(at+c.Span, to)
		if begin < end {
			if at < from {
				c.Text, c.Drawing = "", nil
			}
			out = append(out, doc.Cell{Text: c.Text, Bold: c.Bold, Span: end - begin, Drawing: c.Drawing})
		}
		at += c.Span
	}
	return out
}

// joinedLabel lets a label that covers all leading columns go on over empty ones after it, as
// it does in the whole table.
func joinedLabel(cells []doc.Cell, from int) []doc.Cell {
	if from == lead && len(cells) > 1 && cells[0].Span == lead && cells[1].Text == "" {
		cells[1].Text, cells[1].Span = cells[0].Text, cells[0].Span+cells[1].Span
		cells[1].Bold = cells[0].Bold
		return cells[1:]
	}
	return cells
}
