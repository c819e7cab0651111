package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"technopark/app"
)

// apply makes the entries of a change again, or the reverse of each from the last to the
// first: every state on the way is one the records have been in.
func (x *tx) apply(ctx context.Context, d direction, change int64) error {
	entries, err := x.entries(ctx, doneBy, change)
	if err != nil {
		return err
	}
	if d.backward {
		slices.Reverse(entries)
		for i := range entries {
			entries[i] = reverse(entries[i])
		}
	}
	for _, e := range entries {
		if err := x.repeat(ctx, e); err != nil {
			return fmt.Errorf("%s %s %d: %w", e.Action, e.Type, e.Record, err)
		}
	}
	return nil
}

func reverse(e app.JournalEntry) app.JournalEntry {
	e.Before, e.After = e.After, e.Before
	switch e.Action {
	case app.ActionAdd:
		e.Action = app.ActionDelete
	case app.ActionDelete:
		e.Action = app.ActionAdd
	}
	return e
}

// repeat makes the change of an entry again, if the records are as the entry says they were
// before it.
func (x *tx) repeat(ctx context.Context, e app.JournalEntry) error {
	t, ok := x.store.tables[e.Type]
	if !ok {
		return fmt.Errorf("%w: this program has no such records", app.ErrConflict)
	}
	before, err := app.ReadSnapshot(t.typ, e.Before)
	if err != nil {
		return err
	}
	after, err := app.ReadSnapshot(t.typ, e.After)
	if err != nil {
		return err
	}
	if e.Action == app.ActionAdd {
		return x.restore(ctx, t, e.Record, after)
	}
	rec, err := x.getBare(ctx, t, e.Record)
	if err != nil {
		return errors.Join(app.ErrConflict, err)
	}
	if e.Action == app.ActionDelete {
		before = whole(t.typ, before)
	}
	for _, f := range t.typ.Stored() {
		if was, ok := before.Values[f.Key]; ok && f.Get(rec) != was {
			return fmt.Errorf("%w: %s was changed since", app.ErrConflict, f.Key)
		}
	}
	if e.Action == app.ActionDelete {
		return x.remove(ctx, t, rec)
	}
	return x.rewrite(ctx, t, rec, before, after)
}

// whole puts in the fields that a snapshot of a whole record leaves out.
func whole(t *app.Type, s app.Snapshot) app.Snapshot {
	for _, f := range t.Stored() {
		if _, ok := s.Values[f.Key]; !ok {
			s.Values[f.Key] = app.Value{}
		}
	}
	return s
}

// restore adds a record under the id it had.
func (x *tx) restore(ctx context.Context, t *table, id int64, after app.Snapshot) error {
	there, err := x.exists(ctx, t.typ.Key, id, after.Park)
	if err != nil {
		return err
	}
	if there {
		return fmt.Errorf("%w: it is there already", app.ErrConflict)
	}
	rec := t.typ.New()
	*rec.Header() = app.Head{ID: id, Park: after.Park, Created: after.Created, Changed: x.at}
	for _, f := range t.typ.Stored() {
		f.Set(rec, after.Values[f.Key])
	}
	if err := x.insert(ctx, t, rec); err != nil {
		if refused(err) {
			err = fmt.Errorf("%w: what it refers to is gone: %w", app.ErrConflict, err)
		}
		return err
	}
	return x.record(ctx, entry{action: app.ActionAdd, rec: rec, after: after})
}

// rewrite edits a record.
func (x *tx) rewrite(ctx context.Context, t *table, rec app.Record, before, after app.Snapshot) error {
	for _, f := range t.typ.Stored() {
		if v, ok := after.Values[f.Key]; ok {
			f.Set(rec, v)
		}
	}
	rec.Header().Changed = x.at
	if err := x.update(ctx, t, rec, after); err != nil {
		if refused(err) {
			err = fmt.Errorf("%w: what it refers to is gone: %w", app.ErrConflict, err)
		}
		return err
	}
	return x.record(ctx, entry{action: app.ActionEdit, rec: rec, before: before, after: after})
}
