package cli

import (
	"fmt"
	"strings"

	"technopark/app"
	"technopark/app/guide"
	"technopark/app/search"
)

// guideCommand prints a page of the guide.
type guideCommand struct {
	Text []string `arg:"" optional:""` // a page, a command or words to look for; none for the list of pages
	Lang string   `enum:"ru,en" default:"ru"`
	JSON bool     `name:"json"`
}

// pageJSON is a page of the guide.
type pageJSON struct {
	ID       string   `json:"id"` // by which it is asked for
	Title    string   `json:"title"`
	Lang     string   `json:"lang"` // it is written in: Russian where nobody has translated it
	Commands []string `json:"commands"`
	Text     string   `json:"text,omitempty"` // of the page that was asked for
}

// pageWidth is how long the lines of a page are on a terminal.
const pageWidth = 100

// Run prints a page, or which there are.
func (c guideCommand) Run(s *session) error {
	lang := app.Lang(c.Lang)
	book, text := guide.In(lang), strings.Join(c.Text, " ")
	if text == "" {
		return s.listGuide(book, c.JSON)
	}
	page, err := s.pageOf(book, text, lang)
	if err != nil {
		return err
	}
	if c.JSON {
		told := pageOf(page)
		told.Text = page.Print(pageWidth)
		return s.printJSON(told)
	}
	fmt.Fprint(s.Stdout, page.Print(pageWidth))
	return nil
}

// pageOf returns the page that is called so, that speaks of the command, or that the words are found in.
func (s *session) pageOf(book *guide.Book, text string, lang app.Lang) (*guide.Page, error) {
	if page := book.Page(text); page != nil {
		return page, nil
	}
	if s.command(text) != nil {
		return book.Answer(guide.Topic{Command: text}), nil
	}
	answer, err := search.New(nil, 0, lang, search.Guide(book)).Find(s.ctx, text, 1)
	if err != nil {
		return nil, err
	}
	for _, g := range answer.Groups {
		for _, r := range g.Results {
			id, _, _ := strings.Cut(r.Key, "#")
			return book.Page(id), nil
		}
	}
	return nil, &app.Refusal{ID: "cli.guide.none", Data: map[string]any{"What": app.Clean(text)}, Cause: errWords}
}

// listGuide prints which pages there are.
func (s *session) listGuide(book *guide.Book, json bool) error {
	pages := []pageJSON{}
	wide := 0
	for _, p := range book.Pages() {
		pages = append(pages, pageOf(p))
		wide = max(wide, len(p.ID))
	}
	if json {
		return s.printJSON(map[string]any{"pages": pages})
	}
	for _, p := range pages {
		fmt.Fprintf(s.Stdout, "%-*s  %s\n", wide, p.ID, p.Title)
	}
	s.say("cli.guide.more", nil)
	return nil
}

func pageOf(p *guide.Page) pageJSON {
	return pageJSON{ID: p.ID, Title: p.Title, Lang: string(p.Lang), Commands: append([]string{}, p.About.Commands...)}
}
