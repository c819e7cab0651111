package check

import (
	"cmp"
	"slices"

	"technopark/app"
)

// A rule that looks for another record would read all of them for each: at ten thousand
// residents that takes minutes. So what it looks by is gathered once in a pass, when the
// rule first asks, and the time of a pass grows as its records do.

// clash is a record that shares a reference and some days with another.
type clash struct {
	with app.Record
	over int64 // id of what both refer to
	days int
}

// collision is the records of a rule that share a reference and a day.
type collision struct {
	of      map[int64][]clash    // by the id of the one changed last
	members map[int64]app.Record // those that are compared with each other, by id
}

// clashes gathers the pairs of records that share a reference and a day.
func (s *pass) clashes(r *rule) *collision {
	if known, ok := s.clashing[r]; ok {
		return known
	}
	found := &collision{map[int64][]clash{}, map[int64]app.Record{}}
	told := map[[2]int64]bool{}
	for _, over := range s.sharers(r, found.members) {
		for _, pair := range r.overlap.pairs(over.recs) {
			x, y := pair[0], pair[1]
			if order(x, y) < 0 {
				x, y = y, x
			}
			ids := [2]int64{x.Header().ID, y.Header().ID}
			if told[ids] {
				continue
			}
			told[ids] = true
			found.of[ids[0]] = append(found.of[ids[0]], clash{with: y, over: over.id, days: r.overlap.days(x, y)})
		}
	}
	for id, list := range found.of {
		found.of[id] = onceEach(list)
	}
	s.clashing[r] = found
	return found
}

// member returns a record that is compared with others, else nil.
func (s *pass) member(r *rule, rec app.Record) app.Record {
	if rec == nil || r.when != nil && !holdsFor(s.scope(rec), r.when) {
		return nil
	}
	return rec
}

// onceEach keeps of the clashes over one thing the longest, in the order of what is shared: a
// record that collides with several over it is told of once.
func onceEach(list []clash) []clash {
	slices.SortFunc(list, func(x, y clash) int {
		return cmp.Or(cmp.Compare(x.over, y.over), cmp.Compare(y.days, x.days), cmp.Compare(x.with.Header().ID, y.with.Header().ID))
	})
	return slices.CompactFunc(list, func(x, y clash) bool { return x.over == y.over })
}

// sharers are the records that refer to one other record.
type sharers struct {
	id   int64
	recs []app.Record
}

// sharers groups the records of the rule by what they refer to, in the order of its ids, and notes
// them as members.
func (s *pass) sharers(r *rule, members map[int64]app.Record) []sharers {
	by := map[int64][]app.Record{}
	for _, rec := range s.ofRule(r) {
		if s.member(r, rec) == nil {
			continue
		}
		members[rec.Header().ID] = rec
		for _, id := range r.overlap.shares(rec) {
			by[id] = append(by[id], rec)
		}
	}
	var all []sharers
	for id, recs := range by {
		all = append(all, sharers{id, recs})
	}
	slices.SortFunc(all, func(x, y sharers) int { return cmp.Compare(x.id, y.id) })
	return all
}
