package composite

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// trials is what all runs over a table share; nothing in it changes.
type trials struct {
	index *Index
	vary  Assumptions
	seed  uint64

	units  []int        // those that are scored, by id: draws do not depend on the order of rows
	scales [][]scale    // by alternative, 0 is the method's own, and by leaf
	ways   [][]Mean     // by alternative, 0 is the method's own, and by inner node
	order  [][]int32    // by leaf: units that have a value, the worst first
	keep   map[int]bool // units never left out: those that others are measured by
}

// scale is how one leaf is scored in one alternative.
type scale struct {
	spec   Normalise
	values []float64 // with the sign and the logarithm of the scale, by unit
	lower  bool
	target float64
}

// newTrials prepares runs. The values are those that the steps before the normalisation left.
func newTrials(r *Result, seed uint64) (*trials, error) {
	x := r.Index
	t := &trials{index: x, vary: x.method.Vary, seed: seed, keep: map[int]bool{}}
	for u := range r.Units {
		if r.ranks[x.top][u] > 0 {
			t.units = append(t.units, u)
		}
	}
	slices.SortFunc(t.units, func(a, b int) int { return cmp.Compare(r.Units[a].ID, r.Units[b].ID) })
	c := &computation{index: x, table: &Table{Units: r.Units}, values: r.prepared}
	alternatives := append([]Normalise{{}}, t.vary.Normalise...)
	for _, n := range alternatives {
		row := make([]scale, len(x.leaves))
		for i, leaf := range x.leaves {
			node := x.method.Nodes[leaf]
			if n.By != "" {
				node.Normalise = n
			}
			var err error
			if row[i], err = t.scale(c, i, node); err != nil {
				return nil, err
			}
		}
		t.scales = append(t.scales, row)
	}
	for i := range x.leaves {
		t.order = append(t.order, t.ascending(t.scales[0][i].values))
	}
	for _, by := range append([]Mean{""}, t.vary.Aggregate...) {
		row := make([]Mean, len(x.inner))
		for i, in := range x.inner {
			row[i] = in.by
			if by != "" && x.method.Nodes[in.node].Aggregate.By == "" {
				row[i] = by
			}
		}
		t.ways = append(t.ways, row)
	}
	return t, nil
}

func (t *trials) scale(c *computation, leaf int, node Node) (scale, error) {
	values, err := c.directed(leaf, node)
	if err != nil {
		return scale{}, err
	}
	s := scale{spec: node.Normalise, values: values, lower: node.LowerIsBetter}
	if s.target, err = c.target(leaf, node); err != nil {
		return scale{}, err
	}
	if node.Normalise.By == Reference {
		t.keep[slices.IndexFunc(c.table.Units, func(u Unit) bool { return u.ID == node.Normalise.Unit })] = true
	}
	return s, nil
}

func (t *trials) ascending(values []float64) []int32 {
	var order []int32
	for _, u := range t.units {
		if known(values[u]) {
			order = append(order, int32(u)) //nolint:gosec // a table has at most mostUnits
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(values[a], values[b]) })
	return order
}

// trial is the place one worker does its runs in.
type trial struct {
	*trials
	rng     *rand.PCG
	draw    *rand.Rand
	present []bool
	pool    []int
	scores  [][]float64 // by node
	weights [][]float64 // by inner node
	placed  []placed
	ranks   []int
	sum     float64 // of the indices of those present
	count   int     // of them
}

type placed struct {
	score float64
	unit  int
}

func (t *trials) trial(units int) *trial {
	w := &trial{trials: t, rng: rand.NewPCG(0, 0), present: make([]bool, units), pool: make([]int, 0, len(t.units)), placed: make([]placed, 0, len(t.units)), ranks: make([]int, units)}
	w.draw = rand.New(w.rng)
	for range t.index.method.Nodes {
		column := make([]float64, units)
		for u := range column {
			column[u] = missing()
		}
		w.scores = append(w.scores, column)
	}
	for _, in := range t.index.inner {
		w.weights = append(w.weights, make([]float64, len(in.weights)))
	}
	return w
}

