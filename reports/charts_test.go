package reports_test

import (
	"strings"
	"testing"

	"technopark/app"
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
	if many := pages(); usual != 6 || many != 8 {
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

// The mean of the charts is that of the parks that have places, whatever is said of a mean
// elsewhere; with too few of them known, it is the published one.
func TestChartsTakeTheMeanOfThoseThatAreRanked(t *testing.T) {
	in := demonstration(t)
	in.Parts = []string{"charts"}
	mean := &app.Reference{Period: app.YearPeriod(2020), Whose: app.ReferenceMean, Code: "S2.1", Value: app.Of(app.Figure(2_000_000_000)), Unit: "тыс. руб./чел."}
	with := func(others []app.Record) string {
		book := without(in.Book, "reference")
		records := map[string][]app.Record{"reference": others}
		for _, typ := range app.Types() {
			records[typ.Key] = append(records[typ.Key], book.Of(typ.Key)...)
		}
		in.Book = app.NewBook(book.Park, records)
		return flat(strings.ReplaceAll(doc.Text(reports.Package(in)), "⍽", " "))
	}
	all := in.Book.Of("reference")
	if text := with(append([]app.Record{mean}, all...)); !strings.Contains(text, "средние — по 40 технопаркам") || strings.Contains(text, "среднее 2 000,0") {
		t.Error("the published mean is drawn among ranked parks")
	}
	if text := with([]app.Record{mean}); !strings.Contains(text, "средние взяты из раздела") || !strings.Contains(text, "среднее 2 000,0") {
		t.Error("the published mean is not drawn where nothing else is known")
	}
}
