package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"technopark/reports/doc"
	"technopark/reports/pdf"
)

func layout(t *testing.T, d doc.Document) *pdf.Laid {
	t.Helper()
	laid, err := pdf.Layout(d)
	if err != nil {
		t.Fatal(err)
	}
	return laid
}

// tidy fails the test for text that leaves its place or covers other text.
func tidy(t *testing.T, laid *pdf.Laid) {
	t.Helper()
	for i, p := range laid.Pages {
		for _, s := range p.Strays() {
			t.Errorf("page %d: %q at %+v leaves %+v", i+1, s.Text, s.Box, s.Cell)
		}
		for j, a := range p.Texts {
			for _, b := range p.Texts[:j] {
				if overlap(a.Box, b.Box) {
					t.Errorf("page %d: %q %+v covers %q %+v", i+1, a.Text, a.Box, b.Text, b.Box)
				}
			}
		}
	}
}

func overlap(a, b pdf.Rect) bool {
	const slack = 0.02
	return a.X+slack < b.X+b.W && b.X+slack < a.X+a.W && a.Y+slack < b.Y+b.H && b.Y+slack < a.Y+a.H
}

// onPage returns the first page that has a text with the words, or 0.
func onPage(laid *pdf.Laid, words string) int {
	for i, p := range laid.Pages {
		for _, s := range p.Texts {
			if strings.Contains(s.Text, words) {
				return i + 1
			}
		}
	}
	return 0
}

func TestTextKeepsItsPlace(t *testing.T) {
	tidy(t, layout(t, sample()))
}

func TestHostileTextKeepsItsPlace(t *testing.T) {
	word := strings.Repeat("Ж", 300)
	nasty := []string{
		word, "🚀🧪", "a\xff\xfeb", "е\u0308 и\u0306", "\u202eперевёрнутый\u202c", "(скобки) \\ и )", "строка\rдругая\tтаб\x00",
		strings.Repeat("сверх\u00adдлинно", 30), strings.Repeat("\u00a0", 200) + "х", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "",
	}
	table := doc.Table{Numbered: true, Columns: []doc.Column{
		{Title: word, Unit: word}, {Title: "Сумма", Align: doc.Right, Group: word}, {Title: "Имя", Weight: 1, Group: word}, {},
	}}
	d := doc.Document{Title: word, Author: "a\xff", Lang: "ru)-RU", Draft: true, Watermark: "ЧЕРНОВИК\n🚀", Foot: doc.Foot{Park: word, Edition: word, Hash: "🚀\n"}}
	for _, s := range nasty {
		table.Rows = append(table.Rows, doc.Row{Cells: doc.Cells(s, s, s, s, "лишняя")}, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(s)},
			doc.Row{Kind: doc.RowTotal, Cells: []doc.Cell{{Text: s, Span: 99}}}, doc.Row{})
		d.Sections = append(d.Sections, doc.Section{Title: s, Level: 7, InContents: true, Blocks: []doc.Block{
			doc.Heading{Text: s, Level: -3, InContents: true},
			doc.Paragraph{Text: s, Align: doc.Justify, Indent: true, Left: 1e6},
			doc.Paragraph{Text: s, Align: doc.Right},
			doc.KeyValues{LabelWidth: 1e6, Items: []doc.KeyValue{{Label: s, Value: s, Unit: s}, {Label: s}}},
			doc.KeyValues{},
			doc.Signatures{People: []doc.Signatory{{Role: s, Name: s}}, Date: s},
			doc.Signatures{},
			doc.KeepTogether{},
			doc.Spacer{Height: 1e6},
			doc.Spacer{Fill: true},
			doc.PageBreak{},
		}})
	}
	d.Sections = append(d.Sections, doc.Section{Landscape: true, Blocks: []doc.Block{table, doc.Table{}, doc.Table{Columns: table.Columns}}},
		doc.Section{Blocks: []doc.Block{doc.Contents{}, table}}, doc.Section{})
	laid := layout(t, d)
	tidy(t, laid)
	if laid.Replaced == 0 {
		t.Error("no replaced character was counted")
	}
	out, _ := render(t, d)
	check(t, out)
	if text := pdftotext(t, out, "-raw"); !strings.Contains(text, "a□b") || !strings.Contains(text, "ё й") {
		t.Error("replaced or composed characters are not in the text")
	}
}

