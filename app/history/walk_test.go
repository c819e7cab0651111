package history_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"technopark/app"
	"technopark/app/history"
	"technopark/storage"
)

// walk makes random changes to a file and goes back to random moments of its records. Its model is what
// each record was after each entry of the journal, written down as it happened.
type walk struct {
	*rapid.T
	s    *storage.Store
	park int64
	was  map[int64]map[string]app.Value // by number of the entry
	gone []int64                        // entries that deleted a record
	n    int
}

func (w *walk) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// all returns the records of the file.
func (w *walk) all() map[string]map[string]app.Value {
	all := map[string]map[string]app.Value{}
	for _, key := range []string{"resident", "room", "contract"} {
		recs, err := w.s.List(context.Background(), app.TypeByKey(key), w.park)
		w.must(err)
		for _, rec := range recs {
			all[fmt.Sprint(key, rec.Header().ID)] = app.TakeSnapshot(rec).Values
		}
	}
	return all
}

// follow writes down what the last change left.
func (w *walk) follow() {
	entries, err := w.s.Journal(context.Background(), app.JournalFilter{After: int64(len(w.was))})
	w.must(err)
	for i := len(entries) - 1; i >= 0; i-- {
		e := entries[i]
		if e.Action == app.ActionDelete {
			w.gone = append(w.gone, e.ID)
			w.was[e.ID] = app.TakeSnapshot(e.Whole()).Values
			continue
		}
		w.was[e.ID] = nil
		if rec, err := w.s.Get(context.Background(), app.TypeByKey(e.Type), e.Record); err == nil && i == 0 {
			w.was[e.ID] = app.TakeSnapshot(rec).Values
		}
	}
}

// change adds, edits or deletes.
func (w *walk) change() {
	ctx, head := context.Background(), app.Head{Park: w.park}
	residents, err := w.s.List(ctx, app.TypeByKey("resident"), w.park)
	w.must(err)
	w.n++
	what := rapid.IntRange(0, 4).Draw(w.T, "what")
	if len(residents) == 0 {
		what = 0
	}
	switch what {
	case 0:
		w.must(w.s.Save(ctx, &app.Resident{Head: head, Name: fmt.Sprint("Резидент ", w.n)}))
	case 1, 2:
		r := residents[rapid.IntRange(0, len(residents)-1).Draw(w.T, "who")].(*app.Resident)
		r.ShortName = fmt.Sprint("Имя ", w.n)
		w.must(w.s.Save(ctx, r))
	case 3:
		room := &app.Room{Head: head, Building: "А", Number: fmt.Sprint(w.n)}
		w.must(w.s.Save(ctx, room))
		w.follow()
		r := residents[0]
		w.must(w.s.Save(ctx, &app.Contract{Head: head, Resident: r.Header().ID, Kind: app.ContractLease, From: app.Day(2020, 1, 1), Rooms: []int64{room.ID}}))
	case 4:
		w.must(w.s.DeleteWithDependents(ctx, residents[rapid.IntRange(0, len(residents)-1).Draw(w.T, "who")]))
	}
	w.follow()
}

// goBack restores a state, or what was deleted, and takes that back every other time.
func (w *walk) goBack() {
	ctx, before := context.Background(), w.all()
	entry := rapid.Int64Range(2, int64(len(w.was))).Draw(w.T, "entry")
	state, err := history.At(ctx, w.s, entry)
	w.must(err)
	want := map[int64]map[string]app.Value{entry: w.was[entry]}
	if r, planned := history.Planned(ctx, w.s, []int64{entry}, history.How{Needs: true}); planned == nil {
		for _, e := range r.Records {
			want[e.ID] = w.was[e.ID]
		}
		err = r.Restore(ctx, w.s, "из корзины")
	} else {
		err = state.Restore(ctx, w.s, "к прежнему", "")
	}
	if _, said := app.Refused(err); err != nil && !said {
		w.Fatalf("not in words: %v", err)
	}
	if err != nil {
		if diff := cmp.Diff(before, w.all()); diff != "" {
			w.Fatalf("refused, and yet: %s", diff)
		}
		return
	}
	for id, was := range want {
		e, err := w.s.Journal(ctx, app.JournalFilter{After: id - 1, Upto: id})
		w.must(err)
		rec, err := w.s.Get(ctx, app.TypeByKey(e[0].Type), e[0].Record)
		w.must(err)
		if diff := cmp.Diff(was, app.TakeSnapshot(rec).Values); was != nil && diff != "" {
			w.Fatalf("back at entry %d it is not what it was: %s", id, diff)
		}
	}
	w.follow()
	if rapid.Bool().Draw(w.T, "undo") {
		_, err := w.s.Undo(ctx)
		w.must(err)
		if diff := cmp.Diff(before, w.all()); diff != "" {
			w.Fatalf("undone it is not what it was: %s", diff)
		}
		w.follow()
	}
}

func TestWalkThroughThePast(outer *testing.T) {
	dir := outer.TempDir()
	files := 0
	rapid.Check(outer, func(t *rapid.T) {
		files++
		s, err := storage.Create(filepath.Join(dir, fmt.Sprint(files, ".tpark")), storage.Options{Who: "ivanova", Now: clock()})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		park := &app.Park{Name: "Пример"}
		w := &walk{T: t, s: s, was: map[int64]map[string]app.Value{}}
		w.must(s.Save(context.Background(), park))
		w.park = park.ID
		w.follow()
		for range rapid.IntRange(2, 8).Draw(t, "steps") {
			w.change()
			if rapid.Bool().Draw(t, "back") {
				w.goBack()
			}
		}
		v, err := s.Verify(context.Background())
		if err != nil || !v.OK() {
			t.Fatalf("%+v: %v", v.Problems, err)
		}
	})
}
