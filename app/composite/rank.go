package composite

import (
	"cmp"
	"slices"
)

// places returns the place of each score, 1 for the highest; equal scores share the least of
// their places (rank_df of COINr, ties "min"), what is missing has 0.
func places(scores []float64) []int {
	order := make([]int, 0, len(scores))
	rounded := make([]float64, len(scores))
	for u, x := range scores {
		if known(x) {
			order = append(order, u)
			rounded[u] = settled(x)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(rounded[b], rounded[a]), cmp.Compare(a, b))
	})
	ranks := make([]int, len(scores))
	for at, u := range order {
		ranks[u] = at + 1
		if at > 0 && rounded[u] == rounded[order[at-1]] {
			ranks[u] = ranks[order[at-1]]
		}
	}
	return ranks
}

// holds reports whether an index passes the bound of the group.
func (g Group) holds(index float64) bool {
	x, bound := settled(index), settled(g.Bound)
	return g.Open || x > bound || x == bound && !g.Above
}

// group returns the first group whose bound an index passes; "" when none.
func group(groups []Group, index float64) string {
	for _, g := range groups {
		if g.holds(index) {
			return g.Name
		}
	}
	return ""
}
