package sample

import (
	"testing"

	"technopark/app"
)

func TestEveryGapIsInAReport(t *testing.T) {
	b := Park().Book()
	for _, g := range gaps() {
		found := false
		for _, r := range app.All[app.ResidentReport](b, "resident_report") {
			if r.Period != app.YearPeriod(g.year) || b.TitleOf("resident", r.Resident) != g.firm {
				continue
			}
			f, ok := r.Type().Field(g.field)
			found = ok && f.Get(r).Empty()
		}
		if !found {
			t.Errorf("%s gave %s for %d, or no report", g.firm, g.field, g.year)
		}
	}
}
