package storage

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"technopark/app"
)

// noon is when tests happen; a store made by newStore stands still there.
var noon = time.Date(2021, time.March, 15, 12, 0, 0, 0, time.UTC)

func options() Options {
	return Options{Who: "ivanova", Now: func() time.Time { return noon }}
}

// newStore makes a data file and closes it when the test ends.
func newStore(t testing.TB) *Store {
	t.Helper()
	s, err := Create(filepath.Join(t.TempDir(), "парк.tpark"), options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// save keeps records in turn and fails the test when one is refused.
func save(t testing.TB, s *Store, recs ...app.Record) {
	t.Helper()
	for _, rec := range recs {
		if err := s.Save(context.Background(), rec); err != nil {
			t.Fatal(err)
		}
	}
}

// newPark keeps a park with one resident, Альфа.
func newPark(t testing.TB, s *Store) (*app.Park, *app.Resident) {
	t.Helper()
	park := &app.Park{Name: "Технопарк «Пример»"}
	save(t, s, park)
	resident := &app.Resident{Head: app.Head{Park: park.ID}, Name: "Общество с ограниченной ответственностью «Альфа»", ShortName: "Альфа"}
	save(t, s, resident)
	return park, resident
}

// count returns the answer of a query for one number.
func count(t testing.TB, s *Store, query string, args ...any) int {
	t.Helper()
	var n int
	if err := s.db.QueryRow(query, args...).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
