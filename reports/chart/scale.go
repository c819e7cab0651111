package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"technopark/reports/doc"
)

// Scale is where a park stands among the groups of a rating: a strip of them from the lowest to
// the highest, with their bounds, the mean and a mark for each year.
type Scale struct {
	Bands []Band // from the lowest to the highest; none where the method has no groups
	Mean  *Tick  // nil where the index is not compared with a mean
	Marks []Mark // of the park
}

// Band is one group.
type Band struct {
	Name string  // «II»
	From float64 // where it begins; that of the first is not looked at
	Text string  // the bound as it is written: «90 %»
	Own  bool    // the park is in it: shaded
}

// Tick is a place on the scale with its words.
type Tick struct {
	At   float64 // where it is
	Text string  // «100 % — среднее»; it stands instead of the words of a bound in the same place
}

// Mark is the park in one year.
type Mark struct {
	At   float64 // the index
	Text string  // «2020: 106,4»
	Now  bool    // the year it is all about: thick, and its words bold
}

// Measures of a scale, mm.
const (
	leastScale  = 60.0
	markRow     = 3.5  // the words of the marks
	stripTop    = 6.0  // below it lines lead from the words to their marks
	stripHeight = 6.0  // of the groups
	overshoot   = 1.0  // of a mark over the strip, on either side
	boundTop    = 13.6 // the words of the bounds
	markWidth   = 1.2  // of the mark of this year
	headWidth   = 2.6  // of the sign that a mark lies beyond the end
	charWidth   = 0.6  // of a letter, as a part of the size of type: about, and not less
	boldMore    = 0.05 // of a bold one
	broadWidth  = 1.0  // of a broad one
	broad       = "%—mwMWжмшщыюЖМШЩЫЮФ@"
	labelGap    = 2.0 // between words side by side
	ownGrey     = 221 // of the group the park is in
)

// Draw draws the scale so many millimetres wide, 60 at least. A mark beyond the end of the scale
// is an arrow at it, and its words say where it really is. Words never meet: marks of much the
// same place have theirs side by side, with lines that lead to them, and bounds in two rows.
func (s Scale) Draw(width float64) doc.Drawing {
	d := doc.Drawing{W: max(width, leastScale)}
	a := s.axis(d.W)
	s.strip(&d, a)
	s.marks(&d, a)
	d.H = s.bounds(&d, a)
	return d
}

// axis is how values become places.
type axis struct{ low, high, width float64 }

func (a axis) at(v float64) float64 {
	return (min(max(v, a.low), a.high) - a.low) / (a.high - a.low) * a.width
}

// beyond tells on which side of the scale a value lies: −1, 0 on it, 1.
func (a axis) beyond(v float64) int {
	switch {
	case v < a.low:
		return -1
	case v > a.high:
		return 1
	}
	return 0
}

// axis chooses the ends: a step beyond the outer bounds, and as far as the marks, but no more than
// three and a half steps: the groups are to be told apart.
func (s Scale) axis(width float64) axis {
	var ticks []float64
	for i, b := range s.Bands {
		if i > 0 {
			ticks = append(ticks, b.From)
		}
	}
	if len(ticks) == 0 && s.Mean != nil {
		ticks = append(ticks, s.Mean.At)
	}
	if len(ticks) == 0 {
		ticks = append(ticks, 0)
	}
	first, last := slices.Min(ticks), slices.Max(ticks)
	step := (last - first) / float64(max(1, len(ticks)-1))
	if step <= 0 {
		step = max(math.Abs(first)/10, 0.1)
	}
	a := axis{low: first - step, high: last + step, width: width}
	for _, m := range s.Marks {
		a.low = min(a.low, max(m.At-step/4, first-3.5*step))
		a.high = max(a.high, min(m.At+step/4, last+3.5*step))
	}
	return a
}

// ends returns where a band begins and ends.
func (s Scale) ends(i int, a axis) (from, to float64) {
	to = a.width
	if i > 0 {
		from = a.at(s.Bands[i].From)
	}
	if i+1 < len(s.Bands) {
		to = a.at(s.Bands[i+1].From)
	}
	return from, to
}

