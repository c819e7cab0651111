package guide_test

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/guide"
	"technopark/assets"
)

// Every page is read in both languages, is called by its own name, and its links and pictures lead
// somewhere.
func TestEveryPageIsWhole(t *testing.T) {
	for _, lang := range []app.Lang{app.RU, app.EN} {
		book := guide.In(lang)
		seen := map[string]string{}
		for _, p := range book.Pages() {
			for _, name := range []string{p.ID, app.Fold(p.Title)} {
				if other := seen[name]; other != "" || name == "" {
					t.Errorf("%s: %s and %s are both called %q", lang, other, p.File, name)
				}
				seen[name] = p.File
			}
			is, about := p.About, guide.In(app.RU).Page(p.ID).About
			if len(is.Words) == 0 != (len(about.Words) == 0) {
				t.Errorf("%s: %s is looked for by %q, in Russian by %q", lang, p.File, is.Words, about.Words)
			}
			is.Words, about.Words = nil, nil // each language has its own
			if !reflect.DeepEqual(is, about) {
				t.Errorf("%s: %s speaks of %+v, in Russian of %+v", lang, p.File, is, about)
			}
			if len(p.Blocks) == 0 {
				t.Errorf("%s: %s says nothing", lang, p.File)
			}
			for _, s := range spansOf(p) {
				if _, ok := book.Follow(p, s.Link); s.Link != "" && !ok {
					t.Errorf("%s: %s: the link %q leads nowhere", lang, p.File, s.Link)
				}
			}
			for _, b := range p.Blocks {
				if _, ok := assets.GuidePicture(b.File); b.Kind == guide.Picture && !ok {
					t.Errorf("%s: %s: there is no picture %q", lang, p.File, b.File)
				}
			}
		}
	}
}

// spansOf returns all words of a page.
func spansOf(p *guide.Page) []guide.Span {
	var all []guide.Span
	for _, b := range p.Blocks {
		all = append(all, b.Spans...)
		for _, row := range b.Rows {
			for _, cell := range row {
				all = append(all, cell...)
			}
		}
	}
	return all
}

// The index that is read where the repository is lists every page by its title, in their order: those in
// Russian, then those in English.
func TestIndexListsEveryPage(t *testing.T) {
	text := assets.GuideIndex()
	at := 0
	for _, lang := range []app.Lang{app.RU, app.EN} {
		for _, p := range guide.In(lang).Pages() {
			link, err := filepath.Rel("../../assets/docs", pageFile(p, lang))
			if err != nil {
				t.Fatal(err)
			}
			line := "- [" + p.Title + "](" + filepath.ToSlash(link) + ")\n"
			i := strings.Index(text, line)
			if i < at {
				t.Errorf("the index has no %q here", line)
			}
			at = max(at, i)
		}
	}
}

func TestQuestionsAreAnswered(t *testing.T) {
	book := guide.In(app.RU)
	for want, topic := range map[string]guide.Topic{
		"backups":       {Screen: "backups"},
		"check":         {Screen: "check", Rule: "JUMP"},
		"first-filling": {Command: "new"},
		"install":       {},
		"reports":       {Screen: "resident_report", Field: "resident_report.revenue"},
	} {
		if got := book.Answer(topic); got.ID != want {
			t.Errorf("%+v is answered by %s, want %s", topic, got.ID, want)
		}
	}
	if p := book.Page("РЕЗЕРВНЫЕ КОПИИ"); p == nil || p.ID != "backups" {
		t.Error("a page is not found by its title")
	}
}

