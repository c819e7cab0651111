package app_test

import (
	"testing"

	"technopark/app"
)

func TestDueOfAYear(t *testing.T) {
	park := &app.Park{Head: app.Head{ID: 1}}
	b := app.NewBook(park, map[string][]app.Record{"deadline": {
		&app.Deadline{Period: app.YearPeriod(2019), Due: app.Day(2020, 6, 30)},
		&app.Deadline{Period: app.YearPeriod(2020), Due: app.Day(2021, 7, 15)},
	}})
	if got := app.DueOf(b, app.YearPeriod(2020)); got != app.Day(2021, 7, 15) {
		t.Errorf("due on %v", got)
	}
	if got := app.DueOf(b, app.YearPeriod(2021)); !got.Zero() {
		t.Errorf("a year nobody wrote down is due on %v", got)
	}
}
