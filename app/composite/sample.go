package composite

import (
	"context"
	"math"
	"math/rand/v2"
	"sync"
)

// Sample is how places and groups fall when the assumptions of a method are varied: the
// uncertainty analysis of get_sensitivity of COINr, SA_type "UA".
type Sample struct {
	Runs   int          // how many there were
	Places []PlaceRange // by unit
	Groups [][]float64  // by unit and by group of the method: share of the runs
}

// PlaceRange is where a unit's place lies in 90 of 100 runs. Quantiles are those of R, type 7,
// so they may lie between two places.
type PlaceRange struct {
	Low    float64 // 5 % of the runs give a better place
	Median float64 // half of them do
	High   float64 // 95 % of them do
	Mean   float64 // of all runs
}

// Bounds of an analysis.
const (
	mostRuns    = 1_000_000
	mostSampled = 65_000 // units: places are kept in two bytes
	mostPlaces  = 500_000_000
)

// Sample computes the index anew, each time by another draw of all assumptions. Memory and time
// grow with runs × units. It fails with the error of the context soon after that is done.
func (r *Result) Sample(ctx context.Context, runs Runs) (*Sample, error) {
	if err := r.checkRuns(runs.Count, runs.Count); err != nil {
		return nil, err
	}
	t, err := newTrials(r, runs.Seed)
	if err != nil {
		return nil, err
	}
	groups := len(r.Index.method.Groups)
	places := make([]uint16, len(r.Units)*runs.Count)
	var counts [][]int32 // by worker: by unit and group
	var hold sync.Mutex
	err = share(ctx, runs.Count, runs, func() func(job int) {
		w := t.trial(len(r.Units))
		count := make([]int32, len(r.Units)*(groups+1))
		hold.Lock()
		counts = append(counts, count)
		hold.Unlock()
		return func(job int) {
			w.run(randomPoint(runs.Seed, job))
			for _, u := range t.units {
				places[u*runs.Count+job] = uint16(w.ranks[u]) //nolint:gosec // mostSampled
				count[u*(groups+1)+w.group(u)]++
			}
		}
	})
	if err != nil {
		return nil, err
	}
	s := &Sample{Runs: runs.Count, Places: make([]PlaceRange, len(r.Units)), Groups: make([][]float64, len(r.Units))}
	tally := make([]int, len(r.Units)+1)
	for u := range r.Units {
		s.Places[u] = rangeOf(places[u*runs.Count:(u+1)*runs.Count], tally)
		s.Groups[u] = make([]float64, groups)
		for g := range groups {
			for _, count := range counts {
				s.Groups[u][g] += float64(count[u*(groups+1)+g])
			}
			s.Groups[u][g] /= float64(runs.Count)
		}
	}
	return s, nil
}

func (r *Result) checkRuns(count, all int) error {
	switch {
	case count < 1 || count > mostRuns:
		return refuse("прогонов %d; бывает от 1 до %d", "%d runs; there may be from 1 to %d", count, mostRuns)
	case len(r.Units) > mostSampled || all > mostPlaces/len(r.Units):
		return refuse("прогонов %d на %d единиц слишком много: произведение — не больше %d", "%d runs over %d units are too many: their product is at most %d", all, len(r.Units), mostPlaces)
	case len(r.Index.method.Vary.factors()) == 0:
		return refuse("методика ничего не велит менять: задайте в [rating.uncertainty] веса, нормировки, способы сложения или долю единиц", "the method has nothing to vary: give weights, normalisations, ways to add up or a share of units in [rating.uncertainty]")
	}
	for _, in := range r.Index.inner {
		if duels := len(r.Units) * len(r.Units); in.by == Copeland && all > mostDuels/duels {
			return refuse("по Коупленду каждая единица сравнивается с каждой, и прогонов при %d единицах бывает до %d", "by Copeland each unit is compared with each, and of %d units there may be %d runs", len(r.Units), mostDuels/duels)
		}
	}
	return nil
}

// mostDuels bounds the comparisons of pairs in all runs.
const mostDuels = 2_000_000_000

// randomPoint draws the assumptions of a run from its number and the seed alone.
func randomPoint(seed uint64, run int) (p point) {
	draw := rand.New(rand.NewPCG(seed, uint64(run))) //nolint:gosec // reproducible on purpose
	for i := range p {
		p[i] = draw.Float64()
	}
	return p
}

// rangeOf sums up the places of a unit; tally is a place to count in. A unit without places has
// none.
func rangeOf(places []uint16, tally []int) PlaceRange {
	clear(tally)
	total, n := 0.0, 0
	for _, p := range places {
		if p > 0 {
			tally[p]++
			total += float64(p)
			n++
		}
	}
	if n == 0 {
		return PlaceRange{}
	}
	return PlaceRange{Low: quantile(tally, n, 0.05), Median: quantile(tally, n, 0.5), High: quantile(tally, n, 0.95), Mean: total / float64(n)}
}

// quantile is type 7 of R over n counted places.
func quantile(tally []int, n int, q float64) float64 {
	at := q * float64(n-1)
	low := math.Floor(at)
	a, b := nth(tally, int(low)), nth(tally, min(int(low)+1, n-1))
	return float64(a) + (at-low)*float64(b-a)
}

// nth returns the place that i counted ones come before.
func nth(tally []int, i int) int {
	for place, count := range tally {
		if i < count {
			return place
		}
		i -= count
	}
	return 0
}
