package merging_test

import (
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/i18n"
	"technopark/app/merging"
	"technopark/app/sample"
	"technopark/storage"
)

// file is a data file to merge records of.
type file struct {
	*storage.Store
	t    *testing.T
	park int64
}

// create makes a data file; fill says what is in it.
func create(t *testing.T, fill func(tx app.Tx) error) *file {
	t.Helper()
	at := time.Date(2021, 3, 1, 9, 0, 0, 0, time.UTC)
	s, err := storage.Create(filepath.Join(t.TempDir(), "парк.tpark"), storage.Options{Who: "tester", Now: func() time.Time {
		at = at.Add(time.Minute)
		return at
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := s.Change(t.Context(), "начало", fill); err != nil {
		t.Fatal(err)
	}
	parks, err := s.Parks(t.Context())
	if err != nil || len(parks) == 0 {
		t.Fatalf("%d parks: %v", len(parks), err)
	}
	return &file{s, t, parks[0].ID}
}

// sampleFile is the demonstration park in a file.
func sampleFile(t *testing.T) *file {
	t.Helper()
	return create(t, func(tx app.Tx) error {
		return sample.Park().Fill(func(rec app.Record) error { return tx.Save(t.Context(), rec) })
	})
}

// small is a park that has nothing yet.
func small(t *testing.T) *file {
	t.Helper()
	return create(t, func(tx app.Tx) error {
		return tx.Save(t.Context(), &app.Park{Name: "Технопарк «Пример»"})
	})
}

func (f *file) keep(recs ...app.Record) {
	f.t.Helper()
	for _, rec := range recs {
		if rec.Type().Scope == app.ScopePark {
			rec.Header().Park = f.park
		}
		if err := f.Save(f.t.Context(), rec); err != nil {
			f.t.Fatal(err)
		}
	}
}

func (f *file) book() *app.Book {
	f.t.Helper()
	b, err := f.Book(f.t.Context(), f.park)
	if err != nil {
		f.t.Fatal(err)
	}
	return b
}

// all is every stored field of every record but revisions, a line each.
func (f *file) all() []string {
	f.t.Helper()
	b := f.book()
	var lines []string
	for _, t := range app.Types() {
		for _, rec := range b.Of(t.Key) {
			text, err := app.TakeSnapshot(rec).JSON(t)
			if err != nil {
				f.t.Fatal(err)
			}
			lines = append(lines, t.Key+" "+strconv.FormatInt(rec.Header().ID, 10)+" "+text)
		}
	}
	return lines
}

// same tells the first difference between two states of a file.
func (f *file) same(what string, was, is []string) {
	f.t.Helper()
	for i := range max(len(was), len(is)) {
		if i >= len(was) || i >= len(is) || was[i] != is[i] {
			f.t.Fatalf("%s:\n%q\nwas\n%q", what, is[min(i, len(is)):min(i+1, len(is))], was[min(i, len(was)):min(i+1, len(was))])
		}
	}
}

func (f *file) plan(kept, gone app.Record) *merging.Plan {
	f.t.Helper()
	p, err := merging.New(f.t.Context(), f.Store, kept.Type(), kept.Header().ID, gone.Header().ID, app.RU)
	if err != nil {
		f.t.Fatal(err)
	}
	return p
}

func (f *file) undo() {
	f.t.Helper()
	if _, err := f.Undo(f.t.Context()); err != nil {
		f.t.Fatal(err)
	}
}

func refusal(t *testing.T, err error, id string) {
	t.Helper()
	if r, ok := app.Refused(err); !ok || r.ID != id {
		t.Fatalf("refused with %v, want %s", err, id)
	}
	if text, said := i18n.New(app.RU).Sentence(err, nil); !said || text == "" {
		t.Errorf("%s has no words", id)
	}
}

func keys(fields []app.Field) []string {
	all := make([]string, len(fields))
	for i, f := range fields {
		all[i] = f.Key
	}
	slices.Sort(all)
	return all
}
