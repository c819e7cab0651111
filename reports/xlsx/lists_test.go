package xlsx_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/sample"
	"technopark/reports/xlsx"
)

var made = time.Date(2021, 4, 1, 12, 0, 0, 0, time.UTC)

func workbook(t testing.TB, tables ...*exchange.Table) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := xlsx.WriteTables(&b, "Парк", made, tables...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// leases is a table of every form and state of values.
func leases() *exchange.Table {
	given := func(n int64) exchange.Value { return exchange.Value{State: app.Given, N: n} }
	said := func(text string) exchange.Value { return exchange.Value{State: app.Given, Text: text} }
	return &exchange.Table{
		Title: "Договоры", Lang: app.RU,
		Columns: []exchange.Column{
			{Name: "Резидент", Chars: 24},
			{Name: "Плата", Unit: "тыс. руб.", Form: exchange.Figures, Scale: 100_000, Digits: 1, Chars: 12},
			{Name: "До", Form: exchange.Days, Chars: 10},
			{Name: "ИНН", Chars: 12},
		},
		Rows: [][]exchange.Value{
			{said("=1+1"), given(123_456_789), given(int64(app.Day(2021, 3, 5).Days())), said("0509810007")},
			{said("+7 900"), given(1_234_567_890_123_456), given(int64(app.Day(1899, 1, 1).Days())), {}},
			{said("Ноль"), given(0), {}, {State: app.NotApplicable}},
			{said("Нет"), {State: app.NotProvided, Text: "○ нет", Muted: true}, {}, {}},
		},
		Total: &exchange.Total{Label: "Итого: 4", Sums: []exchange.Sum{{}, {Words: "1 234,6 тыс. руб.", N: 123_456_789, Exact: true}, {}, {}}},
	}
}

func TestListsAreSheetsOfTypedCells(t *testing.T) {
	book, err := excelize.OpenReader(bytes.NewReader(workbook(t, leases(), leases())))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	if names := book.GetSheetList(); len(names) != 2 || names[0] != "Договоры" || names[1] != "Договоры 2" {
		t.Fatalf("sheets %q", names)
	}
	sheet := "Договоры"
	for at, want := range map[string]string{
		"A1": "Резидент", "B1": "Плата, тыс. руб.", "A2": "=1+1", "B2": "1,234.56789", "C2": "05.03.2021", "D2": "0509810007",
		"A3": "+7 900", "B3": "12 345 678 901,23456", "C3": "01.01.1899", "B4": "0.00000", "D4": "н/п", "B5": "", "A6": "Итого: 4", "B6": "1,234.56789 тыс. руб.",
	} {
		if got, err := book.GetCellValue(sheet, at); err != nil || strings.ReplaceAll(got, app.NBSP, " ") != want {
			t.Errorf("%s shows %q, want %q, %v", at, got, want, err)
		}
	}
	for at, want := range map[string]excelize.CellType{"A2": excelize.CellTypeInlineString, "B2": excelize.CellTypeUnset, "C2": excelize.CellTypeUnset, "D2": excelize.CellTypeInlineString} {
		if got, err := book.GetCellType(sheet, at); err != nil || got != want {
			t.Errorf("%s is of type %v, want %v, %v", at, got, want, err)
		}
	}
	if formula, err := book.GetCellFormula(sheet, "A2"); err != nil || formula != "" {
		t.Errorf("a text became the formula %q, %v", formula, err)
	}
	if panes, err := book.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the head moves: %+v, %v", panes, err)
	}
	if width, err := book.GetColWidth(sheet, "A"); err != nil || width < 24 {
		t.Errorf("a column of 24 characters is %v wide, %v", width, err)
	}
	if !strings.Contains(partOf(t, workbook(t, leases()), "xl/worksheets/sheet1.xml"), `<autoFilter ref="$A$1:$D$5"`) {
		t.Error("the columns cannot be filtered")
	}
}