func TestLinksAreFollowed(t *testing.T) {
	book := guide.In(app.RU)
	from := book.Page("questions")
	for link, want := range map[string]guide.Target{
		"27-backups.md":            {Page: "backups"},
		"25-undo.md#корзина":       {Page: "undo", Section: "корзина"},
		"screen:check":             {Screen: "check"},
		"../rating-method.md":      {Page: "rating-method"},
		"guide/27-backups.md":      {Page: "backups"},
		"#кто-и-когда-это-изменил": {Page: "questions", Section: "кто-и-когда-это-изменил"},
	} {
		if got, ok := book.Follow(from, link); !ok || got != want {
			t.Errorf("%s leads to %+v, %t", link, got, ok)
		}
	}
	for _, link := range []string{"99-nothing.md", "27-backups.md#nothing", "screen:", "https://example.org"} {
		if got, ok := book.Follow(from, link); ok {
			t.Errorf("%s leads to %+v", link, got)
		}
	}
}

const page = `<!-- screens: a, b; rules: * -->
# Имя

Раз **два** [три](x.md#y), ` + "`--to ИМЯ`" + `:
дальше.

- один
  и ещё
  1. внутри
| А | Б |
|---|---|
| в | г \| д |

## Глава

![Что видно](pictures/p.png)

` + "```sh\nls  -l\n```\n"

func TestPageIsRead(t *testing.T) {
	p, err := guide.Parse("07-name.md", page)
	if err != nil {
		t.Fatal(err)
	}
	if p.ID != "name" || p.Title != "Имя" || !slices.Equal(p.About.Screens, []string{"a", "b"}) || !slices.Equal(p.About.Rules, []string{"*"}) {
		t.Errorf("%+v", p)
	}
	want := []guide.Kind{guide.Paragraph, guide.Item, guide.Item, guide.Table, guide.Heading, guide.Picture, guide.Code}
	var got []guide.Kind
	for _, b := range p.Blocks {
		got = append(got, b.Kind)
	}
	if !slices.Equal(got, want) {
		t.Fatalf("blocks %v, want %v", got, want)
	}
	spans := []guide.Span{{Text: "Раз "}, {Text: "два", Bold: true}, {Text: " "}, {Text: "три", Link: "x.md#y"}, {Text: ", "}, {Text: "--to ИМЯ", Code: true}, {Text: ": дальше."}}
	if !slices.Equal(p.Blocks[0].Spans, spans) {
		t.Errorf("%+v", p.Blocks[0].Spans)
	}
	if b := p.Blocks[2]; b.Mark != "1." || b.Level != 1 || guide.Plain(b.Spans) != "внутри" {
		t.Errorf("%+v", b)
	}
	if cell := guide.Plain(p.Blocks[3].Rows[1][1]); cell != "г | д" {
		t.Errorf("a cell reads %q", cell)
	}
	if p.At("глава") != 4 || p.Blocks[5].File != "p.png" || p.Blocks[6].Lines[0] != "ls  -l" {
		t.Errorf("%+v", p.Blocks[4:])
	}
}

func TestWhatIsNotReadIsRefusedWithItsLine(t *testing.T) {
	for text, want := range map[string]string{
		"# А\n\n**раз":            "line 3",
		"# А\n\n`раз":             "line 3",
		"# А\n[раз](x":            "line 2",
		"# А\n```\nраз":           "code without an end",
		"# А\n#### Б":             "order 4",
		"# А\n| а | б |\n| в |":   "a row of 1 cells",
		"<!-- colour: red -->\n#": `nothing is called "colour"`,
		"текст":                   "no title",
		"# А\n![](":               "a picture without a file",
	} {
		if _, err := guide.Parse("x.md", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestPagesArePrintedInLines(t *testing.T) {
	p, err := guide.Parse("07-name.md", page)
	if err != nil {
		t.Fatal(err)
	}
	want := "Имя\n===\n\nРаз два три, --to\nИМЯ: дальше.\n\n• один и ещё\n  1. внутри\n\n  в — г | д\n\nГлава\n-----\n\n[Что видно]\n\n    ls  -l\n"
	if got := p.Print(20); got != want {
		t.Errorf("printed\n%s\nwant\n%s", got, want)
	}
}
