package chart

import (
	"math"
	"strings"
	"testing"

	"technopark/app"
	"technopark/reports/doc"
)

var russian = Words{Percent: app.NBSP + "%", None: "нет"}

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
		bars = append(bars, Bar{Label: long, Part: part, Given: true, Value: long, Note: long})
	}
	bars = append(bars, Bar{Label: "нет", Note: "не рассчитан"})
	d := Bars(bars, russian)
	inside(t, d)
	if len(d.Boxes) != 6 {
		t.Errorf("%d bars of 6", len(d.Boxes))
	}
	if widest := d.Boxes[4].W; widest != barWidth {
		t.Errorf("a bar of a thousand times is %g wide", widest)
	}
	if d.Boxes[1].Hatched || !d.Boxes[2].Hatched {
		t.Error("bars above and below the mean look alike")
	}
	inside(t, Bars(nil, russian))
}

func TestRadarLeavesOutWhatIsNotThere(t *testing.T) {
	axes := []Axis{{Label: "S1", Part: 1.05, Given: true}, {Label: "S2", Part: 9, Given: true}, {Label: "S3"}, {Label: "S4", Part: -1, Given: true}, {Label: "S5"}}
	d := Radar(axes, "Пример", "среднее", russian)
	inside(t, d)
	marks := len(d.Boxes) - 1 // one is the legend's
	if marks != 3 {
		t.Errorf("%d marks of 3", marks)
	}
}

func TestTrendsShowGaps(t *testing.T) {
	all := []Trend{
		{Title: "S1 " + strings.Repeat("слово ", 30), Unit: "%", Points: []Point{{Label: "2018"}, {Label: "2019", Value: 5, Text: "5", Given: true}, {Label: "2020", Value: 6, Text: "6", Given: true}}},
		{Title: "S2", Unit: "%", Points: []Point{{Label: "2018", Value: 3, Text: "3", Given: true}, {Label: "2019"}, {Label: "2020", Value: -2, Text: "−2", Given: true}}},
		{Title: "S3", Points: []Point{{Label: "2018"}, {Label: "2019"}, {Label: "2020"}}},
		{Title: "S4", Points: []Point{{Label: "2018", Text: "0", Given: true}, {Label: "2019", Text: "0", Given: true}, {Label: "2020", Text: "0", Given: true}}},
	}
	d := Trends(all, russian)
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
