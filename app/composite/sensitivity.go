package composite

import (
	"context"
	"math"
	"math/rand/v2"
)

// Sensitivity is how much of the movement of places each assumption brings about:
// get_sensitivity of COINr, SA_type "SA".
type Sensitivity struct {
	Runs    int        // how many there were: base × (factors + 2)
	Factors []Factor   // that vary
	All     []Effect   // by factor, on the mean change of places, as COINr has it
	Units   [][]Effect // by unit and factor, on its own place
}

// Effect is a share of the variance. Estimates from few runs may lie a little below 0 or above 1.
type Effect struct {
	First float64 // that the assumption brings about alone
	Total float64 // that it has a part in, with others
}

// Sensitivity varies the assumptions in the design of Saltelli (2002), SA_sample of COINr:
// runs.Count is the size of the base sample, and there are as many runs times the number of
// factors and two more. Estimators are those of SA_estimate: Saltelli's for the first order,
// Jansen's for the total one.
func (r *Result) Sensitivity(ctx context.Context, runs Runs) (*Sensitivity, error) {
	factors := r.Index.method.Vary.factors()
	n := runs.Count
	all := n * (len(factors) + 2)
	if err := r.checkRuns(n, all); err != nil {
		return nil, err
	}
	t, err := newTrials(r, runs.Seed)
	if err != nil {
		return nil, err
	}
	places := make([]uint16, len(r.Units)*all)
	shifts := make([]float64, all)
	nominal := r.ranks[r.Index.top]
	err = share(ctx, all, runs, func() func(job int) {
		w := t.trial(len(r.Units))
		return func(job int) {
			w.run(designPoint(runs.Seed, job, n, factors))
			moved := 0
			for _, u := range t.units {
				places[u*all+job] = uint16(w.ranks[u]) //nolint:gosec // mostSampled
				moved += max(w.ranks[u]-nominal[u], nominal[u]-w.ranks[u])
			}
			shifts[job] = float64(moved) / float64(len(t.units))
		}
	})
	if err != nil {
		return nil, err
	}
	s := &Sensitivity{Runs: all, Factors: factors, All: effects(shifts, n, len(factors)), Units: make([][]Effect, len(r.Units))}
	own := make([]float64, all)
	for u := range r.Units {
		for job := range own {
			own[job] = float64(places[u*all+job])
		}
		s.Units[u] = effects(own, n, len(factors))
	}
	return s, nil
}

// designPoint is a run of the design: n of matrix A, n of B, then n for each factor of A with
// that factor from B.
func designPoint(seed uint64, job, n int, factors []Factor) point {
	block, row := job/n, job%n
	draw := rand.New(rand.NewPCG(seed, uint64(row))) //nolint:gosec // reproducible on purpose
	var a, b point
	for i := range a {
		a[i] = draw.Float64()
	}
	for i := range b {
		b[i] = draw.Float64()
	}
	switch block {
	case 0:
		return a
	case 1:
		return b
	}
	at := factorAt(factors[block-2])
	a[at] = b[at]
	return a
}

// effects are SA_estimate of COINr over the outputs of a design.
func effects(y []float64, n, factors int) []Effect {
	a, b := y[:n], y[n:2*n]
	values := sorted(y[:2*n])
	out := make([]Effect, factors)
	if values[0] == values[len(values)-1] {
		return out // nothing moves
	}
	variance := math.Pow(deviation(values), 2)
	for f := range out {
		mixed := y[(2+f)*n : (3+f)*n]
		var first, total sum
		for i, x := range mixed {
			first.add(b[i] * (x - a[i]))
			total.add((a[i] - x) * (a[i] - x))
		}
		out[f] = Effect{First: first.value() / float64(n) / variance, Total: total.value() / (2 * float64(n) * variance)}
	}
	return out
}
