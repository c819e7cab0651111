package history

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"technopark/app"
)

// Deleted returns the deletions after which the record is not there, the newest first: what a recycle
// bin would hold. What follows a submission is not among them: its deletion is never taken back, see
// app.Type.
func Deleted(ctx context.Context, file File, f app.JournalFilter) ([]app.JournalEntry, error) {
	f.Gone = true
	gone, err := file.Journal(ctx, f)
	return slices.DeleteFunc(gone, func(e app.JournalEntry) bool {
		t := app.TypeByKey(e.Type)
		return t == nil || t.Sequel
	}), err
}

// Return is what comes back of the recycle bin together.
type Return struct {
	Records []app.JournalEntry // deletions, those that others refer to before these
	// Mentions are the references that records lost when what they led to was deleted, and get back.
	Mentions []Mention
	// Elsewhere are those that the same steps gave to another record, as a merge does: they stay there.
	Elsewhere []Mention
	// Missing are the deletions of what the records refer to and that does not come back with them: it
	// has to come back first, or with them.
	Missing []app.JournalEntry
}

// Mention is a reference of a record that stayed.
type Mention struct {
	Place app.Place // the record and the field
	To    int64     // the record that comes back
}

// How says what comes back with the chosen records.
type How struct {
	Alone bool // nothing that depended on them
	Needs bool // what they refer to as well, where that was deleted
}

// bin is the deletions of a file, to plan with.
type bin struct {
	ctx   context.Context // of the one call it lives in
	file  File
	gone  map[app.Place]app.JournalEntry
	of    map[app.Place]app.Record
	users map[app.Place][]app.Place // who of the deleted referred to a record
	there map[app.Place]bool        // records that were looked up
}

func openBin(ctx context.Context, file File) (*bin, error) {
	b := &bin{ctx, file, map[app.Place]app.JournalEntry{}, map[app.Place]app.Record{}, map[app.Place][]app.Place{}, map[app.Place]bool{}}
	gone, err := Deleted(ctx, file, app.JournalFilter{})
	for _, e := range gone {
		p, rec := app.Place{Type: e.Type, ID: e.Record}, e.Whole()
		if rec == nil {
			continue // not readable: it cannot come back
		}
		b.gone[p], b.of[p] = e, rec
		for _, ref := range references(rec) {
			b.users[ref.to] = append(b.users[ref.to], p)
		}
	}
	return b, err
}

// Planned returns what comes back with the records that were deleted by the given entries.
func Planned(ctx context.Context, file File, entries []int64, how How) (*Return, error) {
	b, err := openBin(ctx, file)
	if err != nil {
		return nil, err
	}
	chosen := map[app.Place]bool{}
	for _, id := range entries {
		e, err := entryOf(ctx, file, id)
		if err != nil {
			return nil, err
		}
		p := app.Place{Type: e.Type, ID: e.Record}
		if app.TypeByKey(e.Type).Sequel {
			return nil, &app.Refusal{ID: "err.history_sequel"}
		}
		if b.gone[p].ID != id {
			return nil, &app.Refusal{ID: "err.history_not_gone", Data: map[string]any{"Entry": strconv.FormatInt(id, 10)}}
		}
		b.take(chosen, p, how.Alone)
	}
	r := &Return{}
	if r.Missing, err = b.missing(chosen, how.Needs); err != nil {
		return nil, err
	}
	for p := range chosen {
		r.Records = append(r.Records, b.gone[p])
	}
	// What others refer to was deleted after them, so the last that went comes first.
	slices.SortFunc(r.Records, func(a, b app.JournalEntry) int { return int(b.ID - a.ID) })
	r.Mentions, r.Elsewhere, err = b.mentions(chosen)
	return r, err
}

// take chooses a record and, unless alone, what referred to it and was deleted in the same step.
func (b *bin) take(chosen map[app.Place]bool, p app.Place, alone bool) {
	if chosen[p] {
		return
	}
	chosen[p] = true
	if alone {
		return
	}
	for _, user := range b.users[p] {
		if b.gone[user].Change == b.gone[p].Change {
			b.take(chosen, user, false)
		}
	}
}

// missing returns the deletions of what the chosen refer to and that is not there; with add, it
// chooses these too, and there is nothing missing.
func (b *bin) missing(chosen map[app.Place]bool, add bool) ([]app.JournalEntry, error) {
	var missing []app.JournalEntry
	seen := map[app.Place]bool{}
	look := make([]app.Place, 0, len(chosen))
	for p := range chosen {
		look = append(look, p)
	}
	for len(look) > 0 {
		p := look[0]
		look = look[1:]
		for _, ref := range references(b.of[p]) {
			there, err := b.isThere(ref.to)
			switch {
			case err != nil:
				return nil, err
			case there || chosen[ref.to] || seen[ref.to]:
				continue
			}
			seen[ref.to] = true
			e, known := b.gone[ref.to]
			switch {
			case !known:
				return nil, &app.Refusal{ID: "err.history_lost", Data: map[string]any{"Entry": strconv.FormatInt(b.gone[p].ID, 10)}}
			case add:
				chosen[ref.to] = true
				look = append(look, ref.to)
			default:
				missing = append(missing, e)
			}
		}
	}
	slices.SortFunc(missing, func(a, b app.JournalEntry) int { return int(b.ID - a.ID) })
	return missing, nil
}

