package merging_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/merging"
)

// apart says that pairs of residents are two.
func apart(pairs ...[2]int64) []app.Record {
	var all []app.Record
	for i, pair := range pairs {
		d := app.Distinguish(1, resident(pair[0], "", ""), resident(pair[1], "", ""))
		d.ID = int64(i + 1)
		all = append(all, d)
	}
	return all
}

// No group has two that were told apart, and what is like both of two such is offered with either.
func TestWhatWasToldApartIsNotOfferedAsOne(t *testing.T) {
	named := func(n int64) []app.Record {
		var all []app.Record
		for id := range n {
			all = append(all, resident(id+1, "Фотоника", ""))
		}
		return all
	}
	for _, c := range []struct {
		name string
		recs []app.Record
		told []app.Record
		want string
	}{
		{"nothing", named(3), nil, "1 2 3"},
		{"the only two", named(2), apart([2]int64{2, 1}), ""},
		{"the first two of three", named(3), apart([2]int64{1, 2}), "1 3; 2 3"},
		{"the last two of three", named(3), apart([2]int64{2, 3}), "1 2; 1 3"},
		{"the first and the last of three", named(3), apart([2]int64{1, 3}), "1 2; 2 3"},
		{"one of three from both", named(3), apart([2]int64{1, 2}, [2]int64{1, 3}), "2 3"},
		{"all of three", named(3), apart([2]int64{1, 2}, [2]int64{1, 3}, [2]int64{2, 3}), ""},
		{"two of four", named(4), apart([2]int64{3, 4}), "1 2 3; 1 4"},
		{"one that is gone", named(2), apart([2]int64{1, 7}), "1 2"},
		{"itself", named(2), []app.Record{&app.Distinction{One: "resident/1", Other: "resident/1"}}, "1 2"},
		{"another type", named(2), []app.Record{&app.Distinction{One: "room/1", Other: "room/2"}}, "1 2"},
		{"of two types", named(2), []app.Record{&app.Distinction{One: "resident/1", Other: "room/2"}}, "1 2"},
		{"no places", named(2), []app.Record{&app.Distinction{One: "1", Other: "indicator/2020/S2.1"}}, "1 2"},
		{"more than are looked through", named(20), fromAll(20, 19), "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19; 1 20"},
	} {
		groups := merging.Find(app.RecordsByType{"resident": c.recs, "distinction": c.told}, app.Types())
		var all []string
		for _, g := range groups {
			all = append(all, ids(g))
		}
		if got := strings.Join(all, "; "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// fromAll tells the last of n apart from all but the first.
func fromAll(n, last int64) []app.Record {
	var pairs [][2]int64
	for id := int64(2); id <= last; id++ {
		pairs = append(pairs, [2]int64{id, n})
	}
	return apart(pairs...)
}

func ids(g merging.Group) string {
	var all []string
	for _, m := range g.Members {
		all = append(all, fmt.Sprint(m.Record.Header().ID))
	}
	return strings.Join(all, " ")
}

// Whatever was told apart, no group has two such, every member but the first is like one before it in
// its group, and who tells apart all that is offered, again and again, is offered nothing in the end
// and has then told apart every two that are alike.
func TestTellingApartComesToAnEnd(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 5)) //nolint:gosec // the same records each time
		var recs []app.Record
		for id := range int64(3 + r.IntN(12)) {
			name := []string{"Фотоника", "Фатоника", "Фотоникас", "Вектор", "ООО «Вектор»"}[r.IntN(5)]
			recs = append(recs, resident(id+1, name, []string{"", "", "7707083893", "1234567894"}[r.IntN(4)]))
		}
		denied := map[[2]int64]bool{}
		var pairs [][2]int64
		deny := func(a, b int64) {
			pair := [2]int64{min(a, b), max(a, b)}
			if denied[pair] {
				t.Fatalf("seed %d: %v is offered again", seed, pair)
			}
			denied[pair] = true
			pairs = append(pairs, pair)
		}
		for {
			groups := merging.Find(app.RecordsByType{"resident": recs, "distinction": apart(pairs...)}, app.Types())
			if len(groups) == 0 {
				break
			}
			sound(t, groups, denied)
			g := groups[r.IntN(len(groups))]
			m := g.Members[1+r.IntN(len(g.Members)-1)]
			deny(m.Like.Header().ID, m.Record.Header().ID)
		}
		for i, a := range recs {
			for _, b := range recs[:i] {
				if len(merging.Signs(b, a)) > 0 && !denied[[2]int64{b.Header().ID, a.Header().ID}] {
					t.Errorf("seed %d: %v and %v are alike, and nobody said they are two", seed, b, a)
				}
			}
		}
	}
}