// strip draws the groups, each with its name where no mark goes through it.
func (s Scale) strip(d *doc.Drawing, a axis) {
	if len(s.Bands) == 0 {
		d.Boxes = append(d.Boxes, doc.Box{Y: stripTop, W: a.width, H: stripHeight, Grey: 255})
	}
	for i, b := range s.Bands {
		from, to := s.ends(i, a)
		grey := 255
		if b.Own {
			grey = ownGrey
		}
		d.Boxes = append(d.Boxes, doc.Box{X: from, Y: stripTop, W: to - from, H: stripHeight, Grey: grey})
		if left, room := s.free(from, to, wide(b.Name, b.Own), a); room > 0 {
			d.Labels = append(d.Labels, doc.Label{X: left, Y: stripTop + (stripHeight-lineHeight)/2, W: room, Text: b.Name, Align: doc.Center, Size: text, Bold: b.Own})
		}
	}
}

// free returns the part of a band for its name: all of it where no mark meets the name in the
// middle, else the widest part between marks that holds it. No room where none does.
func (s Scale) free(from, to, width float64, a axis) (left, room float64) {
	stops := []float64{from}
	met := to-from < width
	for _, x := range s.crossings(a) {
		if x < from || x > to {
			continue
		}
		stops = append(stops, x-headWidth, x+headWidth)
		met = met || math.Abs(x-(from+to)/2) < width/2+headWidth
	}
	if !met {
		return from, to - from
	}
	slices.Sort(stops)
	stops = append(stops, to)
	for i := 1; i < len(stops); i++ {
		l, r := max(stops[i-1], from), min(stops[i], to)
		crossed := slices.ContainsFunc(s.crossings(a), func(x float64) bool { return x > l+0.01 && x < r-0.01 })
		if r-l > room && r-l >= width && !crossed {
			left, room = l, r-l
		}
	}
	return left, room
}

// crossings returns where lines go through the strip: the marks, and a mean that is no bound.
func (s Scale) crossings(a axis) []float64 {
	var all []float64
	for _, m := range s.Marks {
		all = append(all, a.at(m.At))
	}
	if s.Mean != nil && s.boundAt(s.Mean.At) < 0 {
		all = append(all, a.at(s.Mean.At))
	}
	return all
}

// boundAt returns the band that begins at a value; −1 when none does.
func (s Scale) boundAt(v float64) int {
	for i, b := range s.Bands {
		if i > 0 && math.Abs(b.From-v) < 1e-9 {
			return i
		}
	}
	return -1
}

// marks draws the years: the words above, a line that leads down, and the mark on the strip.
func (s Scale) marks(d *doc.Drawing, a axis) {
	marks := slices.Clone(s.Marks)
	slices.SortStableFunc(marks, func(x, y Mark) int { return cmp.Compare(x.At, y.At) })
	var want, widths []float64
	for _, m := range marks {
		want, widths = append(want, a.at(m.At)), append(widths, wide(m.Text, m.Now))
	}
	beyond := map[int]int{} // marks at either end so far
	for i, centre := range apart(want, widths, a.width) {
		m := marks[i]
		d.Labels = append(d.Labels, doc.Label{X: centre - widths[i]/2, W: widths[i], Text: m.Text, Align: doc.Center, Size: text, Bold: m.Now})
		x := want[i]
		if side := a.beyond(m.At); side != 0 {
			x -= float64(side) * (headWidth*float64(beyond[side]) + 0.3)
			beyond[side]++
			d.Lines = append(d.Lines, head(x, stripTop+stripHeight/2, float64(side), m.Now)...)
			x -= float64(side) * headWidth / 2
		} else if m.Now {
			left := min(max(x-markWidth/2, 0), a.width-markWidth)
			d.Boxes = append(d.Boxes, doc.Box{X: left, Y: stripTop - overshoot, W: markWidth, H: stripHeight + 2*overshoot})
		} else {
			d.Lines = append(d.Lines, doc.Line{X1: x, Y1: stripTop - overshoot, X2: x, Y2: stripTop + stripHeight + overshoot, Width: thick})
		}
		d.Lines = append(d.Lines, doc.Line{X1: centre, Y1: markRow + 0.2, X2: x, Y2: stripTop - overshoot, Width: thin})
	}
}

