package composite

import (
	"math"
)

// Pair is two indicators and how they go together over the units.
type Pair struct {
	A, B string  // codes, in the order of the method
	R    float64 // coefficient of Pearson of their scores, from −1 to 1
	N    int     // units that have both
}

// leastPaired is how many units it takes to speak of a correlation.
const leastPaired = 3

// Correlation returns how the scores of two nodes go together over the units that have both;
// ok is false when there are too few, or one of the two is the same for all. Scores have their
// directions set right: two indicators of one matter correlate above nought.
func (r *Result) Correlation(a, b string) (p Pair, ok bool) {
	i, j := r.Index.at(a), r.Index.at(b)
	if i < 0 || j < 0 {
		return Pair{}, false
	}
	covariance, n := together(r.scores[i], r.scores[j])
	ownA, _ := together(r.scores[i], only(r.scores[i], r.scores[j]))
	ownB, _ := together(r.scores[j], only(r.scores[j], r.scores[i]))
	if n < leastPaired || !(ownA > 0) || !(ownB > 0) {
		return Pair{}, false
	}
	return Pair{A: a, B: b, R: max(-1, min(1, covariance/math.Sqrt(ownA)/math.Sqrt(ownB))), N: n}, true
}

// only returns the values of a column where another has one, too.
func only(column, other []float64) []float64 {
	both := make([]float64, len(column))
	for u, x := range column {
		if both[u] = missing(); known(other[u]) {
			both[u] = x
		}
	}
	return both
}

// together returns the covariance of the sample of two columns over the units that have both.
// Terms are sorted before they are added, so that the order of units changes nothing.
func together(a, b []float64) (covariance float64, n int) {
	left, right := sorted(only(a, b)), sorted(only(b, a))
	if n = len(left); n < 2 || left[0] == left[n-1] || right[0] == right[n-1] {
		return 0, n
	}
	meanA, meanB := mean(left), mean(right)
	products := make([]float64, 0, n)
	for u := range a {
		products = append(products, (a[u]-meanA)*(b[u]-meanB))
	}
	var s sum
	for _, x := range sorted(products) {
		s.add(x)
	}
	return s.value() / float64(n-1), n
}

// mostCorrelated is how many indicators are compared each with each.
const mostCorrelated = 200

// Redundant returns the pairs of indicators that belong to one node and say nearly the same:
// their correlation is at least the bound, 0.9 in get_corr_flags of COINr. Counting both counts
// one matter twice.
func (r *Result) Redundant(bound float64) []Pair {
	var pairs []Pair
	nodes := r.Index.method.Nodes
	leaves := r.Index.leaves[:min(mostCorrelated, len(r.Index.leaves))]
	for i, a := range leaves {
		for _, b := range leaves[i+1:] {
			if nodes[a].Parent != nodes[b].Parent {
				continue
			}
			if p, ok := r.Correlation(nodes[a].Code, nodes[b].Code); ok && p.R >= bound {
				pairs = append(pairs, p)
			}
		}
	}
	return pairs
}

// Alpha returns Cronbach's alpha of what a node is added up from: whether its parts measure one
// matter. It is get_cronbach of COINr over scores, covariances of pairs; ok is false for fewer
// than two parts, and where they do not move.
func (r *Result) Alpha(code string) (alpha float64, ok bool) {
	kids := r.Index.Children(code)
	if len(kids) < 2 || len(kids) > mostCorrelated {
		return 0, false
	}
	var all, own sum
	for i, a := range kids {
		for j, b := range kids {
			covariance, _ := together(r.scores[r.Index.at(a)], r.scores[r.Index.at(b)])
			all.add(covariance)
			if i == j {
				own.add(covariance)
			}
		}
	}
	if !(all.value() > 0) {
		return 0, false
	}
	k := float64(len(kids))
	return k * k * (all.value() - own.value()) / (k * (k - 1)) / all.value(), true
}
