package composite_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"technopark/app/composite"
)

// figures draws a table of 4 to 12 units × 3 indicators of moderate numbers, some missing.
func figures(t *rapid.T) [][]composite.Value {
	units := rapid.IntRange(4, 12).Draw(t, "units")
	columns := make([][]composite.Value, 3)
	for i := range columns {
		for range units {
			x := rapid.Float64Range(1, 1000).Draw(t, "x")
			columns[i] = append(columns[i], composite.Value{Number: x, Known: rapid.IntRange(0, 9).Draw(t, "gap") > 0})
		}
	}
	return columns
}

func tableOf(columns [][]composite.Value) *composite.Table {
	t := &composite.Table{}
	for u := range columns[0] {
		t.Units = append(t.Units, composite.Unit{ID: fmt.Sprint("u", u)})
	}
	for i, c := range columns {
		t.Columns = append(t.Columns, composite.Column{Code: string(rune('a' + i)), Values: c})
	}
	return t
}

// anyMethod draws a method with every step over the indicators a, b, c.
func anyMethod(t *rapid.T) composite.Method {
	m := plain("a", "b", "c")
	m.Normalise = composite.Usual(rapid.SampledFrom([]composite.Scale{composite.MinMax, composite.ZScore, composite.RatioMean, composite.Ranks, composite.Percentile, composite.Borda, composite.Best, composite.AsIs}).Draw(t, "scale"))
	m.Normalise.Range = [2]float64{1, 100}
	m.Aggregate.By = rapid.SampledFrom([]composite.Mean{composite.Arithmetic, composite.Copeland}).Draw(t, "mean")
	for i := range m.Nodes {
		m.Nodes[i].Weight = rapid.Float64Range(0.1, 5).Draw(t, "weight")
	}
	if rapid.Bool().Draw(t, "impute") {
		m.Impute = &composite.Impute{By: rapid.SampledFrom([]composite.Filling{composite.FillMean, composite.FillMedian}).Draw(t, "by")}
	}
	if rapid.Bool().Draw(t, "outliers") {
		m.Outliers = &composite.Outliers{Skewness: 0.5, Kurtosis: 0.5, Most: 2, Log: true}
	}
	return m
}

// scored returns what a method makes of each of two tables; nils where the method cannot
// work with them, which must then be so of both.
func scored(t *rapid.T, m composite.Method, one, other *composite.Table) (a, b *composite.Result) {
	x, err := composite.New(m)
	if err != nil {
		t.Fatal(err)
	}
	a, err = x.Compute(one)
	b, err2 := x.Compute(other)
	if (err == nil) != (err2 == nil) {
		t.Fatalf("of one table %v, of the other %v", err, err2)
	}
	if err != nil {
		return nil, nil
	}
	return a, b
}

// The order of the units changes no digit of any figure and no place.
func TestPermutationOfUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns, m := figures(t), anyMethod(t)
		order := rapid.Permutation(indices(len(columns[0]))).Draw(t, "order")
		mixed := make([][]composite.Value, len(columns))
		for i, column := range columns {
			for _, u := range order {
				mixed[i] = append(mixed[i], column[u])
			}
		}
		a, b := scored(t, m, tableOf(columns), tableOf(mixed))
		if a == nil {
			return
		}
		for at, u := range order {
			for _, n := range m.Nodes {
				if x, y := a.Score(u, n.Code), b.Score(at, n.Code); x != y {
					t.Fatalf("%s: %v, in another order %v", n.Code, x, y)
				}
				if x, y := a.Rank(u, n.Code), b.Rank(at, n.Code); x != y {
					t.Fatalf("%s: place %d, in another order %d", n.Code, x, y)
				}
			}
		}
	})
}

func indices(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// Another unit of measure changes no score: min–max, z-scores and ranks bear shift and scale,
// the ratio to the mean scale alone.
func TestScaleAndShift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns, m := figures(t), anyMethod(t)
		m.Outliers = nil // thresholds do not move, but points next to them may round over
		if m.Normalise.By == composite.AsIs {
			m.Normalise.By = composite.MinMax
		}
		factor, shift := rapid.Float64Range(0.01, 100).Draw(t, "factor"), rapid.Float64Range(-50, 50).Draw(t, "shift")
		if m.Normalise.By == composite.RatioMean {
			shift = 0
		}
		moved := make([][]composite.Value, len(columns))
		for i, column := range columns {
			for _, v := range column {
				moved[i] = append(moved[i], composite.Value{Number: v.Number*factor + shift, Known: v.Known})
			}
		}
		a, b := scored(t, m, tableOf(columns), tableOf(moved))
		if a == nil {
			return
		}
		for u := range a.Units {
			if x, y := a.Score(u, "I"), b.Score(u, "I"); x.Known != y.Known || math.Abs(x.Number-y.Number) > 1e-6 {
				t.Fatalf("unit %d: %v, in another measure %v", u, x, y)
			}
		}
	})
}

// A better value never lowers the score of its unit, whatever the scale, and a worse one never
// raises it where less is better.
func TestMonotony(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns, m := figures(t), anyMethod(t)
		m.Outliers, m.Impute = nil, nil
		m.Nodes[1].LowerIsBetter = rapid.Bool().Draw(t, "lower")
		u := rapid.IntRange(0, len(columns[0])-1).Draw(t, "unit")
		columns[0][u].Known = true
		more := append([]composite.Value(nil), columns[0]...)
		more[u].Number += rapid.Float64Range(0, 500).Draw(t, "more")
		a, b := scored(t, m, tableOf(columns), tableOf([][]composite.Value{more, columns[1], columns[2]}))
		if a == nil {
			return
		}
		before, after := a.Score(u, "a"), b.Score(u, "a")
		if !before.Known || !after.Known { // all values are equal: there is no scale
			return
		}
		rise := after.Number - before.Number
		if m.Nodes[1].LowerIsBetter {
			rise = -rise
		}
		if rise < -1e-9 {
			t.Fatalf("score %v, with a better value %v", before, after)
		}
	})
}

// Only the ratios of weights count.
func TestScaleOfWeights(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns, m := figures(t), anyMethod(t)
		a, _ := scored(t, m, tableOf(columns), tableOf(columns))
		factor := math.Pow(10, rapid.Float64Range(-200, 200).Draw(t, "power"))
		for i := range m.Nodes {
			m.Nodes[i].Weight *= factor
		}
		b, _ := scored(t, m, tableOf(columns), tableOf(columns))
		if (a == nil) != (b == nil) {
			t.Fatal("refused with the one weights only")
		}
		if a == nil {
			return
		}
		for u := range a.Units {
			if x, y := a.Score(u, "I"), b.Score(u, "I"); x.Known != y.Known || math.Abs(x.Number-y.Number) > 1e-9*max(1, math.Abs(x.Number)) {
				t.Fatalf("unit %d: %v, with other weights %v", u, x, y)
			}
		}
	})
}
