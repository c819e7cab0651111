package reports_test

import (
	"regexp"
	"strings"
	"testing"

	"technopark/app"
	"technopark/reports"
	"technopark/reports/doc"
)

// forms are the four ways to print one package.
func forms(in reports.Input) map[string]reports.Input {
	all := map[string]reports.Input{}
	for _, lang := range []app.Lang{app.RU, app.EN} {
		for _, compressed := range []bool{false, true} {
			name := string(lang) + " full"
			if compressed {
				name = string(lang) + " compressed"
			}
			in.Lang, in.Compressed = lang, compressed
			all[name] = in
		}
	}
	return all
}

// originals returns what an English paper quotes in Russian: explanations and names of files.
func originals(in reports.Input) []string {
	var all []string
	for _, e := range app.All[app.Explanation](in.Book, "explanation") {
		all = append(all, e.Text)
	}
	for _, a := range in.Attachments {
		all = append(all, a.Document.FileName)
	}
	return all
}

// TestEnglishPackageIsEnglish finds no Russian letter and no Russian mark in an English package
// but in what is quoted as the original.
func TestEnglishPackageIsEnglish(t *testing.T) {
	for name, in := range map[string]reports.Input{"sample": demonstration(t), "spoiled": spoiled(t)} {
		in.Lang, in.Draft = app.EN, true
		in.Attachments = []reports.Attachment{
			{Document: &app.Document{Title: "Приказ", Number: "5-к", Date: app.Day(2021, 3, 1), Kind: "order", FileName: "приказ.pdf"}, Sheets: 2, First: 50, Codes: []string{"S1.1"}},
			{Document: &app.Document{Title: "План «Роста»"}, Sheets: 1, First: 52, Codes: []string{"S1.1"}, Reason: app.ApartLocked},
		}
		for _, compressed := range []bool{false, true} {
			in.Compressed = compressed
			d := reports.Package(in)
			text := flat(strings.ReplaceAll(strings.ReplaceAll(doc.Text(d), "⍽", " "), `\n`, "\n"))
			for _, b := range d.Behind {
				text += b.Title
			}
			for _, known := range originals(in) {
				text = strings.ReplaceAll(text, "“"+flat(known)+"”", "·")
			}
			for _, at := range regexp.MustCompile(`[А-Яа-яЁё]+|[«»„№\x{2068}\x{2069}]`).FindAllStringIndex(text, 20) {
				t.Errorf("%s: Russian in the English package: …%s…", name, strings.ToValidUTF8(text[max(0, at[0]-60):min(len(text), at[1]+60)], ""))
			}
		}
	}
}

// spoiled is the sample with findings of every kind and nothing of the park's own, so that
// all that can be said of missing data is said.
func spoiled(t *testing.T) reports.Input {
	in := demonstration(t)
	b := in.Book
	for _, key := range []string{"site_report", "company_report", "disclosure", "practice", "service_report", "reference"} {
		b = without(b, key)
	}
	for i, r := range app.All[app.ResidentReport](b, "resident_report") {
		switch i % 7 {
		case 0:
			r.Headcount = app.Cell[app.Count]{}
		case 1:
			r.Export = app.Of(r.Revenue.N*3 + 1)
		case 2:
			r.Revenue = app.Of(r.Revenue.N * 1000)
		}
	}
	for i, r := range app.All[app.Resident](b, "resident") {
		if i%9 == 0 {
			r.INN, r.Contact = "1", ""
		}
	}
	for i, c := range app.All[app.Contract](b, "contract") {
		if i%11 == 0 {
			c.Number, c.Signed, c.Area = "", app.Day(2031, 1, 1), app.Of(app.Units(99_999))
		}
	}
	in.Book, in.Result, in.Report = b, builtIn(t, b, 2020), checkedBy(t, b, 2020)
	in.Answers = answersOf(t, in)
	return in
}

// without returns the book without the records of a type.
func without(b *app.Book, key string) *app.Book {
	records := map[string][]app.Record{}
	for _, t := range app.Types() {
		if t.Key != key {
			records[t.Key] = b.Of(t.Key)
		}
	}
	return app.NewBook(b.Park, records)
}

// TestFiguresAreTheSameInBothLanguages compares the digits of part 10, line by line.
func TestFiguresAreTheSameInBothLanguages(t *testing.T) {
	in := demonstration(t)
	in.Parts = []string{"indicators"}
	digits := func(lang app.Lang) []string {
		in.Lang = lang
		var lines []string
		text := regexp.MustCompile(`/ 12 (месяцев|months)|на 1 работника`).ReplaceAllString(doc.Text(reports.Package(in)), "")
		for line := range strings.Lines(text) {
			if strings.Contains(line, "row |") || strings.Contains(line, `"Расчёт"`) || strings.Contains(line, `"Calculation"`) {
				lines = append(lines, regexp.MustCompile(`\D`).ReplaceAllString(line, ""))
			}
		}
		return lines
	}
	ru, en := digits(app.RU), digits(app.EN)
	if len(ru) != len(en) || len(ru) < 2*21 {
		t.Fatalf("%d lines of figures in Russian, %d in English", len(ru), len(en))
	}
	for i := range ru {
		if ru[i] != en[i] {
			t.Errorf("line %d: %s in Russian, %s in English", i, ru[i], en[i])
		}
	}
}

// TestEnglishTypography looks at figures, dates, quotes and plurals.
func TestEnglishTypography(t *testing.T) {
	in := small(t)
	in.Lang = app.EN
	text := flat(strings.ReplaceAll(doc.Text(reports.Package(in)), "⍽", " "))
	for _, want := range []string{
		"12.03.2021", "40,000.0", "2021 Rating (data for 2020)", "Rating 2021, revision 2", "data 0123456789ab",
		"“Rules of the small park”", "1 error, 3 warnings", "3 residents", "(50.0%)", "106.7% of the previous year",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the tree lacks %s", want)
		}
	}
	if d := reports.Package(in); d.Lang != "en-GB" {
		t.Errorf("language %q", d.Lang)
	}
}

// TestSheetsOfDocumentsAreInEnglish reads what is printed on the documents themselves.
func TestSheetsOfDocumentsAreInEnglish(t *testing.T) {
	in := small(t)
	in.Lang = app.EN
	d := &app.Document{Title: "Plan", Number: "12", Date: app.Day(2021, 3, 5), FileName: "plan.docx", Size: app.Of(app.Count(12_345)), SHA256: strings.Repeat("0a", 32)}
	said := append(reports.AttachmentApart(app.EN, 3, d), reports.AttachmentSheet(app.EN, 3, 2, 5), reports.FootOf(in, 41, 52), reports.AttachmentName(app.EN, 3, d))
	for i, want := range []string{
		"Attachment 3", "Plan No. 12 dated 05.03.2021", "attached separately", "File: plan.docx, 12,345 bytes", "SHA-256: 0a0a0a0a",
		"Attachment 3, sheet 2 of 5", "sheet 41 of 52 · data 0123456789ab", "Attachment 3. Plan No. 12 dated 05.03.2021",
	} {
		if got := flat(said[i]); !strings.HasPrefix(got, want) {
			t.Errorf("%q does not begin with %q", got, want)
		}
	}
}
