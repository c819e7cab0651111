package cli

import (
	"cmp"
	"os"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/regulation"
)

// Words for methods that are no files.
const (
	methodBuiltin = "builtin" // the program's own
	methodCurrent = "current" // in force
)

type profileCompare struct {
	yearOf
	To   string `required:""` // the other method: a file, «builtin», «current» or the number of a kept version
	From string // the one it is compared with; none: the one in force
}

type methodJSON struct {
	ID       string            `json:"id"`
	Title    string            `json:"title"`
	Version  string            `json:"version"`
	Official bool              `json:"official"`
	Position *parkPositionJSON `json:"position"`      // null when it cannot be told
	Why      string            `json:"why,omitempty"` // it cannot
}

// Run says what another method makes of the records of a year: the indicators that move, then
// index, group and place.
func (c profileCompare) Run(s *session) error {
	return s.read(c.yearOf, func(store Store, b *app.Book) error {
		was, err := s.method(store, b, c.Year, cmp.Or(c.From, methodCurrent))
		if err != nil {
			return err
		}
		is, err := s.method(store, b, c.Year, c.To)
		if err != nil {
			return err
		}
		books, at, err := s.books(store, b)
		if err != nil {
			return app.About(c.File, err)
		}
		found, err := rating.ByAnother(was, is, books, at, c.Year)
		if err != nil {
			return app.About(c.File, err)
		}
		if c.JSON {
			return s.printJSON(map[string]any{
				"file": c.File, "park": b.Park.Name, "year": c.Year,
				"from": methodAnswer(was, found.Was, found.Why[0]), "to": methodAnswer(is, found.Is, found.Why[1]), "effects": effectAnswers(found.Effects),
			})
		}
		s.printAnother(was, is, found)
		return nil
	})
}

// method finds a method by a word of the command: a file, the number of a version kept, or one of
// the words.
func (s *session) method(store Store, b *app.Book, year int, word string) (*rating.Profile, error) {
	f, err := s.methodFile(store, b, year, word)
	if err != nil {
		return nil, err
	}
	d, err := regulation.Edit(f)
	if err != nil {
		return nil, app.About(f.Name, err)
	}
	return d.Method(), nil
}

func (s *session) methodFile(store Store, b *app.Book, year int, word string) (regulation.File, error) {
	switch word {
	case methodBuiltin:
		return s.by.Builtin(app.ProfileMethod), nil
	case methodCurrent:
		set, err := s.by.For(b, year)
		return set.MethodFile, err
	}
	n, err := strconv.Atoi(word)
	if _, absent := os.Stat(word); err != nil || absent == nil {
		f, err := regulation.Open(word)
		if err != nil {
			return f, err
		}
		return regulation.Undeclared(f)
	}
	kept, err := s.versions(store, year)
	if err != nil {
		return regulation.File{}, err
	}
	if n < 1 || n > len(kept) {
		return regulation.File{}, &app.Refusal{ID: "cli.profile.no_version", Data: map[string]any{"What": word, "Year": year, "N": len(kept)}}
	}
	return kept[n-1].File(), nil
}

func (s *session) versions(store Store, year int) ([]regulation.Version, error) {
	entries, err := store.Journal(s.ctx, app.JournalFilter{Type: "profile"})
	if err != nil {
		return nil, err
	}
	return regulation.Versions(entries, app.ProfileMethod, year)
}

// books returns those of all parks of the file, and which of them is the chosen park's.
func (s *session) books(store Store, chosen *app.Book) (books []*app.Book, at int, err error) {
	parks, err := store.Parks(s.ctx)
	if err != nil {
		return nil, 0, err
	}
	for i, p := range parks {
		b := chosen
		if p.ID == chosen.Park.ID {
			at = i
		} else if b, err = store.Book(s.ctx, p.ID); err != nil {
			return nil, 0, err
		}
		books = append(books, b)
	}
	return books, at, nil
}

func methodAnswer(p *rating.Profile, at *rating.ParkPosition, why app.Text) methodJSON {
	answer := methodJSON{ID: p.ID, Title: p.Title.RU, Version: p.Version, Official: p.Official, Why: why.RU}
	if at != nil {
		rows := parkPositions(&rating.Position{Parks: []rating.ParkPosition{*at}})
		answer.Position = &rows[0]
	}
	return answer
}

func effectAnswers(effects []rating.Effect) []effectJSON {
	rows := []effectJSON{}
	for _, e := range effects {
		rows = append(rows, effectJSON{e.Indicator.Code, e.Was.RU, e.Is.RU, e.Change.RU})
	}
	return rows
}

func (s *session) printAnother(was, is *rating.Profile, found *rating.Another) {
	s.say("cli.profile.compared", map[string]any{"Was": was.Title.RU, "WasVersion": was.Version, "Is": is.Title.RU, "IsVersion": is.Version})
	if len(found.Effects) == 0 {
		s.say("cli.profile.no_effects", nil)
	}
	for _, e := range found.Effects {
		s.say("cli.revision.effect", map[string]any{"Code": e.Indicator.Code, "Name": e.Indicator.Name.RU, "Was": e.Was.RU, "Is": e.Is.RU, "Change": e.Change.RU})
	}
	for i, at := range []*rating.ParkPosition{found.Was, found.Is} {
		id := "cli.profile.position_was"
		if i == 1 {
			id = "cli.profile.position_is"
		}
		said := s.words.T("cli.profile.no_position", map[string]any{"Why": found.Why[i].RU})
		if at != nil {
			said = strings.TrimSpace(s.words.T("cli.rate.park", parkWords(*at)))
		}
		s.say(id, map[string]any{"Position": said})
	}
}

type profileVersions struct{ yearOf }

type versionJSON struct {
	Number  int    `json:"number"`
	Title   string `json:"title"`
	Version string `json:"version"`
	At      string `json:"at"` // RFC 3339, UTC
	Who     string `json:"who"`
	Current bool   `json:"current"` // it is in force
}

// Run lists the texts that methods of the year had in the data file.
func (c profileVersions) Run(s *session) error {
	return s.read(c.yearOf, func(store Store, b *app.Book) error {
		kept, err := s.versions(store, c.Year)
		if err != nil {
			return app.About(c.File, err)
		}
		own := regulation.Own(b, app.ProfileMethod, c.Year)
		rows := []versionJSON{}
		for _, v := range kept {
			rows = append(rows, versionJSON{v.Number, v.Title, v.Version, v.At.UTC().Format("2006-01-02T15:04:05Z07:00"), v.Who, own != nil && own.Text == v.Text})
		}
		if c.JSON {
			return s.printJSON(map[string]any{"versions": rows})
		}
		if len(rows) == 0 {
			s.say("cli.profile.no_versions", map[string]any{"Year": c.Year})
		}
		for i, row := range rows {
			day := kept[i].At.In(s.Now().Location()).Format("02.01.2006 15:04")
			s.say("cli.profile.version", map[string]any{"Number": row.Number, "Title": row.Title, "Version": row.Version, "At": day, "Who": row.Who, "Current": row.Current})
		}
		return nil
	})
}
