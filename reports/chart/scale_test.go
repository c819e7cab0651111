package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"technopark/reports/doc"
)

// groups is the scale of the built-in method with the park in some years.
func groups(marks ...Mark) Scale {
	return Scale{
		Bands: []Band{{Name: "IV"}, {Name: "III", From: 90, Text: "90 %"}, {Name: "II", From: 100, Text: "100 %", Own: true}, {Name: "I", From: 110, Text: "110 %"}},
		Mean:  &Tick{100, "100 % — среднее"}, Marks: marks,
	}
}

func mark(year int, at float64) Mark {
	return Mark{At: at, Text: fmt.Sprintf("%d: %.1f", year, at), Now: year == 2020}
}

// meet fails for words that stand over each other, or that a line or a mark goes through.
func meet(t *testing.T, d doc.Drawing) {
	t.Helper()
	inside(t, d)
	for i, l := range d.Labels {
		x1, y1, x2, y2 := extent(l)
		if x2-x1 > l.W {
			t.Errorf("%q takes %.1f mm of %.1f", l.Text, x2-x1, l.W)
		}
		for _, o := range d.Labels[i+1:] {
			if ox1, oy1, ox2, oy2 := extent(o); x1 < ox2 && ox1 < x2 && y1 < oy2 && oy1 < y2 {
				t.Errorf("%q meets %q", l.Text, o.Text)
			}
		}
		for _, line := range d.Lines {
			if crosses(line, l) {
				t.Errorf("a line goes through %q: %+v", l.Text, line)
			}
		}
		for _, b := range d.Boxes {
			if b.Grey == 0 && b.X < x2 && x1 < b.X+b.W && b.Y < y2 && y1 < b.Y+b.H {
				t.Errorf("a mark covers %q", l.Text)
			}
		}
	}
}

func TestScaleKeepsWordsApartWhereverTheParkStands(t *testing.T) {
	for _, width := range []float64{10, 90, 180, 300} {
		for now := 60.0; now <= 160; now += 1.7 {
			for _, then := range []float64{-1e6, 70, 95, 99.9, 100, now, now + 0.1, 131, 1e6} {
				d := groups(mark(2019, then), mark(2020, now)).Draw(width)
				meet(t, d)
				if t.Failed() {
					t.Fatalf("%g mm, %g then %g", width, then, now)
				}
			}
		}
	}
}

func labels(d doc.Drawing) string {
	var all []string
	for _, l := range d.Labels {
		all = append(all, l.Text)
	}
	slices.Sort(all)
	return strings.Join(all, "|")
}

// The bounds stand under the ends of the groups, and the mean instead of the bound in the same place.
func TestScaleNamesGroupsBoundsAndMean(t *testing.T) {
	d := groups(mark(2019, 101.8), mark(2020, 106.4)).Draw(180)
	if got := labels(d); got != "100 % — среднее|110 %|2019: 101.8|2020: 106.4|90 %|I|II|III|IV" {
		t.Errorf("labels %s", got)
	}
	for i, b := range d.Boxes[:4] {
		if b.Grey != map[bool]int{true: ownGrey, false: 255}[i == 2] {
			t.Errorf("group %d is filled with %d", i, b.Grey)
		}
		if x := float64(i) * 45; math.Abs(b.X-x) > 1e-9 || math.Abs(b.W-45) > 1e-9 {
			t.Errorf("group %d from %g, %g wide", i, b.X, b.W)
		}
	}
	if now := d.Boxes[4]; math.Abs(now.X+now.W/2-(106.4-80)/40*180) > 1e-9 {
		t.Errorf("the mark stands at %g", now.X+now.W/2)
	}
}

// A mean that is no bound has a line and words of its own.
func TestScaleShowsMeanBetweenBounds(t *testing.T) {
	s := groups()
	s.Mean = &Tick{105, "среднее"}
	d := s.Draw(180)
	meet(t, d)
	if len(d.Lines) != 1 || !d.Lines[0].Dashed || !strings.Contains(labels(d), "100 %|") || !strings.Contains(labels(d), "среднее") {
		t.Errorf("lines %+v, labels %s", d.Lines, labels(d))
	}
}

