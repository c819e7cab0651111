package history

import (
	"context"
	"slices"
	"strings"

	"technopark/app"
)

// State is a record as it stood at an entry of the journal, beside what it is now.
type State struct {
	Entry app.JournalEntry // after which it stood so; before which, when that deleted it
	Was   app.Record       // as it stood
	Is    app.Record       // as it is kept; nil when it was deleted since
	Edits []app.Edit       // what bringing it back changes: from what it is to what it was
	Kept  []app.Edit       // what stays as it is, because the program writes it itself
}

// At returns the state of a record at an entry of the journal.
func At(ctx context.Context, file File, entry int64) (*State, error) {
	e, err := entryOf(ctx, file, entry)
	if err != nil {
		return nil, err
	}
	past, err := file.Journal(ctx, app.JournalFilter{Type: e.Type, ID: e.Record, Upto: e.ID})
	if err != nil {
		return nil, err
	}
	s := &State{Entry: e}
	if s.Was, err = app.PastOf(past); err != nil {
		return nil, err
	}
	if s.Is, err = now(ctx, file, app.Place{Type: e.Type, ID: e.Record}); err != nil {
		return nil, err
	}
	for _, f := range s.Was.Type().Stored() {
		var is app.Value
		if s.Is != nil {
			is = f.Get(s.Is)
		}
		edit := app.Edit{Field: f, Before: is, After: f.Get(s.Was)}
		switch {
		case edit.Before == edit.After:
		case f.Fixed && s.Is != nil:
			s.Kept = append(s.Kept, edit)
		default:
			s.Edits = append(s.Edits, edit)
		}
	}
	return s, nil
}

// WhyNot says why the state cannot be brought back, nil when nothing is known to stand in the way.
func (s *State) WhyNot() error {
	switch {
	case s.Is == nil && s.Was.Type().Sequel:
		return &app.Refusal{ID: "err.history_sequel"}
	case s.Is != nil && len(s.Edits) == 0:
		return &app.Refusal{ID: "err.history_same"}
	}
	return nil
}

// Chosen returns what bringing the state back changes, of these fields alone when keys are given.
func (s *State) Chosen(keys ...string) []app.Edit {
	if len(keys) == 0 {
		return s.Edits
	}
	return slices.DeleteFunc(slices.Clone(s.Edits), func(e app.Edit) bool { return !slices.Contains(keys, e.Field.Key) })
}

// Allowed refuses what is known not to come back before it is tried: fields that do not differ, and
// references to what was deleted since.
func (s *State) Allowed(ctx context.Context, file File, keys ...string) error {
	if err := s.WhyNot(); err != nil {
		return err
	}
	if err := s.known(keys); err != nil {
		return err
	}
	return needed(ctx, file, s.Was, keys)
}

// Restore brings the state back as one step called what; with keys, only these fields of it. title is
// what the record is called in a refusal.
func (s *State) Restore(ctx context.Context, file File, what, title string, keys ...string) error {
	if err := s.Allowed(ctx, file, keys...); err != nil {
		return err
	}
	return refused(s.Was, title, file.Change(ctx, what, func(tx app.Tx) error {
		if s.Is == nil {
			return tx.Restore(ctx, app.Clone(s.Was))
		}
		rec, err := tx.Get(ctx, s.Was.Type(), s.Entry.Record)
		if err != nil {
			return err
		}
		for _, edit := range s.Chosen(keys...) {
			edit.Field.Set(rec, edit.After)
		}
		return tx.Save(ctx, rec)
	}))
}

// known refuses fields that bringing the state back would not change, naming those it would.
func (s *State) known(keys []string) error {
	if len(keys) > 0 && s.Is == nil {
		return &app.Refusal{ID: "err.history_field_of_none"}
	}
	var differ []string
	for _, edit := range s.Edits {
		differ = append(differ, edit.Field.Key)
	}
	for _, key := range keys {
		if !slices.Contains(differ, key) {
			return &app.Refusal{ID: "err.history_field", Data: map[string]any{"Field": key, "What": strings.Join(differ, ", ")}}
		}
	}
	return nil
}

// needed refuses a record whose references lead to what was deleted since, naming that; with keys,
// only those fields are looked at.
func needed(ctx context.Context, file File, rec app.Record, keys []string) error {
	var missing []app.JournalEntry
	for _, ref := range references(rec) {
		if len(keys) > 0 && !slices.Contains(keys, ref.field) {
			continue
		}
		is, err := now(ctx, file, ref.to)
		if err != nil {
			return err
		}
		if is != nil {
			continue
		}
		gone, err := file.Journal(ctx, app.JournalFilter{Type: ref.to.Type, ID: ref.to.ID, Gone: true, Limit: 1})
		if err != nil {
			return err
		}
		missing = append(missing, gone...)
	}
	return missingError(missing)
}
