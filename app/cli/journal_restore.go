package cli

import (
	"errors"
	"fmt"
	"slices"

	"technopark/app"
	"technopark/app/history"
)

// restoredJSON is what came back, or would.
type restoredJSON struct {
	File      string            `json:"file"`
	DryRun    bool              `json:"dry_run"`
	Step      string            `json:"step"`      // as undo calls it
	Records   []restoredRecord  `json:"records"`   // that were deleted and come back; never null
	Edits     []editJSON        `json:"edits"`     // of a record that is there: from what it is to what it was; never null
	Kept      []editJSON        `json:"kept"`      // what stays, because the program writes it itself; never null
	Mentions  []restoredMention `json:"mentions"`  // references that records get back; never null
	Elsewhere []restoredMention `json:"elsewhere"` // those that the step gave to another record, and that stay there; never null
	Missing   []restoredRecord  `json:"missing"`   // what has to come back first; never null
}

type restoredRecord struct {
	Record string `json:"record"`
	ID     int64  `json:"record_id"`
	Title  string `json:"title"`
	Entry  int64  `json:"entry"` // that deleted it
}

type restoredMention struct {
	Record string `json:"record"`
	ID     int64  `json:"record_id"`
	Field  string `json:"field"`
	To     int64  `json:"to"`
}

// restore brings back what the entries of --restore tell of: deleted records with what went with them,
// else the state of the one record an entry is about.
func (c journalCommand) restore(s *session) (err error) {
	store, err := s.openAs(c.File, c.DryRun)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, app.About(c.File, store.Close())) }()
	if err := store.Unwritable(); err != nil && !c.DryRun {
		return app.About(c.File, err)
	}
	titles, err := s.titlesOf(store)
	if err != nil {
		return app.About(c.File, err)
	}
	gone, err := history.Deleted(s.ctx, store, app.JournalFilter{})
	if err != nil {
		return app.About(c.File, err)
	}
	deleted := func(id int64) bool {
		return slices.ContainsFunc(gone, func(e app.JournalEntry) bool { return e.ID == id })
	}
	if len(c.Restore) > 1 || deleted(c.Restore[0]) {
		return c.restoreDeleted(s, store)
	}
	return c.restoreState(s, store, titles)
}

// restoreDeleted brings back records out of the recycle bin.
func (c journalCommand) restoreDeleted(s *session, store Store) error {
	if len(c.Field) > 0 {
		return &app.Refusal{ID: "err.history_field_of_none", Cause: errWords}
	}
	r, err := history.Planned(s.ctx, store, c.Restore, history.How{Alone: c.Alone, Needs: c.Needed})
	if err != nil {
		return app.About(c.File, err)
	}
	named := app.JournalTitles(r.Records, func(string, int64) string { return "" }, s.words.Lang())
	answer := restoredAnswer(c)
	answer.Step = r.Step(s.words, named[0])
	answer.Records, answer.Missing = restoredOf(r.Records), restoredOf(r.Missing)
	answer.Mentions, answer.Elsewhere = mentionsOf(r.Mentions), mentionsOf(r.Elsewhere)
	if !c.DryRun || len(r.Missing) > 0 {
		if err := r.Restore(s.ctx, store, answer.Step); err != nil {
			return app.About(c.File, err)
		}
	}
	if c.JSON {
		return s.printJSON(answer)
	}
	s.sayRestored(answer)
	for _, rec := range answer.Records {
		s.say("cli.journal.returned", map[string]any{"Record": app.TypeByKey(rec.Record).One.RU + " " + app.Quoted(rec.Title)})
	}
	if n := len(answer.Mentions); n > 0 {
		s.say("cli.journal.mentions", map[string]any{"Records": s.words.N("common.records", n, nil)})
	}
	if n := len(answer.Elsewhere); n > 0 {
		s.say("cli.journal.elsewhere", map[string]any{"Records": s.words.N("common.records", n, nil)})
	}
	return nil
}

// restoreState brings back a record, or fields of it, as it stood at an entry.
func (c journalCommand) restoreState(s *session, store Store, titles app.Titles) error {
	state, err := history.At(s.ctx, store, c.Restore[0])
	if err != nil {
		return app.About(c.File, err)
	}
	title := app.JournalTitles([]app.JournalEntry{state.Entry}, titles, s.words.Lang())[0]
	answer := restoredAnswer(c)
	answer.Step = state.Step(s.words, title, s.Now().Location(), c.Field...)
	answer.Edits, answer.Kept = editsAnswer(state.Chosen(c.Field...)), editsAnswer(state.Kept)
	if state.Is == nil {
		answer.Records = []restoredRecord{{state.Entry.Type, state.Entry.Record, title, state.Entry.ID}}
	}
	if err := state.Allowed(s.ctx, store, c.Field...); err != nil {
		return app.About(c.File, err)
	}
	if !c.DryRun {
		if err := state.Restore(s.ctx, store, answer.Step, title, c.Field...); err != nil {
			return app.About(c.File, err)
		}
	}
	if c.JSON {
		return s.printJSON(answer)
	}
	s.sayRestored(answer)
	for _, edit := range state.Chosen(c.Field...) {
		fmt.Fprintln(s.Stdout, "    "+s.editLine(app.ActionEdit, edit, titles))
	}
	for _, edit := range state.Kept {
		s.say("cli.journal.kept", map[string]any{"Field": edit.Field.Label.RU})
	}
	return nil
}

func restoredAnswer(c journalCommand) restoredJSON {
	return restoredJSON{
		File: c.File, DryRun: c.DryRun, Records: []restoredRecord{}, Edits: []editJSON{}, Kept: []editJSON{},
		Mentions: []restoredMention{}, Elsewhere: []restoredMention{}, Missing: []restoredRecord{},
	}
}

func mentionsOf(all []history.Mention) []restoredMention {
	answer := make([]restoredMention, len(all))
	for i, m := range all {
		answer[i] = restoredMention{m.Place.Type, m.Place.ID, m.Place.Field, m.To}
	}
	return answer
}

func restoredOf(entries []app.JournalEntry) []restoredRecord {
	all := make([]restoredRecord, len(entries))
	for i, title := range app.JournalTitles(entries, func(string, int64) string { return "" }, app.RU) {
		all[i] = restoredRecord{entries[i].Type, entries[i].Record, title, entries[i].ID}
	}
	return all
}

func (s *session) sayRestored(answer restoredJSON) {
	id := "cli.journal.restored"
	if answer.DryRun {
		id = "cli.journal.would_restore"
	}
	s.say(id, map[string]any{"Step": answer.Step})
}