// head is an arrow's head at x, pointing right or, side being −1, left.
func head(x, y, side float64, now bool) []doc.Line {
	width := thick
	if now {
		width = 2 * thick
	}
	back := x - side*(headWidth-0.6)
	return []doc.Line{
		{X1: back, Y1: y - 2.2, X2: x, Y2: y, Width: width},
		{X1: back, Y1: y + 2.2, X2: x, Y2: y, Width: width},
	}
}

// bounds draws the words of the bounds and of the mean under the strip, a second row of those
// that would meet their neighbours, and returns where all ends.
func (s Scale) bounds(d *doc.Drawing, a axis) float64 {
	var ticks []Tick
	at := -1 // the band that begins at the mean
	if s.Mean != nil {
		at = s.boundAt(s.Mean.At)
	}
	for i, b := range s.Bands {
		switch {
		case i == 0:
		case i == at:
			ticks = append(ticks, *s.Mean)
		default:
			ticks = append(ticks, Tick{b.From, b.Text})
		}
	}
	if mean := s.Mean; mean != nil && at < 0 && a.beyond(mean.At) == 0 {
		x := a.at(mean.At)
		d.Lines = append(d.Lines, doc.Line{X1: x, Y1: stripTop - overshoot, X2: x, Y2: stripTop + stripHeight + overshoot, Width: thin, Dashed: true})
		ticks = append(ticks, *mean)
	}
	slices.SortStableFunc(ticks, func(x, y Tick) int { return cmp.Compare(x.At, y.At) })
	var ends []float64 // of the rows so far
	for _, t := range ticks {
		width := wide(t.Text, false)
		left := min(max(a.at(t.At)-width/2, 0), a.width-width)
		row := slices.IndexFunc(ends, func(end float64) bool { return left >= end+labelGap })
		if row < 0 {
			row, ends = len(ends), append(ends, 0)
		}
		ends[row] = left + width
		d.Labels = append(d.Labels, doc.Label{X: left, Y: boundTop + float64(row)*lineHeight, W: width, Text: t.Text, Align: doc.Center, Size: text})
	}
	return boundTop + float64(len(ends))*lineHeight
}

// wide is how wide words are, about, and not less.
func wide(words string, bold bool) float64 {
	of := 0.0
	for _, r := range words {
		switch {
		case strings.ContainsRune(broad, r):
			of += broadWidth
		default:
			of += charWidth
		}
		if bold {
			of += boldMore
		}
	}
	return of * text * 25.4 / 72
}

// apart returns where the middles of words side by side come to stand: as near to where they are
// wanted, from left to right, as their widths allow, inside a width.
func apart(want, widths []float64, width float64) []float64 {
	type cluster struct {
		from, to int     // words
		left, w  float64 // of the whole
		sum      float64 // of where each word would have the whole begin
	}
	var all []cluster
	for i := range want {
		c := cluster{from: i, to: i + 1, w: widths[i], sum: want[i] - widths[i]/2}
		for {
			c.left = min(max(c.sum/float64(c.to-c.from), 0), width-c.w)
			n := len(all) - 1
			if n < 0 || all[n].left+all[n].w+labelGap <= c.left {
				break
			}
			before := all[n]
			shift := before.w + labelGap
			c = cluster{from: before.from, to: c.to, w: shift + c.w, sum: before.sum + c.sum - shift*float64(c.to-c.from)}
			all = all[:n]
		}
		all = append(all, c)
	}
	middles := make([]float64, 0, len(want))
	for _, c := range all {
		x := c.left
		for i := c.from; i < c.to; i++ {
			middles = append(middles, x+widths[i]/2)
			x += widths[i] + labelGap
		}
	}
	return middles
}
