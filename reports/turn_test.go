package reports_test

import (
	"bytes"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/rollover"
	"technopark/app/sample"
	"technopark/reports"
	"technopark/reports/doc"
)

// turnOfSample is the turn of the sample park, with two residents who left on the last day, one of
// them a graduate.
func turnOfSample(t *testing.T) *rollover.Plan {
	t.Helper()
	b := sample.Park().Book()
	var changed []app.Record
	gone := b.ActiveResidents(app.YearPeriod(2021))[:2]
	for _, r := range gone {
		c := app.Clone(app.LastAgreement(b.Agreements(r.ID), app.Day(2021, 1, 1)))
		c.To = app.Day(2020, 12, 31)
		changed = append(changed, c)
	}
	p, err := rollover.New(b.With(changed...), 2020, 2021)
	if err == nil {
		err = p.Decide(gone[0].ID, app.OutcomeGraduated)
	}
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestGoldenReconciliation(t *testing.T) {
	for lang, file := range map[app.Lang]string{app.RU: "testdata/turn.txt", app.EN: "testdata/turn-en.txt"} {
		of := reports.Turned{Plan: turnOfSample(t), Date: app.Day(2021, 1, 12), Created: time.Date(2021, 1, 12, 0, 0, 0, 0, time.UTC), Program: "Технопарк", Lang: lang}
		golden(t, file, doc.Text(reports.Reconciliation(of)))
		var b bytes.Buffer
		if pages, err := reports.WritePDF(&b, reports.Reconciliation(of)); err != nil || pages > 4 {
			t.Errorf("%d pages, %v", pages, err)
		}
	}
}
