package storage_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"technopark/app"
	"technopark/app/sample"
	"technopark/app/submission"
	"technopark/storage"
)

// TestRenewedBookIsTheBookReadWhole makes changes of every kind to records of every type, takes them
// back and makes them again; the book that is kept and renewed must be the one that is read whole.
func TestRenewedBookIsTheBookReadWhole(t *testing.T) {
	s := sampleStore(t, submission.Demo{Size: sample.Standard(), Documents: 12})
	kept := bookOf(t, s)
	meddler := meddler{s, rand.New(rand.NewPCG(17, 1)), map[string]int{}}
	for step := range 160 {
		did := meddler.change(t, kept)
		renewed, err := s.Renew(t.Context(), kept)
		if err != nil {
			t.Fatalf("step %d, %s: %v", step, did, err)
		}
		whole := bookOf(t, s)
		if fault := differ(renewed, whole); fault != "" {
			t.Fatalf("step %d, %s: %s", step, did, fault)
		}
		if renewed.Entry != whole.Entry {
			t.Fatalf("step %d, %s: renewed up to entry %d of %d", step, did, renewed.Entry, whole.Entry)
		}
		if step%3 > 0 { // now and then several changes at once
			kept = renewed
		}
	}
	for _, kind := range []string{"edit", "add", "delete", "undo", "redo", "several"} {
		if meddler.done[kind] < 2 {
			t.Errorf("%s: %d times only", kind, meddler.done[kind])
		}
	}
}

func TestRenewedBookOfAnotherParkStays(t *testing.T) {
	s := sampleStore(t, submission.Demo{Size: sample.Standard()})
	kept := bookOf(t, s)
	other := &app.Park{Name: "Другой"}
	keep(t, s, other)
	keep(t, s, &app.Room{Head: app.Head{Park: other.ID}, Building: "А", Number: "1"})
	renewed, err := s.Renew(t.Context(), kept)
	if err != nil {
		t.Fatal(err)
	}
	if len(renewed.Of("room")) != len(kept.Of("room")) || len(renewed.Of("park")) != 2 {
		t.Error("records of another park are in the book, or that park is not")
	}
	if err := s.DeleteWithDependents(t.Context(), kept.Park); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Renew(t.Context(), renewed); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("the book of a park that is gone: %v", err)
	}
}

func sampleStore(tb testing.TB, demo submission.Demo) *storage.Store {
	tb.Helper()
	s, err := storage.CreateFilled(filepath.Join(tb.TempDir(), "x.tpark"), testOptions(), "sample", func(ctx context.Context, tx app.Tx) error {
		return submission.FillDemo(ctx, tx, demo)
	})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = s.Close() })
	return s
}

func bookOf(tb testing.TB, s *storage.Store) *app.Book {
	tb.Helper()
	b, err := s.Book(tb.Context(), 1)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func keep(tb testing.TB, s *storage.Store, rec app.Record) {
	tb.Helper()
	if err := s.Save(tb.Context(), rec); err != nil {
		tb.Fatal(err)
	}
}

// meddler changes records at random; what the file refuses is no change.
type meddler struct {
	store *storage.Store
	dice  *rand.Rand
	done  map[string]int
}

func (m meddler) change(t *testing.T, b *app.Book) string {
	ctx := t.Context()
	for {
		rec := m.any(b)
		kind, err := "", error(nil)
		switch n := m.dice.IntN(20); {
		case n < 7:
			kind, err = "edit", m.store.Save(ctx, m.edited(b, rec))
		case n < 9:
			twin := m.edited(b, rec)
			twin.Header().ID = 0
			kind, err = "add", m.store.Save(ctx, twin)
		case n < 11:
			kind = "delete"
			if _, isPark := rec.(*app.Park); isPark {
				continue
			}
			err = m.store.DeleteWithDependents(ctx, rec)
		case n < 15:
			kind = "undo"
			_, err = m.store.Undo(ctx)
		case n < 19:
			kind = "redo"
			_, err = m.store.Redo(ctx)
		default:
			kind = "several"
			err = m.store.Change(ctx, "несколько", func(tx app.Tx) error {
				return errors.Join(tx.Save(ctx, m.edited(b, m.any(b))), tx.Save(ctx, m.edited(b, m.any(b))))
			})
		}
		if err == nil {
			m.done[kind]++
			return fmt.Sprintf("%s of %s %d", kind, rec.Type().Key, rec.Header().ID)
		}
	}
}

func (m meddler) any(b *app.Book) app.Record {
	for {
		types := app.Types()
		if list := b.Of(types[m.dice.IntN(len(types))].Key); len(list) > 0 {
			return list[m.dice.IntN(len(list))]
		}
	}
}

// edited returns a record with a field of another one of its type, or without it.
func (m meddler) edited(b *app.Book, rec app.Record) app.Record {
	twin, list := app.Clone(rec), b.Of(rec.Type().Key)
	for range 3 {
		fields := rec.Type().Stored()
		f := fields[m.dice.IntN(len(fields))]
		v := f.Get(list[m.dice.IntN(len(list))])
		if m.dice.IntN(5) == 0 {
			v = app.Value{}
		}
		f.Set(twin, v)
	}
	return twin
}

// differ says in what two books differ; «» when in nothing.
func differ(one, two *app.Book) string {
	for _, t := range app.Types() {
		x, y := one.Of(t.Key), two.Of(t.Key)
		if len(x) != len(y) {
			return fmt.Sprintf("%d of %s, want %d", len(x), t.Key, len(y))
		}
		for i := range x {
			if fault := differing(x[i], y[i]); fault != "" {
				return fault
			}
			if one.Get(t.Key, x[i].Header().ID) != x[i] {
				return fmt.Sprintf("%s %d is found as another", t.Key, x[i].Header().ID)
			}
		}
	}
	for _, r := range app.All[app.Resident](two, "resident") {
		if !slices.EqualFunc(one.Agreements(r.ID), two.Agreements(r.ID), func(x, y *app.Contract) bool { return differing(x, y) == "" }) {
			return fmt.Sprintf("the agreements of resident %d differ", r.ID)
		}
	}
	if fault := differing(one.Park, two.Park); fault != "" || (one.Company == nil) != (two.Company == nil) {
		return "the park or its company differs " + fault
	}
	if one.Company != nil {
		return differing(one.Company, two.Company)
	}
	return ""
}

func differing(x, y app.Record) string {
	a, b := *x.Header(), *y.Header()
	a.Seen, b.Seen = 0, 0 // what has not changed was read earlier
	if a != b {
		return fmt.Sprintf("%s: head %+v, want %+v", x.Type().Key, a, b)
	}
	for _, f := range x.Type().Fields {
		if f.Get(x) != f.Get(y) {
			return fmt.Sprintf("%s %d: %s is %v, want %v", x.Type().Key, a.ID, f.Key, f.Get(x), f.Get(y))
		}
	}
	return ""
}

// BenchmarkRenew is what reading costs after one figure was changed.
func BenchmarkRenew(b *testing.B) {
	for _, residents := range []int{95, 1000} {
		b.Run(fmt.Sprint(residents), func(b *testing.B) {
			s := sampleStore(b, submission.Demo{Size: sample.Size{Residents: residents, Years: 3}})
			kept := bookOf(b, s)
			report := app.Clone(app.All[app.ResidentReport](kept, "resident_report")[62])
			for b.Loop() {
				report.Revenue = app.Of(report.Revenue.N + 1)
				keep(b, s, report)
				var err error
				if kept, err = s.Renew(b.Context(), kept); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
