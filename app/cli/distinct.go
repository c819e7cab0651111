package cli

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"

	"technopark/app"
	"technopark/app/merging"
)

// distinctJSON is two records that somebody said are two.
type distinctJSON struct {
	Type    string             `json:"type"`
	Records []mergedRecordJSON `json:"records"` // two, the one of the lower number first
	Author  string             `json:"author"`  // who said so; empty when nobody is named
	Date    string             `json:"date"`    // YYYY-MM-DD, when it was said
	Note    string             `json:"note"`    // why
	day     app.Date
	title   string
}

// markedJSON is what was told apart, after what the command did.
type markedJSON struct {
	File   string         `json:"file"`
	Park   string         `json:"park"`
	Done   bool           `json:"done"`   // something was written now
	Marked []distinctJSON `json:"marked"` // never null
}

// marks tells two records apart, takes that back, or lists what was told apart.
func (c duplicatesCommand) marks(s *session) (err error) {
	c.Note, c.Author = app.CleanNote(c.Note), app.Clean(c.Author)
	ways := 0
	for _, asked := range []bool{c.Marked, len(c.Apart) > 0, len(c.Offer) > 0} {
		if asked {
			ways++
		}
	}
	if ways != 1 || len(c.Apart) == 0 && c.Note+c.Author != "" || c.Type != "" {
		return &app.Refusal{ID: "cli.duplicates.one_way", Cause: errWords}
	}
	store, err := s.openAs(c.File, c.Marked)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, app.About(c.File, store.Close())) }()
	if err := store.Unwritable(); err != nil && !c.Marked {
		return app.About(c.File, err)
	}
	b, err := s.bookIn(store, c.File, c.Park)
	if err != nil {
		return err
	}
	done := false
	if !c.Marked {
		if done, err = c.tell(s, store, b); err != nil {
			return err
		}
		if b, err = store.Book(s.ctx, b.Park.ID); err != nil {
			return app.About(c.File, err)
		}
	}
	answer := markedAnswer(c.File, b)
	answer.Done = done
	return s.conclude(c.JSON, answer, func() { c.print(s, answer) }, false)
}

// tell writes that two records are two, or takes it back; it returns whether that changed anything.
func (c duplicatesCommand) tell(s *session, store Store, b *app.Book) (done bool, err error) {
	flag, given, step := "--apart", c.Apart, "step.distinct"
	if len(c.Offer) > 0 {
		flag, given, step = "--offer", c.Offer, "step.offer"
	}
	pair, err := pairNamed(b, flag, given)
	if err != nil {
		return false, err
	}
	title := func(rec app.Record) string { return app.Quoted(rec.Type().Title(rec, b.TitleOf)) }
	what := s.words.T(step, map[string]any{"Type": pair[0].Type().One.RU, "One": title(pair[0]), "Other": title(pair[1])})
	err = store.Change(s.ctx, what, func(tx app.Tx) error {
		if len(c.Offer) > 0 {
			was, err := merging.Untell(s.ctx, tx, b.Park.ID, pair[0], pair[1])
			if err == nil && !was {
				err = &app.Refusal{ID: "cli.duplicates.not_marked", Data: map[string]any{"One": given[0], "Other": given[1]}}
			}
			done = was
			return err
		}
		said := app.Distinction{Author: cmp.Or(c.Author, s.Who), Date: app.DateOf(s.Now()), Note: c.Note}
		n, err := merging.Tell(s.ctx, tx, b.Park.ID, [][2]app.Record{pair}, said)
		done = n > 0
		return err
	})
	return done, app.About(c.File, err)
}

// pairNamed returns two records of a type that can be told apart.
func pairNamed(b *app.Book, flag string, given []string) (pair [2]app.Record, err error) {
	if len(given) != len(pair) {
		return pair, &app.Refusal{ID: "cli.duplicates.two", Data: map[string]any{"Flag": flag}, Cause: errWords}
	}
	for i, text := range given {
		key, id, err := recordNamed(flag, text)
		if err != nil {
			return pair, err
		}
		t := app.TypeByKey(key)
		if !t.Mergeable() {
			return pair, &app.Refusal{ID: "err.merge_type", Data: map[string]any{"What": t.Many}}
		}
		rec := b.Get(key, id)
		if rec == nil {
			return pair, &app.Refusal{ID: "err.merge_gone", Data: map[string]any{"Record": text}, Cause: app.ErrNotFound}
		}
		pair[i] = rec
	}
	switch {
	case pair[0].Type() != pair[1].Type():
		return pair, &app.Refusal{ID: "cli.duplicates.types", Data: map[string]any{"One": given[0], "Other": given[1]}, Cause: errWords}
	case pair[0].Header().ID == pair[1].Header().ID:
		return pair, &app.Refusal{ID: "cli.duplicates.itself", Data: map[string]any{"Record": given[0]}, Cause: errWords}
	}
	return pair, nil
}

func markedAnswer(file string, b *app.Book) markedJSON {
	a := markedJSON{File: file, Park: b.Park.Name, Marked: []distinctJSON{}}
	for _, d := range merging.Told(b) {
		t := d.One.Type()
		one := distinctJSON{Type: t.Key, Author: d.Mark.Author, Date: d.Mark.Date.ISO(), Note: d.Mark.Note, day: d.Mark.Date, title: t.One.RU}
		for _, rec := range []app.Record{d.One, d.Other} {
			one.Records = append(one.Records, mergedRecordJSON{t.Key, rec.Header().ID, t.Title(rec, b.TitleOf)})
		}
		a.Marked = append(a.Marked, one)
	}
	return a
}

// print says what was done, or what was told apart.
func (c duplicatesCommand) print(s *session, a markedJSON) {
	switch {
	case len(c.Offer) > 0:
		s.say("cli.duplicates.offered", nil)
	case len(c.Apart) > 0 && a.Done:
		s.say("cli.duplicates.told", nil)
	case len(c.Apart) > 0:
		s.say("cli.duplicates.told_already", nil)
	case len(a.Marked) == 0:
		s.say("cli.duplicates.none_marked", nil)
	default:
		for _, d := range a.Marked {
			data := map[string]any{"Type": d.title, "Day": d.day.String(), "Author": d.Author, "Note": d.Note}
			for i, name := range []string{"One", "Other"} {
				r := d.Records[i]
				data[name] = r.Type + ":" + strconv.FormatInt(r.ID, 10) + " " + r.Title
			}
			s.say("cli.duplicates.mark", data)
		}
		fmt.Fprintln(s.Stdout)
		s.say("cli.duplicates.how_offer", nil)
	}
}
