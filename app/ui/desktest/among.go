package desktest

import (
	"context"
	"fmt"
	"testing"

	"technopark/app"
	"technopark/app/rating"
)

// Alone takes out of the file all that is known of other parks.
func (d *Desk) Alone(t testing.TB) {
	t.Helper()
	known := d.List(t, "reference")
	if len(known) == 0 {
		return
	}
	if err := d.Store.DeleteAll(context.Background(), "без других технопарков", known); err != nil {
		t.Fatal(err)
	}
}

// Among sets the park among others, each of which has all its figures of the year and of the one
// before so many times over, in place of the others that the file knows.
func (d *Desk) Among(t testing.TB, multiples ...float64) {
	t.Helper()
	d.Alone(t)
	d.refer(t, func(_ int, ind *rating.Indicator, save func(app.Reference)) {
		for i, multiple := range multiples {
			save(app.Reference{Whose: app.ReferencePark, Park: fmt.Sprintf("Парк %02d", i+1), Value: figureOf(ind, multiple)})
		}
	})
}

// AgainstMeans has the file know nothing of others but means: so many times the figures of the park.
func (d *Desk) AgainstMeans(t testing.TB, multiple float64) {
	t.Helper()
	d.Alone(t)
	d.refer(t, func(_ int, ind *rating.Indicator, save func(app.Reference)) {
		save(app.Reference{Whose: app.ReferenceMean, Value: figureOf(ind, multiple)})
	})
}

func figureOf(ind *rating.Indicator, multiple float64) app.Cell[app.Figure] {
	value := 1.0
	if ind.Value != nil {
		value, _ = ind.Value.Float64()
	}
	return app.Of(app.Figure(value * multiple * 1e6))
}

// refer saves figures of others for each indicator of the year and of the one before.
func (d *Desk) refer(t testing.TB, of func(year int, ind *rating.Indicator, save func(app.Reference))) {
	t.Helper()
	ctx := context.Background()
	book, err := d.Store.Book(ctx, d.Park)
	if err != nil {
		t.Fatal(err)
	}
	method := d.Look().Set.Method
	err = d.Store.Change(ctx, "другие технопарки", func(tx app.Tx) (err error) {
		for _, year := range []int{d.Year - 1, d.Year} {
			result, fault := rating.Compute(method, book, year)
			if fault != nil {
				return fault
			}
			for _, ind := range result.All() {
				of(year, ind, func(r app.Reference) {
					r.Period, r.Code, r.Unit = app.YearPeriod(year), ind.Code, ind.Unit.RU
					if err == nil {
						err = tx.Save(ctx, &r)
					}
				})
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
