package pdf

import (
	"strconv"
	"strings"

	"technopark/reports/doc"
)

// The contents: a column for page numbers at the right, chapters set in.
const (
	numberWidth = 10.0 // mm
	levelIndent = 7.0
	leaderGap   = 1.5 // between the title, its dots and the number
)

// contents returns a line or more for every entry found by the pass before;
// the number of lines does not depend on the page numbers.
func (l *layouter) contents(body Rect) []strip {
	var out []strip
	for _, e := range l.entries {
		strips := l.entry(e, body)
		out = append(out, strips...)
	}
	return out
}

func (l *layouter) entry(e Entry, body Rect) []strip {
	f := l.fonts.font(serif, textSize, textLeading)
	indent := min(float64(max(e.Level, 0)), 4) * levelIndent
	titles := Rect{X: body.X + indent, W: body.W - indent - numberWidth}
	out := l.lines(f, e.Title, doc.Left, titles, 0)
	for i := range out[:len(out)-1] {
		out[i].keep = true
	}
	if e.Level == 0 {
		out[0].gap = textGap
	}
	last := &out[len(out)-1]
	number := Rect{X: body.X + body.W - numberWidth, W: numberWidth, H: last.height}
	page := strconv.Itoa(e.Page)
	last.align(f, page, doc.Right, number, 0)
	from := titles.X
	for _, t := range last.texts[:1] {
		from = t.Box.X + t.Box.W
	}
	last.leader(f, from+leaderGap, number.X+leaderGap)
	return out
}

// leader draws dots from one place to another, in step on every line.
func (s *strip) leader(f font, from, to float64) {
	step := f.measure(". ")
	first := float64(int(from/step)+1) * step
	n := int((to - first) / step)
	if n < 1 {
		return
	}
	dots := strings.TrimRight(strings.Repeat(". ", n), " ")
	s.write(f, dots, first, 0, Rect{X: from, W: to - from, H: s.height})
}
