package reports

import "technopark/reports/doc"

// crossed stands in a row of sums under a column that is not added up, as in official forms.
const crossed = "×"

// filledIn leaves no cell of a table empty: a reader could not tell what is not there from what
// was forgotten.
func filledIn(blocks []doc.Block) []doc.Block {
	out := make([]doc.Block, len(blocks))
	for i, b := range blocks {
		switch b := b.(type) {
		case doc.KeepTogether:
			out[i] = doc.KeepTogether{Blocks: filledIn(b.Blocks)}
		case doc.Table:
			rows := make([]doc.Row, len(b.Rows))
			for j, r := range b.Rows {
				rows[j] = filledRow(r, len(b.Columns))
			}
			b.Rows = rows
			out[i] = b
		default:
			out[i] = b
		}
	}
	return out
}

// filledRow returns a row of so many columns without empty cells.
func filledRow(r doc.Row, columns int) doc.Row {
	void := nothing
	switch r.Kind {
	case doc.RowSection:
		return r
	case doc.RowSubtotal, doc.RowTotal:
		void = crossed
	case doc.RowPlain:
	}
	cells := make([]doc.Cell, 0, columns)
	for _, c := range r.Cells {
		if c.Text == "" {
			c.Text = void
		}
		cells = append(cells, c)
		columns -= max(c.Span, 1)
	}
	for ; columns > 0; columns-- {
		cells = append(cells, doc.Cell{Text: void})
	}
	r.Cells = cells
	return r
}
