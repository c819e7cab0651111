package pdf

import (
	"strings"

	"technopark/reports/doc"
)

// Type of running text: 12 points with an indent of 12.5 mm (ГОСТ Р
// 7.0.97-2016, section 3).
const (
	textSize    = 12.0
	textLeading = 1.25
	textIndent  = 12.5
	textGap     = 1.2 // mm between paragraphs
)

// maxStretch is how far a justified line may be pulled apart, mm a space.
const maxStretch = 3.0

// headingStyles by level; deeper levels look like the last.
var headingStyles = [...]struct {
	style  style
	size   float64
	before float64 // mm above
	after  float64 // mm below
	align  doc.Align
}{
	{style: serifBold, size: 15, before: 10, after: 4, align: doc.Center},
	{style: serifBold, size: 13, before: 8, after: 2.5},
	{style: serifBold, size: 12, before: 6, after: 1.5},
	{style: serifBoldItalic, size: 12, before: 4, after: 1},
}

// heading returns the lines of a title, kept with what follows.
func (l *layouter) heading(text string, level int, body Rect) []strip {
	h := headingStyles[min(max(level, 0), len(headingStyles)-1)]
	f := l.fonts.font(h.style, h.size, 1.2)
	out := l.lines(f, text, h.align, body, 0)
	for i := range out {
		out[i].bond = firm
	}
	out[0].gap = h.before
	out[len(out)-1].below = h.after
	return out
}

// shortText is how many lines a paragraph has that rather stands on one page: the rest of a
// note at the top of the next one is read as nothing.
const shortText = 8

// paragraph returns the lines of running text. Neither its first nor its last
// line stands alone on a page.
func (l *layouter) paragraph(p doc.Paragraph, body Rect) []strip {
	size := p.Size
	if size == 0 {
		size = textSize
	}
	f := l.fonts.font(serifStyle(p.Bold, p.Italic), size, textLeading)
	indent := 0.0
	if p.Indent {
		indent = textIndent
	}
	left := min(max(p.Left, 0), body.W*3/4)
	body.X += left
	body.W -= left
	out := l.lines(f, p.Text, p.Align, body, indent)
	out[0].gap = textGap
	for i := range out[:len(out)-1] {
		if len(out) <= shortText {
			out[i].bond = tight
		}
	}
	if n := len(out); n > 1 {
		out[0].bond, out[n-2].bond = firm, firm
	}
	if p.Keep {
		tie(out, firm)
	}
	return out
}

func serifStyle(bold, italic bool) style {
	switch {
	case bold && italic:
		return serifBoldItalic
	case bold:
		return serifBold
	case italic:
		return serifItalic
	}
	return serif
}

// lines wraps text in the body's width, one strip a line.
func (l *layouter) lines(f font, text string, align doc.Align, body Rect, indent float64) []strip {
	var out []strip
	first := true
	for _, ln := range wrapped(f, l.text(f, text), body.W, indent, align != doc.Justify) {
		cell := Rect{X: body.X, W: body.W, H: f.lineHeight()}
		if first {
			cell.X += indent
			cell.W -= indent
		}
		s := strip{height: f.lineHeight()}
		if align == doc.Justify && !ln.last {
			s.justify(f, ln.text, cell)
		} else {
			s.align(f, ln.text, align, cell, 0)
		}
		out = append(out, s)
		first = ln.last // the next line begins a paragraph
	}
	return out
}

// align writes one line in the cell, y below its top.
func (k *ink) align(f font, s string, align doc.Align, cell Rect, y float64) {
	x := cell.X
	switch align {
	case doc.Right:
		x += cell.W - f.measure(s)
	case doc.Center:
		x += (cell.W - f.measure(s)) / 2
	case doc.Left, doc.Justify:
	}
	k.write(f, s, x, cell.Y+y, cell)
}

// justify writes one line word by word, so that it fills the cell's width.
func (k *ink) justify(f font, s string, cell Rect) {
	words := strings.Split(s, " ")
	space := f.measure(" ")
	if spare := cell.W - f.measure(s); len(words) > 1 && spare > 0 {
		space += min(spare/float64(len(words)-1), maxStretch)
	}
	x := cell.X
	for _, w := range words {
		k.write(f, w, x, cell.Y, cell)
		x += f.measure(w) + space
	}
}

// oneLine returns a title as contents and outline show it.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ReplaceAll(s, string(softHyphen), ""), func(r rune) bool {
		return r == '\n' || r == '\r' || r == '\t' || r == ' '
	}), " ")
}
