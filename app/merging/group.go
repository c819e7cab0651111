package merging

import (
	"cmp"
	"slices"
)

// grouped puts together what hangs together, and never what was told apart. A record joins the group
// of the surest of those it is like; where that group has one it was told apart from, both begin a
// group of their own. It is also put beside each of the others it is like that are in no group with
// those: somebody said that they are something else.
func (s *finder) grouped() []Group {
	g := &grouping{finder: s, of: map[int][]int{}}
	for at := range s.recs {
		var beside []int // those it stands in a group with by its own likeness
		for _, like := range s.found[at] {
			if !slices.ContainsFunc(beside, func(to int) bool { return to == like.to || g.together(to, like.to) }) {
				g.join(at, like)
				beside = append(beside, like.to)
			}
		}
	}
	slices.SortStableFunc(g.all, func(a, b Group) int {
		return cmp.Compare(a.Members[0].Record.Header().ID, b.Members[0].Record.Header().ID)
	})
	return g.all
}

// grouping is the groups as they become.
type grouping struct {
	*finder
	all []Group
	of  map[int][]int // of a record which groups it is in
}

// together reports whether two records are in one group.
func (g *grouping) together(a, b int) bool {
	return slices.ContainsFunc(g.of[a], func(in int) bool { return slices.Contains(g.of[b], in) })
}

// join puts a record into the group of an earlier one that it is like.
func (g *grouping) join(at int, like likeness) {
	is := Member{g.recs[at], g.recs[like.to], like.signs}
	for _, in := range g.of[like.to] {
		if !slices.ContainsFunc(g.told[at], func(other int) bool { return slices.Contains(g.of[other], in) }) {
			g.all[in].Members = append(g.all[in].Members, is)
			g.of[at] = append(g.of[at], in)
			return
		}
	}
	g.all = append(g.all, Group{Type: g.kind.typ, Members: []Member{{Record: is.Like}, is}})
	for _, one := range []int{like.to, at} {
		g.of[one] = append(g.of[one], len(g.all)-1)
	}
}
