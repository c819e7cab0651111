package composite_test

import (
	"context"
	"math"
	"testing"

	"technopark/app/composite"
)

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(b)) }

// Correlations, redundancy and alpha of numbers anybody can add up: a and b go together, c goes
// against them, d does not move, e has two values only.
func TestCorrelations(t *testing.T) {
	m := with(plain("a", "b", "c", "d", "e"), func(m *composite.Method) { m.Normalise = composite.Usual(composite.AsIs) })
	r := compute(t, m, table(t, "u;a;b;c;d;e", "A;1;2;4;5;1", "B;2;4;3;5;2", "C;3;6;1;5;", "D;4;8;2;5;"))
	for _, c := range []struct {
		a, b string
		want float64
		ok   bool
	}{{"a", "b", 1, true}, {"a", "c", -0.8, true}, {"a", "d", 0, false}, {"a", "e", 0, false}, {"a", "x", 0, false}} {
		p, ok := r.Correlation(c.a, c.b)
		if ok != c.ok || ok && !near(p.R, c.want) {
			t.Errorf("%s and %s: %v, %v, expected %v, %v", c.a, c.b, p.R, ok, c.want, c.ok)
		}
	}
	if pairs := r.Redundant(0.9); len(pairs) != 1 || pairs[0].A != "a" || pairs[0].B != "b" || pairs[0].N != 4 {
		t.Errorf("redundant: %v, expected a and b over 4 units", pairs)
	}
	// Variances of a and b are 5/3 and 20/3, their covariance 10/3: alpha is 4·(10/3)/15 = 8/9.
	two := compute(t, with(plain("a", "b"), func(m *composite.Method) { m.Normalise = composite.Usual(composite.AsIs) }), table(t, "u;a;b", "A;1;2", "B;2;4", "C;3;6", "D;4;8"))
	if alpha, ok := two.Alpha("I"); !ok || !near(alpha, 8.0/9) {
		t.Errorf("alpha %v, %v, expected 8/9", alpha, ok)
	}
	if _, ok := two.Alpha("a"); ok {
		t.Error("an indicator has an alpha")
	}
}

// Points add up to the index; a gap is what the index loses when a score becomes the mean.
func TestContributions(t *testing.T) {
	m := with(plain("a", "b", "c"), func(m *composite.Method) {
		m.Normalise, m.Percent = composite.Usual(composite.AsIs), true
		m.Nodes[1].Weight = 2
	})
	// Index before percents: A (2·10+20+30)/4 = 17.5; B without c (2·20+5)/3 = 15; mean 16.25.
	r := compute(t, m, table(t, "u;a;b;c", "A;10;20;30", "B;20;5;"))
	percent := 100 / 16.25
	for _, c := range []struct {
		unit                int
		code                string
		weight, points, gap float64
	}{
		{0, "a", 0.5, 5 * percent, (0.5*10 - 0.5*15) * percent},
		{0, "b", 0.25, 5 * percent, 0.25 * (20 - 12.5) * percent},
		{0, "c", 0.25, 7.5 * percent, 0},
		{1, "a", 2.0 / 3, 40.0 / 3 * percent, 2.0 / 3 * (20 - 15) * percent},
		{1, "b", 1.0 / 3, 5.0 / 3 * percent, 1.0 / 3 * (5 - 12.5) * percent},
	} {
		found := false
		for _, got := range r.Contributions(c.unit) {
			if got.Code != c.code {
				continue
			}
			found = true
			if !near(got.Weight, c.weight) || !near(got.Points.Number, c.points) || math.Abs(got.Gap.Number-c.gap) > 1e-9 {
				t.Errorf("unit %d, %s: %+v, expected weight %v, points %v, gap %v", c.unit, c.code, got, c.weight, c.points, c.gap)
			}
		}
		if !found {
			t.Errorf("unit %d: nothing of %s", c.unit, c.code)
		}
	}
	if n := len(r.Contributions(1)); n != 2 {
		t.Errorf("%d contributions of a unit with two scores", n)
	}
}

