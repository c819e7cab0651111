package reports_test

import (
	"regexp"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/check"
	"technopark/assets"
	"technopark/reports"
	"technopark/reports/doc"
)

// TestPapersBesideThePackageAreEnglishToo reads letters, protocol and sheet of changes of the sample.
func TestPapersBesideThePackageAreEnglishToo(t *testing.T) {
	in := demonstration(t)
	rules, err := check.Load(assets.Rules()[0].Name, assets.Rules()[0].TOML)
	if err != nil {
		t.Fatal(err)
	}
	of := reports.Checked{Book: in.Book, Report: in.Report, Rules: rules, Date: in.Date, Program: "Технопарк 1", Lang: app.EN}
	papers := map[string]doc.Document{"protocol": reports.Protocol(of)}
	for _, letter := range reports.Letters(of) {
		papers["letter to "+letter.Resident.Name] = letter.Document
	}
	if len(papers) < 5 {
		t.Fatalf("%d papers", len(papers))
	}
	resident := app.All[app.Resident](in.Book, "resident")[0]
	revision := func(n app.Count) *app.Revision {
		return &app.Revision{Number: app.Of(n), Lang: string(app.EN), Period: app.YearPeriod(2020), Made: in.Date, Data: strings.Repeat("0a", 32), Maker: "Королёва Н. П."}
	}
	papers["changes"] = reports.SheetOfChanges(reports.Changed{
		Book: in.Book, Earlier: revision(1), Later: revision(2), Method: true, Rules: true, Program: "Технопарк 1",
		Reasons: []reports.ChangedReason{{Number: 1, Returned: true, Text: "Исправить выручку"}, {Number: 2, Text: "Исправлено"}},
		Rows:    []reports.ChangedRow{{Type: resident.Type(), Record: resident.Name, What: "Full name", Was: "Было", Is: "Стало", Why: "Опечатка"}},
		Effects: []reports.ChangedEffect{{Code: "S1.1", Name: "R&D", Was: "1", Is: "2"}},
	})
	for name, d := range papers {
		if d.Lang != "en-GB" {
			t.Errorf("%s is in %s", name, d.Lang)
		}
		text := doc.Text(d)
		for _, known := range append(originals(in), "Исправить выручку", "Исправлено", "Опечатка") {
			text = strings.ReplaceAll(text, "“"+strings.ReplaceAll(known, app.NBSP, "⍽")+"”", "·")
		}
		if left := regexp.MustCompile(`.{0,60}[А-Яа-яЁё«»„№].{0,40}`).FindString(text); left != "" {
			t.Errorf("%s: Russian: %s", name, left)
		}
	}
}

// What machines read, and what is quoted, stays as it was typed.
func TestOriginalsStay(t *testing.T) {
	in := small(t)
	in.Lang, in.Code = app.EN, "TP1|«Пример»"
	in.Attachments = []reports.Attachment{{Document: &app.Document{Title: "Справка", FileName: "справка о налогах.pdf", SHA256: strings.Repeat("0a", 32)}}}
	text := doc.Text(reports.Package(in))
	for _, want := range []string{"TP1|«Пример»", "“справка о налогах.pdf”", "Spravka"} {
		if !strings.Contains(text, want) {
			t.Errorf("the tree lacks %s", want)
		}
	}
	in.Lang = app.RU
	if text := doc.Text(reports.Package(in)); strings.Contains(text, "Spravka") || strings.Contains(text, "\u2068") {
		t.Error("a Russian package is transliterated")
	}
}
