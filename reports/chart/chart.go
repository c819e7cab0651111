// Package chart turns figures into drawings: bars against a mean, a radar, small trends.
// It is plain geometry: numbers in, lines and words out, readable without colour.
//
// We draw them ourselves because charting libraries garble Cyrillic in PDF, begin bars at
// the smallest value, and leave it to chance whether labels meet.
package chart

import (
	"math"

	"technopark/app"
	"technopark/reports/doc"
)

// Sizes of type, points, and strokes, mm. Nothing on a sheet is smaller than eight points.
const (
	text  = 8.0
	thin  = 0.15
	thick = 0.5
)

// Bar is one row of a bar chart: the park's figure as a part of the mean, 1 being equal.
type Bar struct {
	Label   string  // stands beside the bar
	Heading bool    // only the label, over those that follow
	Part    float64 // 1 as long as the mean; longer than 2 is drawn at 2
	Value   string  // the figure itself
	Mean    string  // what it is compared with
	Note    string  // behind the bar
}

// Measures of a bar chart, mm.
const (
	rowHeight  = 8.2
	lineHeight = 3.5
	barHeight  = 3.6
	labelWidth = 62.0
	labelLine  = 38 // characters of a label that fit beside each other
	valueLeft  = 62.5
	valueWidth = 57.0
	barLeft    = 121.0
	barWidth   = 42.0
	noteLeft   = 166.0
	noteWidth  = 14.0
	chartWidth = 180.0
	mostPart   = 2.0 // what is longer is cut and marked
	scaleTop   = 2.6 // of the numbers of the scale, beside the heading
	legendStep = 5.5
)

// Words are those of a language that stand in figures.
type Words struct {
	Lang    app.Lang // numbers on scales are written in
	Percent string   // sign after a number, with the space before it
	None    string   // where a year has no figure
	Above   string   // a bar not below the mean
	Below   string   // a bar below the mean
	Cut     string   // a bar that is cut
	Rings   string   // what the rings of a radar are
}

// Bars draws a row for each bar of one sub-index, whose heading comes first, with the scale beside
// it and the mean as a line at 100 %. A bar of more than 200 % is cut and ends in an arrow; a
// negative one has no length. The figures stand beside the bars, each kind in a column of its
// own, so nothing is lost by that.
func Bars(bars []Bar, words Words) doc.Drawing {
	d := doc.Drawing{W: chartWidth, H: float64(len(bars)) * rowHeight}
	scale := barWidth / mostPart
	for _, mark := range []float64{0, 0.5, 1, 1.5, 2} {
		x := barLeft + mark*scale
		line := doc.Line{X1: x, Y1: scaleTop + lineHeight + 0.5, X2: x, Y2: d.H, Width: thin, Grey: 190}
		if mark == 1 {
			line.Width, line.Grey = thick, 0
		}
		d.Lines = append(d.Lines, line)
		d.Labels = append(d.Labels, doc.Label{X: x - 5.2, Y: scaleTop, W: 10.4, Text: words.number(mark*100) + words.Percent, Align: doc.Center, Size: text})
	}
	for i, b := range bars {
		y := float64(i) * rowHeight
		if b.Heading {
			d.Labels = append(d.Labels, doc.Label{X: 0, Y: y + scaleTop, W: barLeft - 6, Text: b.Label, Size: text, Bold: true})
			continue
		}
		bar(&d, b, y, scale)
	}
	return d
}

// bar draws one row: label, figures, bar and note in the middle of its height.
func bar(d *doc.Drawing, b Bar, y, scale float64) {
	middle := y + (rowHeight-lineHeight)/2
	lines := halves(b.Label, labelLine)
	first := middle - float64(len(lines)-1)*lineHeight/2
	for i, line := range lines {
		d.Labels = append(d.Labels, doc.Label{X: 0, Y: first + float64(i)*lineHeight, W: labelWidth, Text: line, Size: text})
	}
	d.Labels = append(d.Labels,
		doc.Label{X: valueLeft, Y: middle - lineHeight/2, W: valueWidth, Text: b.Value, Size: text, Align: doc.Right, Bold: true},
		doc.Label{X: valueLeft, Y: middle + lineHeight/2, W: valueWidth, Text: b.Mean, Size: text, Align: doc.Right},
		doc.Label{X: noteLeft, Y: middle, W: noteWidth, Text: b.Note, Size: text, Align: doc.Right})
	d.Boxes = append(d.Boxes, doc.Box{
		X: barLeft, Y: y + (rowHeight-barHeight)/2, W: min(max(b.Part, 0), mostPart) * scale, H: barHeight, Grey: 225, Hatched: b.Part >= 1,
	})
	if b.Part > mostPart {
		d.Lines = append(d.Lines, arrow(barLeft+barWidth, y+rowHeight/2)...)
	}
}