// A cell that could not be taken is red, and only that.
func TestWrongCellsAreRed(t *testing.T) {
	table := leases()
	table.Rows[0][3].Wrong = true
	raw := workbook(t, table)
	styles := partOf(t, raw, "xl/styles.xml")
	if !strings.Contains(styles, `rgb="FFFFC7CE"`) && !strings.Contains(styles, `rgb="FFC7CE"`) {
		t.Error("nothing is red")
	}
	book, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	wrong, err := book.GetCellStyle("Договоры", "D2")
	right, fault := book.GetCellStyle("Договоры", "D3")
	if err != nil || fault != nil || wrong == right {
		t.Errorf("%d and %d look alike", wrong, right)
	}
}

func TestListsAreTheSameTwice(t *testing.T) {
	many := make([]*exchange.Table, 6)
	for i := range many {
		many[i] = leases()
	}
	first := workbook(t, many...)
	for range 4 { // of many sheets chance must not settle the order
		if !bytes.Equal(first, workbook(t, many...)) {
			t.Fatal("two workbooks of the same lists differ")
		}
	}
}

// wantExtents fails unless each sheet says which cells it has: there are programs that read no others.
func wantExtents(t *testing.T, raw []byte) {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	for _, sheet := range book.GetSheetList() {
		said, err := book.GetSheetDimension(sheet)
		if err != nil {
			t.Fatal(err)
		}
		_, last, _ := strings.Cut(said, ":")
		columns, rows, err := excelize.CellNameToCoordinates(last)
		if err != nil {
			t.Fatalf("%s says %q: %v", sheet, said, err)
		}
		all, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		widest := 0
		for _, row := range all {
			widest = max(widest, len(row))
		}
		if rows < len(all) || rows > len(all)+1 || columns < widest || widest == 0 { // a paper may end with an empty row
			t.Errorf("%s has %d rows of up to %d cells and says %s", sheet, len(all), widest, said)
		}
	}
}

func TestListsSayWhichCellsTheyHave(t *testing.T) {
	bare := leases()
	bare.Total = nil
	empty := leases()
	empty.Rows = nil
	wantExtents(t, workbook(t, leases(), bare, empty))
}

// What no cell of a spreadsheet holds is refused: it would be cut off silently.
func TestTextThatIsTooLongIsRefused(t *testing.T) {
	table := leases()
	table.Rows[0][0].Text = strings.Repeat("я", excelize.TotalCellChars+1)
	var b bytes.Buffer
	var refused *app.Refusal
	if err := xlsx.WriteTables(&b, "Парк", made, table); !errors.As(err, &refused) || refused.Data["Cell"] != "A2" || b.Len() > 0 {
		t.Errorf("written all the same, %d bytes, %v", b.Len(), err)
	}
}

// Every stored field of every type is read back from its sheet as it is.
func TestSheetsOfRecordsAreReadBack(t *testing.T) {
	b := sample.Park().Book()
	names := exchange.NamesOf(b, app.RU)
	for _, typ := range exchange.Sheets() {
		recs := b.Of(typ.Key)
		table := exchange.Records(typ, recs, names.Title, app.RU)
		book, err := exchange.Read(workbook(t, table))
		if err != nil {
			t.Fatal(err)
		}
		rows := book.Sheets[0].Rows
		for n, rec := range recs {
			for i, f := range typ.Stored() {
				text := rows[n+1].At(i + 2).Text
				got, err := f.Read(text, names.Find)
				if diff := cmp.Diff(f.Get(rec), got); diff != "" || err != nil {
					t.Errorf("%s %d, %s: %q, %v\n%s", typ.Key, rec.Header().ID, f.Key, text, err, diff)
				}
			}
		}
	}
}

func BenchmarkList10000(b *testing.B) {
	book := sample.Park().Book()
	typ := app.TypeByKey("contract")
	recs := book.Of("contract")
	for len(recs) < 10_000 {
		recs = append(recs, recs...)
	}
	names := exchange.NamesOf(book, app.RU)
	for b.Loop() {
		workbook(b, exchange.Records(typ, recs[:10_000], names.Title, app.RU))
	}
}

// partOf returns a part of a workbook.
func partOf(t *testing.T, raw []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
