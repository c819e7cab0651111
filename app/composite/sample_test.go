package composite_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"technopark/app/composite"
)

// crowd makes a table of units × indicators a, b, c … of which later units are better on the
// whole.
func crowd(units, indicators int) (composite.Method, *composite.Table) {
	draw := rand.New(rand.NewPCG(1, 2))
	t := &composite.Table{}
	for u := range units {
		t.Units = append(t.Units, composite.Unit{ID: fmt.Sprintf("u%04d", u)})
	}
	var codes []string
	for i := range indicators {
		c := composite.Column{Code: fmt.Sprintf("c%02d", i)}
		for u := range units {
			c.Values = append(c.Values, composite.Value{Number: 10 + float64(u)/float64(units)*5 + draw.Float64()*10, Known: true})
		}
		t.Columns, codes = append(t.Columns, c), append(codes, c.Code)
	}
	m := plain(codes...)
	m.Percent = true
	m.Groups = []composite.Group{{Name: "I", Bound: 110, Above: true}, {Name: "II", Bound: 100}, {Name: "III", Open: true}}
	m.Vary = composite.UsualAssumptions(composite.Arithmetic)
	return m, t
}

// The same seed gives the same places whatever the number of workers and the order of the
// units; another seed gives others.
func TestSampleIsReproducible(t *testing.T) {
	m, values := crowd(30, 5)
	r := compute(t, m, values)
	sample := func(r *composite.Result, seed uint64, workers int) *composite.Sample {
		s, err := r.Sample(context.Background(), composite.Runs{Count: 300, Seed: seed, Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	one, four := sample(r, 7, 1), sample(r, 7, 4)
	if !reflect.DeepEqual(one, four) {
		t.Error("four workers do not give what one does")
	}
	if reflect.DeepEqual(one, sample(r, 8, 1)) {
		t.Error("another seed gives the same")
	}
	back := &composite.Table{}
	for u := range values.Units {
		back.Units = append(back.Units, values.Units[len(values.Units)-1-u])
	}
	for _, c := range values.Columns {
		turned := composite.Column{Code: c.Code}
		for u := range c.Values {
			turned.Values = append(turned.Values, c.Values[len(c.Values)-1-u])
		}
		back.Columns = append(back.Columns, turned)
	}
	other := sample(compute(t, m, back), 7, 2)
	for u := range one.Places {
		if got := other.Places[len(one.Places)-1-u]; got != one.Places[u] {
			t.Fatalf("unit %d: %v, in another order of rows %v", u, one.Places[u], got)
		}
	}
}

// A unit that is best in everything is first in every run, and its group has all of the runs.
func TestSampleOfACertainLeader(t *testing.T) {
	m, values := crowd(12, 4)
	for i := range values.Columns {
		values.Columns[i].Values[3].Number = 100
	}
	r := compute(t, m, values)
	s, err := r.Sample(context.Background(), composite.Runs{Count: 200, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if want := (composite.PlaceRange{Low: 1, Median: 1, High: 1, Mean: 1}); s.Places[3] != want {
		t.Errorf("the leader stands at %v, expected %v", s.Places[3], want)
	}
	if s.Groups[3][0] != 1 {
		t.Errorf("the leader is in group I in %v of the runs, expected all", s.Groups[3][0])
	}
	for u, shares := range s.Groups {
		if total := shares[0] + shares[1] + shares[2]; math.Abs(total-1) > 1e-9 {
			t.Errorf("unit %d: shares of the groups add up to %v", u, total)
		}
	}
}

// Without anything to draw, each run is the method itself.
func TestSampleOfOneAlternative(t *testing.T) {
	m, values := crowd(20, 4)
	for _, by := range composite.Scales() {
		n := composite.Usual(by)
		n.Posts, n.HasPosts, n.Target, n.HasTarget, n.Unit = [2]float64{5, 30}, true, 40, true, "u0003"
		m.Percent, m.Normalise = false, n
		m.Vary = composite.Assumptions{Weights: 1e-12}
		r := compute(t, m, values)
		s, err := r.Sample(context.Background(), composite.Runs{Count: 3, Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		for u := range r.Units {
			if rank := float64(r.Rank(u, "I")); s.Places[u].Low != rank || s.Places[u].High != rank {
				t.Errorf("%s: unit %d stands at %v, expected %v", by, u, s.Places[u], rank)
			}
		}
	}
}

// Whoever waits can stop waiting, and is told how far it went.
func TestSampleStops(t *testing.T) {
	m, values := crowd(20, 4)
	r := compute(t, m, values)
	ctx, cancel := context.WithCancel(context.Background())
	told := 0
	_, err := r.Sample(ctx, composite.Runs{Count: 100000, Seed: 1, Workers: 2, Progress: func(done, of int) {
		told = done
		if of != 100000 {
			t.Errorf("of %d runs, expected 100000", of)
		}
		cancel()
	}})
	if !errors.Is(err, context.Canceled) || told == 0 || told > 50000 {
		t.Errorf("stopped with %v after %d runs", err, told)
	}
}

// The share of an assumption that alone is varied is all of the variance, and of one that
// changes nothing none.
func TestSensitivity(t *testing.T) {
	m, values := crowd(25, 5)
	m.Vary = composite.Assumptions{Weights: 0.5, Aggregate: []composite.Mean{composite.Arithmetic}}
	r := compute(t, m, values)
	s, err := r.Sensitivity(context.Background(), composite.Runs{Count: 400, Seed: 3})
	if err != nil {
		t.Fatal(err)
	}
	if want := []composite.Factor{composite.FactorWeights, composite.FactorAggregate}; !reflect.DeepEqual(s.Factors, want) || s.Runs != 400*4 {
		t.Fatalf("factors %v in %d runs, expected %v in %d", s.Factors, s.Runs, want, 400*4)
	}
	weights, way := s.All[0], s.All[1]
	if way != (composite.Effect{}) {
		t.Errorf("the same way to add up has the effect %v", way)
	}
	if math.Abs(weights.Total-1) > 0.15 {
		t.Errorf("the total effect of the weights is %v, expected about 1", weights.Total)
	}
	if len(s.Units) != 25 || len(s.Units[0]) != 2 {
		t.Errorf("effects of %d units", len(s.Units))
	}
}

func BenchmarkCompute(b *testing.B) {
	m, values := crowd(1000, 21)
	x, err := composite.New(m)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := x.Compute(values); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSample(b *testing.B) {
	for _, c := range []struct{ units, indicators, runs int }{{1000, 21, 10000}, {1000, 21, 1000}, {100, 21, 10000}, {1000, 7, 10000}} {
		b.Run(fmt.Sprintf("%dx%dx%d", c.units, c.indicators, c.runs), func(b *testing.B) {
			if testing.Short() && c.runs > 1000 {
				b.Skip("many runs")
			}
			m, values := crowd(c.units, c.indicators)
			x, err := composite.New(m)
			if err != nil {
				b.Fatal(err)
			}
			r, err := x.Compute(values)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := r.Sample(context.Background(), composite.Runs{Count: c.runs, Seed: 1}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
