package composite

import "slices"

// Contribution is what an indicator does to the index of a unit.
type Contribution struct {
	Code   string  // of the indicator
	Weight float64 // its share of the weight of all, for this unit
	Points Value   // of the index that come from it; they add up to it. Of arithmetic means alone
	Gap    Value   // by how much the index is higher than it would be if the score were the mean of the units
}

// Contributions returns what each indicator that has a score does to the index of a unit, in the
// order of the method. Strengths are the greatest gaps, weaknesses the least. There are none
// for a unit without an index, nor where Copeland adds up.
func (r *Result) Contributions(unit int) []Contribution {
	x := r.Index
	arithmetic := true
	for _, in := range x.inner {
		if in.by == Copeland {
			return nil
		}
		arithmetic = arithmetic && in.by == Arithmetic
	}
	e := r.evaluator(unit)
	index := e.index()
	if !known(index) {
		return nil
	}
	factor := 1.0
	if score := r.Score(unit, x.Top()); x.method.Percent && index != 0 {
		factor = score.Number / index
	}
	var all []Contribution
	for _, leaf := range x.leaves {
		score := r.scores[leaf][unit]
		if !known(score) {
			continue
		}
		c := Contribution{Code: x.method.Nodes[leaf].Code, Weight: e.share(leaf)}
		if arithmetic {
			c.Points = valueOf(c.Weight * score * factor)
		}
		e.columns[leaf][0] = mean(sorted(r.scores[leaf]))
		if other := e.index(); known(other) {
			c.Gap = valueOf((index - other) * factor)
		}
		e.columns[leaf][0] = score
		all = append(all, c)
	}
	return all
}

// evaluator adds up one unit.
type evaluator struct {
	of      *Index
	columns [][]float64 // by node, of one unit
}

func (r *Result) evaluator(unit int) *evaluator {
	e := &evaluator{of: r.Index}
	for _, column := range r.scores {
		e.columns = append(e.columns, []float64{column[unit]})
	}
	return e
}

// index returns the score of the top before it is turned into percents.
func (e *evaluator) index() float64 {
	for _, in := range e.of.inner {
		kids := make([][]float64, len(in.kids))
		for i, kid := range in.kids {
			kids[i] = e.columns[kid]
			if x := kids[i][0]; in.by.positive() && known(x) && x <= 0 {
				return missing() // such a mean has no meaning
			}
		}
		combine(in.by, kids, in.weights, in.least, e.columns[in.node])
	}
	return e.columns[e.of.top][0]
}

// share is the weight of a node in the top, among what the unit has.
func (e *evaluator) share(node int) float64 {
	weight := 1.0
	for node != e.of.top {
		at := slices.IndexFunc(e.of.inner, func(in inner) bool { return slices.Contains(in.kids, node) })
		in := e.of.inner[at]
		var total sum
		own := 0.0
		for i, kid := range in.kids {
			if known(e.columns[kid][0]) {
				total.add(in.weights[i])
			}
			if kid == node {
				own = in.weights[i]
			}
		}
		if total.value() == 0 {
			return 0
		}
		weight *= own / total.value()
		node = in.node
	}
	return weight
}
