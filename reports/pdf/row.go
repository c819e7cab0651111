package pdf

import "technopark/reports/doc"

// Room between the edge of a cell and its text, mm.
const (
	padX = 1.5
	padY = 0.8
)

// Rules and shades of tables. There are no vertical lines: columns are held
// by their alignment.
const (
	hairline   = 0.1
	strongRule = 0.3
	greyRule   = 140
	greyHead   = 238
	greyGroup  = 246
	greyNote   = 90
)

// Boxes to write in by hand: how high they are at least, in mm, and the grey of their edges.
const (
	handHeight = 6.0
	greyBox    = 60
	boxEdge    = 0.2
)

// cell is one cell with its text already wrapped.
type cell struct {
	x, w  float64 // outer edges
	font  font
	align doc.Align
	lines []line
	least float64 // mm: it is no lower, with its padding
}

func (l *layouter) cell(f font, text string, x, w float64, align doc.Align) cell {
	return cell{x: x, w: w, font: f, align: align, lines: wrap(f, l.text(f, text), w-2*padX, 0)}
}

// row returns the strips of one row with a hairline under it: one strip, or
// several if the row is taller than limit, cut between lines of text.
func row(cells []cell, x, w, limit float64) []strip {
	lineHeight, most, least := 0.0, 1, 0.0
	for _, c := range cells {
		lineHeight = max(lineHeight, c.font.lineHeight())
		most, least = max(most, len(c.lines)), max(least, c.least)
	}
	fit := max(1, int((limit-2*padY)/lineHeight))
	var out []strip
	for from := 0; from < most; from += fit {
		to := min(from+fit, most)
		s := strip{height: max(float64(to-from)*lineHeight+2*padY, least)}
		for _, c := range cells {
			s.print(c, from, to, lineHeight, s.height)
		}
		if to == most {
			s.rule(x, s.height, w, hairline, greyRule)
		}
		out = append(out, s)
	}
	return out
}

// box frames what people write in.
func (s *strip) box(x, w float64) {
	for _, at := range []float64{x, x + w - boxEdge} {
		s.fill(Rect{X: at, W: boxEdge, H: s.height}, greyBox)
	}
	for _, y := range []float64{0, s.height - boxEdge} {
		s.fill(Rect{X: x, Y: y, W: w, H: boxEdge}, greyBox)
	}
}

// print writes the lines of c that lie between from and to.
func (s *strip) print(c cell, from, to int, lineHeight, height float64) {
	box := Rect{X: c.x + padX, W: c.w - 2*padX, H: height}
	for i := from; i < min(to, len(c.lines)); i++ {
		s.align(c.font, c.lines[i].text, c.align, box, padY+float64(i-from)*lineHeight)
	}
}
