package reports_test

import (
	"strings"
	"testing"

	"technopark/reports"
	"technopark/reports/doc"
	"technopark/reports/pdf"
)

// A method with very many indicators takes more sheets, and leaves none.
func TestChartsOfManyIndicatorsGoOn(t *testing.T) {
	in := demonstration(t)
	in.Parts = []string{"charts"}
	pages := func() int {
		laid, err := pdf.Layout(reports.Package(in))
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range laid.Pages {
			for _, s := range p.Strays() {
				t.Errorf("sheet %d: %q leaves %v for %v", i+1, s.Text, s.Cell, s.Box)
			}
			for _, s := range p.Strokes {
				if s.Y1 > 297 || s.Y2 > 297 {
					t.Fatalf("sheet %d: a line leaves the sheet: %+v", i+1, s)
				}
			}
		}
		return len(laid.Pages)
	}
	usual := pages()
	in.Result.Subindices = append(in.Result.Subindices, in.Result.Subindices...)
	if many := pages(); usual != 3 || many != 5 {
		t.Errorf("%d sheets, of twice as many indicators %d", usual, many)
	}
}

// Averages of indicators that were not calculated are nothing to compare with.
func TestChartsWithoutAnythingToCompare(t *testing.T) {
	in := demonstration(t)
	in.Parts = []string{"charts"}
	for _, ind := range in.Result.All() {
		ind.Value = nil
	}
	if text := doc.Text(reports.Package(in)); !strings.Contains(text, "сравнить с ними нечего") {
		t.Error("nobody says that there is nothing to compare")
	}
}
