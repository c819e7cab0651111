package check_test

import (
	"testing"

	"technopark/app"
	"technopark/app/check"
)

func filledOf(t *testing.T, r check.Report, key string) check.Filled {
	t.Helper()
	for _, f := range r.Filled {
		if f.Type.Key == key {
			return f
		}
	}
	t.Fatalf("nothing counted of %s", key)
	return check.Filled{}
}

func TestFilledCountsCellsAndMissingReports(t *testing.T) {
	_, report := checked(t, asItIs)
	was := filledOf(t, report, "resident_report")
	cells := 0
	for _, f := range was.Type.Stored() {
		if f.Required {
			cells++
		}
	}
	lacking := 0
	for _, f := range report.Findings {
		if f.Rule == check.RuleRequired && f.Type.Key == "resident_report" {
			lacking++
		}
	}
	if was.Reports != 3 || was.Lacking() != lacking || was.Needed-was.Given != lacking+3*cells || was.Needed%cells != 0 {
		t.Errorf("%+v with %d cells a report, %d lacking", was, cells, lacking)
	}
	if park := filledOf(t, report, "park"); park.Given != park.Needed || park.Percent(app.RU) != "100,0" {
		t.Errorf("the card of the park: %+v, %s", park, park.Percent(app.RU))
	}

	_, report = checked(t, func(b *app.Book) {
		for _, r := range app.All[app.ResidentReport](b, "resident_report") {
			if r.Period == app.YearPeriod(2020) && r.Revenue.Given() {
				r.Revenue = app.Cell[app.Money]{}
				return
			}
		}
	})
	if is := filledOf(t, report, "resident_report"); is.Given != was.Given-1 || is.Needed != was.Needed {
		t.Errorf("one figure less: %+v after %+v", is, was)
	}
}

func TestNotQuiteAllIsNeverAHundred(t *testing.T) {
	for want, f := range map[string]check.Filled{
		"100,0": {Given: 5000, Needed: 5000}, "99,9": {Given: 4999, Needed: 5000}, "0,0": {Needed: 1}, "50,0": {Given: 1, Needed: 2},
	} {
		if got := f.Percent(app.RU); got != want {
			t.Errorf("%d of %d: %s, want %s", f.Given, f.Needed, got, want)
		}
	}
	if got := (check.Filled{}).Percent(app.EN); got != "100.0" {
		t.Errorf("nothing needed: %s", got)
	}
}
