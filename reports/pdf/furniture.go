package pdf

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"technopark/reports/doc"
)

// The lines outside the body, mm from the edge of the sheet.
const (
	numberTop = 10.0 // page number: not less than 10 (ГОСТ Р 7.0.97-2016, section 3)
	footRule  = 14.0 // from the bottom
	footGap   = 1.0  // between the rule and the foot's text
	footSize  = leastSize
	footSpace = 8.0 // between the left and the right half of the foot
)

// How the word across drafts is set.
const (
	draftGrey   = 244  // to be seen, and read through
	draftLength = 0.6  // of the sheet's diagonal
	draftAngle  = 36.0 // degrees at most: pdftotext does not read steeper letters as one word
)

// furnish adds to every page what stands outside the body: the page number
// from the second sheet on, the foot, and the word across a draft.
func (l *layouter) furnish(laid *Laid, d doc.Document) {
	n := len(laid.Pages)
	for _, b := range d.Behind {
		n += b.Sheets
	}
	for i, p := range laid.Pages {
		if i > 0 {
			l.pageNumber(p, i+1)
		}
		l.foot(p, d.Foot, i+1, n)
		if d.Draft {
			p.Watermark = l.watermark(p.Sheet, cmp.Or(d.Watermark, l.words.Draft))
		}
	}
}

func (l *layouter) pageNumber(p *Page, number int) {
	f := l.fonts.font(serif, textSize, 1)
	var k ink
	k.align(f, strconv.Itoa(number), doc.Center, Rect{X: p.Body.X, Y: numberTop, W: p.Body.W, H: f.lineHeight()}, 0)
	p.print(k, 0)
}

// foot writes one line: the park, shortened if need be, and the edition at
// the left; the hash of the data and the count of sheets at the right.
func (l *layouter) foot(p *Page, foot doc.Foot, i, n int) {
	f := l.fonts.font(sans, footSize, 1.2)
	const dot = "\u00a0\u00a0·\u00a0\u00a0"
	hash := ""
	if foot.Hash != "" {
		hash = l.single(f, foot.Hash) + dot
	}
	right := hash + l.words.Sheet(i, n)
	tail := ""
	if foot.Edition != "" {
		tail = dot + l.single(f, foot.Edition)
	}
	box := Rect{X: p.Body.X, Y: p.Sheet.H - footRule + footGap, W: p.Body.W, H: f.lineHeight()}
	room := box.W - f.measure(hash+l.words.Sheet(n, n)) - footSpace // of the widest: the park is shortened alike on all sheets
	park := shorten(f, l.single(f, foot.Park), room-f.measure(tail))
	var k ink
	k.rule(box.X, p.Sheet.H-footRule, box.W, hairline, greyRule)
	left := Rect{X: box.X, Y: box.Y, W: room, H: box.H}
	k.align(f, shorten(f, strings.TrimPrefix(park+tail, dot), room), doc.Left, left, 0)
	k.align(f, shorten(f, right, box.W), doc.Right, box, 0)
	for i := range k.texts {
		k.texts[i].grey = greyNote
	}
	p.print(k, 0)
}

// shorten returns s, or as much of it as fits with «…».
func shorten(f font, s string, width float64) string {
	if f.measure(s) <= width {
		return s
	}
	runes := []rune(s)
	for len(runes) > 0 {
		runes = runes[:len(runes)-1]
		short := strings.TrimRight(string(runes), " \u00a0«„(,;") + "…"
		if f.measure(short) <= width {
			return short
		}
	}
	return ""
}

// watermark returns the word set along the diagonal of the sheet.
func (l *layouter) watermark(sheet Rect, word string) *Text {
	f := l.fonts.font(sansBold, 1, 1)
	word = l.single(f, word)
	if word == "" {
		return nil
	}
	f.size = min(110, math.Hypot(sheet.W, sheet.H)*draftLength/f.measure(word))
	w, h := f.measure(word), f.lineHeight()
	box := Rect{X: (sheet.W - w) / 2, Y: (sheet.H - h) / 2, W: w, H: h}
	return &Text{
		Text: word, Box: box, Cell: sheet, Angle: min(draftAngle, math.Atan2(sheet.H, sheet.W)*180/math.Pi),
		baseline: box.Y + f.baseline(), font: f, grey: draftGrey,
	}
}