// A value beyond the end is an arrow at that end, and no mark that would tell another value.
func TestScaleCutsWhatIsBeyondItsEnd(t *testing.T) {
	for _, at := range []float64{1000, -1000} {
		d := groups(mark(2019, 105), mark(2020, at)).Draw(180)
		if n := len(d.Boxes); n != 4 {
			t.Errorf("%d boxes: a mark stands on the scale", n)
		}
		heads := 0
		for _, l := range d.Lines {
			if l.Width == 2*thick {
				heads++
				if end := map[bool]float64{true: 179.7, false: 0.3}[at > 0]; l.X2 != end {
					t.Errorf("the arrow ends at %g", l.X2)
				}
			}
		}
		if heads != 2 || !strings.Contains(labels(d), fmt.Sprintf("%.1f", at)) {
			t.Errorf("%d strokes of an arrow, labels %s", heads, labels(d))
		}
	}
}

// Two years beyond the same end have an arrow each.
func TestScaleCutsTwoYearsApart(t *testing.T) {
	d := groups(mark(2019, 900), mark(2020, 1000)).Draw(180)
	meet(t, d)
	tips := map[float64]bool{}
	for _, l := range d.Lines {
		if l.Width >= thick {
			tips[l.X2] = true
		}
	}
	if len(tips) != 2 {
		t.Errorf("arrows end at %v", tips)
	}
}

// Without groups there is a strip with the mean; without anything at all nothing breaks.
func TestScaleWithoutGroups(t *testing.T) {
	for _, s := range []Scale{{}, {Mean: &Tick{100, "100 %"}, Marks: []Mark{mark(2020, 104)}}, {Marks: []Mark{mark(2020, 0.53)}}, {Bands: []Band{{Name: "Одна"}}}} {
		meet(t, s.Draw(120))
	}
}

// Bars of one column have one scale: as far as the farthest, and never more than to nought.
func TestDeviationSpan(t *testing.T) {
	for _, tt := range []struct {
		values []float64
		want   float64
	}{{nil, 10}, {[]float64{100, 99}, 10}, {[]float64{121.8, 93.1}, 30}, {[]float64{40}, 75}, {[]float64{1000}, 100}} {
		if got := DeviationSpan(tt.values...); got != tt.want {
			t.Errorf("%v: %g, want %g", tt.values, got, tt.want)
		}
	}
}

// A bar begins at the mean: above it to the right and black, below it to the left and white, and
// as long as the value is far.
func TestDeviationGrowsFromTheMean(t *testing.T) {
	for _, tt := range []struct {
		value, x, w float64
		grey        int
	}{{115, 20, 10, 0}, {90, 20 - 20.0/3, 20.0 / 3, 255}, {100, 20, 0, 0}, {130, 20, 20, 0}, {70, 0, 20, 255}} {
		d := Deviation(tt.value, 30, 40, 6)
		inside(t, d)
		if len(d.Boxes) != 1 {
			t.Fatalf("%g: %d boxes", tt.value, len(d.Boxes))
		}
		if b := d.Boxes[0]; math.Abs(b.X-tt.x) > 1e-9 || math.Abs(b.W-tt.w) > 1e-9 || b.Grey != tt.grey {
			t.Errorf("%g: %+v", tt.value, b)
		}
	}
}

// A bar that is cut has a gap before its end, on its own side.
func TestDeviationIsCutWithASign(t *testing.T) {
	for _, value := range []float64{260, -50} {
		d := Deviation(value, 100, 40, 6)
		inside(t, d)
		if len(d.Boxes) != 2 {
			t.Fatalf("%g: %d boxes", value, len(d.Boxes))
		}
		a, b := d.Boxes[0], d.Boxes[1]
		if value < 100 {
			a, b = b, a
		}
		if gap := b.X - (a.X + a.W); math.Abs(gap-1) > 1e-9 {
			t.Errorf("%g: a gap of %g", value, gap)
		}
	}
	if d := DeviationAxis(40, 6); len(d.Boxes) != 0 || len(d.Lines) != 1 {
		t.Errorf("a row without a value: %+v", d)
	}
}
