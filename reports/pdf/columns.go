package pdf

import "technopark/reports/doc"

// Sizes of type in tables, points.
const (
	tableSize    = 8.5
	smallestSize = 6.5
	tableLeading = 1.2
)

// longestWord is the width, at the usual size, up to which a column is
// widened so as not to break a word; longer ones are broken.
const longestWord = 42.0 // mm: «предпринимательская» in bold and some more

// widest is how much of the page a column without a weight may ask for.
const widest = 0.35

// tableFonts are the faces of one table.
type tableFonts struct{ plain, bold, head font }

func (l *layouter) tableFonts(size float64) tableFonts {
	return tableFonts{
		plain: l.fonts.font(sans, size, tableLeading),
		bold:  l.fonts.font(sansBold, size, tableLeading),
		head:  l.fonts.font(sans, size-0.5, 1.15),
	}
}

// wish is what a column asks for, with padding.
type wish struct{ need, natural float64 }

// columns returns the widths of a table's columns, which add up to width, and
// the fonts: smaller than asked for when not even the longest words fit.
func (l *layouter) columns(t doc.Table, width float64) ([]float64, tableFonts) {
	size := t.Size
	if size == 0 {
		size = tableSize
	}
	for {
		fonts := l.tableFonts(size)
		wishes := l.wishes(t, fonts, width)
		needs := 0.0
		for _, w := range wishes {
			needs += w.need
		}
		if needs <= width || size <= smallestSize {
			return share(t.Columns, wishes, width), fonts
		}
		size = max(smallestSize, size-0.5)
	}
}

// wishes measures every cell of every column.
func (l *layouter) wishes(t doc.Table, fonts tableFonts, width float64) []wish {
	out := make([]wish, len(t.Columns))
	for i, c := range t.Columns {
		_, need := extent(fonts.head, printable(fonts.head, headText(c)))
		out[i] = wish{need: need, natural: need}
	}
	for _, r := range t.Rows {
		at := 0
		for _, c := range spread(r, len(t.Columns)) {
			if c.Span == 1 {
				f := rowFont(fonts, r, c)
				natural, need := extent(f, printable(f, c.Text))
				out[at].need = max(out[at].need, need)
				out[at].natural = max(out[at].natural, natural)
			}
			at += c.Span
		}
	}
	for i, c := range t.Columns {
		w := &out[i]
		if c.Align != doc.Right { // figures are never broken
			w.need = min(w.need, longestWord*fonts.plain.size/tableSize)
		}
		w.need = max(w.need+2*padX+slack, c.Min)
		w.natural = max(w.need, min(w.natural+2*padX+slack, widest*width))
	}
	return out
}

// share divides width: columns without a weight get what they would like,
// the others divide the rest by weight, nobody gets less than it needs. If
// there is not room for the needs, all shrink alike and words are broken.
func share(columns []doc.Column, wishes []wish, width float64) []float64 {
	widths := make([]float64, len(columns))
	rest, wanted, weights := width, 0.0, 0.0
	for i, w := range wishes {
		widths[i] = w.need
		rest -= w.need
		weights += max(columns[i].Weight, 0)
		if columns[i].Weight <= 0 {
			wanted += w.natural - w.need
		}
	}
	if rest < 0 {
		return scale(widths, width)
	}
	if wanted > 0 {
		part := min(1, rest/wanted)
		for i, w := range wishes {
			if columns[i].Weight <= 0 {
				widths[i] += (w.natural - w.need) * part
			}
		}
	}
	if weights > 0 {
		weigh(columns, widths, width)
	}
	return scale(widths, width)
}

// weigh shares what the columns without a weight leave; a column whose share
// is below its need keeps its need, and the others share again without it.
func weigh(columns []doc.Column, widths []float64, width float64) {
	settled := make([]bool, len(columns))
	for i, c := range columns {
		settled[i] = c.Weight <= 0
	}
	for {
		rest, weights := width, 0.0
		for i, c := range columns {
			if settled[i] {
				rest -= widths[i]
			} else {
				weights += c.Weight
			}
		}
		again := false
		for i, c := range columns {
			if !settled[i] && rest*c.Weight/weights < widths[i] {
				settled[i], again = true, true
				break
			}
		}
		if again {
			continue
		}
		for i, c := range columns {
			if !settled[i] {
				widths[i] = rest * c.Weight / weights
			}
		}
		return
	}
}

// scale stretches or shrinks all widths alike, so that they fill the page.
func scale(widths []float64, width float64) []float64 {
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	for i := range widths {
		widths[i] *= width / sum
	}
	return widths
}

// spread returns the row's cells with spans of at least one, together
// covering exactly n columns.
func spread(r doc.Row, n int) []doc.Cell {
	var out []doc.Cell
	left := n
	for _, c := range r.Cells {
		if left == 0 {
			break
		}
		c.Span = min(max(c.Span, 1), left)
		if r.Kind == doc.RowSection && len(r.Cells) == 1 {
			c.Span = left
		}
		left -= c.Span
		out = append(out, c)
	}
	for range left {
		out = append(out, doc.Cell{Span: 1})
	}
	return out
}

// rowFont returns the font of one cell.
func rowFont(fonts tableFonts, r doc.Row, c doc.Cell) font {
	if c.Bold || r.Kind != doc.RowPlain {
		return fonts.bold
	}
	return fonts.plain
}

// headText returns a column's title with its unit; the unit stays whole.
func headText(c doc.Column) string {
	if c.Unit == "" {
		return c.Title
	}
	return c.Title + ", " + c.Unit
}
