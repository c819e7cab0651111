package sample_test

import (
	"reflect"
	"testing"

	"technopark/app"
	"technopark/app/sample"
)

func TestLargeParkHasTheSizeAskedFor(t *testing.T) {
	for _, size := range []sample.Size{{Residents: 95, Years: 5}, {Residents: 240, Years: 3}, {Residents: 190, Years: 10}} {
		b := sample.Large(size).Book()
		in := 0
		for _, r := range app.All[app.Resident](b, "resident") {
			if b.Residency(r.ID, year.Last()).Status == app.StatusResident {
				in++
			}
		}
		if in != size.Residents {
			t.Errorf("%+v: %d residents at the end of 2020", size, in)
		}
		years := map[int]int{}
		for _, r := range app.All[app.ResidentReport](b, "resident_report") {
			years[r.Period.Year]++
		}
		for y := 2020; y > 2020-size.Years; y-- {
			if years[y] < size.Residents*6/10 {
				t.Errorf("%+v: %d reports of %d", size, years[y], y)
			}
		}
		if len(years) != size.Years {
			t.Errorf("%+v: reports by year: %v", size, years)
		}
	}
}

func TestLargeParkIsTheSameEachTime(t *testing.T) {
	size := sample.Size{Residents: 200, Years: 4}
	if !reflect.DeepEqual(sample.Large(size).Book(), sample.Large(size).Book()) {
		t.Error("two parks of one size differ")
	}
	if reflect.DeepEqual(sample.Large(sample.Standard()).Book().Of("resident"), sample.Large(size).Book().Of("resident")) {
		t.Error("a larger park has the residents of the sample alone")
	}
}

// A date or a figure that no park of the sample has comes up once in thousands: the bounds themselves
// were walked so when they were set.
func TestVeryLargeParkIsValid(t *testing.T) {
	id := int64(0)
	err := sample.Large(sample.Size{Residents: 2000, Years: sample.MostYears}).Fill(func(rec app.Record) error {
		id++
		rec.Header().ID = id
		if faults := app.Validate(rec); len(faults) > 0 {
			return faults
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
