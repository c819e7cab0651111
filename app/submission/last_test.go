package submission_test

import (
	"context"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/regulation"
	"technopark/app/submission"
)

// checkSince checks the data file of the desk as every surface does.
func (d *desk) checkSince(last *submission.Last) check.Report {
	d.t.Helper()
	b := d.book()
	before, err := last.Book(context.Background(), d.Store, b, 2020)
	if err != nil {
		d.t.Fatal(err)
	}
	set, err := regulation.Program().For(b, 2020)
	if err != nil {
		d.t.Fatal(err)
	}
	report, err := set.CheckSince(before, b, 2020, app.Date{})
	if err != nil {
		d.t.Fatal(err)
	}
	return report
}

// revised returns the findings about figures that are not those of the last revision.
func revised(r check.Report) (found []check.Finding) {
	for _, f := range r.Findings {
		if f.Rule == "REVISED" {
			found = append(found, f)
		}
	}
	return found
}

// A figure that is changed after a final package is found, until the next revision has it;
// its explanation then stands in the comparison of the two.
func TestFigureChangedSinceTheLastRevisionIsFound(t *testing.T) {
	d := signingDesk(t)
	var last submission.Last
	if found := revised(d.checkSince(&last)); len(found) != 0 {
		t.Fatalf("nothing has changed, and %d are found: %s", len(found), found[0].Message.RU)
	}
	report := *app.All[app.ResidentReport](d.book(), "resident_report")[0]
	report.Headcount.N++
	d.save(&report)
	after := d.checkSince(&last)
	found := revised(after)
	if len(found) != 1 || found[0].ID != report.ID || found[0].Field.Key != "headcount" {
		t.Fatalf("found %v", found)
	}
	d.save(after.Explain(found[0], "Приняли ещё одного.", "Щукина", app.Day(2021, 4, 12)))
	d.finalise(t.TempDir())
	if len(revised(d.checkSince(&last))) != 0 {
		t.Error("found, though the last revision has it")
	}
	all := submission.RevisionsOf(d.book(), 2020)
	c, err := submission.Compare(context.Background(), d.Store, all[0], all[1])
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range c.Changes {
		if x.Field.Key == "headcount" && strings.Contains(x.Why, "Приняли ещё одного.") {
			return
		}
	}
	t.Errorf("the explanation is not in the comparison: %+v", c.Changes)
}

func (d *desk) save(rec app.Record) {
	d.t.Helper()
	err := d.Change(context.Background(), "правка", func(tx app.Tx) error { return tx.Save(context.Background(), rec) })
	if err != nil {
		d.t.Fatal(err)
	}
}
