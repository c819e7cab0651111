package reports_test

import (
	"fmt"
	"strings"
	"testing"

	"technopark/app"
	"technopark/reports"
	"technopark/reports/doc"
)

// proven is the small park's part 10 with n documents of S1.1.
func proven(t *testing.T, n int, code string) string {
	in := small(t)
	in.Parts = []string{"indicators"}
	for i := range n {
		in.Attachments = append(in.Attachments, reports.Attachment{
			Document: &app.Document{Title: "Справка", Number: fmt.Sprint(i + 1), Date: app.Day(2021, 3, 5)},
			Codes:    []string{code}, First: 40 + 2*i, Sheets: 2,
		})
	}
	if n > 2 {
		in.Attachments[1] = reports.Attachment{Document: &app.Document{Title: "Чужое"}}
		in.Attachments[2].Sheets = 1
		in.Attachments[3].Reason = app.ApartLocked
		in.Attachments[4].Sheets = 0
	}
	return strings.ReplaceAll(doc.Text(reports.Package(in)), "⍽", " ")
}

func TestIndicatorsNameTheirDocuments(t *testing.T) {
	code := small(t).Result.All()[0].Code
	text := proven(t, 20, code)
	for _, want := range []string{
		`Приложение 1 — Справка № 1 от 05.03.2021 (листы 40–41)\nПриложение 3 — Справка № 3 от 05.03.2021 (лист 44)\n` +
			`Приложение 4 — Справка № 4 от 05.03.2021 (приложен отдельно, листы 46–47)\nПриложение 5 — Справка № 5 от 05.03.2021\n`,
		`Приложение 13 — Справка № 13 от 05.03.2021 (листы 64–65)\nи приложения 14–20"`,
		" | Прил. 1, 3–20\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the tree lacks %s:\n%s", want, text)
		}
	}
	if text := proven(t, 2, code); !strings.Contains(text, " | Прил. 1, 2\n") || strings.Contains(text, "и приложения") {
		t.Error("two documents are told as a run")
	}
	if text := proven(t, 0, code); strings.Contains(text, `item value="Приложение`) || !strings.Contains(text, " | —\n") {
		t.Error("no documents are told as some")
	}
}

// Of a hundred who lack the same, the first are named and the rest counted.
func TestLacksAreNotEndless(t *testing.T) {
	in := demonstration(t)
	records := map[string][]app.Record{}
	for _, typ := range app.Types() {
		records[typ.Key] = in.Book.Of(typ.Key)
	}
	records["resident_report"] = nil
	in.Book = app.NewBook(in.Book.Park, records)
	in.Result = builtIn(t, in.Book, 2020)
	in.Parts = []string{"indicators"}
	text := doc.Text(reports.Package(in))
	if !strings.Contains(text, "и ещё 80\"") || strings.Contains(text, "и ещё 79\"") {
		t.Errorf("a hundred residents without a report are not told by number: %.3000s", text)
	}
}
