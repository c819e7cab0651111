package pdf

import "technopark/reports/doc"

// Type of a lead, points, and the room in it, mm.
const (
	leadFigure = 26.0
	leadTitle  = 12.0
	leadLine   = 9.5
	leadGap    = 7.0 // between the figure and the words beside it
	leadShare  = 0.5 // of the width that the figure may take: a longer one is set smaller
)

// lead returns a figure and, beside it, its words: one strip, which is never split. Where there is
// no figure the words begin at the margin.
func (l *layouter) lead(b doc.Lead, body Rect) []strip {
	figure := l.fonts.font(sansBold, leadFigure, 1)
	text := l.single(figure, b.Figure)
	for figure.measure(text) > body.W*leadShare && figure.size > leadTitle {
		figure.size--
	}
	text = shorten(figure, text, body.W*leadShare)
	s := strip{gap: tableGap, below: tableGap, bond: firm}
	left := body.X
	if text != "" {
		left += figure.measure(text) + leadGap
		s.write(figure, text, body.X, 0, Rect{X: body.X, W: left - leadGap - body.X, H: figure.lineHeight()})
	}
	cell := Rect{X: left, W: body.X + body.W - left}
	write := func(st style, size float64, words string) {
		f := l.fonts.font(st, size, tableLeading)
		for _, ln := range wrap(f, l.text(f, words), cell.W, 0) {
			s.write(f, ln.text, cell.X, s.height, Rect{X: cell.X, Y: s.height, W: cell.W, H: f.lineHeight()})
			s.height += f.lineHeight()
		}
	}
	write(sansBold, leadTitle, b.Title)
	for _, line := range b.Lines {
		write(sans, leadLine, line)
	}
	s.height = max(s.height, figure.lineHeight())
	return []strip{s}
}
