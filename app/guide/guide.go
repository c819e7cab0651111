// Package guide is the user guide as pages: what each of them speaks of, its parts as plain values,
// and which page answers a question that is asked at a screen, a field, a rule or a command. The
// window draws it, a command prints it, the search finds it; nothing is kept twice.
//
// We read the little of Markdown that the guide is written in ourselves, because a page must be laid
// out in the type of the window, printed in lines on a terminal and cut into sections for the search:
// a library would give HTML. What it does not know it refuses, and a test reads every page.
package guide

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode"

	"technopark/app"
	"technopark/assets"
)

// Page is a page of the guide: a task and how it is done.
type Page struct {
	ID     string   // the name of its file without the number that orders it: «backups»
	File   string   // that name whole: «27-backups.md»
	Title  string   // what it is called
	Lang   app.Lang // it is written in
	About  About    // what it speaks of
	Blocks []Block  // its text, the title left out
}

// About is what a page speaks of, as the first line of its file says.
type About struct {
	Screens  []string // by their ids in the window
	Fields   []string // «contract.valid_to»
	Rules    []string // by their ids; «*» for all
	Commands []string // by their names
	Words    []string // that people look for it by and that it does not say: «новое правило»
}

// Topic is what somebody asks about; what is not known of it is empty.
type Topic struct {
	Screen  string // the id of the screen in view
	Field   string // «contract.valid_to»
	Rule    string // the id of a rule
	Command string // a command
}

// Book is the guide in a language.
type Book struct{ pages []*Page }

// books are read once: they never change while the program runs.
var books = map[app.Lang]func() *Book{
	app.RU: sync.OnceValue(func() *Book { return bookIn(app.RU) }),
	app.EN: sync.OnceValue(func() *Book { return bookIn(app.EN) }),
}

// In returns the guide in a language. A page that nobody has translated stands there in Russian.
func In(lang app.Lang) *Book {
	if read := books[lang]; read != nil {
		return read()
	}
	return books[app.RU]()
}

// bookIn reads the guide in a language.
func bookIn(lang app.Lang) *Book {
	b := &Book{}
	for _, source := range assets.Guide() {
		text, written := source.Text, app.RU
		if lang == app.EN && source.English != "" {
			text, written = source.English, app.EN
		}
		p, err := Parse(source.File, text)
		if err != nil {
			panic(err) // a test reads every page that is shipped
		}
		p.Lang = written
		b.pages = append(b.pages, p)
	}
	return b
}

// Pages returns all pages in their order.
func (b *Book) Pages() []*Page { return slices.Clone(b.pages) }

// Page returns a page by its id, the name of its file or its title, whichever way the title is
// written; nil when there is none.
func (b *Book) Page(name string) *Page {
	wanted := app.Fold(name)
	for _, p := range b.pages {
		if p.ID == name || p.File == name || app.Fold(p.Title) == wanted {
			return p
		}
	}
	return nil
}

// Answer returns the page that speaks of a topic: of its field, else of its rule, its command, its
// screen; the first page for a topic that none speaks of.
func (b *Book) Answer(t Topic) *Page {
	for _, ask := range []struct {
		what string
		of   func(About) []string
	}{
		{t.Field, func(a About) []string { return a.Fields }},
		{t.Rule, func(a About) []string { return a.Rules }},
		{t.Command, func(a About) []string { return a.Commands }},
		{t.Screen, func(a About) []string { return a.Screens }},
	} {
		if ask.what == "" {
			continue
		}
		for _, p := range b.pages {
			if said := ask.of(p.About); slices.Contains(said, ask.what) || slices.Contains(said, "*") {
				return p
			}
		}
	}
	return b.pages[0]
}

// Target is where a link of a page leads: to a page and a section of it, or to a screen of the window.
type Target struct {
	Page    string // the id of a page; «» for none
	Section string // the anchor of a heading of that page; «» for its beginning
	Screen  string // the id of a screen; «» for none
}

// screenLink begins a link that leads to a screen of the window.
const screenLink = "screen:"

// Follow returns where a link leads from a page; ok is false when it leads nowhere in the program.
func (b *Book) Follow(from *Page, link string) (to Target, ok bool) {
	if screen, is := strings.CutPrefix(link, screenLink); is {
		return Target{Screen: screen}, screen != ""
	}
	file, section, _ := strings.Cut(link, "#")
	p := from
	if file != "" {
		p = b.Page(path.Base(file)) // wherever it lies: no two pages are called alike
	}
	if p == nil || section != "" && p.At(section) < 0 {
		return Target{}, false
	}
	return Target{Page: p.ID, Section: section}, true
}

// At returns which block of a page is the heading of an anchor, −1 for none.
func (p *Page) At(anchor string) int {
	return slices.IndexFunc(p.Blocks, func(b Block) bool { return b.Kind == Heading && Anchor(Plain(b.Spans)) == anchor })
}

// Anchor returns how links name a heading, as the places where such files are read do.
func Anchor(heading string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(heading) {
		switch {
		case r == ' ' || r == '\u00a0':
			b.WriteRune('-')
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Section is a piece of a page under one heading, as plain words.
type Section struct {
	Page   *Page  // it is of
	Title  string // of the heading, or of the page for what stands before the first
	Anchor string // of the heading, «» for the beginning of the page
	Text   string // a paragraph, an item, a row of a table a line
}

// Sections returns the pieces of all pages, in their order.
func (b *Book) Sections() []Section {
	var all []Section
	for _, p := range b.pages {
		all = append(all, Section{Page: p, Title: p.Title})
		for _, block := range p.Blocks {
			last := &all[len(all)-1]
			if block.Kind == Heading {
				title := Plain(block.Spans)
				all = append(all, Section{Page: p, Title: title, Anchor: Anchor(title)})
				continue
			}
			last.Text += block.plain() + "\n"
		}
	}
	for i := range all {
		all[i].Text = strings.TrimRight(all[i].Text, "\n")
	}
	return all
}

// about reads the line that says what a page speaks of: «screens: a, b; commands: c».
func about(line string) (About, error) {
	var a About
	lists := map[string]*[]string{"screens": &a.Screens, "fields": &a.Fields, "rules": &a.Rules, "commands": &a.Commands, "words": &a.Words}
	for part := range strings.SplitSeq(line, ";") {
		name, names, _ := strings.Cut(part, ":")
		if strings.TrimSpace(part) == "" {
			continue
		}
		list := lists[strings.TrimSpace(name)]
		if list == nil {
			return About{}, fmt.Errorf("nothing is called %q", strings.TrimSpace(name))
		}
		for n := range strings.SplitSeq(names, ",") {
			if n = strings.TrimSpace(n); n != "" {
				*list = append(*list, n)
			}
		}
	}
	return a, nil
}
