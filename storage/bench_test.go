package storage

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"technopark/app"
)

// fillPark keeps a big park: n residents, each with a contract and three years of reports.
func fillPark(tb testing.TB, s *Store, n int) *app.Park {
	tb.Helper()
	ctx := context.Background()
	park := &app.Park{Name: "Большой"}
	save(tb, s, park)
	err := s.Change(ctx, "наполнение", func(x app.Tx) error {
		for i := range n {
			head := app.Head{Park: park.ID}
			r := &app.Resident{Head: head, Name: fmt.Sprint("Резидент № ", i+1)}
			if err := x.Save(ctx, r); err != nil {
				return err
			}
			room := &app.Room{Head: head, Building: "А", Number: fmt.Sprint(i + 1)}
			if err := x.Save(ctx, room); err != nil {
				return err
			}
			c := &app.Contract{Head: head, Resident: r.ID, Kind: app.ContractResidency, From: app.Day(2018, 1, 1), Rooms: []int64{room.ID}}
			if err := x.Save(ctx, c); err != nil {
				return err
			}
			for year := 2018; year <= 2020; year++ {
				report := &app.ResidentReport{Head: head, Resident: r.ID, Period: app.YearPeriod(year), Headcount: app.Of(app.Count(i)), Revenue: app.Of(app.Thousands(int64(i)))}
				if err := x.Save(ctx, report); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return park
}

func BenchmarkCreate(b *testing.B) {
	dir := b.TempDir()
	for i := range b.N {
		s, err := Create(filepath.Join(dir, fmt.Sprint(i, ".tpark")), options())
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpenBigPark(b *testing.B) {
	s := newStore(b)
	fillPark(b, s, 1000)
	o := options()
	o.ReadOnly = true
	for b.Loop() {
		again, err := Open(s.Path(), o)
		if err != nil {
			b.Fatal(err)
		}
		if err := again.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkList1000Residents(b *testing.B) {
	s := newStore(b)
	park := fillPark(b, s, 1000)
	for b.Loop() {
		if recs, err := s.List(context.Background(), app.TypeByKey("resident"), park.ID); err != nil || len(recs) != 1000 {
			b.Fatal(len(recs), err)
		}
	}
}

func BenchmarkBookOfBigPark(b *testing.B) {
	s := newStore(b)
	park := fillPark(b, s, 1000)
	for b.Loop() {
		if _, err := s.Book(context.Background(), park.ID); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSaveOne(b *testing.B) {
	s := newStore(b)
	_, resident := newPark(b, s)
	for i := 0; b.Loop(); i++ {
		resident.Contact = fmt.Sprint(i)
		save(b, s, resident)
	}
}

// BenchmarkSaveFigure saves a figure, by which nobody finds a record: the index of words stays.
func BenchmarkSaveFigure(b *testing.B) {
	s := newStore(b)
	park, resident := newPark(b, s)
	report := &app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: resident.ID, Period: app.YearPeriod(2020)}
	for i := 0; b.Loop(); i++ {
		report.Headcount = app.Of(app.Count(i + 1))
		save(b, s, report)
	}
}

// BenchmarkBareTransaction is what SQLite alone takes for one field, with our pragmas and our
// indexes, without a journal of ours: what SaveOne is measured by.
func BenchmarkBareTransaction(b *testing.B) {
	s := newStore(b)
	_, resident := newPark(b, s)
	for i := 0; b.Loop(); i++ {
		tx, err := s.db.Begin()
		if err == nil {
			_, err = tx.Exec(`UPDATE resident SET contact = ? WHERE id = ?`, fmt.Sprint(i), resident.ID)
		}
		if err == nil {
			err = tx.Commit()
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkChangeOf12000 is an import of 2 000 residents with rooms, contracts and reports.
func BenchmarkChangeOf12000(b *testing.B) {
	for b.Loop() {
		fillPark(b, newStore(b), 2000)
	}
}

func BenchmarkUndoOf12000(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		s := newStore(b)
		fillPark(b, s, 2000)
		b.StartTimer()
		if _, err := s.Undo(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}
