package pdf

import (
	"strconv"

	"technopark/reports/doc"
)

// table returns a head and the rows; every row knows the head, so that a page
// it begins has one too. A table too wide for the sheet becomes several.
func (l *layouter) table(t doc.Table, body Rect) []strip {
	var out []strip
	for _, p := range l.parts(t, body.W) {
		if len(t.Columns) > 0 {
			out = append(out, l.grid(p, body)...)
		}
	}
	return out
}

func (l *layouter) grid(p part, body Rect) []strip {
	g := grid{layouter: l, table: p.table, numbers: p.numbers, fonts: p.fonts, x: body.X, widths: p.widths, width: body.W}
	head := g.head()
	head.gap = tableGap
	var rows []run
	var group *strip // the title of the rows, repeated on the pages they go on to
	for _, r := range g.rows() {
		if r.Kind == doc.RowSection || r.Kind == doc.RowTotal {
			group = nil
		}
		limit := body.H - head.height
		if group != nil {
			limit -= group.height
		}
		strips := g.row(r, limit)
		for j := range strips {
			strips[j].head, strips[j].group = &head, group
		}
		rows = append(rows, run{r, strips})
		if r.Kind == doc.RowSection {
			group = g.goesOn(r)
		}
	}
	bindRows(rows)
	out := append([]strip{head}, flat(rows)...)
	out[len(out)-1].below = tableGap
	return out
}

// tableGap is the room above and below a table, mm.
const tableGap = 2.0

// sticks reports whether a row stays with the row before it: a sum alone at
// the top of a page says nothing.
func sticks(k doc.RowKind) bool { return k == doc.RowSubtotal || k == doc.RowTotal }

// grid lays out one table whose widths are settled.
type grid struct {
	*layouter
	table   doc.Table
	numbers []int // of the columns, as messages name them
	fonts   tableFonts
	x       float64
	widths  []float64
	width   float64
}

// goesOn returns the title of a group on a page where the group does not begin; nil if it
// takes more than two lines there.
func (g *grid) goesOn(r doc.Row) *strip {
	if len(r.Cells) != 1 {
		return nil
	}
	r.Cells = doc.Cells(r.Cells[0].Text + " " + g.words.Continued)
	again := g.row(r, 2*g.fonts.bold.lineHeight()+2*padY)
	if len(again) != 1 {
		return nil
	}
	return &again[0]
}

// rows returns the table's rows, or one that says there are none.
func (g *grid) rows() []doc.Row {
	if len(g.table.Rows) > 0 {
		return g.table.Rows
	}
	text := g.table.Empty
	if text == "" {
		text = g.words.NoRows
	}
	return []doc.Row{{Cells: []doc.Cell{{Text: text, Span: len(g.widths)}}}}
}

// row lays out one row.
func (g *grid) row(r doc.Row, limit float64) []strip {
	var cells []cell
	at := 0
	for _, c := range spread(r, len(g.widths)) {
		x, w := g.span(at, c.Span)
		align := g.table.Columns[at].Align
		if c.Span > 1 && at == 0 {
			align = doc.Left
		}
		cells = append(cells, g.cell(rowFont(g.fonts, r, c), c.Text, x, w, align))
		if g.table.Columns[at].Box && r.Kind == doc.RowPlain {
			cells[len(cells)-1].least = handHeight
		}
		if c.Drawing != nil {
			cells[len(cells)-1].lines, cells[len(cells)-1].least = nil, c.Drawing.H
		}
		at += c.Span
	}
	out := row(cells, g.x, g.width, limit)
	g.draws(r, &out[0])
	g.boxes(r, out)
	switch r.Kind {
	case doc.RowSection:
		for i := range out {
			out[i].fill(Rect{X: g.x, W: g.width, H: out[i].height}, greyGroup)
			out[i].bond = firm
		}
	case doc.RowTotal:
		out[0].rule(g.x, 0, g.width, strongRule, 0)
	case doc.RowPlain, doc.RowSubtotal:
	}
	return out
}

// boxes frames the cells of a row that people write in.
func (g *grid) boxes(r doc.Row, out []strip) {
	at := 0
	for _, c := range spread(r, len(g.widths)) {
		if x, w := g.span(at, c.Span); g.table.Columns[at].Box && r.Kind == doc.RowPlain {
			for i := range out {
				out[i].box(x, w)
			}
		}
		at += c.Span
	}
}

// draws draws the figures of a row in the middle of their cells.
func (g *grid) draws(r doc.Row, s *strip) {
	at := 0
	for _, c := range spread(r, len(g.widths)) {
		if d := c.Drawing; d != nil {
			x, w := g.span(at, c.Span)
			g.draw(s, *d, x+(w-d.W)/2, (s.height-d.H)/2)
		}
		at += c.Span
	}
}

// span returns the left edge and width of n columns from the one at.
func (g *grid) span(at, n int) (x, w float64) {
	x = g.x
	for i, width := range g.widths[:at+n] {
		if i < at {
			x += width
		} else {
			w += width
		}
	}
	return x, w
}

// numberCells returns the row 1, 2, 3 … under the head.
func (g *grid) numberCells() []cell {
	cells := make([]cell, len(g.widths))
	for i := range cells {
		x, w := g.span(i, 1)
		cells[i] = g.cell(g.fonts.head, strconv.Itoa(g.numbers[i]), x, w, doc.Center)
	}
	return cells
}