// sound looks at the groups one by one.
func sound(t *testing.T, groups []merging.Group, denied map[[2]int64]bool) {
	t.Helper()
	for _, g := range groups {
		before := map[app.Record]bool{}
		for i, m := range g.Members {
			if i > 0 && (!before[m.Like] || len(m.Signs) == 0) {
				t.Fatalf("%s: %d is like none before it", ids(g), m.Record.Header().ID)
			}
			for other := range before {
				if denied[[2]int64{other.Header().ID, m.Record.Header().ID}] {
					t.Fatalf("%s has two that were told apart", ids(g))
				}
			}
			before[m.Record] = true
		}
	}
}

// Told apart, offered again and undone in a data file, where a memory looks through the records too.
func TestTellingApartIsAStep(t *testing.T) {
	f := small(t)
	a, b, c := resident(0, "Фотоника", ""), resident(0, "Фотоника", ""), resident(0, "Фотоника", "")
	f.keep(a, b, c)
	memory := new(merging.Memory)
	offered := func() string {
		t.Helper()
		book := f.book()
		got := told(memory.Find(book, app.Types()))
		if want := told(merging.Find(book, app.Types())); got != want {
			t.Errorf("the memory finds %q, want %q", got, want)
		}
		return got
	}
	before, all := f.all(), offered()
	said := app.Distinction{Author: "Ёжикова", Date: app.Day(2021, 3, 1), Note: "приняты заново"}
	tell := func(pairs ...[2]app.Record) (n int) {
		t.Helper()
		err := f.Change(t.Context(), "разные", func(tx app.Tx) (err error) {
			n, err = merging.Tell(t.Context(), tx, f.park, pairs, said)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := tell([2]app.Record{b, a}, [2]app.Record{a, c}, [2]app.Record{c, b}, [2]app.Record{a, b}); n != 3 {
		t.Errorf("told apart are %d", n)
	}
	if got := offered(); got != "" {
		t.Errorf("offered is %q", got)
	}
	if n := tell([2]app.Record{a, b}); n != 0 {
		t.Errorf("told apart again: %d", n)
	}
	marks := merging.Told(f.book())
	if len(marks) != 3 || marks[0].One.Header().ID != a.ID || marks[0].Other.Header().ID != b.ID || marks[0].Mark.Note != said.Note {
		t.Errorf("the list is %v", marks)
	}
	_, err := merging.New(t.Context(), f.Store, a.Type(), b.ID, a.ID, app.RU)
	refusal(t, err, "err.merge_distinct")
	untell(t, f, c, a)
	if got := offered(); got == "" || len(merging.Told(f.book())) != 2 {
		t.Errorf("offered is %q", got)
	}
	f.undo()
	if got := offered(); got != "" {
		t.Errorf("undone, offered is %q", got)
	}
	f.undo() // what was told already changed nothing and is no step
	f.same("undone", before, f.all())
	if got := offered(); got != all {
		t.Errorf("undone, offered is %q, was %q", got, all)
	}
}

func untell(t *testing.T, f *file, a, b app.Record) {
	t.Helper()
	err := f.Change(t.Context(), "снова", func(tx app.Tx) error {
		was, err := merging.Untell(t.Context(), tx, f.park, a, b)
		if !was {
			t.Error("nobody had told them apart")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Of two that become one the mark follows: what was told apart from the one that goes is apart from
// the one that stays, whichever is older. A mark says nothing of which had best stay, and one of a
// record that is gone is not listed.
func TestMarksFollowAMerge(t *testing.T) {
	f := small(t)
	a, b, c := resident(0, "Фотоника", ""), resident(0, "Фотоника", ""), resident(0, "Фотоника", "")
	f.keep(a, b, c)
	tell := func(pairs ...[2]app.Record) {
		t.Helper()
		err := f.Change(t.Context(), "разные", func(tx app.Tx) error {
			_, err := merging.Tell(context.Background(), tx, f.park, pairs, app.Distinction{Date: app.Day(2021, 3, 1)})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	tell([2]app.Record{a, b})
	for _, g := range merging.Find(f.book(), app.Types()) {
		if g.Why.RU != "она старше" {
			t.Errorf("%s: %s", ids(g), g.Why.RU)
		}
	}
	tell([2]app.Record{b, c})
	f.write(f.plan(c, a))
	if got := told(merging.Find(f.book(), app.Types())); got != "" {
		t.Errorf("offered is %q", got)
	}
	if marks := merging.Told(f.book()); len(marks) != 1 {
		t.Errorf("the list is %v", marks)
	}
	untell(t, f, b, c)
	if marks, found := merging.Told(f.book()), told(merging.Find(f.book(), app.Types())); len(marks) != 0 || found == "" {
		t.Errorf("the list is %v, offered is %q", marks, found)
	}
	tell([2]app.Record{b, c})
	if err := f.Delete(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	if marks := merging.Told(f.book()); len(marks) != 0 {
		t.Errorf("of what is gone the list says %v", marks)
	}
	f.undo()
	if marks := merging.Told(f.book()); len(marks) != 1 {
		t.Errorf("of what came back the list says %v", marks)
	}
}
