package pdf

import (
	"slices"
	"strings"
	"testing"

	"technopark/reports/doc"
)

// A page stays empty for what belongs together only up to three tenths; then the weaker bonds go.
func TestWeakBondsYieldToEmptyPages(t *testing.T) {
	blank := sheet(false)
	for _, c := range []struct {
		bond  bond
		above float64 // mm printed before
		want  int     // the page of the first of two strips of 100 mm each
	}{
		{near, 190, 2}, {near, 130, 1}, {tight, 130, 1}, {firm, 130, 2}, {loose, 130, 1}, {near, 50, 1},
	} {
		var fl flow
		strips := []strip{{height: c.above}, {height: 100, bond: c.bond, marks: []mark{{title: "a"}}}, {height: 100}}
		fl.run(blank, strips)
		if got := fl.places[0].page; got != c.want {
			t.Errorf("bond %d under %.0f mm: page %d, want %d", c.bond, c.above, got, c.want)
		}
	}
}

// Blocks are parted between each other before one of them is parted inside.
func TestBlocksArePartedBeforeTheirLines(t *testing.T) {
	blank := sheet(false)
	strips := []strip{{height: 100}}
	for _, name := range []string{"a", "b"} {
		for i := range 10 {
			s := strip{height: 11, bond: tight, marks: []mark{{title: name}}}
			if i == 9 {
				s.bond = near
			}
			strips = append(strips, s)
		}
	}
	strips[len(strips)-1].bond = loose
	var fl flow
	fl.run(blank, strips)
	for _, p := range fl.places {
		if want := map[string]int{"a": 1, "b": 2}[p.title]; p.page != want {
			t.Errorf("a line of block %s is on page %d", p.title, p.page)
		}
	}
}

// A section that need not begin a page does so only where little of the current one is free.
func TestSectionJoinsWhereThereIsRoom(t *testing.T) {
	blank := sheet(false)
	for above, want := range map[float64]int{100: 1, 150: 1, 160: 1, 175: 2, 250: 2} {
		var fl flow
		fl.run(blank, []strip{{height: above}, {height: 50, breaks: true, joins: true, marks: []mark{{title: "a"}}}})
		if got := fl.places[0].page; got != want {
			t.Errorf("under %.0f mm: page %d, want %d", above, got, want)
		}
	}
}

func TestLongWordsOfHeadsAreBrokenOnce(t *testing.T) {
	for word, want := range map[string]string{
		"Среднесписочная численность": "Средне‧списочная числен‧ность", "Зарегистрированные": "Зарегист‧рированные", "Выручка": "Выручка",
		"Completeness": "Completeness", "": "", "Крд": "Крд", "ВЫСОКОТЕХНОЛОГИЧНЫЕ": "ВЫСОКО‧ТЕХНОЛОГИЧНЫЕ",
	} {
		got := ""
		for _, r := range hyphenated(word) {
			if r == softHyphen {
				r = '‧'
			}
			got += string(r)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
}

func TestNamesInQuotesStayWhole(t *testing.T) {
	f := font{face: mustFonts(t)[sans], style: sans, size: 9, leading: 1.2}
	for _, c := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"Общество с ограниченной «Сети без потерь»", 64, []string{"Общество с ограниченной", "«Сети без потерь»"}},
		{"Акционерное общество «Управляющая „Пример“»", 70, []string{"Акционерное общество", "«Управляющая „Пример“»"}},
		{"Limited company “Grids without losses”", 48, []string{"Limited company", "“Grids without losses”"}},
		{"«Очень длинное наименование, которое не входит ни в одну строку»", 40, nil},
	} {
		var got []string
		for _, l := range wrap(f, c.text, c.width, 0) {
			got = append(got, l.text)
			if f.measure(l.text) > c.width+slack {
				t.Errorf("%q is wider than %.0f", l.text, c.width)
			}
		}
		if len(c.want) > 0 && !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func mustFonts(t *testing.T) *fontSet {
	t.Helper()
	fonts, err := loadFonts()
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

// A short paragraph goes on over the page only where it would leave much of one empty.
func TestShortParagraphsStayWhole(t *testing.T) {
	l := &layouter{fonts: mustFonts(t)}
	blank := sheet(false)
	lines := l.paragraph(doc.Paragraph{Text: strings.Repeat("слово ", 60)}, blank.Body)
	if len(lines) < 4 || len(lines) > shortText {
		t.Fatalf("%d lines", len(lines))
	}
	for above := 200.0; above < 256; above += 5 {
		var fl flow
		fl.run(blank, append([]strip{{height: above}}, l.paragraph(doc.Paragraph{Text: strings.Repeat("слово ", 60)}, blank.Body)...))
		for i, p := range fl.pages {
			if n := len(p.Texts); n > 0 && n < len(lines) {
				t.Errorf("under %.0f mm: %d of %d lines on page %d", above, n, len(lines), i+1)
			}
		}
	}
}