// isThere reports whether a record is in the file; each is looked up once.
func (b *bin) isThere(p app.Place) (bool, error) {
	there, known := b.there[p]
	if known {
		return there, nil
	}
	if _, gone := b.gone[p]; gone {
		return false, nil
	}
	rec, err := now(b.ctx, b.file, p)
	b.there[p] = rec != nil
	return rec != nil, err
}

// mentions returns the references to the chosen records that others lost in the steps that deleted
// these: those whose fields have room for them, and those that lead to another record now.
func (b *bin) mentions(chosen map[app.Place]bool) (back, elsewhere []Mention, err error) {
	steps := map[int64]bool{}
	for p := range chosen {
		steps[b.gone[p].Change] = true
	}
	for step := range steps {
		edits, err := b.file.Journal(b.ctx, app.JournalFilter{Change: step, Did: app.ActionEdit})
		if err != nil {
			return nil, nil, err
		}
		for _, e := range edits {
			if err := b.lostBy(e, chosen, &back, &elsewhere); err != nil {
				return nil, nil, err
			}
		}
	}
	for _, all := range [][]Mention{back, elsewhere} {
		slices.SortFunc(all, func(a, b Mention) int { return int(a.Place.ID - b.Place.ID) })
	}
	return back, elsewhere, nil
}

// lostBy adds the references to the chosen records that an edit took out: to back those that can be put
// back, to elsewhere those in whose place stands another.
func (b *bin) lostBy(e app.JournalEntry, chosen map[app.Place]bool, back, elsewhere *[]Mention) error {
	edits, err := e.Edits()
	if err != nil {
		return nil //nolint:nilerr // of a program with other fields: there is nothing to put back
	}
	is, err := now(b.ctx, b.file, app.Place{Type: e.Type, ID: e.Record})
	if err != nil || is == nil {
		return err
	}
	for _, edit := range edits {
		stays := idsIn(edit.Field, edit.After)
		for _, id := range idsIn(edit.Field, edit.Before) {
			to := app.Place{Type: edit.Field.Ref, ID: id}
			if !chosen[to] || slices.Contains(stays, id) || slices.Contains(idsIn(edit.Field, edit.Field.Get(is)), id) {
				continue
			}
			found := elsewhere
			if free(edit.Field, is, id) {
				found = back
			}
			if m := (Mention{app.Place{Type: e.Type, ID: e.Record, Field: edit.Field.Key}, id}); !slices.Contains(*found, m) {
				*found = append(*found, m)
			}
		}
	}
	return nil
}

// free reports whether a field has room for a reference: a list that has it not, or an empty field.
func free(f app.Field, rec app.Record, id int64) bool {
	v := f.Get(rec)
	return v.Empty() || f.Kind == app.KindRefs && !slices.Contains(app.IDs(v.S), id)
}

// Restore brings back what was planned as one step called what.
func (r *Return) Restore(ctx context.Context, file File, what string) error {
	if err := missingError(r.Missing); err != nil {
		return err
	}
	titles := app.JournalTitles(r.Records, func(string, int64) string { return "" }, app.RU)
	return file.Change(ctx, what, func(tx app.Tx) error {
		for i, e := range r.Records {
			rec := e.Whole()
			if rec == nil {
				return &app.Refusal{ID: "err.history_unknown", Data: map[string]any{"Entry": strconv.FormatInt(e.ID, 10)}}
			}
			if err := tx.Restore(ctx, rec); err != nil {
				return refused(rec, titles[i], err)
			}
		}
		for _, m := range r.Mentions {
			if err := m.restore(ctx, tx); err != nil {
				return err
			}
		}
		return nil
	})
}

// restore puts the reference back where its field still has room.
func (m Mention) restore(ctx context.Context, tx app.Tx) error {
	t := app.TypeByKey(m.Place.Type)
	f, ok := t.Field(m.Place.Field)
	rec, err := tx.Get(ctx, t, m.Place.ID)
	if !ok || errors.Is(err, app.ErrNotFound) {
		return nil
	}
	if err != nil || !free(f, rec, m.To) {
		return err
	}
	v := app.NumberValue(m.To)
	if f.Kind == app.KindRefs {
		v = app.TextValue(app.IDList(append(app.IDs(f.Get(rec).S), m.To)))
	}
	f.Set(rec, v)
	return tx.Save(ctx, rec)
}
