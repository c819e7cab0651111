package storage

import (
	"context"
	"fmt"
	"testing"

	"technopark/app"
)

// A book that is read while records change is that of one moment: here two records of
// different types always bear the same number.
func TestBookIsOfOneMoment(t *testing.T) {
	s := newStore(t)
	park, resident := newPark(t, s)
	last := &app.Explanation{Head: app.Head{Park: park.ID}, Rule: "R", Place: "park/1", Period: app.YearPeriod(2020), Author: "Щукина"}
	number := func(n int) error {
		return s.Change(context.Background(), "номер", func(tx app.Tx) error {
			resident.Name, last.Text = fmt.Sprint(n), fmt.Sprint(n)
			if err := tx.Save(context.Background(), resident); err != nil {
				return err
			}
			return tx.Save(context.Background(), last)
		})
	}
	if err := number(0); err != nil {
		t.Fatal(err)
	}
	written := make(chan error)
	go func() {
		for n := 1; n < 100; n++ {
			if err := number(n); err != nil {
				written <- err
				return
			}
		}
		close(written)
	}()
	for books := 0; ; books++ {
		b, err := s.Book(t.Context(), park.ID)
		if err != nil {
			t.Fatal(err)
		}
		r, e := app.Find[app.Resident](b, "resident", resident.ID), app.Find[app.Explanation](b, "explanation", last.ID)
		if r.Name != e.Text {
			t.Fatalf("book %d has %s and %s", books, r.Name, e.Text)
		}
		select {
		case err := <-written:
			if err != nil {
				t.Fatal(err)
			}
			return
		default:
		}
	}
}

// The years on offer are those of reports of any kind, of this park alone.
func TestYearsOfReports(t *testing.T) {
	s := newStore(t)
	park, resident := newPark(t, s)
	other := &app.Park{Name: "Другой"}
	save(t, s, other)
	years := func(want string) {
		t.Helper()
		first, last, err := s.Years(t.Context(), park.ID)
		if got := fmt.Sprint(first, last); err != nil || got != want {
			t.Errorf("years %s, %v, want %s", got, err, want)
		}
	}
	years("0 0")
	save(t, s, &app.SiteReport{Head: app.Head{Park: other.ID}, Period: app.YearPeriod(2012)})
	years("0 0")
	save(t, s, &app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: resident.ID, Period: app.Period{Year: 2019, Quarter: 3}})
	years("2019 2019")
	save(t, s, &app.SiteReport{Head: app.Head{Park: park.ID}, Period: app.YearPeriod(2017)})
	save(t, s, &app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: resident.ID, Period: app.YearPeriod(2021)})
	years("2017 2021")
}
