package xlsx_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"technopark/reports/doc"
	"technopark/reports/xlsx"
)

func sheet(t *testing.T) doc.Document {
	t.Helper()
	return doc.Document{
		Title: "Протокол", Lang: "ru-RU", Created: time.Date(2021, 4, 1, 12, 0, 0, 0, time.UTC),
		Sections: []doc.Section{
			{Title: "Карточка: [всё] о технопарке и его резидентах", Blocks: []doc.Block{
				doc.KeyValues{Items: []doc.KeyValue{{Label: "Технопарк", Value: "«Ёлки»"}, {Label: "Площадь", Value: "10,5", Unit: "м²"}}},
				doc.Signatures{People: []doc.Signatory{{Role: "Исполнитель", Name: "Н. П. Королёва"}}},
			}},
			{Title: "Замечания", Landscape: true, Blocks: []doc.Block{doc.Table{
				Columns: []doc.Column{{Title: "Что"}, {Title: "Сколько", Unit: "тыс. руб.", Align: doc.Right}},
				Rows: []doc.Row{
					{Kind: doc.RowSection, Cells: doc.Cells("Раздел")},
					{Cells: doc.Cells("=1+1", "−1\u00a0234,50")},
					{Cells: doc.Cells("+7 900", "не применимо")},
					{Cells: doc.Cells("007", "0")},
				},
			}}},
			{Title: "Замечания", Blocks: []doc.Block{doc.Table{Columns: []doc.Column{{Title: "Что"}}, Empty: "Пусто"}}},
		},
	}
}

func written(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := xlsx.Write(&out, sheet(t)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWorkbookHoldsWhatThePaperSays(t *testing.T) {
	book, err := excelize.OpenReader(bytes.NewReader(written(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	names := book.GetSheetList()
	if len(names) != 3 || names[1] != "Замечания" || names[2] != "Замечания 3" || strings.ContainsAny(names[0], "[]:") || len([]rune(names[0])) > 31 {
		t.Fatalf("sheets %q", names)
	}
	for at, want := range map[string]string{
		"A1": "Что", "B1": "Сколько, тыс. руб.", "A2": "Раздел", "A3": "=1+1", "B3": "-1,234.50", "A4": "+7 900", "B4": "не применимо", "A5": "007", "B5": "0",
	} {
		if got, err := book.GetCellValue(names[1], at); err != nil || got != want {
			t.Errorf("%s holds %q, want %q, %v", at, got, want, err)
		}
	}
	for at, want := range map[string]excelize.CellType{"A3": excelize.CellTypeSharedString, "B3": excelize.CellTypeUnset, "A5": excelize.CellTypeSharedString} {
		if got, err := book.GetCellType(names[1], at); err != nil || got != want {
			t.Errorf("%s is of type %v, want %v, %v", at, got, want, err)
		}
	}
	if formula, err := book.GetCellFormula(names[1], "A3"); err != nil || formula != "" {
		t.Errorf("a text became the formula %q, %v", formula, err)
	}
	panes, err := book.GetPanes(names[1])
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the head moves: %+v, %v", panes, err)
	}
	if got, _ := book.GetCellValue(names[0], "B2"); got != "10,5 м²" {
		t.Errorf("the card says %q", got)
	}
	if got, _ := book.GetCellValue(names[2], "A2"); got != "Пусто" {
		t.Errorf("an empty table says %q", got)
	}
}

func TestWorkbookIsTheSameTwice(t *testing.T) {
	if !bytes.Equal(written(t), written(t)) {
		t.Error("two workbooks of one tree differ")
	}
}

func TestPapersSayWhichCellsTheyHave(t *testing.T) { wantExtents(t, written(t)) }

// TestFiguresFollowTheLanguage reads a comma as the paper means it.
func TestFiguresFollowTheLanguage(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"ru-RU", "−1\u00a0234,50", "-1234.50"},
		{"en-GB", "−1,234.50", "-1234.50"},
		{"en-GB", "1,234,567", "1234567"},
		{"ru-RU", "1,234", "1.234"},
		{"en-GB", "not provided", "not provided"},
	} {
		d := doc.Document{Lang: tt.lang, Sections: []doc.Section{{Title: "A", Blocks: []doc.Block{doc.Table{
			Columns: []doc.Column{{Title: "Sum", Align: doc.Right}}, Rows: []doc.Row{{Cells: doc.Cells(tt.text)}},
		}}}}}
		var out bytes.Buffer
		if err := xlsx.Write(&out, d); err != nil {
			t.Fatal(err)
		}
		book, err := excelize.OpenReader(&out)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := book.GetRows("A", excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if last := rows[len(rows)-1]; last[0] != tt.want {
			t.Errorf("%s %q is kept as %q, want %q", tt.lang, tt.text, last[0], tt.want)
		}
	}
}
