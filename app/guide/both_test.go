package guide_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"technopark/app"
	"technopark/app/guide"
)

// pageFile is where a page lies in the repository.
func pageFile(p *guide.Page, lang app.Lang) string {
	dir := "../../assets/docs/guide"
	switch {
	case lang == app.EN:
		dir += "/en"
	case p.File == p.ID+".md":
		dir = "../../assets/docs" // a format, beside the index
	}
	return filepath.Join(dir, p.File)
}

// Whoever reads the pages where the repository is follows their links too: each is a file that is there.
func TestLinksAreFiles(t *testing.T) {
	for _, lang := range []app.Lang{app.RU, app.EN} {
		for _, p := range guide.In(lang).Pages() {
			from := pageFile(p, lang)
			for _, s := range spansOf(p) {
				file, _, _ := strings.Cut(s.Link, "#")
				if file == "" || strings.HasPrefix(file, "screen:") {
					continue
				}
				if _, err := os.Stat(filepath.Join(filepath.Dir(from), file)); err != nil {
					t.Errorf("%s: the link %q leads to no file", from, s.Link)
				}
			}
		}
	}
}

// word is a word of what stands in the type of a terminal, with what holds a name together.
var word = regexp.MustCompile(`[\p{L}\d_.-]*[\p{L}\d_]`)

// wordsOf returns the words of a text that nobody translates: keys, commands and their flags, formats.
func wordsOf(text string) []string {
	return slices.DeleteFunc(word.FindAllString(text, -1), func(w string) bool {
		return strings.ContainsFunc(w, func(r rune) bool { return r > unicode.MaxASCII })
	})
}

// named returns, each once, what a page names in the type of a terminal and nobody translates.
func named(p *guide.Page) []string {
	var all []string
	for _, s := range spansOf(p) {
		if s.Code {
			all = append(all, wordsOf(s.Text)...)
		}
	}
	for _, b := range p.Blocks {
		for _, line := range b.Lines {
			line, _, _ = strings.Cut(line, " # ") // what follows is a remark
			all = append(all, wordsOf(line)...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// lookedUp returns what is looked up in the tables of a page: what their first columns name.
func lookedUp(p *guide.Page) []string {
	var all []string
	for _, b := range p.Blocks {
		for _, row := range b.Rows {
			for _, s := range row[0] {
				if s.Code {
					all = append(all, s.Text)
				}
			}
		}
	}
	return all
}

// Every page is there in both languages, and both name the same keys, commands, flags and formats. The
// English page may say more, as a word that stands for a value; a flag only to have English.
func TestBothLanguagesNameTheSame(t *testing.T) {
	for _, ru := range guide.In(app.RU).Pages() {
		en := guide.In(app.EN).Page(ru.ID)
		if en.Lang != app.EN {
			t.Errorf("%s is in Russian only", ru.File)
			continue
		}
		if r, e := lookedUp(ru), lookedUp(en); !slices.Equal(r, e) {
			t.Errorf("%s: the tables list %q in Russian and %q in English", ru.File, r, e)
		}
		r, e := named(ru), named(en)
		for _, w := range r {
			if !slices.Contains(e, w) {
				t.Errorf("%s: %q is named in Russian only", ru.File, w)
			}
		}
		for _, w := range e {
			if strings.HasPrefix(w, "--") && w != "--lang" && !slices.Contains(r, w) {
				t.Errorf("%s: %q is named in English only", ru.File, w)
			}
		}
	}
}
