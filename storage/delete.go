package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"technopark/app"
)

// listedDependents is how many records of each kind an app.InUseError names: enough to
// recognise what they are.
const listedDependents = 20

// Delete removes a record. When others depend on it, the error is an *app.InUseError
// that names them and nothing is removed.
func (s *Store) Delete(ctx context.Context, rec app.Record) error {
	return s.write(ctx, func(x *tx) error { return x.Delete(ctx, rec) })
}

// DeleteWithDependents removes a record and all that depends on it, as one step of undo.
// What belongs to it goes with it: a resident's contracts and reports, all records of a
// park. What only mentions it stays without the mention: the residents of a field of
// work, the lease of a room, the card of a company whose signatory leaves.
func (s *Store) DeleteWithDependents(ctx context.Context, rec app.Record) error {
	return s.write(ctx, func(x *tx) error {
		t, err := s.table(rec.Type())
		if err != nil {
			return err
		}
		was, err := x.getBare(ctx, t, rec.Header().ID)
		if err != nil {
			return err
		}
		x.what = "удаление: " + x.name(ctx, was) + " и всё, что от этой записи зависит"
		if err := x.purge(ctx, t, was); err != nil {
			return fmt.Errorf("delete %s %d with dependents: %w", t.typ.Key, rec.Header().ID, err)
		}
		return nil
	})
}

// Delete is Store.Delete within the transaction.
func (x *tx) Delete(ctx context.Context, rec app.Record) error {
	t, err := x.store.table(rec.Type())
	if err != nil {
		return err
	}
	was, err := x.getBare(ctx, t, rec.Header().ID)
	if err != nil {
		return err
	}
	if err := x.remove(ctx, t, was); err != nil {
		return fmt.Errorf("delete %s %d: %w", t.typ.Key, rec.Header().ID, err)
	}
	return nil
}

// remove deletes and journals a record that nothing depends on.
func (x *tx) remove(ctx context.Context, t *table, was app.Record) error {
	if err := x.unused(ctx, t, was.Header().ID); err != nil {
		return err
	}
	// It is described while it can still be read.
	e := entry{action: app.ActionDelete, rec: was, before: app.TakeSnapshot(was)}
	if x.what == "" {
		x.what = x.describe(ctx, e)
	}
	if _, err := x.exec(ctx, t.deleteSQL(), was.Header().ID); err != nil {
		if refused(err) {
			err = fmt.Errorf("%w: %w", app.ErrInUse, err)
		}
		return err
	}
	return x.record(ctx, e)
}

// purge removes a record after what belongs to it, and lets the rest go of it.
func (x *tx) purge(ctx context.Context, t *table, was app.Record) error {
	id := was.Header().ID
	for _, d := range t.dependencies {
		ids, _, err := x.dependents(ctx, d, id, -1)
		if err != nil {
			return err
		}
		for _, dependent := range ids {
			rec, err := x.getBare(ctx, d.table, dependent)
			if errors.Is(err, app.ErrNotFound) {
				continue // gone already with another dependent
			}
			if err != nil {
				return err
			}
			if d.belongs {
				err = x.purge(ctx, d.table, rec)
			} else {
				err = x.letGo(ctx, d, rec, id)
			}
			if err != nil {
				return err
			}
		}
	}
	return x.remove(ctx, t, was)
}

// letGo takes a reference out of a record and journals that.
func (x *tx) letGo(ctx context.Context, d dependency, rec app.Record, id int64) error {
	was := d.field.Get(rec)
	is := app.Value{}
	if d.field.Kind == app.KindRefs {
		others := slices.DeleteFunc(app.IDs(was.S), func(other int64) bool { return other == id })
		is = app.TextValue(app.IDList(others))
	}
	d.field.Set(rec, is)
	rec.Header().Changed = x.at
	before := app.Snapshot{Values: map[string]app.Value{d.field.Key: was}}
	after := app.Snapshot{Values: map[string]app.Value{d.field.Key: is}}
	if err := x.update(ctx, d.table, rec, after); err != nil {
		return err
	}
	return x.record(ctx, entry{action: app.ActionEdit, rec: rec, before: before, after: after})
}

// unused returns an *app.InUseError when other records depend on one.
func (x *tx) unused(ctx context.Context, t *table, id int64) error {
	var used app.InUseError
	named := map[reference]bool{}
	names := x.titles(ctx)
	for _, d := range t.dependencies {
		ids, total, err := x.dependents(ctx, d, id, listedDependents)
		if err != nil {
			return err
		}
		used.Total += total
		for _, dependent := range ids {
			ref := reference{d.table.typ.Key, dependent}
			if named[ref] {
				used.Total-- // it refers by two fields
				continue
			}
			named[ref] = true
			used.Dependents = append(used.Dependents, app.Dependent{
				Type: d.table.typ, ID: dependent, Title: names.of(ref.typ, ref.id),
			})
		}
	}
	if used.Total == 0 {
		return nil
	}
	return &used
}
