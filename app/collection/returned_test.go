package collection_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/questionnaire"
)

// A likely slip and what the check would find go back marked as a rejection does, each in its own words.
func TestDoubtsAndFindingsAreMarked(t *testing.T) {
	p := open(t)
	form := p.forms(questionnaire.Asking{Period: year})[3]
	if r := p.take(p.intake(), save(t, t.TempDir(), "x.xlsx", filled(t, form, nil)))[0]; r.Returnable() {
		t.Errorf("there is something to mark in %s", told(r))
	}
	var was *app.ResidentReport
	for _, report := range app.All[app.ResidentReport](p.book(), "resident_report") {
		if report.Resident == form.Resident.ID && report.Period == year {
			was = report
		}
	}
	roubles := int64(was.Revenue.N) / 100 // where thousands of them are asked for
	raw := filled(t, form, map[string]any{"resident_report.revenue": roubles, "resident_report.export": 2 * roubles})
	r := p.take(p.intake(), save(t, t.TempDir(), "x.xlsx", raw))[0]
	if r.Verdict() != collection.Unsure || !r.Returnable() || len(r.Findings) == 0 {
		t.Fatalf("%d findings, %s", len(r.Findings), told(r))
	}
	marked, err := r.MarkedCopy()
	if err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenReader(bytes.NewReader(marked))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	rows, err := x.GetRows("Замечания")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, row := range rows {
		all = append(all, strings.Join(row, " | "))
	}
	said := strings.Join(all, "\n")
	sheet, at := cellOf(t, x, "resident_report.revenue")
	if !strings.Contains(said, sheet+" | "+at) || !strings.Contains(said, "Проверьте значение: ") {
		t.Errorf("the doubt is not marked:\n%s", said)
	}
	for _, f := range r.Findings {
		if !strings.Contains(f.Rule, "SLIP") && !strings.Contains(said, f.Message.In(app.RU)) {
			t.Errorf("not told: %s\n%s", f.Message.RU, said)
		}
	}
	comments, err := x.GetComments(sheet)
	if err != nil || len(comments) == 0 {
		t.Errorf("%d comments, %v", len(comments), err)
	}
}
