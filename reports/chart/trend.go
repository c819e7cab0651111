package chart

import (
	"strings"

	"technopark/reports/doc"
)

// Trend is one indicator over some years.
type Trend struct {
	Title, Unit string  // of the indicator
	Points      []Point // one for each year, the earliest first
}

// Point is a year; one without a figure is a gap.
type Point struct {
	Label string  // the year
	Value float64 // the figure, which places the point
	Text  string  // the figure as it is written
	Given bool    // false for a year without a figure
}

// Measures of the small charts, mm.
const (
	columns     = 3
	cellWidth   = 58.0
	cellStep    = 61.0
	cellHeight  = 34.5
	titleLine   = 3.4
	plotTop     = 14.2
	plotBottom  = 25.2
	yearTop     = 29.5 // under the plot and a figure below its lowest point
	plotMargin  = 9.0
	valueHeight = 3.0
)

// Trends draws a small chart for each indicator, three in a row: the years from left to
// right, the height from nought to the largest figure, so that a small change looks small.
func Trends(all []Trend, words Words) doc.Drawing {
	rows := (len(all) + columns - 1) / columns
	d := doc.Drawing{W: chartWidth, H: float64(rows) * cellHeight}
	for i, t := range all {
		trend(&d, t, words, float64(i%columns)*cellStep, float64(i/columns)*cellHeight)
	}
	return d
}

// lineChars is how many characters of a title fit beside each other.
const lineChars = 38

// halves breaks a title into two lines where the first is full; a short one is
// one. A line does not end in a preposition or a number.
func halves(title string) []string {
	if len([]rune(title)) <= lineChars {
		return []string{title}
	}
	words := strings.Split(title, " ")
	n, chars := 0, 0
	for n < len(words) && chars+len([]rune(words[n])) <= lineChars {
		chars += len([]rune(words[n])) + 1
		n++
	}
	for n > 1 && len([]rune(words[n-1])) <= 2 {
		n--
	}
	n = max(n, 1)
	return []string{strings.Join(words[:n], " "), strings.Join(words[n:], " ")}
}

func bounds(points []Point) (lowest, highest float64) {
	for _, p := range points {
		if p.Given {
			lowest, highest = min(lowest, p.Value), max(highest, p.Value)
		}
	}
	if highest == lowest {
		highest = lowest + 1
	}
	return lowest, highest
}

func trend(d *doc.Drawing, t Trend, words Words, left, top float64) {
	title := halves(t.Title)
	for i, line := range title {
		d.Labels = append(d.Labels, doc.Label{X: left, Y: top + float64(i)*titleLine, W: cellWidth, Text: line, Size: text, Bold: true})
	}
	d.Labels = append(d.Labels, doc.Label{X: left, Y: top + float64(len(title))*titleLine, W: cellWidth, Text: t.Unit, Size: text})
	lowest, highest := bounds(t.Points)
	height := func(v float64) float64 { return top + plotBottom - (v-lowest)/(highest-lowest)*(plotBottom-plotTop) }
	nought := height(0)
	d.Lines = append(d.Lines, doc.Line{X1: left, Y1: nought, X2: left + cellWidth, Y2: nought, Width: thin, Grey: 120})
	if lowest < 0 { // else nought is the lower edge
		d.Labels = append(d.Labels, doc.Label{X: left + cellWidth - 3, Y: nought - valueHeight, W: 3, Text: "0", Align: doc.Right, Size: small})
	}
	step := (cellWidth - 2*plotMargin) / float64(max(1, len(t.Points)-1))
	for i, p := range t.Points {
		x := left + plotMargin + float64(i)*step
		d.Labels = append(d.Labels, doc.Label{X: x - plotMargin, Y: top + yearTop, W: 2 * plotMargin, Text: p.Label, Align: doc.Center, Size: small})
		if !p.Given {
			d.Labels = append(d.Labels, doc.Label{X: x - plotMargin, Y: nought - valueHeight, W: 2 * plotMargin, Text: words.None, Align: doc.Center, Size: small})
			continue
		}
		y := height(p.Value)
		d.Boxes = append(d.Boxes, doc.Box{X: x - 0.8, Y: y - 0.8, W: 1.6, H: 1.6})
		rise := func(j int) float64 { // of the line to a neighbour, mm; 0 without one
			if j < 0 || j >= len(t.Points) || !t.Points[j].Given {
				return 0
			}
			return y - height(t.Points[j].Value)
		}
		d.Labels = append(d.Labels, pointLabel(p.Text, x, y, rise(i-1), rise(i+1)))
		if i+1 < len(t.Points) && t.Points[i+1].Given {
			d.Lines = append(d.Lines, doc.Line{X1: x, Y1: y, X2: x + step, Y2: height(t.Points[i+1].Value), Width: thick})
		}
	}
}

// steep is the rise to a neighbour, mm, from which the line would go through a figure in the
// middle over its point.
const steep = 2.5

// pointLabel puts the figure of a point where the lines to its neighbours are not: over it;
// under it where they rise; at the side away from the rise where one rises and one falls.
func pointLabel(words string, x, y, before, after float64) doc.Label {
	l := doc.Label{X: x - plotMargin, Y: y - 1.2 - valueHeight, W: 2 * plotMargin, Text: words, Align: doc.Center, Size: fitting(words)}
	switch {
	case before > steep && after < -steep:
		l.X, l.Align = x-0.8, doc.Left
	case after > steep && before < -steep:
		l.X, l.Align = x+0.8-l.W, doc.Right
	case before > steep || after > steep:
		l.Y = y + 1.2
	}
	return l
}

// labelChars is how many characters of a figure have room over a point in small type.
const labelChars = 13

// fitting returns the size of type that writes a figure whole: a figure cut short would be
// another one.
func fitting(figure string) float64 {
	return small * min(1, labelChars/float64(max(1, len([]rune(figure)))))
}
