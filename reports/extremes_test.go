package reports_test

import (
	"fmt"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/sample"
	"technopark/reports"
	"technopark/reports/pdf"
)

// filled sets every text of the book by what give returns for it, and every figure to n.
func filled(b *app.Book, n int64, give func(f app.Field) string) {
	for _, t := range app.Types() {
		for _, rec := range b.Of(t.Key) {
			for _, f := range t.Stored() {
				switch {
				case f.Kind == app.KindText || f.Kind == app.KindNote:
					f.Set(rec, app.TextValue(give(f)))
				case f.Kind.Numeric() && f.Kind != app.KindBool && f.Kind != app.KindRef:
					f.Set(rec, app.NumberValue(n))
				}
			}
		}
	}
}

// TestNothingLeavesItsCell lays every part out with the longest words and figures there
// can be, and with none.
func TestNothingLeavesItsCell(t *testing.T) {
	for name, spoil := range map[string]func(*app.Book){
		"longest": func(b *app.Book) {
			filled(b, 999_999_999_999_999, func(f app.Field) string {
				return strings.Repeat("Достопримечательнейшее ", 12) + strings.Repeat("Ё", 90) + " " + f.Label.RU
			})
		},
		"emptiest": func(b *app.Book) { filled(b, 0, func(app.Field) string { return "" }) },
		"gibberish": func(b *app.Book) {
			filled(b, -1, func(app.Field) string { return "\x00\n\t«»\u00ad\u200b字😀" + strings.Repeat("W", 200) })
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := sample.Park().Book()
			spoil(b)
			in := reports.Input{
				Book: b, Result: builtIn(t, b, 2020), Year: 2020, Date: app.Day(2021, 4, 12), Draft: true, Revision: 3,
				DataSHA256: strings.Repeat("a", 64), Code: strings.Repeat("x", 700),
				Report: check.Report{Findings: []check.Finding{}},
			}
			in.Answers = answersOf(t, in)
			for i, d := range app.All[app.Contract](b, "contract")[:3] {
				in.Attachments = append(in.Attachments, reports.Attachment{
					Document: &app.Document{Title: d.Number + strings.Repeat(" очень длинное название", 9), Number: fmt.Sprint(i), FileName: strings.Repeat("a", 120) + ".pdf", SHA256: strings.Repeat("b", 64)},
					Proves:   []string{strings.Repeat("что-то ", 40)}, Sheets: 900, First: 90_000,
				})
			}
			for form, in := range forms(in) {
				laid, err := pdf.Layout(reports.Package(in))
				if err != nil {
					t.Fatal(err)
				}
				for i, p := range laid.Pages {
					for _, s := range p.Strays() {
						t.Errorf("%s, sheet %d: %.60q leaves %v for %v", form, i+1, s.Text, s.Cell, s.Box)
					}
				}
			}
		})
	}
}
