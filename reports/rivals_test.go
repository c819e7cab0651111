package reports_test

import (
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/reports"
	"technopark/reports/doc"
)

// rivalsOf returns the chapter of other parks, nil when there is none.
func rivalsOf(in reports.Input) *doc.Section {
	in.Parts = []string{"charts"}
	for _, s := range reports.Package(in).Sections {
		if s.Title == "Другие технопарки" {
			return &s
		}
	}
	return nil
}

// cellsOf returns the tables of a section as texts.
func cellsOf(s *doc.Section) (tables [][][]string) {
	for _, b := range s.Blocks {
		t, ok := b.(doc.Table)
		if !ok {
			continue
		}
		rows := [][]string{nil}
		for _, c := range t.Columns {
			rows[0] = append(rows[0], c.Title)
		}
		for _, r := range t.Rows {
			var texts []string
			for _, c := range r.Cells {
				texts = append(texts, c.Text)
			}
			rows = append(rows, texts)
		}
		tables = append(tables, rows)
	}
	return tables
}

// saidOf returns the sentences of a section.
func saidOf(s *doc.Section) string {
	var said []string
	for _, b := range s.Blocks {
		if p, ok := b.(doc.Paragraph); ok {
			said = append(said, p.Text)
		}
	}
	return strings.ReplaceAll(strings.Join(said, "\n"), app.NBSP, " ")
}

// Every figure of the year stands in the row of its park and the column of its indicator.
func TestEveryFigureOfOtherParksIsPrinted(t *testing.T) {
	in := demonstration(t)
	section := rivalsOf(in)
	tables := cellsOf(section)
	if len(tables) != 3 || len(tables[0]) != 41 || len(tables[1]) != 42 || len(tables[2]) != 42 {
		t.Fatalf("%d tables", len(tables))
	}
	printed := map[[2]string]string{}
	for _, table := range tables[1:] {
		for _, row := range table[1:] {
			for i, code := range table[0] {
				if len(row) == len(table[0]) {
					printed[[2]string{row[1], code}] = row[i]
				}
			}
		}
	}
	count := 0
	for _, r := range app.All[app.Reference](in.Book, "reference") {
		if r.Period != year2020 {
			continue
		}
		count++
		ind := in.Result.Find(r.Code)
		if want := app.FormatNumber(int64(r.Value.N), 1_000_000, ind.Digits, app.RU); printed[[2]string{r.Park, r.Code}] != want {
			t.Errorf("%s of %s is printed as %q, not %q", r.Code, r.Park, printed[[2]string{r.Park, r.Code}], want)
		}
	}
	if count != 39*21 {
		t.Errorf("%d figures", count)
	}
	said := saidOf(section)
	for _, want := range []string{"Источники: условные значения учебного примера. Значений за 2020 год: 819.", "2019 — 819, 2018 — 21."} {
		if !strings.Contains(said, want) {
			t.Errorf("it is not said that %s\n%s", want, said)
		}
	}
}

var year2020 = app.YearPeriod(2020)

// The rows follow the places, and this park's own is bold, with the sign of a bound.
func TestOtherParksStandByPlace(t *testing.T) {
	in := demonstration(t)
	tables := cellsOf(rivalsOf(in))
	first, second, last := tables[0][1], tables[0][2], tables[0][40]
	if want := []string{"1", "«Технопарк „Пример“»", "Примерская область", "125,71", "I"}; !slices.Equal(first[:5], want) || first[10] != "3" {
		t.Errorf("first is %q", first)
	}
	if second[1] != "«Образцовый»" || second[10] != "1" || last[0] != "40" || last[4] != "IV" {
		t.Errorf("second is %q, last %q", second, last)
	}
	own := tables[2][1]
	if at := slices.Index(tables[2][0], "S3.5"); own[1] != in.Book.Park.Name || own[at] != "≥"+app.NBSP+"2,42" {
		t.Errorf("own figures: %q", own)
	}
	for _, b := range rivalsOf(in).Blocks {
		if table, ok := b.(doc.Table); ok && (!table.Rows[0].Cells[1].Bold || table.Rows[1].Cells[1].Bold) {
			t.Error("another row than the park's own is bold")
		}
	}
}

// Figures that place nobody are printed all the same: of a park of which little is known, of a
// published index, twice, in another unit, and with more decimals than the indicator has.
func TestFiguresThatPlaceNobodyArePrinted(t *testing.T) {
	in := demonstration(t)
	of := func(park, code, unit string, millionths app.Figure) app.Record {
		r := &app.Reference{Period: year2020, Whose: app.ReferencePark, Park: park, Code: code, Value: app.Of(millionths), Unit: unit}
		if park == "" {
			r.Whose = app.ReferenceMean
		}
		return r
	}
	with := func(others ...app.Record) *doc.Section {
		records := map[string][]app.Record{"reference": others}
		for _, typ := range app.Types() {
			if typ.Key != "reference" {
				records[typ.Key] = in.Book.Of(typ.Key)
			}
		}
		in.Book = app.NewBook(in.Book.Park, records)
		return rivalsOf(in)
	}
	tables := cellsOf(with(
		of("«Хорда»", "S3.1", "%", 73_255_000), of("«Хорда»", "S3.1", "%", 74_000_000), of("«Катет»", "S2.1", "руб.", 5_000_000),
		of("«Хорда»", "I", "%", 101_250_000), of("", "S3.1", "%", 80_000_000),
	))
	want := [][][]string{
		{{"Место", "Технопарк", "S3.1"}, {"—", "«Технопарк „Пример“»", "87,6"}, {"—", "«Хорда»", "73,255; 74,0"}, {"Среднее, как опубликовано", "80,0"}},
		{{"Место", "Технопарк", "I"}, {"—", "«Хорда»", "101,25 %"}},
		{{"Технопарк", "Показатель", "Значение", "Единица"}, {"«Катет»", "S2.1", "5,0", "руб."}},
	}
	for i, table := range tables {
		for j, row := range table {
			for k := range row {
				row[k] = strings.ReplaceAll(row[k], app.NBSP, " ")
			}
			if !slices.Equal(row, want[i][j]) {
				t.Errorf("table %d, row %d: %q, want %q", i, j, row, want[i][j])
			}
		}
	}
	if len(tables) != 3 {
		t.Errorf("%d tables", len(tables))
	}
	if with(of("", "S3.1", "%", 80_000_000)) != nil {
		t.Error("a mean that the charts have drawn is printed once more")
	}
}