func TestPagesOfSectionsTurnAndBreak(t *testing.T) {
	d := doc.Document{Sections: []doc.Section{
		{Title: "А"}, {Title: "Б"}, {Title: "В", NewPage: true}, {Title: "Г", Landscape: true}, {Title: "Д"},
	}}
	laid := layout(t, d)
	for title, want := range map[string]int{"А": 1, "Б": 1, "В": 2, "Г": 3, "Д": 4} {
		if got := onPage(laid, title); got != want {
			t.Errorf("%s is on page %d, want %d", title, got, want)
		}
	}
	if len(laid.Pages) != 4 || !laid.Pages[2].Landscape || laid.Pages[3].Landscape {
		t.Error("orientation of pages is wrong")
	}
	for i, p := range laid.Pages {
		if p.Body.X < 20 || p.Body.Y < 20 || p.Sheet.W-p.Body.X-p.Body.W < 10 || p.Sheet.H-p.Body.Y-p.Body.H < 20 {
			t.Errorf("page %d: margins are less than 20, 10, 20, 20", i+1)
		}
	}
}

// Whatever stands above a heading, it is never the last thing on a page.
func TestHeadingStaysWithWhatFollows(t *testing.T) {
	for mm := 200; mm < 260; mm++ {
		laid := layout(t, one(doc.Paragraph{Text: "начало"}, doc.Spacer{Height: float64(mm)},
			doc.Heading{Text: "Заголовок", Level: 1}, doc.Table{Columns: []doc.Column{{Title: "Столбец"}}, Rows: []doc.Row{{Cells: doc.Cells("первая строка")}}}))
		if h, row := onPage(laid, "Заголовок"), onPage(laid, "первая строка"); h != row {
			t.Fatalf("%d mm down: heading on page %d, first row on page %d", mm, h, row)
		}
	}
}

func TestSignaturesTakeTheLineBeforeThemAlong(t *testing.T) {
	for mm := 180; mm < 250; mm++ {
		laid := layout(t, one(doc.Paragraph{Text: "начало"}, doc.Spacer{Height: float64(mm)}, doc.Paragraph{Text: "Подтверждаем."},
			doc.Signatures{Seal: true, People: []doc.Signatory{{Role: "Директор", Name: "Королёва"}}}))
		if a, b, c := onPage(laid, "Подтверждаем"), onPage(laid, "Королёва"), onPage(laid, "М.П."); a != b || b != c {
			t.Fatalf("%d mm down: sentence, name and seal are on pages %d, %d, %d", mm, a, b, c)
		}
	}
}

func TestKeepTogetherUnlessTallerThanAPage(t *testing.T) {
	lines := func(n int) doc.KeepTogether {
		var k doc.KeepTogether
		for i := range n {
			k.Blocks = append(k.Blocks, doc.Paragraph{Text: fmt.Sprintf("строка-%d.", i)})
		}
		return k
	}
	laid := layout(t, one(doc.Paragraph{Text: "начало"}, doc.Spacer{Height: 200}, lines(20)))
	if a, b := onPage(laid, "строка-0."), onPage(laid, "строка-19."); a != 2 || b != 2 {
		t.Errorf("kept lines are on pages %d and %d, want 2", a, b)
	}
	laid = layout(t, one(doc.Paragraph{Text: "начало"}, lines(100)))
	if a, b := onPage(laid, "строка-0."), onPage(laid, "строка-99."); a != 1 || b < 2 {
		t.Errorf("lines of more than a page are on pages %d to %d", a, b)
	}
}

func TestParagraphLeavesNoLineAlone(t *testing.T) {
	text := strings.Repeat("слово ", 90) // several lines
	for mm := 190; mm < 250; mm++ {
		laid := layout(t, one(doc.Paragraph{Text: "начало"}, doc.Spacer{Height: float64(mm)}, doc.Paragraph{Text: text}))
		for i, p := range laid.Pages {
			n := 0
			for _, s := range p.Texts {
				if strings.Contains(s.Text, "слово") {
					n++
				}
			}
			if n == 1 {
				t.Fatalf("%d mm down: one line alone on page %d", mm, i+1)
			}
		}
	}
}

func TestFillPushesToTheBottom(t *testing.T) {
	laid := layout(t, one(doc.Paragraph{Text: "верх"}, doc.Spacer{Fill: true}, doc.Paragraph{Text: "середина"}, doc.Spacer{Fill: true}, doc.Paragraph{Text: "низ"}))
	p := laid.Pages[0]
	if len(laid.Pages) != 1 {
		t.Fatalf("%d pages", len(laid.Pages))
	}
	at := func(words string) pdf.Rect {
		for _, s := range p.Texts {
			if s.Text == words {
				return s.Box
			}
		}
		t.Fatalf("no %q", words)
		return pdf.Rect{}
	}
	if end := at("низ").Y + at("низ").H; end < p.Body.Y+p.Body.H-0.1 || end > p.Body.Y+p.Body.H+0.1 {
		t.Errorf("the last line ends at %v, the body at %v", end, p.Body.Y+p.Body.H)
	}
	if up, down := at("середина").Y-at("верх").Y, at("низ").Y-at("середина").Y; up-down > 1.5 || down-up > 1.5 {
		t.Errorf("room is divided %v and %v", up, down)
	}
}
