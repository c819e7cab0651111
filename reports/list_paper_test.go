package reports_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/sample"
	"technopark/reports"
	"technopark/reports/doc"
)

// printedList prints the records of a type and returns the text of each sheet.
func printedList(t *testing.T, table *exchange.Table) []string {
	t.Helper()
	var b bytes.Buffer
	pages, err := reports.WritePDF(&b, reports.List(table, time.Date(2021, 4, 5, 10, 0, 0, 0, time.UTC), "Технопарк"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "list.pdf")
	if keep := os.Getenv("LIST_PAPERS"); keep != "" {
		path = filepath.Join(keep, table.Title+".pdf")
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	sheets := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	if len(sheets) != pages {
		t.Fatalf("%d sheets of %d", len(sheets), pages)
	}
	return sheets
}

// Every list can be printed: its head on each sheet, sheets counted, nothing left out.
func TestListsArePrinted(t *testing.T) {
	b := sample.Park().Book()
	names := exchange.NamesOf(b, app.RU)
	for _, typ := range exchange.Sheets() {
		recs := b.Of(typ.Key)
		if len(recs) == 0 {
			continue
		}
		table := exchange.Records(typ, recs, names.Title, app.RU)
		table.About = []string{b.Park.Name, "Отбор: всё"}
		sheets := printedList(t, table)
		if !strings.Contains(sheets[0], table.Title) || !strings.Contains(sheets[0], "Отбор: всё") {
			t.Errorf("%s: the first sheet does not say what it is:\n%s", typ.Key, sheets[0])
		}
		for i, sheet := range sheets {
			if !regexp.MustCompile(`№\s+`).MatchString(sheet) || !strings.Contains(strings.ReplaceAll(sheet, app.NBSP, " "), "лист ") {
				t.Errorf("%s, sheet %d has no head or number:\n%s", typ.Key, i+1, sheet)
			}
		}
	}
}

func TestPrintedListHasItsSums(t *testing.T) {
	b := sample.Park().Book()
	rooms := b.Of("room")
	table := exchange.Records(app.TypeByKey("room"), rooms, exchange.NamesOf(b, app.RU).Title, app.RU)
	sheets := printedList(t, table)
	last := strings.ReplaceAll(sheets[len(sheets)-1], app.NBSP, " ")
	if !strings.Contains(last, "Итого: 327") || !strings.Contains(last, " м²") {
		t.Errorf("no sums at the end:\n%s", last)
	}
}

// A column has the share of the sheet that its texts need, whatever width it has on the screen; one
// remark as long as a page takes nobody's room.
func TestColumnsOfAListShareTheSheetByTheirTexts(t *testing.T) {
	b := sample.Park().Book()
	names := exchange.NamesOf(b, app.RU)
	table := exchange.Records(app.TypeByKey("resident"), b.Of("resident"), names.Title, app.RU)
	weights := func() map[string]float64 {
		all := map[string]float64{}
		blocks := reports.List(table, time.Date(2021, 4, 5, 10, 0, 0, 0, time.UTC), "Технопарк").Sections[0].Blocks
		for _, c := range blocks[len(blocks)-1].(doc.Table).Columns {
			all[c.Title] = c.Weight
		}
		return all
	}
	was := weights()
	if full, short := was["Полное наименование"], was["Краткое наименование"]; full < 1.5*short || short == 0 {
		t.Errorf("full names have %v, short ones %v", full, short)
	}
	for i, c := range table.Columns {
		if c.Name == "Краткое наименование" {
			table.Rows[0][i].Text = strings.Repeat("длинное ", 300)
		}
	}
	if is := weights()["Краткое наименование"]; is != was["Краткое наименование"] {
		t.Errorf("one long text makes %v of %v", is, was["Краткое наименование"])
	}
}