// run scores and ranks all units by one choice of assumptions. A unit that is left out bears
// on no scale and no mean; all are placed all the same, so that places of runs compare.
func (w *trial) run(p point) {
	w.leaveOut(p[factorAt(FactorUnits)])
	w.weigh(p[factorAt(FactorWeights)])
	scales := w.scales[chosen(p[factorAt(FactorNormalise)], len(w.scales))]
	ways := w.ways[chosen(p[factorAt(FactorAggregate)], len(w.ways))]
	for i, leaf := range w.index.leaves {
		w.score(&scales[i], w.order[i], w.scores[leaf])
	}
	for i, in := range w.index.inner {
		w.addUp(in, ways[i], w.weights[i])
	}
	w.rank()
}

// chosen is the alternative that a number from 0 to 1 means; all are equally likely.
func chosen(x float64, of int) int { return min(int(x*float64(of)), of-1) }

// seeded makes the draws of one factor depend on its number and the seed alone.
func (w *trial) seeded(x float64) { w.rng.Seed(w.seed, math.Float64bits(x)) }

func (w *trial) leaveOut(x float64) {
	w.pool = w.pool[:0]
	for _, u := range w.units {
		w.present[u] = true
		if !w.keep[u] {
			w.pool = append(w.pool, u)
		}
	}
	out := int(math.Round(w.vary.Leave * float64(len(w.units))))
	if out == 0 {
		return
	}
	w.seeded(x)
	for i := range min(out, len(w.pool), max(0, len(w.units)-2)) {
		j := i + w.draw.IntN(len(w.pool)-i)
		w.pool[i], w.pool[j] = w.pool[j], w.pool[i]
		w.present[w.pool[i]] = false
	}
}

func (w *trial) weigh(x float64) {
	w.seeded(x)
	for i, in := range w.index.inner {
		for k, weight := range in.weights {
			w.weights[i][k] = weight
			if w.vary.Weights > 0 {
				w.weights[i][k] *= 1 + w.vary.Weights*(2*w.draw.Float64()-1)
			}
		}
	}
}

// score fills the column of a leaf. The scale is laid on those present; the others are measured
// by it.
func (w *trial) score(s *scale, order []int32, into []float64) {
	if s.spec.ranked() {
		w.scoreRanks(s, order, into)
		return
	}
	l, why := w.fit(s, order)
	for _, u := range order {
		if into[u] = missing(); why == fits {
			into[u] = l.at(s.values[u])
		}
	}
}

// fit is Normalise.fit over the values of those present, which need not be sorted again.
func (w *trial) fit(s *scale, order []int32) (line, unfit) {
	first := slices.IndexFunc(order, func(u int32) bool { return w.present[u] })
	if first < 0 {
		return line{}, none
	}
	last := len(order) - 1
	for !w.present[order[last]] {
		last--
	}
	ends := [2]float64{s.values[order[first]], s.values[order[last]]}
	if s.spec.By != ZScore && s.spec.By != RatioMean {
		return s.spec.fit(ends[:], s.lower, s.target)
	}
	m, deviation := w.spread(s, order)
	l := line{factor: 1, low: math.Inf(-1), high: math.Inf(1)}
	if s.spec.By == RatioMean {
		return fitMean(l, m, s.lower)
	}
	if ends[0] == ends[1] {
		return l, flat
	}
	l.shift, l.span, l.factor, l.offset = m, deviation, s.spec.Deviation, s.spec.Mean
	return l, fits
}

// spread returns mean and deviation of those present, added up from the worst to the best.
func (w *trial) spread(s *scale, order []int32) (m, deviation float64) {
	var total sum
	count := 0
	for _, u := range order {
		if w.present[u] {
			total.add(s.values[u])
			count++
		}
	}
	m = total.value() / float64(count)
	if s.spec.By != ZScore || count < 2 {
		return m, 0
	}
	squares := 0.0
	for _, u := range order {
		if w.present[u] {
			d := s.values[u] - m
			squares += d * d
		}
	}
	return m, math.Sqrt(squares / float64(count-1))
}

