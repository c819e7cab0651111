package pdf

import (
	"strings"

	"technopark/reports/doc"
)

// Sizes of type in tables, points.
const (
	tableSize    = 8.5
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
		head:  l.fonts.font(sans, max(size-0.5, leastSize), 1.15),
	}
}

// wish is what a column asks for, with padding.
type wish struct {
	need    float64 // so that no word is broken
	natural float64 // so that no line is, up to a part of the page
	full    float64 // so that no line is
	head    float64 // so that no word of the head is divided by a hyphen
}

// settle returns what the columns ask for in the largest type in which they all fit, else
// in the smallest.
func (l *layouter) settle(t doc.Table, width float64) ([]wish, tableFonts) {
	size := max(t.Size, leastSize)
	if t.Size == 0 {
		size = tableSize
	}
	for {
		fonts := l.tableFonts(size)
		wishes := l.wishes(t, fonts, width)
		if needs(wishes) <= width || size <= leastSize {
			return wishes, fonts
		}
		size = max(leastSize, size-0.5)
	}
}

func needs(wishes []wish) float64 {
	sum := 0.0
	for _, w := range wishes {
		sum += w.need
	}
	return sum
}

// wishes measures every cell of every column.
func (l *layouter) wishes(t doc.Table, fonts tableFonts, width float64) []wish {
	out := make([]wish, len(t.Columns))
	for i, c := range t.Columns {
		title := printable(fonts.head, headText(c))
		_, unbroken := extent(fonts.head, strings.ReplaceAll(title, string(softHyphen), ""))
		need := headWidth(fonts.head, title)
		out[i] = wish{need: need, natural: need, head: unbroken + 2*padX + slack}
	}
	for _, r := range t.Rows {
		at := 0
		for _, c := range spread(r, len(t.Columns)) {
			if c.Span == 1 {
				f := rowFont(fonts, r, c)
				natural, need := extent(f, printable(f, c.Text))
				if c.Drawing != nil {
					natural, need = c.Drawing.W, c.Drawing.W
				}
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
		w.full = max(w.need, w.natural+2*padX+slack)
		w.natural = max(w.need, min(w.full, widest*width))
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
		weigh(columns, wishes, widths, width)
	}
	mendHeads(wishes, widths, width)
	return scale(widths, width)
}

// mendHeads gives what is left over to columns whose heads have words divided by hyphens.
func mendHeads(wishes []wish, widths []float64, width float64) {
	for _, w := range widths {
		width -= w
	}
	for i, w := range wishes {
		if more := w.head - widths[i]; more > 0 && more <= width {
			widths[i] += more
			width -= more
		}
	}
}

// weigh shares what the columns without a weight leave. A column whose share is below its
// need keeps its need, one whose share is more than its longest line takes is as wide as that
// — beyond would be a hole in the row — and the others share again without it.
func weigh(columns []doc.Column, wishes []wish, widths []float64, width float64) {
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
			if settled[i] {
				continue
			}
			part := rest * c.Weight / weights
			if part >= widths[i] && part <= wishes[i].full {
				continue
			}
			if part > wishes[i].full {
				widths[i] = wishes[i].full
			}
			settled[i], again = true, true
			break
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

// mostHead is how many lines the title of a column takes if more width helps.
const mostHead = 5

// headWidth returns the width in which a title takes no more lines than a head should have
// and breaks no word.
func headWidth(f font, title string) float64 {
	_, width := extent(f, title)
	for len(wrap(f, title, width+slack, 0)) > mostHead && width < longestWord {
		width += 2
	}
	return width
}

// headText returns a column's title with its unit; the unit stays whole.
func headText(c doc.Column) string {
	if c.Unit == "" {
		return hyphenated(c.Title)
	}
	return hyphenated(c.Title) + ", " + c.Unit
}