// The value a lever is said to need reaches the goal, and a little less does not; what is
// already reached needs none, and what no lever can do is said.
func TestReach(t *testing.T) {
	m, values := crowd(20, 4)
	m.Nodes[2].LowerIsBetter = true
	m.Normalise = composite.Usual(composite.RatioMean)
	x, err := composite.New(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, goal := range []composite.Goal{{Place: 1}, {Group: "I"}} {
		levers, err := x.Reach(context.Background(), values, "u0005", goal)
		if err != nil {
			t.Fatal(err)
		}
		if len(levers) != 4 {
			t.Fatalf("%d levers, expected 4", len(levers))
		}
		for _, l := range levers {
			if !l.Reached {
				t.Errorf("%s cannot reach %+v", l.Code, goal)
				continue
			}
			short := l.From.Number + (l.To-l.From.Number)*0.999
			if !there(t, x, values, l.Code, l.To, goal) || there(t, x, values, l.Code, short, goal) {
				t.Errorf("%s from %v to %v is not the least for %+v", l.Code, l.From.Number, l.To, goal)
			}
		}
	}
	if levers, err := x.Reach(context.Background(), values, "u0005", composite.Goal{Place: 20}); err != nil || levers != nil {
		t.Errorf("a place that is reached: %v, %v", levers, err)
	}
	m.Normalise = posts(0, 40, composite.LogsNone)
	if x, err = composite.New(m); err != nil {
		t.Fatal(err)
	}
	levers, err := x.Reach(context.Background(), values, "u0000", composite.Goal{Place: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range levers {
		if l.Reached && !there(t, x, values, l.Code, l.To, composite.Goal{Place: 1}) {
			t.Errorf("%s at %v does not reach", l.Code, l.To)
		}
	}
}

// A share goes no further than to all, and a value beyond is told of.
func TestReachWithinLimits(t *testing.T) {
	m := plain("a", "b")
	m.Normalise = composite.Usual(composite.AsIs)
	m.Nodes[1].Limits = &[2]float64{0, 100}
	x, err := composite.New(m)
	if err != nil {
		t.Fatal(err)
	}
	levers, err := x.Reach(context.Background(), table(t, "u;a;b", "A;50;100", "B;90;130"), "A", composite.Goal{Place: 1})
	if err != nil {
		t.Fatal(err)
	}
	// A needs 70 more: a may gain 50, b as much as it takes.
	if levers[0].Reached || !levers[1].Reached || !near(levers[1].To, 170) {
		t.Errorf("levers %+v, expected a not to reach and b to at 170", levers)
	}
	levers, err = x.Reach(context.Background(), table(t, "u;a;b", "A;50;100", "B;90;110"), "A", composite.Goal{Place: 1})
	if err != nil {
		t.Fatal(err)
	}
	if !levers[0].Reached || !near(levers[0].To, 100) {
		t.Errorf("levers %+v, expected a to reach at 100", levers)
	}
	r := compute(t, m, table(t, "u;a;b", "A;50;100", "B;120;110"))
	if len(r.Notes) != 1 || r.Notes[0].Unit != 1 || r.Notes[0].Code != "a" {
		t.Errorf("notes %+v, expected one of B in a", r.Notes)
	}
}

// there reports whether unit u0005 (or u0000 of posts) is at the goal with a value.
func there(t *testing.T, x *composite.Index, values *composite.Table, code string, to float64, goal composite.Goal) bool {
	t.Helper()
	id, at := "u0005", 5
	if x.Method().Normalise.By == composite.Goalposts {
		id, at = "u0000", 0
	}
	changed, err := values.With([]composite.Substitute{{Unit: id, Code: code, To: to}})
	if err != nil {
		t.Fatal(err)
	}
	r, err := x.Compute(changed)
	if err != nil {
		t.Fatal(err)
	}
	if goal.Place > 0 {
		return r.Rank(at, "I") <= goal.Place
	}
	return r.Group(at) == goal.Group
}
