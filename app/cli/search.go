package cli

import (
	"fmt"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/guide"
	"technopark/app/search"
)

// searchCommand finds anything in a data file by a few words.
type searchCommand struct {
	File  string   `arg:"" place:""`
	Text  []string `arg:""`
	Year  int      `type:"year"` // of the findings and indicators to look among; 0 for none
	Park  string
	Limit int  `default:"50"`
	JSON  bool `name:"json"`
}

type searchJSON struct {
	Query   string       `json:"query"`
	Read    string       `json:"read"` // as the words were read when nothing had them as they stand; else «»
	Results []resultJSON `json:"results"`
	More    bool         `json:"more"` // there are others
}

type resultJSON struct {
	Kind  string `json:"kind"`  // record, indicator, finding or guide
	Type  string `json:"type"`  // of the record, or that the finding is about; else «»
	ID    int64  `json:"id"`    // of that record, 0 for none
	Field string `json:"field"` // that the finding is about, or the code of the indicator
	Title string `json:"title"`
	About string `json:"about"`
	Where string `json:"where"` // the field or the piece of text that has the words; «» when the title has them
}

// Run prints what was found.
func (c searchCommand) Run(s *session) error {
	if c.Limit < 0 {
		return &app.Refusal{ID: "cli.bad_limit", Data: map[string]any{"What": strconv.Itoa(c.Limit)}, Cause: errWords}
	}
	if c.Year != 0 {
		if err := s.checkYear(c.Year); err != nil {
			return err
		}
	}
	text := strings.Join(c.Text, " ")
	if len(app.Words(text)) == 0 {
		return &app.Refusal{ID: "cli.search.no_words", Data: map[string]any{"What": app.Clean(text)}, Cause: errWords}
	}
	store, err := s.open(c.File)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }() // opened for reading: nothing can be lost
	answer, err := c.find(s, store, text)
	if err != nil {
		return app.About(c.File, err)
	}
	if c.JSON {
		return s.printJSON(searchAnswer(text, answer))
	}
	s.printSearch(answer)
	return nil
}

// mostResults stands for no limit.
const mostResults = 10_000

func (c searchCommand) find(s *session, store Store, text string) (search.Answer, error) {
	park, err := s.choosePark(store, c.Park)
	if err != nil {
		return search.Answer{}, err
	}
	items := search.Guide(guide.In(app.RU))
	if c.Year != 0 {
		of, err := c.ofYear(s, store, park.ID)
		if err != nil {
			return search.Answer{}, err
		}
		items = append(of, items...)
	}
	limit := c.Limit
	if limit == 0 {
		limit = mostResults
	}
	return search.New(store, park.ID, app.RU, items).Find(s.ctx, text, limit)
}

// ofYear returns the findings and the indicators of the year.
func (c searchCommand) ofYear(s *session, store Store, park int64) ([]search.Item, error) {
	book, err := store.Book(s.ctx, park)
	if err != nil {
		return nil, err
	}
	set, result, err := s.score(book, c.Year)
	if err != nil {
		return nil, err
	}
	report, err := s.checked(store, set, book, c.Year)
	if err != nil {
		return nil, err
	}
	return append(search.Findings(report, app.RU, func(f check.Finding) string { return f.Record }), search.Indicators(result, app.RU)...), nil
}

func searchAnswer(text string, a search.Answer) searchJSON {
	out := searchJSON{Query: text, Read: a.Read, Results: []resultJSON{}}
	for _, g := range a.Groups {
		out.More = out.More || g.More
		for _, r := range g.Results {
			out.Results = append(out.Results, resultJSON{string(r.Kind), r.Place.Type, r.Place.ID, r.Place.Field, r.Title, r.About, r.Where})
		}
	}
	return out
}

// printSearch gives a group a heading and each result a line.
func (s *session) printSearch(a search.Answer) {
	if len(a.Groups) == 0 {
		s.say("cli.search.none", nil)
		return
	}
	if a.Read != "" {
		s.say("common.search.read", map[string]any{"Text": a.Read})
	}
	more := false
	for _, g := range a.Groups {
		heading := ""
		if g.Type != nil {
			heading = g.Type.Many.RU
		} else {
			heading = s.words.T("common.search."+string(g.Kind), nil)
		}
		fmt.Fprintln(s.Stdout, heading)
		for _, r := range g.Results {
			fmt.Fprintln(s.Stdout, "  "+strings.Join(known(r.Title, r.About, r.Where), " — "))
		}
		more = more || g.More
	}
	if more {
		s.say("cli.search.more", nil)
	}
}

// known returns the texts that are not empty.
func known(texts ...string) []string {
	var all []string
	for _, text := range texts {
		if text != "" {
			all = append(all, text)
		}
	}
	return all
}
