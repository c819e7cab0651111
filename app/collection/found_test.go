package collection_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/exchange"
	"technopark/app/questionnaire"
)

// Questionnaires of the sample park that other programs filled in and saved: one by openpyxl 3.0, two by
// it and then by LibreOffice («soffice --convert-to xlsx»), the last of them in English.
func TestAnswersOfOtherProgramsLand(t *testing.T) {
	for _, name := range []string{"openpyxl.xlsx", "libreoffice.xlsx", "libreoffice-en.xlsx"} {
		p := open(t)
		r := p.take(p.intake(), filepath.Join("testdata", name))[0]
		if v := r.Verdict(); v != collection.Ready && v != collection.Unsure {
			t.Errorf("%s: %s, %s", name, told(r), reasons(r))
			continue
		}
		if err := p.accept(r, true); err != nil {
			t.Fatal(err)
		}
		for _, report := range app.All[app.ResidentReport](p.book(), "resident_report") {
			if report.Resident != r.Plan.Resident.ID || report.Period != year {
				continue
			}
			if report.Revenue != app.Of(app.Money(1_234_567_80000)) || report.Export != app.NA[app.Money]() || report.Headcount != app.Of(app.Count(77)) || report.Payroll != app.Of(app.Money(98_765_43000)) {
				t.Errorf("%s: %+v", name, report)
			}
		}
		if got := r.Plan.Count(exchange.New) + r.Plan.Count(exchange.Changed); got != 5 {
			t.Errorf("%s: %d changes\n%s", name, got, told(r))
		}
	}
}

// Cells are found whatever of what leads to them is lost, and wherever people have moved them to.
func TestCellsAreFoundWhateverIsLost(t *testing.T) {
	p := open(t)
	form := p.forms(questionnaire.Asking{Period: year})[3]
	raw := filled(t, form, map[string]any{"resident_report.revenue": 12345, "job.1.count": 9})
	for name, changed := range map[string][]byte{
		"rows and columns were inserted": edited(t, raw, func(x *excelize.File) {
			if err := errors.Join(x.InsertRows(questionnaire.Sheet, 12, 3), x.InsertRows(questionnaire.Sheet, 1, 1), x.InsertCols(questionnaire.Sheet, "C", 2)); err != nil {
				t.Fatal(err)
			}
		}),
		"the sheet has another name": edited(t, raw, func(x *excelize.File) {
			if err := x.SetSheetName(questionnaire.Sheet, "Ответ № 1"); err != nil {
				t.Fatal(err)
			}
		}),
		"no properties": rewritten(t, raw, func(_, text string) string {
			return strings.ReplaceAll(text, `docProps/custom.xml"`, `docProps/app.xml"`)
		}),
		"no hidden sheet": edited(t, raw, func(x *excelize.File) {
			for _, f := range form.Sections[len(form.Sections)-1].Table.Rows { // office programs take the names on it away
				if err := x.DeleteDefinedName(&excelize.DefinedName{Name: f.Place().Name()}); err != nil {
					t.Fatal(err)
				}
			}
			if err := x.DeleteSheet(questionnaire.IdentitySheet); err != nil {
				t.Fatal(err)
			}
		}),
		"no names": edited(t, raw, func(x *excelize.File) {
			for _, n := range x.GetDefinedName() {
				if strings.HasPrefix(n.Name, "tp_") {
					if err := x.DeleteDefinedName(&excelize.DefinedName{Name: n.Name}); err != nil {
						t.Fatal(err)
					}
				}
			}
		}),
		"no keys": edited(t, raw, func(x *excelize.File) {
			for row := 1; row < 80; row++ {
				if err := x.SetCellValue(questionnaire.Sheet, fmt.Sprint("A", row), nil); err != nil {
					t.Fatal(err)
				}
			}
		}),
	} {
		r := p.take(p.intake(), save(t, t.TempDir(), "x.xlsx", changed))[0]
		if r.Plan == nil || !r.Plan.Fault.Zero() {
			t.Errorf("%s: %s %s", name, reasons(r), told(r))
			continue
		}
		rows := 1 // of a table, which cannot be told without the hidden sheet and the names on it
		if name == "no hidden sheet" {
			rows = 0
		}
		if got := r.Plan.Count(exchange.Changed); got != 1+rows || (r.Plan.Count(exchange.Rejected) > 0) != (rows == 0) {
			t.Errorf("%s: %d changes\n%s", name, got, told(r))
		}
	}
}

// A copied sheet is told once, and only where its answers differ.
func TestCopiedSheet(t *testing.T) {
	p := open(t)
	form := p.forms(questionnaire.Asking{Period: year})[3]
	copied := func(x *excelize.File) {
		i, err := x.NewSheet("Копия")
		from, wrong := x.GetSheetIndex(questionnaire.Sheet)
		if err = errors.Join(err, wrong, x.CopySheet(from, i)); err != nil {
			t.Fatal(err)
		}
	}
	raw := edited(t, filled(t, form, map[string]any{"resident_report.revenue": 12345}), copied)
	if r := p.take(p.intake(), save(t, t.TempDir(), "x.xlsx", raw))[0]; r.Verdict() == collection.Unfit || r.Plan.Count(exchange.Changed) != 1 {
		t.Errorf("equal sheets: %s", told(r))
	}
	raw = edited(t, raw, func(x *excelize.File) {
		_, at := cellOf(t, x, "resident_report.revenue")
		if err := x.SetCellValue("Копия", at, 777); err != nil {
			t.Fatal(err)
		}
	})
	if r := p.take(p.intake(), save(t, t.TempDir(), "x.xlsx", raw))[0]; r.Verdict() != collection.Unfit || !strings.Contains(r.Plan.Fault.Words.RU, "в книге два листа анкеты, и ответы на них разные (Анкета!F") {
		t.Errorf("different sheets: %s", told(r))
	}
}
