package cli

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"technopark/app"
	"technopark/app/history"
)

// journalCommand shows who changed what and when, brings back what was, and proves the journal.
type journalCommand struct {
	File string `arg:"" place:""`
	journalFilter
	To      string   `place:""` // writes the list there, as its ending says
	Restore []int64  // entries: what was deleted, or a record as it stood at one
	Field   []string // keys; only these fields of the record
	Alone   bool     // without what was deleted together with it
	Needed  bool     // with what it refers to, where that is deleted too
	DryRun  bool     `name:"dry-run"`
	Verify  bool
	Expect  *string // a control value that was printed
	JSON    bool    `name:"json"`
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
	Step     string     `json:"step"`  // as undo calls it
	Title    string     `json:"title"` // what people call the record
}

// editJSON has values as the file keeps them, for they are compared, not read.
type editJSON struct {
	Field  string `json:"field"`
	Before any    `json:"before"`
	After  any    `json:"after"`
}

// Run prints the entries that were asked for, the newest first.
func (c journalCommand) Run(s *session) error {
	if err := c.clash(); err != nil {
		return err
	}
	switch {
	case c.Verify:
		return c.verify(s)
	case len(c.Restore) > 0:
		return c.restore(s)
	}
	limit := journalShown
	if c.To != "" {
		limit = 0
	}
	f, err := c.filter(s.Now().Location(), limit)
	if err != nil {
		return err
	}
	store, err := s.open(c.File)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }() // opened for reading: nothing can be lost
	read := store.Journal
	if c.Deleted {
		read = func(ctx context.Context, f app.JournalFilter) ([]app.JournalEntry, error) {
			return history.Deleted(ctx, store, f)
		}
	}
	entries, err := read(s.ctx, f)
	if err != nil {
		return app.About(c.File, err)
	}
	titles, err := s.titlesOf(store)
	if err != nil {
		return app.About(c.File, err)
	}
	switch {
	case c.To != "":
		return c.write(s, entries, titles)
	case c.JSON:
		return s.printJSON(journalAnswer(entries, titles))
	}
	return c.print(s, store, f, entries, titles)
}

// clash refuses flags that do not go together.
func (c journalCommand) clash() error {
	without := func(flag, other string) error {
		return &app.Refusal{ID: "cli.journal.without", Data: map[string]any{"Flag": flag, "Other": other}, Cause: errWords}
	}
	restores := len(c.Restore) > 0
	switch {
	case c.Expect != nil && !c.Verify:
		return without("--expect", "--verify")
	case len(c.Field) > 0 && !restores:
		return without("--field", "--restore")
	case (c.Alone || c.Needed || c.DryRun) && !restores:
		return without("--alone, --needed, --dry-run", "--restore")
	case restores && c.Verify:
		return &app.Refusal{ID: "cli.journal.apart", Cause: errWords}
	}
	return nil
}

func journalAnswer(entries []app.JournalEntry, titles app.Titles) []entryJSON {
	out := make([]entryJSON, len(entries))
	named := app.JournalTitles(entries, titles, app.RU)
	for i, e := range entries {
		out[i] = entryJSON{
			ID: e.ID, At: e.At.UTC().Format(time.RFC3339), Who: e.Who, Change: e.Change,
			Cause: string(e.Cause), Action: string(e.Action), Record: e.Type, RecordID: e.Record, Hash: e.Hash, Step: e.What, Title: named[i],
		}
		if edits, err := e.Edits(); err == nil {
			out[i].Edits = editsAnswer(edits)
		}
	}
	return out
}

func editsAnswer(edits []app.Edit) []editJSON {
	all := make([]editJSON, len(edits))
	for i, edit := range edits {
		f := edit.Field
		all[i] = editJSON{f.Key, f.JSON(edit.Before), f.JSON(edit.After)}
	}
	return all
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
		titles, err := store.Titles(s.ctx, s.words.Lang(), t, park.ID)
		if err != nil {
			return all
		}
		for id, title := range titles {
			all[id] = title
		}
	}
	return all
}

// print gives an entry a line, and each of its fields one.
func (c journalCommand) print(s *session, store Store, f app.JournalFilter, entries []app.JournalEntry, titles app.Titles) error {
	if len(entries) == 0 {
		id := "cli.journal.none"
		if !c.all() {
			id = "cli.journal.none_such"
		}
		s.say(id, nil)
		return nil
	}
	names := app.JournalTitles(entries, titles, s.words.Lang())
	for i, e := range entries {
		if step := e.Step(names[i]); step != "" && (i == 0 || entries[i-1].Change != e.Change) {
			s.say("cli.journal.step", map[string]any{"What": step})
		}
		s.printEntry(e, names[i], titles)
	}
	all, err := store.CountJournal(s.ctx, f)
	if err != nil {
		return app.About(c.File, err)
	}
	if all > len(entries) && len(entries) == f.Limit {
		id := "cli.journal.more"
		if !c.all() {
			id = "cli.journal.more_such"
		}
		s.say(id, map[string]any{
			"N": app.FormatNumber(int64(len(entries)), 1, 0, app.RU), "Entries": s.words.N("common.records", all, nil), "File": c.File,
		})
	}
	if c.Deleted {
		s.say("cli.journal.how_restore", map[string]any{"File": c.File, "Entry": strconv.FormatInt(entries[0].ID, 10)})
	}
	return nil
}

func (s *session) printEntry(e app.JournalEntry, title string, titles app.Titles) {
	kind := e.Type
	if t := app.TypeByKey(e.Type); t != nil {
		kind = t.One.RU
	}
	at := e.At.In(s.Now().Location()) // the user's clock
	action := s.words.T("common.journal."+string(e.Cause)+"."+string(e.Action), nil)
	fmt.Fprintf(s.Stdout, "%s %s  №%s%d  %s  %s  %s %s\n", app.DateOf(at), at.Format("15:04"), app.NBSP, e.ID, e.Who, action, kind, app.Quoted(title))
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
	return app.InUnit(text, f.Unit.RU, app.RU)
}
