package doc_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"technopark/reports/doc"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestText(t *testing.T) {
	got := doc.Text(everything())
	golden := filepath.Join("testdata", "everything.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("tree differs from %s (-want +got):\n%s", golden, diff)
	}
}

// everything is a document with every block and every property set once.
func everything() doc.Document {
	return doc.Document{
		Title: "Пакет", Author: "УК", Subject: "Рейтинг", Creator: "Технопарк", Lang: "ru-RU",
		Created: time.Date(2021, 3, 15, 0, 0, 0, 0, time.UTC), Draft: true, Watermark: "ОБРАЗЕЦ",
		Foot: doc.Foot{Park: "Пример", Edition: "рейтинг 2021 г.", Hash: "данные 3f2a"},
		Sections: []doc.Section{
			{Title: "Титул", Untitled: true, Blocks: []doc.Block{
				doc.Spacer{Height: 12.5},
				doc.Spacer{Fill: true},
				doc.Paragraph{Text: "Имя\n№\u00a01", Align: doc.Center, Bold: true, Italic: true, Indent: true, Size: 14, Left: 100, Keep: true},
			}},
			{Title: "Содержание", NewPage: true, Blocks: []doc.Block{doc.Contents{}, doc.PageBreak{}}},
			{Title: "Реестр", Level: 1, InContents: true, Landscape: true, Blocks: []doc.Block{doc.Table{
				Numbered: true, Size: 7, Empty: "Пусто",
				Columns: []doc.Column{{Title: "Имя", Weight: 2, Min: 30}, {Title: "Сумма", Unit: "тыс.\u00a0руб.", Group: "За\u00a0год", Align: doc.Right}},
				Rows: []doc.Row{
					{Kind: doc.RowSection, Cells: doc.Cells("Раздел")},
					{Blank: true, Cells: []doc.Cell{{Text: "сверх\u00adурочно", Bold: true}, {Text: "1\u00a0234,5"}}},
					{Kind: doc.RowSubtotal, Cells: []doc.Cell{{Text: "Подытог", Span: 2}}},
					{Kind: doc.RowTotal, Cells: doc.Cells("Итого", "две\nстроки")},
				},
			}}},
			{Blocks: []doc.Block{
				doc.KeepTogether{Blocks: []doc.Block{
					doc.Heading{Text: "Глава", Level: 2, InContents: true},
					doc.KeyValues{LabelWidth: 50, Items: []doc.KeyValue{{Label: "Группа"}, {Label: "Площадь", Value: "16,20", Unit: "га", Blank: true}}},
				}},
				doc.Paragraph{Text: "По ширине", Align: doc.Justify},
				doc.Signatures{Seal: true, Date: "15.03.2021", People: []doc.Signatory{{Role: "Директор", Name: "Королёва"}}},
			}},
		},
	}
}

// A golden file that does not change when a property does would hide it.
func TestTextShowsWhatLooksAlike(t *testing.T) {
	plain := doc.Document{Sections: []doc.Section{{Title: "№ 1"}}}
	firm := doc.Document{Sections: []doc.Section{{Title: "№\u00a01"}}}
	if doc.Text(plain) == doc.Text(firm) {
		t.Error("a non-breaking space looks like a space")
	}
}

func TestSheet(t *testing.T) {
	for lang, want := range map[string]string{
		"": "лист\u00a03\u00a0из\u00a098", "ru-RU": "лист\u00a03\u00a0из\u00a098", "en-GB": "sheet\u00a03\u00a0of\u00a098",
	} {
		if got := doc.WordsOf(lang).Sheet(3, 98); got != want {
			t.Errorf("%s: got %q, want %q", lang, got, want)
		}
	}
}
