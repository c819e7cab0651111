package chart

import (
	"math"
	"strings"
	"testing"

	"technopark/app"
	"technopark/reports/doc"
)

var russian = Words{Lang: app.RU, Percent: app.NBSP + "%", None: "нет", Above: "не ниже", Below: "ниже", Cut: "обрезано", Rings: "сетка"}

// inside fails for everything that leaves a drawing, and for words that meet.
func inside(t *testing.T, d doc.Drawing) {
	t.Helper()
	out := func(x, y float64) bool {
		return math.IsNaN(x+y) || x < -0.01 || y < -0.01 || x > d.W+0.01 || y > d.H+0.01
	}
	for _, l := range d.Lines {
		if out(l.X1, l.Y1) || out(l.X2, l.Y2) {
			t.Errorf("line %+v leaves %g × %g", l, d.W, d.H)
		}
	}
	for _, b := range d.Boxes {
		if out(b.X, b.Y) || out(b.X+b.W, b.Y+b.H) || b.W < 0 {
			t.Errorf("box %+v leaves %g × %g", b, d.W, d.H)
		}
	}
	for i, l := range d.Labels {
		height := l.Size * 25.4 / 72
		if out(l.X, l.Y) || out(l.X+l.W, l.Y+height) {
			t.Errorf("label %+v leaves %g × %g", l, d.W, d.H)
		}
		for _, o := range d.Labels[i+1:] {
			if l.Align == o.Align && l.X < o.X+o.W && o.X < l.X+l.W && math.Abs(l.Y-o.Y) < 0.7*height && l.Text != "" && o.Text != "" {
				t.Errorf("labels meet: %+v and %+v", l, o)
			}
		}
	}
}

func TestBarsStayInsideWhateverTheFigures(t *testing.T) {
	long := strings.Repeat("очень длинное название показателя ", 9)
	bars := []Bar{{Label: long, Heading: true}}
	for _, part := range []float64{0, 0.5, 1, 2, 1000, -3} {
		bars = append(bars, Bar{Label: long, Part: part, Value: long, Mean: long, Note: long})
	}
	d := Bars(bars, russian)
	inside(t, d)
	if bars := len(d.Boxes); bars != 6 {
		t.Errorf("%d bars of 6", bars)
	}
	if widest := d.Boxes[4].W; widest != barWidth {
		t.Errorf("a bar of a thousand times is %g wide", widest)
	}
	if d.Boxes[1].Hatched || !d.Boxes[2].Hatched {
		t.Error("bars above and below the mean look alike")
	}
}

// The park's line goes round and closes, whatever its figures.
func TestRadarIsClosed(t *testing.T) {
	axes := []Axis{{Label: "S1", Part: 1.05}, {Label: "S2", Part: 9}, {Label: "S4", Part: -1}, {Label: "S5", Part: 0.4}}
	d := Radar(axes, "Пример", "среднее", russian)
	inside(t, d)
	if marks := len(d.Boxes) - 1; marks != len(axes) { // one is the legend's
		t.Errorf("%d marks of %d", marks, len(axes))
	}
	ends := map[[2]float64]int{}
	for _, l := range d.Lines {
		if l.Width == thick && l.Y1 < radarHeight-3*legendStep {
			ends[[2]float64{l.X1, l.Y1}]++
			ends[[2]float64{l.X2, l.Y2}]++
		}
	}
	for at, n := range ends {
		if n != 2 {
			t.Errorf("%d lines end at %v", n, at)
		}
	}
	if len(ends) != len(axes) {
		t.Errorf("%d corners of %d", len(ends), len(axes))
	}
}

