package cli

import (
	"fmt"
	"strconv"
	"time"

	"technopark/app"
)

// journalCommand shows who changed what and when.
type journalCommand struct {
	File  string `arg:"" place:""`
	Limit int    `default:"50"`
	JSON  bool   `name:"json"`
}

type entryJSON struct {
	ID       int64      `json:"id"`
	At       string     `json:"at"`
	Who      string     `json:"who"`
	Change   int64      `json:"change"`
	Cause    string     `json:"cause"`
	Action   string     `json:"action"`
	Record   string     `json:"record"`
	RecordID int64      `json:"record_id"`
	Edits    []editJSON `json:"edits"` // null when this program cannot read them
	Hash     string     `json:"hash"`
	Step     string     `json:"step"` // as undo calls it
}

// editJSON has values as the file keeps them, for they are compared, not read.
type editJSON struct {
	Field  string `json:"field"`
	Before any    `json:"before"`
	After  any    `json:"after"`
}

// Run prints the newest entries, the newest first.
func (c journalCommand) Run(s *session) error {
	if c.Limit < 0 {
		return &app.Refusal{ID: "cli.bad_limit", Data: map[string]any{"What": strconv.Itoa(c.Limit)}, Cause: errWords}
	}
	store, err := s.open(c.File)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }() // opened for reading: nothing can be lost
	entries, err := store.Journal(s.ctx, app.JournalFilter{Limit: c.Limit})
	if err != nil {
		return app.About(c.File, err)
	}
	if c.JSON {
		return s.printJSON(journalAnswer(entries))
	}
	titles, err := s.titlesOf(store)
	if err != nil {
		return app.About(c.File, err)
	}
	s.printJournal(c.File, entries, titles)
	return nil
}

func journalAnswer(entries []app.JournalEntry) []entryJSON {
	out := make([]entryJSON, len(entries))
	for i, e := range entries {
		out[i] = entryJSON{
			ID: e.ID, At: e.At.UTC().Format(time.RFC3339), Who: e.Who, Change: e.Change,
			Cause: string(e.Cause), Action: string(e.Action), Record: e.Type, RecordID: e.Record, Hash: e.Hash, Step: e.What,
		}
		edits, err := e.Edits()
		if err != nil {
			continue
		}
		out[i].Edits = []editJSON{}
		for _, edit := range edits {
			f := edit.Field
			out[i].Edits = append(out[i].Edits, editJSON{f.Key, f.JSON(edit.Before), f.JSON(edit.After)})
		}
	}
	return out
}

// titlesOf names the records of the whole file, reading each type when it is first
// asked for. A type that cannot be read has no titles: they are never worth failing for.
func (s *session) titlesOf(store Store) (app.Titles, error) {
	parks, err := store.Parks(s.ctx)
	if err != nil {
		return nil, err
	}
	known := map[string]map[int64]string{}
	return func(typeKey string, id int64) string {
		if known[typeKey] == nil {
			known[typeKey] = s.typeTitles(store, parks, typeKey)
		}
		return known[typeKey][id]
	}, nil
}

func (s *session) typeTitles(store Store, parks []*app.Park, typeKey string) map[int64]string {
	all := map[int64]string{}
	t := app.TypeByKey(typeKey)
	if t == nil {
		return all
	}
	for _, park := range parks {
		titles, err := store.Titles(s.ctx, t, park.ID)
		if err != nil {
			return all
		}
		for id, title := range titles {
			all[id] = title
		}
	}
	return all
}

// printJournal gives an entry a line, and each of its fields one.
func (s *session) printJournal(file string, entries []app.JournalEntry, titles app.Titles) {
	if len(entries) == 0 {
		s.say("cli.journal.none", nil)
		return
	}
	names := app.JournalTitles(entries, titles)
	for i, e := range entries {
		if step := e.Step(names[i]); step != "" && (i == 0 || entries[i-1].Change != e.Change) {
			s.say("cli.journal.step", map[string]any{"What": step})
		}
		s.printEntry(e, names[i], titles)
	}
	// Entries are numbered without a gap, so the newest id is how many there are.
	if all := int(entries[0].ID); all > len(entries) {
		s.say("cli.journal.more", map[string]any{
			"N": app.FormatNumber(int64(len(entries)), 1, 0, app.RU), "Entries": s.words.N("common.records", all, nil), "File": file,
		})
	}
}

func (s *session) printEntry(e app.JournalEntry, title string, titles app.Titles) {
	kind := e.Type
	if t := app.TypeByKey(e.Type); t != nil {
		kind = t.One.RU
	}
	at := e.At.In(s.Now().Location()) // the user's clock
	action := s.words.T("common.journal."+string(e.Cause)+"."+string(e.Action), nil)
	fmt.Fprintf(s.Stdout, "%s %s  %s  %s  %s %s\n", app.DateOf(at), at.Format("15:04"), e.Who, action, kind, app.Quoted(title))
	edits, err := e.Edits()
	if err != nil {
		fmt.Fprintln(s.Stdout, "    "+s.words.T("common.journal.unreadable", nil))
		return
	}
	for _, edit := range edits {
		fmt.Fprintln(s.Stdout, "    "+s.editLine(e.Action, edit, titles))
	}
}

// editLine writes the unit once, after the figure that stands last.
func (s *session) editLine(action app.Action, edit app.Edit, titles app.Titles) string {
	before, after := edit.Texts(titles, app.RU)
	label := edit.Field.Label.RU
	switch action {
	case app.ActionAdd:
		return s.words.T("cli.journal.value", map[string]any{"Field": label, "Value": withUnit(edit.Field, edit.After, after)})
	case app.ActionDelete:
		return s.words.T("cli.journal.was", map[string]any{"Field": label, "Value": withUnit(edit.Field, edit.Before, before)})
	}
	switch {
	case edit.After.State == app.Given:
		after = withUnit(edit.Field, edit.After, after)
	default:
		before = withUnit(edit.Field, edit.Before, before)
	}
	return s.words.T("cli.journal.change", map[string]any{"Field": label, "Before": s.orEmpty(before), "After": s.orEmpty(after)})
}

func (s *session) orEmpty(text string) string {
	if text == "" {
		return s.words.T("common.journal.empty", nil)
	}
	return text
}

func withUnit(f app.Field, v app.Value, text string) string {
	if v.State != app.Given || f.Unit.Zero() {
		return text
	}
	return text + app.NBSP + f.Unit.RU
}
