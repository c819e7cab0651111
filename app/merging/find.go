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
// from there. What has different numbers of the state is not one, however alike the names.
func Find(records app.Records, types []*app.Type) []Group { return findBy(records, types, find) }

// findBy finds by how the groups of one type are found.
func findBy(records app.Records, types []*app.Type, find func([]app.Record, *app.Type) []Group) []Group {
	var all []Group
	for _, t := range types {
		if t.Mergeable() {
			all = append(all, find(records.Of(t.Key), t)...)
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

func find(recs []app.Record, t *app.Type) []Group {
	recs = slices.Clone(recs)
	slices.SortFunc(recs, func(a, b app.Record) int { return cmp.Compare(a.Header().ID, b.Header().ID) })
	k := newKind(t)
	found := map[int]likeness{} // of a record an earlier one that it is like
	for bucket := range buckets(k.marks(recs)) {
		for i := 1; i < len(bucket); i++ {
			at := bucket[i].at
			if at == bucket[i-1].at {
				continue
			}
			for _, earlier := range bucket[max(0, i-mostLooked):i] {
				is := likeness{earlier.at, k.signs(recs[earlier.at], recs[at])}
				if before, known := found[at]; len(is.signs) > 0 && (!known || is.surer(before)) {
					found[at] = is
				}
			}
		}
	}
	return grouped(recs, t, found)
}

// likeness says which earlier record one is like, and why.
type likeness struct {
	to    int
	signs []Sign
}

func (l likeness) surer(than likeness) bool {
	return cmp.Or(cmp.Compare(l.signs[0].Kind, than.signs[0].Kind), cmp.Compare(l.to, than.to)) < 0
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

// grouped puts together what hangs together.
func grouped(recs []app.Record, t *app.Type, found map[int]likeness) []Group {
	members := map[int][]Member{} // by the first of a group
	for at := range recs {
		first, of := at, Member{Record: recs[at]}
		for is, like := found[at]; like; is, like = found[first] {
			if of.Like == nil {
				of.Like, of.Signs = recs[is.to], is.signs
			}
			first = is.to
		}
		members[first] = append(members[first], of)
	}
	var all []Group
	for at := range recs {
		if len(members[at]) > 1 {
			all = append(all, Group{Type: t, Members: members[at]})
		}
	}
	return all
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