// BarLegend says how bars are told apart, below them.
func BarLegend(words Words) doc.Drawing {
	const y, step = 1.5, chartWidth / 3
	d := doc.Drawing{W: chartWidth, H: legendStep}
	for i, word := range []string{words.Below, words.Above, words.Cut} {
		x := float64(i) * step
		d.Boxes = append(d.Boxes, doc.Box{X: x, Y: y, W: 8, H: barHeight, Grey: 225, Hatched: i > 0})
		if i == 2 {
			d.Lines = append(d.Lines, arrow(x+8, y+barHeight/2)...)
		}
		d.Labels = append(d.Labels, doc.Label{X: x + 10, Y: y + 0.3, W: step - 11, Text: word, Size: text})
	}
	return d
}

// number writes a number of a scale: whole, or with as many decimals as it has.
func (w Words) number(v float64) string {
	digits, scale := 0, int64(1)
	for digits < 6 && math.Abs(v*float64(scale)-math.Round(v*float64(scale))) > 1e-6 {
		digits, scale = digits+1, scale*10
	}
	return app.FormatNumber(int64(math.Round(v*float64(scale))), scale, digits, w.Lang)
}

// arrow points right from x.
func arrow(x, y float64) []doc.Line {
	return []doc.Line{
		{X1: x - 2, Y1: y - 1.8, X2: x + 0.6, Y2: y, Width: thick},
		{X1: x - 2, Y1: y + 1.8, X2: x + 0.6, Y2: y, Width: thick},
	}
}

// Axis is one direction of a radar.
type Axis struct {
	Label string  // short: names belong into the table under the figure
	Note  string  // stands under the label
	Part  float64 // of the mean; more than 2 is drawn at 2
}

// Measures of a radar, mm.
const (
	radius      = 30.0
	radarHeight = 96.0
	axisLabel   = 30.0
)

// LeastAxes is how many axes a radar needs to enclose anything.
const LeastAxes = 3

// Radar draws the axes round a centre with the park as a full closed line with marks and the
// mean as a dashed one; the legend is below. It is drawn only of axes that have a figure.
func Radar(axes []Axis, park, mean string, words Words) doc.Drawing {
	d := doc.Drawing{W: chartWidth, H: radarHeight}
	cx, cy := chartWidth/2, radarHeight/2-8
	at := func(i int, part float64) (x, y float64) {
		angle := 2*math.Pi*float64(i)/float64(len(axes)) - math.Pi/2
		r := min(max(part, 0), mostPart) / mostPart * radius
		return cx + r*math.Cos(angle), cy + r*math.Sin(angle)
	}
	for _, ring := range []float64{0.5, 1, 1.5, 2} {
		for i := range axes {
			x1, y1 := at(i, ring)
			x2, y2 := at((i+1)%len(axes), ring)
			line := doc.Line{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: thin, Grey: 190}
			if ring == 1 {
				line.Width, line.Dashed, line.Grey = 0.35, true, 0
			}
			d.Lines = append(d.Lines, line)
		}
	}
	for i, a := range axes {
		x, y := at(i, mostPart)
		d.Lines = append(d.Lines, doc.Line{X1: cx, Y1: cy, X2: x, Y2: y, Width: thin, Grey: 190})
		d.Labels = append(d.Labels, axisWords(a, x, y, cx, cy)...)
		px, py := at(i, a.Part)
		qx, qy := at((i+1)%len(axes), axes[(i+1)%len(axes)].Part)
		d.Boxes = append(d.Boxes, doc.Box{X: px - 1, Y: py - 1, W: 2, H: 2})
		d.Lines = append(d.Lines, doc.Line{X1: px, Y1: py, X2: qx, Y2: qy, Width: thick})
	}
	legend(&d, park, mean, words.Rings)
	return d
}

// axisWords stands outside the end of an axis, on the side it points to.
func axisWords(a Axis, x, y, cx, cy float64) []doc.Label {
	left, align, top := x-axisLabel/2, doc.Center, y-8
	switch {
	case x-cx > 1:
		left, align, top = x+3, doc.Left, y-3
	case x-cx < -1:
		left, align, top = x-3-axisLabel, doc.Right, y-3
	case y > cy:
		top = y + 1.5
	}
	return []doc.Label{
		{X: left, Y: top, W: axisLabel, Text: a.Label, Align: align, Size: text, Bold: true},
		{X: left, Y: top + 3.4, W: axisLabel, Text: a.Note, Align: align, Size: text},
	}
}

// legend says what the lines are, below the figure: a line for each, so that a long name
// has room. What the rings are is said here because words among them would meet the lines.
func legend(d *doc.Drawing, park, mean, rings string) {
	for i, name := range []string{park, mean, rings} {
		y := d.H - 2 - float64(2-i)*legendStep
		line := doc.Line{X1: 20, Y1: y, X2: 32, Y2: y, Width: thick}
		switch i {
		case 0:
			d.Boxes = append(d.Boxes, doc.Box{X: 25, Y: y - 1, W: 2, H: 2})
		case 1:
			line.Width, line.Dashed = 0.35, true
		default:
			line.Width, line.Grey = thin, 190
		}
		d.Lines = append(d.Lines, line)
		d.Labels = append(d.Labels, doc.Label{X: 35, Y: y - 1.8, W: chartWidth - 35, Text: name, Size: text + 1})
	}
}