func TestTrendsShowGaps(t *testing.T) {
	all := []Trend{
		{Title: "S1 " + strings.Repeat("слово ", 30), Unit: "%", Points: []Point{{Label: "2018"}, {Label: "2019", Value: 5, Text: "5", Given: true}, {Label: "2020", Value: 6, Text: "6", Given: true}}},
		{Title: "S2", Unit: "%", Points: []Point{{Label: "2018", Value: 3, Text: "3", Given: true}, {Label: "2019"}, {Label: "2020", Value: -2, Text: "−2", Given: true}}},
		{Title: "S3", Points: []Point{{Label: "2018"}, {Label: "2019"}, {Label: "2020"}}},
		{Title: "S4", Points: []Point{{Label: "2018", Text: "0", Given: true}, {Label: "2019", Text: "0", Given: true}, {Label: "2020", Text: "0", Given: true}}},
	}
	d := Trends(all, Columns(all), russian)
	inside(t, d)
	gaps, thickLines := 0, 0
	for _, l := range d.Labels {
		if l.Text == "нет" {
			gaps++
		}
	}
	for _, l := range d.Lines {
		if l.Width == thick {
			thickLines++
		}
	}
	if gaps != 5 || thickLines != 3 {
		t.Errorf("%d gaps, %d lines", gaps, thickLines)
	}
}

// extent is about where the words of a label stand; digits of the sans are 0.556 em wide.
func extent(l doc.Label) (x1, y1, x2, y2 float64) {
	em := l.Size * 25.4 / 72
	w := float64(len([]rune(l.Text))) * 0.556 * em
	x1 = l.X
	switch l.Align {
	case doc.Center:
		x1 += (l.W - w) / 2
	case doc.Right:
		x1 += l.W - w
	}
	return x1, l.Y + 0.2*em, x1 + w, l.Y + em
}

// crosses reports whether a stroke goes through the words of a label.
func crosses(line doc.Line, l doc.Label) bool {
	x1, y1, x2, y2 := extent(l)
	for i := range 200 {
		f := float64(i) / 199
		x, y := line.X1+f*(line.X2-line.X1), line.Y1+f*(line.Y2-line.Y1)
		if x > x1 && x < x2 && y > y1 && y < y2 {
			return true
		}
	}
	return false
}

func TestFiguresOfTrendsStandFree(t *testing.T) {
	values := []float64{-60, -1, 0, 4, 40, 55, 100}
	for _, a := range values {
		for _, b := range values {
			for _, c := range values {
				var points []Point
				for i, v := range []float64{a, b, c} {
					points = append(points, Point{Label: []string{"2018", "2019", "2020"}[i], Value: v, Text: "2 778,9", Given: true})
				}
				d := Trends([]Trend{{Title: "S", Points: points}}, 3, russian)
				inside(t, d)
				for _, l := range d.Labels {
					for _, line := range d.Lines {
						if line.Width == thick && crosses(line, l) {
							t.Errorf("%v: a line goes through %+v", []float64{a, b, c}, l)
						}
					}
				}
			}
		}
	}
}

// A number cut short would be another one.
func TestFiguresOfTrendsAreWhole(t *testing.T) {
	for _, figure := range []string{"0", "12 345,6", "123 456 789 012,0", strings.Repeat("9", 30)} {
		year := Point{Text: figure, Given: true}
		all := []Trend{{Points: []Point{year, year, year}}}
		d := Trends(all, Columns(all), russian)
		for _, l := range d.Labels {
			if x1, _, x2, _ := extent(l); l.Text == figure && x2-x1 > l.W {
				t.Errorf("%s takes %.1f mm of %.1f", figure, x2-x1, l.W)
			}
		}
	}
}

// Words of axes stand outside the figure whatever their number; nothing stands among the lines.
func TestRadarHasItsWordsOutside(t *testing.T) {
	for n := 3; n <= 8; n++ {
		var axes []Axis
		for range n {
			axes = append(axes, Axis{Label: "S1", Note: "1 222 067 %", Part: 9})
		}
		d := Radar(axes, strings.Repeat("длинное имя ", 9), "среднее", russian)
		inside(t, d)
		for _, l := range d.Labels {
			for _, line := range d.Lines {
				if crosses(line, l) {
					t.Errorf("%d axes: %+v goes through %+v", n, line, l)
				}
			}
		}
	}
}

func TestBarsSayHowTheyAreRead(t *testing.T) {
	d := BarLegend(russian)
	inside(t, d)
	for _, want := range []string{russian.Above, russian.Below, russian.Cut} {
		found := false
		for _, l := range d.Labels {
			found = found || l.Text == want
		}
		if !found {
			t.Errorf("the legend lacks %q", want)
		}
	}
}