func (w *trial) scoreRanks(s *scale, order []int32, into []float64) {
	count := 0
	for _, u := range order {
		if w.present[u] {
			count++
		}
	}
	below, passed := 0, 0 // those present below the value at hand, and up to it
	for i, u := range order {
		if i == 0 || s.values[u] != s.values[order[i-1]] {
			below = passed
		}
		if w.present[u] {
			passed++
		}
		if into[u] = missing(); count > 1 {
			into[u] = s.spec.score(below, count)
		}
	}
}

// addUp adds up the children of a node as combine does.
func (w *trial) addUp(in inner, by Mean, weights []float64) {
	kids := make([][]float64, len(in.kids))
	for i, kid := range in.kids {
		kids[i] = w.scores[kid]
		if by.positive() {
			w.lift(kids[i])
		}
	}
	into := w.scores[in.node]
	if by == Copeland {
		outrank(kids, weights, in.least, into, w.present)
		return
	}
	for _, u := range w.units {
		total, weight, have := 0.0, 0.0, 0
		for i, kid := range kids {
			x := kid[u]
			if !known(x) {
				continue
			}
			have++
			weight += weights[i]
			switch by {
			case Geometric:
				total += weights[i] * math.Log(x)
			case Harmonic:
				total += weights[i] / x
			default:
				total += weights[i] * x
			}
		}
		if into[u] = missing(); weight > 0 && enough(have, len(kids), in.least) {
			into[u] = finish(by, total, weight)
		}
	}
}

// lift brings scores that are not all above nought to 1–100, as a geometric or harmonic mean
// wants them: an alternative that could not be computed would be none.
func (w *trial) lift(column []float64) {
	least, most := math.Inf(1), math.Inf(-1)
	for _, u := range w.units {
		if x := column[u]; known(x) {
			least, most = min(least, x), max(most, x)
		}
	}
	if !(least <= 0) {
		return
	}
	for _, u := range w.units {
		switch x := column[u]; {
		case !known(x):
		case most > least:
			column[u] = 1 + 99*(x-least)/(most-least)
		default:
			column[u] = 1
		}
	}
}

// rank places all units, those left out too; ties share the least place.
func (w *trial) rank() {
	top := w.scores[w.index.top]
	w.placed = w.placed[:0]
	w.sum, w.count = 0, 0
	for _, u := range w.units {
		w.ranks[u] = 0
		if known(top[u]) {
			w.placed = append(w.placed, placed{settled(top[u]), u})
		}
	}
	slices.SortFunc(w.placed, byScore)
	for i, p := range w.placed {
		w.ranks[p.unit] = i + 1
		if i > 0 && p.score == w.placed[i-1].score {
			w.ranks[p.unit] = w.ranks[w.placed[i-1].unit]
		}
		if w.present[p.unit] {
			w.sum += top[p.unit]
			w.count++
		}
	}
}

// byScore puts the better first; scores are never missing here. Written out because it is what
// a run spends much of its time on.
func byScore(a, b placed) int {
	switch {
	case a.score > b.score:
		return -1
	case a.score < b.score:
		return 1
	}
	return a.unit - b.unit
}

// group returns the place of a unit's group among those of the method; none is len.
func (w *trial) group(u int) int {
	x := w.scores[w.index.top][u]
	groups := w.index.method.Groups
	if !known(x) {
		return len(groups)
	}
	if w.index.method.Percent {
		if !(w.sum > 0) {
			return len(groups)
		}
		x = x / (w.sum / float64(w.count)) * 100
	}
	if at := slices.IndexFunc(groups, func(g Group) bool { return g.holds(x) }); at >= 0 {
		return at
	}
	return len(groups)
}
