package merging

import (
	"cmp"
	"hash/maphash"
	"iter"
	"slices"
	"strings"

	"technopark/app"
)

// Group is records that are probably one thing entered several times.
type Group struct {
	Type    *app.Type  // of all of them
	Members []Member   // in the order of ids; at least two
	Keep    app.Record // the one of them that had best stay
	Why     app.Text   // it had: most refers to it, it says most, it is the oldest
}

// Member is a record of a group.
type Member struct {
	Record app.Record // of the group
	Like   app.Record // the one before it in the group that it is like; nil of the first
	Signs  []Sign     // why, the surest first
}

// mostLooked is how many records of one likeness each is compared with: enough to find that they
// belong together, and not so many that a thousand of one name are compared a million times.
const mostLooked = 12

// Find returns the groups of records of the given types that are probably one, those of a type in
// the order of ids. Of a record that is like several it is enough to be like one: merging goes on
// from there. What has different numbers of the state is not one, however alike the names; nor is
// what somebody said is two (app.Distinction): no group has both, and a record that is like both is
// in the group of either.
func Find(records app.Records, types []*app.Type) []Group { return findBy(records, types, find) }

// findBy finds by how the groups of one type are found.
func findBy(records app.Records, types []*app.Type, find func([]app.Record, *app.Type, partners) []Group) []Group {
	var all []Group
	told := toldApart(records)
	for _, t := range types {
		if t.Mergeable() {
			all = append(all, find(records.Of(t.Key), t, told[t.Key])...)
		}
	}
	weigh(records, all)
	return all
}

// mark is a trace by which records are brought together before they are compared: records of one
// mark are possibly alike, and records without a mark in common are not.
type mark struct {
	of uint64 // hash of the likeness
	at int    // which record, in the order of ids
}

func find(recs []app.Record, t *app.Type, told partners) []Group {
	recs = slices.Clone(recs)
	slices.SortFunc(recs, func(a, b app.Record) int { return cmp.Compare(a.Header().ID, b.Header().ID) })
	s := &finder{kind: newKind(t), recs: recs, told: told.among(recs), found: map[int][]likeness{}}
	for bucket := range buckets(s.kind.marks(recs)) {
		for i := 1; i < len(bucket); i++ {
			if at := bucket[i].at; at != bucket[i-1].at {
				s.look(at, bucket[:i])
			}
		}
	}
	return s.grouped()
}

// finder finds the groups of one type.
type finder struct {
	kind  *kind
	recs  []app.Record       // in the order of ids
	told  map[int][]int      // of a record those that it was told apart from
	found map[int][]likeness // of a record earlier ones that it is like: the surest, and those of which one was told apart from something
}

// look compares a record with those before it of one mark, the nearest of them. Those it was told apart
// from are passed over, so that they hide nobody.
func (s *finder) look(at int, before []mark) {
	looked, told := 0, s.told[at]
	for i := len(before) - 1; i >= 0 && looked < mostLooked; i-- {
		if to := before[i].at; !slices.Contains(told, to) {
			looked++
			s.note(at, likeness{to, s.kind.signs(s.recs[to], s.recs[at])})
		}
	}
}

// note keeps a likeness of a record: among those that nobody told apart from anything the surest is
// enough, since all of them are in one group.
func (s *finder) note(at int, is likeness) {
	all := s.found[at]
	switch {
	case len(is.signs) == 0 || slices.ContainsFunc(all, func(l likeness) bool { return l.to == is.to }):
		return
	case len(s.told) == 0 && len(all) > 0: // as it mostly is
		if is.surer(all[0]) < 0 {
			all[0] = is
		}
		return
	}
	all = append(all, is)
	slices.SortFunc(all, likeness.surer)
	s.found[at] = slices.DeleteFunc(all, func(l likeness) bool {
		return l.to != all[0].to && len(s.told[at]) == 0 && len(s.told[l.to]) == 0
	})
}

// likeness says which earlier record one is like, and why.
type likeness struct {
	to    int
	signs []Sign
}

// surer compares likenesses of one record, the surest first.
func (l likeness) surer(than likeness) int {
	return cmp.Or(cmp.Compare(l.signs[0].Kind, than.signs[0].Kind), cmp.Compare(l.to, than.to))
}

// buckets yields the marks that are alike, two or more of them.
func buckets(marks []mark) iter.Seq[[]mark] {
	return func(yield func([]mark) bool) {
		for len(marks) > 0 {
			n := 1
			for n < len(marks) && marks[n].of == marks[0].of {
				n++
			}
			if n > 1 && !yield(marks[:n]) {
				return
			}
			marks = marks[n:]
		}
	}
}

// marks returns the marks of the records, those of one likeness together, in the order of ids.
func (k *kind) marks(recs []app.Record) []mark {
	var marks []mark
	var hash maphash.Hash
	seed := maphash.MakeSeed()
	for at, rec := range recs {
		put := func(parts ...string) {
			hash.SetSeed(seed)
			for _, part := range parts {
				_, _ = hash.WriteString(part) // a hash takes everything
				_ = hash.WriteByte(0)
			}
			marks = append(marks, mark{hash.Sum64(), at})
		}
		for i := range k.telling {
			f := &k.telling[i]
			if core := f.Core(f.Get(rec)); core != "" {
				put("core", core)
				if f.Scheme == "" {
					slips(wordsOf(core), put)
				}
			}
		}
		for i, set := range k.typ.Alike {
			if key, ok := setOf(k.typ, set, rec); ok {
				put("set", string(rune('a'+i)), key)
			}
		}
		put("copy", k.copyOf(rec))
	}
	slices.SortFunc(marks, func(a, b mark) int { return cmp.Or(cmp.Compare(a.of, b.of), cmp.Compare(a.at, b.at)) })
	return marks
}

// setOf returns what a record says in the fields of a set, as it is compared; false where one of
// them says nothing.
func setOf(t *app.Type, set []string, rec app.Record) (string, bool) {
	var all []string
	for _, key := range set {
		f, ok := t.Field(key)
		v := f.Get(rec)
		if !ok || f.Blank(v) {
			return "", false
		}
		if f.Kind == app.KindText && f.Scheme == "" {
			v.S = cmp.Or(strings.Join(app.Words(v.S), " "), app.Fold(v.S))
		}
		all = append(all, v.S+"\x00"+app.IDList([]int64{v.N}))
	}
	return strings.Join(all, "\x01"), true
}

// copyOf returns all that a record says.
func (k *kind) copyOf(rec app.Record) string {
	var all strings.Builder
	for i := range k.stored {
		v := k.stored[i].Get(rec)
		all.WriteString(string(rune('0'+v.State)) + v.S + "\x00" + app.IDList([]int64{v.N}) + "\x01")
	}
	return all.String()
}
