package pdf

import (
	"slices"
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

// contentsType are the sizes of type, points, and the leadings the contents may take, the best first.
var contentsType = []struct{ size, leading float64 }{{textSize, textLeading}, {textSize, 1.15}, {11.5, 1.15}, {11, 1.15}, {10.5, 1.1}, {10, 1.1}}

// lastEntries is how many entries at least stand on the last sheet of the contents.
const lastEntries = 8

// contents returns a line or more for every entry found by the pass before; the number of
// lines does not depend on the page numbers. Of the sizes of type it takes the largest
// that needs no more sheets than the smallest: a few lines are no reason for one more.
func (l *layouter) contents(body Rect, above []strip) []strip {
	var best []strip
	fewest := 0
	for i := len(contentsType) - 1; i >= 0; i-- {
		out := l.entriesIn(l.fonts.font(serif, contentsType[i].size, contentsType[i].leading), body)
		n := sheets(append(slices.Clone(above), out...), body)
		if best == nil || n <= fewest {
			best, fewest = out, n
		}
	}
	if fewest > 1 { // those on the last sheet are not alone there
		for i := max(0, len(best)-lastEntries); i < len(best)-1; i++ {
			tie(best[:i+1], firm)
		}
	}
	return best
}

// sheets returns how many pages the strips take by themselves.
func sheets(strips []strip, body Rect) int {
	var fl flow
	fl.run(Page{Body: body}, slices.Clone(strips))
	return len(fl.pages)
}

// entriesIn returns the entries in a type.
func (l *layouter) entriesIn(f font, body Rect) []strip {
	var out []strip
	for _, e := range l.entries {
		out = append(out, l.entry(e, f, body)...)
	}
	return out
}

func (l *layouter) entry(e Entry, f font, body Rect) []strip {
	indent := min(float64(max(e.Level, 0)), 4) * levelIndent
	titles := Rect{X: body.X + indent, W: body.W - indent - numberWidth}
	out := l.lines(f, e.Title, doc.Left, titles, 0)
	for i := range out[:len(out)-1] {
		out[i].bond = firm
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
