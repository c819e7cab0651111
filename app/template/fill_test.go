package template_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/sample"
	"technopark/app/template"
	"technopark/assets"
)

const year = 2020

// source is the sample park in a year.
func source(t testing.TB) template.Source {
	t.Helper()
	return sourceOf(t, sample.Park().Book())
}

func sourceOf(t testing.TB, b *app.Book) template.Source {
	t.Helper()
	method, err := rating.Load("rating-2021.toml", assets.Methods()[0].TOML)
	if err != nil {
		t.Fatal(err)
	}
	result, err := rating.Compute(method, b, year)
	if err != nil {
		t.Fatal(err)
	}
	return template.Source{Book: b, Method: method, Result: result, Year: year, Today: app.Day(2021, 3, 5)}
}

// form makes a workbook of one sheet.
func form(t testing.TB, cells map[string]any, more ...func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	for at, v := range cells {
		var err error
		if s, ok := v.(string); ok && strings.HasPrefix(s, "=") {
			err = f.SetCellFormula("Sheet1", at, s[1:])
		} else {
			err = f.SetCellValue("Sheet1", at, v)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, do := range more {
		do(f)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func fill(t testing.TB, raw []byte, s template.Source) *template.Filled {
	t.Helper()
	form, err := template.Open(raw)
	if err != nil {
		t.Fatal(err)
	}
	filled, err := form.Fill(s)
	if err != nil {
		t.Fatal(err)
	}
	return filled
}

// reread opens what was filled.
func reread(t testing.TB, filled *template.Filled) *excelize.File {
	t.Helper()
	for _, fault := range filled.Faults {
		t.Errorf("%s!%s: %s: %s", fault.Sheet, fault.Address, fault.Name, fault.Words.RU)
	}
	f, err := excelize.OpenReader(bytes.NewReader(filled.Data))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func cellsOf(t testing.TB, f *excelize.File, want map[string]string) {
	t.Helper()
	for at, text := range want {
		got, err := f.GetCellValue("Sheet1", at, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if got != text {
			t.Errorf("%s is %q, want %q", at, got, text)
		}
	}
}

func partsOf(t testing.TB, raw []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range r.File {
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(text)
	}
	return all
}

func TestFillNames(t *testing.T) {
	s := source(t)
	filled := fill(t, form(t, map[string]any{
		"A1": "{{park.name}}", "A2": "{{S2.1}}", "A3": "{{revenue}}", "A4": "{{today}}", "A5": "Отчёт за {{year}} год на {{today}}",
		"A6": "{{park.kind}}", "A7": "{{site_report.leasable}}", "A8": "{{site_report.leasable / 2}}", "A9": "{{company.head_person.full_name}}",
		"A10": "{{previous(S2.1)}}", "A11": "{{count resident}}", "A12": "{{sum amount of investment to_date where source == 'federal'}}",
		"A13": "{{S2.1 - previous(S2.1)}}", "A14": "{{park.commissioned}}", "A15": "{{revenue / headcount}}",
	}), s)
	f := reread(t, filled)
	names := map[string]string{}
	for _, c := range filled.Cells {
		names[c.Address] = c.Shown + " " + c.Unit.RU
	}
	for at, want := range map[string]string{"A2": "2\u00a0778,9 тыс. руб./чел.", "A9": "Образцова Мария Всеволодовна ", "A12": "899\u00a0414,7 тыс. руб."} {
		if names[at] != want {
			t.Errorf("%s is told as %q, want %q", at, names[at], want)
		}
	}
	cellsOf(t, f, map[string]string{
		"A1": s.Book.Park.Name, "A2": "2778.9", "A3": "5436872.80768", "A4": "44260", "A5": "Отчёт за 2020 год на 05.03.2021",
		"A6": "в сфере высоких технологий", "A7": "45892.6", "A8": "22946.3", "A9": "Образцова Мария Всеволодовна",
		"A10": "2710.4", "A11": "100", "A12": "899414.7", "A14": "41057",
	})
	if shown, err := f.GetCellValue("Sheet1", "A4"); err != nil || shown != "03-05-21" { // the short day of whoever opens it
		t.Errorf("a day is shown as %q, %v", shown, err)
	}
}

// TestFillRows: a row over residents moves what lies below it, and all that names it.
func TestFillRows(t *testing.T) {
	s := source(t)
	raw := form(t, map[string]any{
		"A1": "Реестр", "A3": "№", "B3": "Резидент",
		"A4": "{{each resident where innovative by name}}{{row}}", "B4": "{{name}}", "C4": "{{inn}}", "D4": "{{jobs_created}}", "E4": "{{capital_raised}}", "F4": "=D4*2", "G4": "=E4/E$5", "H4": "{{admitted}}",
		"A5": "Итого", "D5": "=SUM(D4)", "E5": "=SUM(E4:E4)", "F5": "=F4", "A7": "Подпись {{company.head_person.full_name}}",
	}, func(f *excelize.File) {
		for _, err := range []error{
			f.MergeCell("Sheet1", "H4", "I4"), f.MergeCell("Sheet1", "A7", "C8"), f.SetRowHeight("Sheet1", 4, 30), f.SetRowHeight("Sheet1", 7, 45),
			f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "Sheet1!$A$1:$I$8", Scope: "Sheet1"}),
			f.SetDefinedName(&excelize.DefinedName{Name: "Место", RefersTo: "Sheet1!$E$4"}),
			f.AddDataValidation("Sheet1", &excelize.DataValidation{Sqref: "D4:D4", Type: "whole", Operator: "greaterThan", Formula1: "<formula1>0</formula1>"}),
			f.AddComment("Sheet1", excelize.Comment{Cell: "A7", Author: "x", Text: "x"}),
			f.AddChart("Sheet1", "K9", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Name: "Sheet1!$D$3", Categories: "Sheet1!$B$4:$B$4", Values: "Sheet1!$D$4"}}}),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		if _, err := f.NewSheet("Свод"); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellFormula("Свод", "A1", "Sheet1!D5+SUM(Sheet1!D4:D4)"); err != nil {
			t.Fatal(err)
		}
	})
	filled := fill(t, raw, s)
	f := reread(t, filled)
	n := filled.Rows
	if n < 20 {
		t.Fatalf("%d rows", n)
	}
	row := func(column string, r int) string { return column + strconv.Itoa(r) }
	last := 3 + n
	formulas := map[string]string{
		"F4": "D4*2", row("F", last): row("D", last) + "*2", row("G", last): row("E", last) + "/" + row("E$", last+1),
		row("D", last+1): "SUM(D4:" + row("D", last) + ")", row("E", last+1): "SUM(E4:" + row("E", last) + ")", row("F", last+1): "F4",
	}
	for at, want := range formulas {
		if got, err := f.GetCellFormula("Sheet1", at); err != nil || got != want {
			t.Errorf("%s has the formula %s, want %s (%v)", at, got, want, err)
		}
	}
	if got, _ := f.GetCellFormula("Свод", "A1"); got != "Sheet1!"+row("D", last+1)+"+SUM(Sheet1!D4:"+row("D", last)+")" {
		t.Errorf("another sheet has %s", got)
	}
	cellsOf(t, f, map[string]string{"A4": "1", row("A", last): strconv.Itoa(n), row("A", last+1): "Итого", row("A", last+3): "Подпись Образцова Мария Всеволодовна"})
	merged, err := f.GetMergeCells("Sheet1")
	if err != nil || len(merged) != n+1 || merged[n].GetStartAxis() != row("A", last+3) || merged[n].GetEndAxis() != row("C", last+4) {
		t.Errorf("%d joined areas, the last %v, %v", len(merged), merged[len(merged)-1], err)
	}
	for at, want := range map[int]float64{4: 30, last: 30, last + 3: 45} {
		if got, _ := f.GetRowHeight("Sheet1", at); got != want {
			t.Errorf("row %d is %v high, want %v", at, got, want)
		}
	}
	for _, name := range f.GetDefinedName() {
		want := map[string]string{"_xlnm.Print_Area": "Sheet1!$A$1:$I$" + strconv.Itoa(last+4), "Место": "Sheet1!$E$4:$E$" + strconv.Itoa(last)}[name.Name]
		if name.RefersTo != want {
			t.Errorf("%s is %s, want %s", name.Name, name.RefersTo, want)
		}
	}
	if rules, err := f.GetDataValidations("Sheet1"); err != nil || len(rules) != 1 || rules[0].Sqref != "D4:"+row("D", last) {
		t.Errorf("input is checked in %v, %v", rules, err)
	}
	if remarks, err := f.GetComments("Sheet1"); err != nil || len(remarks) != 1 || remarks[0].Cell != row("A", last+3) {
		t.Errorf("remarks are %v, %v", remarks, err)
	}
	chart := partsOf(t, filled.Data)["xl/charts/chart1.xml"]
	for _, want := range []string{"Sheet1!$B$4:" + row("$B$", last), "Sheet1!$D$4:" + row("$D$", last), "Sheet1!$D$3<"} {
		if !strings.Contains(chart, want) {
			t.Errorf("the chart has no %s: %s", want, chart)
		}
	}
	if len(filled.Remarks) != 1 || filled.Remarks[0].Address != row("F", last+1) {
		t.Errorf("remarks: %+v", filled.Remarks)
	}
}

// TestFaultsAreTold by sheet, cell and name, and nothing is filled then.
func TestFaultsAreTold(t *testing.T) {
	s := source(t)
	for text, name := range map[string]string{
		"{{park.nam}}": "park.nam", "{{S9.9}}": "S9.9", "{{revenu / headcount}}": "revenu", "{{each residents}}": "residents",
		"{{each resident where nobody}}": "nobody", "{{park.name": "{{park.name", "{{1 +}}": "1 +", "{{revenue + headcount}}": "revenue + headcount",
		"{{count nobody}}": "nobody", "{{row}}": "row", "{{each resident}}{{report.nobody}}": "report.nobody",
		"{{revenue / headcount * site_report.leasable}}": "revenue / headcount * site_report.leasable",
		"{{company.head_person.nobody}}":                 "company.head_person.nobody",
	} {
		filled := fill(t, form(t, map[string]any{"B2": "{{park.name}}", "C4": text}), s)
		if len(filled.Faults) != 1 || filled.Data != nil {
			t.Errorf("%s: %+v", text, filled.Faults)
			continue
		}
		if f := filled.Faults[0]; f.Sheet != "Sheet1" || f.Address != "C4" || f.Name != name || f.Words.RU == "" || f.Words.EN == "" {
			t.Errorf("%s is told as %+v", text, f)
		}
	}
}

// TestFaultsAreShort: of a cell that is one long slip the beginning is told.
func TestFaultsAreShort(t *testing.T) {
	s := source(t)
	for _, text := range []string{strings.Repeat("{{", 5000), "{{" + strings.Repeat("(", 5000) + "}}", "{{" + strings.Repeat("а", 5000) + "}}", "{{park." + strings.Repeat("x", 5000) + "}}"} {
		filled := fill(t, form(t, map[string]any{"C4": text}), s)
		if len(filled.Faults) != 1 || len([]rune(filled.Faults[0].Name)) > 100 || len([]rune(filled.Faults[0].Words.RU)) > 700 || len([]rune(filled.Faults[0].Words.EN)) > 700 {
			t.Errorf("%.20s: %+v", text, filled.Faults)
		}
	}
}

// TestBracesInAFormulaAreTold with their cell, whether or not others have any.
func TestBracesInAFormulaAreTold(t *testing.T) {
	s := source(t)
	for _, cells := range []map[string]any{{"B2": "{{park.name}}"}, {"B2": "ничего"}} {
		raw := form(t, cells, func(f *excelize.File) {
			for at, formula := range map[string]string{"C3": "{{S2.1}}*2", "C4": "SUM(A1:A2)"} {
				if err := f.SetCellFormula("Sheet1", at, formula); err != nil {
					t.Fatal(err)
				}
			}
		})
		filled := fill(t, raw, s)
		if len(filled.Faults) != 1 || filled.Faults[0].Address != "C3" || filled.Faults[0].Name != "={{S2.1}}*2" || filled.Data != nil {
			t.Errorf("%v: %+v", cells, filled.Faults)
		}
	}
}

// TestMissingIsNoNought: a missing figure leaves an empty cell, «не применимо» is said, and a text
// that looks like a formula stays a text.
func TestMissingIsNoNought(t *testing.T) {
	s := source(t)
	park := app.Clone(s.Book.Park)
	park.Name, park.KmMoscow = "=1+2", app.Cell[app.Quantity]{}
	site := app.Clone(s.Book.Of("site_report")[0].(*app.SiteReport))
	for _, rec := range s.Book.Of("site_report") {
		if app.PeriodOf(rec) == app.YearPeriod(year) {
			site = app.Clone(rec.(*app.SiteReport))
		}
	}
	site.Gas = app.Cell[app.Quantity]{State: app.NotApplicable}
	filled := fill(t, form(t, map[string]any{"A1": "{{park.name}}", "A2": "{{park.km_moscow}}", "A3": "{{site_report.gas}}", "A4": "{{park.km_moscow * 2}}", "A5": 7}), sourceOf(t, s.Book.With(park, site)))
	f := reread(t, filled)
	cellsOf(t, f, map[string]string{"A1": "=1+2", "A2": "", "A3": "н/п", "A4": "", "A5": "7"})
	if formula, err := f.GetCellFormula("Sheet1", "A1"); err != nil || formula != "" {
		t.Errorf("a name became the formula %s, %v", formula, err)
	}
	states := []template.State{template.Whole, template.Missing, template.NotApplicable, template.Missing}
	for i, c := range filled.Cells {
		if c.State != states[i] {
			t.Errorf("%s is %v", c.Address, c.State)
		}
	}
}

// FuzzOpen: whatever a form says, it is filled, or refused in words.
func FuzzOpen(f *testing.F) {
	f.Add(form(f, map[string]any{"A1": "{{park.name}}", "A2": "{{each resident}}{{row}}", "B2": "=A2*2", "B3": "=SUM(B2)"}))
	for _, own := range assets.Forms() {
		f.Add(own.XLSX)
	}
	s := source(f)
	f.Fuzz(func(t *testing.T, raw []byte) {
		form, err := template.Open(raw)
		if err == nil {
			_, err = form.Fill(s)
		}
		if _, said := app.Refused(err); err != nil && !said {
			t.Errorf("not in words: %v", err)
		}
	})
}

// FuzzSheet: the XML of a sheet is anybody's, whatever archive it comes in.
func FuzzSheet(f *testing.F) {
	raw := form(f, map[string]any{"A1": "{{park.name}}"})
	for _, own := range append(assets.Forms(), assets.Form{XLSX: raw}) {
		f.Add(partsOf(f, own.XLSX)["xl/worksheets/sheet1.xml"])
	}
	f.Add(`<worksheet><sheetData><row><c t="inlineStr"><is><t>{{each resident}}{{name}}</t></is></c><c><f t="shared" ref="A1" si="0">A1+1</f><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v/></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B1"></mergeCell></mergeCells></worksheet>`)
	s := source(f)
	f.Fuzz(func(t *testing.T, sheet string) {
		form, err := template.Open(withPart(t, raw, "xl/worksheets/sheet1.xml", sheet))
		if err != nil {
			return
		}
		filled, err := form.Fill(s)
		if err != nil || filled.Data == nil {
			return
		}
		if _, err := template.Open(filled.Data); err != nil && !strings.Contains(err.Error(), "err.template") {
			t.Errorf("what was filled cannot be read: %v", err)
		}
	})
}

// withPart returns the workbook with one part of another text.
func withPart(t testing.TB, raw []byte, name, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for part, content := range partsOf(t, raw) {
		if part == name {
			content = text
		}
		f, err := w.Create(part)
		if err == nil {
			_, err = f.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
