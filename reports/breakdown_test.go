package reports_test

import (
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/reports"
	"technopark/reports/doc"
)

// ledgersOf returns the tables by resident of the last chapter of part 10.
func ledgersOf(in reports.Input) (tables []doc.Table, sections []doc.Section) {
	in.Parts = []string{"indicators"}
	for _, s := range reports.Package(in).Sections[1:] {
		sections = append(sections, s)
		for _, b := range s.Blocks {
			if t, ok := b.(doc.Table); ok && t.Columns[0].Title == "№" {
				tables = append(tables, t)
			}
		}
	}
	return tables, sections
}

// rowOf returns the cells of a resident under the groups of a ledger: «S1.1» and what
// stands there, a cell a column.
func rowOf(t doc.Table, name string) map[string][]string {
	for _, r := range t.Rows {
		if r.Kind != doc.RowPlain || r.Cells[1].Text != name {
			continue
		}
		cells := map[string][]string{}
		for i, c := range t.Columns {
			cells[c.Group] = append(cells[c.Group], r.Cells[i].Text)
		}
		return cells
	}
	return nil
}

func TestLongSumsAreToldByResident(t *testing.T) {
	in := demonstration(t)
	b := in.Book
	tables, _ := ledgersOf(in)
	rows := func(code string, resident int64) []string {
		for _, table := range tables {
			if cells := rowOf(table, b.TitleOf("resident", resident)); cells[code] != nil {
				return cells[code]
			}
		}
		return nil
	}
	again := func() {
		in.Result = builtIn(t, b, 2020)
		tables, _ = ledgersOf(in)
	}
	var report *app.ResidentReport
	for _, r := range app.All[app.ResidentReport](b, "resident_report") {
		if r.Period == app.YearPeriod(2020) && r.Export.Given() && r.Headcount.Given() && r.Revenue.Given() && b.Active(r.Resident, app.YearPeriod(2019)) {
			report = r
			break
		}
	}
	report.Export, report.Revenue = app.NA[app.Money](), app.Of(app.Thousands(1234))
	again()
	if got, want := rows("S2.2", report.Resident), []string{"н/п", "1\u00a0234,0"}; !slices.Equal(got, want) {
		t.Errorf("export that does not apply: %q, want %q", got, want)
	}
	report.Headcount = app.NA[app.Count]()
	again()
	if got, want := rows("S2.1", report.Resident), []string{"н/п", "н/п"}; !slices.Equal(got, want) {
		t.Errorf("headcount that does not apply: %q, want %q", got, want)
	}
	report.Headcount = app.Cell[app.Count]{}
	again()
	if got, want := rows("S2.1", report.Resident), []string{"—", "—"}; !slices.Equal(got, want) {
		t.Errorf("headcount not provided: %q, want %q", got, want)
	}
	if got := rows("S3.5", report.Resident)[1]; got != "3 из\u00a03" {
		t.Errorf("years of taxes: %q", got)
	}
	report.TaxesLocal = app.Cell[app.Money]{}
	again()
	if got := rows("S3.5", report.Resident)[1]; got != "2 из\u00a03" {
		t.Errorf("years of taxes with one lacking: %q", got)
	}
	for _, r := range b.ActiveResidents(app.YearPeriod(2020)) {
		if got := rows("S2.4", r.ID); !b.Active(r.ID, app.YearPeriod(2019)) && !slices.Equal(got, []string{"×", "×"}) {
			t.Errorf("%s was no resident the year before: %q", r.Name, got)
		}
	}
}

// The tables end in the sums that are printed above, and are not too many.
func TestBreakdownEndsInTheSums(t *testing.T) {
	in := demonstration(t)
	tables, sections := ledgersOf(in)
	if len(tables) != 4 || sections[0].Title != "Расшифровка сумм" || sections[0].Landscape || sections[len(sections)-1].Landscape {
		t.Fatalf("%d tables, first section %q", len(tables), sections[0].Title)
	}
	seen := map[string]bool{}
	for _, table := range tables {
		last := table.Rows[len(table.Rows)-1]
		for i, c := range table.Columns[2:] {
			for _, ind := range in.Result.All() {
				for _, term := range ind.Terms {
					if ind.Code == c.Group && term.Title.RU == c.Title {
						seen[ind.Code+term.Name] = true
						if got := last.Cells[1+i].Text; got != term.SumText(app.RU) {
							t.Errorf("%s, %s: %s under the column, the sum is %s", ind.Code, c.Title, got, term.SumText(app.RU))
						}
					}
				}
			}
		}
	}
	if len(seen) < 20 {
		t.Errorf("%d sums are told", len(seen))
	}
	with, err := reports.Sheets(in)
	if err != nil {
		t.Fatal(err)
	}
	if with["indicators"] > 30 {
		t.Errorf("part 10 takes %d sheets", with["indicators"])
	}
}

func TestShortSumsNeedNoBreakdown(t *testing.T) {
	in := small(t)
	if tables, sections := ledgersOf(in); len(tables)+len(sections) != 0 {
		t.Error("a park of a few residents has a breakdown")
	}
	in.Parts = []string{"indicators"}
	if text := doc.Text(reports.Package(in)); strings.Contains(text, "Расшифровка сумм") {
		t.Error("a breakdown that is not there is referred to")
	}
}

// A profile with very many indicators gets a table more, not columns too narrow to read.
func TestWideLedgersAreSplit(t *testing.T) {
	in := demonstration(t)
	s := &in.Result.Subindices[1]
	s.Indicators = append(slices.Clone(s.Indicators), s.Indicators...)
	tables, _ := ledgersOf(in)
	if len(tables) != 5 {
		t.Errorf("%d tables", len(tables))
	}
	for _, table := range tables {
		if len(table.Columns) > 2+12 {
			t.Errorf("%d columns", len(table.Columns))
		}
	}
}
