package app_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"technopark/app"
)

// set is records by type.
type set map[string][]app.Record

func (s set) Of(typeKey string) []app.Record { return s[typeKey] }

// sets draws records of every type, ids among a few so that two sets share some.
func sets() *rapid.Generator[set] {
	return rapid.Custom(func(t *rapid.T) set {
		s := set{}
		for _, typ := range app.Types() {
			ids := rapid.SliceOfNDistinct(rapid.Int64Range(1, 4), 0, 3, rapid.ID[int64]).Draw(t, typ.Key)
			for _, id := range ids {
				s[typ.Key] = append(s[typ.Key], anyRecord(t, typ, id))
			}
		}
		return s
	})
}

func anyRecord(t *rapid.T, typ *app.Type, id int64) app.Record {
	rec := typ.New()
	rec.Header().ID = id
	fields := typ.Stored()
	for range rapid.IntRange(0, 3).Draw(t, "filled") {
		f := fields[rapid.IntRange(0, len(fields)-1).Draw(t, "field")]
		values := append(samples(t, f, []int64{3, 17}), app.Value{})
		f.Set(rec, values[rapid.IntRange(0, len(values)-1).Draw(t, f.Key)])
	}
	return rec
}

// keptValues is what a data file would keep of a set, in the order of ids.
func keptValues(s set) []string {
	var all []string
	for _, typ := range app.Types() {
		for _, rec := range s.Of(typ.Key) {
			for _, f := range typ.Stored() {
				if v := f.Get(rec); !v.Empty() {
					all = append(all, fmt.Sprintf("%s/%03d/%s = %+v", typ.Key, rec.Header().ID, f.Key, v))
				}
			}
			all = append(all, fmt.Sprintf("%s/%03d", typ.Key, rec.Header().ID))
		}
	}
	slices.Sort(all)
	return all
}

// applied makes the second set out of the first by nothing but what the differences say.
func applied(to set, differences []app.Difference) set {
	out := set{}
	for key, recs := range to {
		out[key] = slices.Clone(recs)
	}
	for _, d := range differences {
		recs := out[d.Type.Key]
		i := slices.IndexFunc(recs, func(rec app.Record) bool { return rec.Header().ID == d.ID })
		if d.Action == app.ActionDelete {
			out[d.Type.Key] = slices.Delete(recs, i, i+1)
			continue
		}
		rec := d.Type.New()
		rec.Header().ID = d.ID
		if d.Action == app.ActionEdit {
			rec = app.Clone(recs[i])
			recs[i] = rec
		} else {
			out[d.Type.Key] = append(recs, rec)
		}
		for _, e := range d.Edits {
			e.Field.Set(rec, e.After)
		}
	}
	return out
}

func TestDifferencesMakeTheSecondSetOfTheFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := sets().Draw(t, "a"), sets().Draw(t, "b")
		if diff := cmp.Diff(keptValues(b), keptValues(applied(a, app.Differences(app.Types(), a, b)))); diff != "" {
			t.Errorf("the second set (-want +got):\n%s", diff)
		}
	})
}

func TestNothingDiffersFromItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := sets().Draw(t, "a")
		twin := set{}
		for key, recs := range a {
			for _, rec := range recs {
				twin[key] = append(twin[key], app.Clone(rec))
			}
		}
		if d := app.Differences(app.Types(), a, twin); len(d) != 0 {
			t.Errorf("a set differs from its copy by %+v", d)
		}
	})
}

// TestDifferencesMirror turns the two sets round: what was added is deleted, what a field
// was it is.
func TestDifferencesMirror(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := sets().Draw(t, "a"), sets().Draw(t, "b")
		there, back := app.Differences(app.Types(), a, b), app.Differences(app.Types(), b, a)
		turned := map[app.Action]app.Action{app.ActionAdd: app.ActionDelete, app.ActionDelete: app.ActionAdd, app.ActionEdit: app.ActionEdit}
		if len(there) != len(back) {
			t.Fatalf("%d differences there, %d back", len(there), len(back))
		}
		for i, d := range there {
			m := back[i]
			if m.Type != d.Type || m.ID != d.ID || m.Action != turned[d.Action] || m.Was != d.Is || m.Is != d.Was || len(m.Edits) != len(d.Edits) {
				t.Fatalf("there %+v, back %+v", d, m)
			}
			for j, e := range d.Edits {
				if m.Edits[j].Before != e.After || m.Edits[j].After != e.Before || m.Edits[j].Field.Key != e.Field.Key {
					t.Fatalf("there %+v, back %+v", e, m.Edits[j])
				}
			}
		}
	})
}

func TestOrderOfSetsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := sets().Draw(t, "a"), sets().Draw(t, "b")
		want := wordsOf(app.Differences(app.Types(), a, b))
		for _, s := range []set{a, b} {
			for key := range s {
				s[key] = rapid.Permutation(s[key]).Draw(t, key)
			}
		}
		if diff := cmp.Diff(want, wordsOf(app.Differences(app.Types(), a, b))); diff != "" {
			t.Errorf("in another order (-want +got):\n%s", diff)
		}
	})
}

func wordsOf(differences []app.Difference) []string {
	var all []string
	for _, d := range differences {
		all = append(all, fmt.Sprintf("%s %d %s", d.Type.Key, d.ID, d.Action))
		for _, e := range d.Edits {
			all = append(all, fmt.Sprintf("%s: %v → %v", e.Field.Key, e.Field.JSON(e.Before), e.Field.JSON(e.After)))
		}
	}
	return all
}

// TestUnsavedRecordsAreAdditions is about what an import brings: records that have no id yet
// are never taken for one another.
func TestUnsavedRecordsAreAdditions(t *testing.T) {
	a := set{"room": {&app.Room{Head: app.Head{ID: 5}, Number: "5"}}}
	b := set{"room": {&app.Room{Number: "новое"}, &app.Room{Head: app.Head{ID: 5}, Number: "5а"}, &app.Room{Number: "ещё одно"}}}
	want := []string{
		"room 5 edit", "number: 5 → 5а",
		"room 0 add", "number: <nil> → новое",
		"room 0 add", "number: <nil> → ещё одно",
	}
	got := wordsOf(app.Differences(app.Types(), a, b))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("what an import brings (-want +got):\n%s", diff)
	}
}
