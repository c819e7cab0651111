package storage

import (
	"context"
	"errors"
	"fmt"
	"time"

	"technopark/app"
)

// Save keeps a record: a new one when its id is 0, which then gets its id and the
// moment, else the one with that id. Of that one only the fields are written that were
// changed since it was read; when there are none, nothing is.
//
// The error holds app.FieldErrors when the record is at fault; with app.ErrConflict when
// another record has the same values in fields that must differ, with app.ErrOvertaken when
// a field was changed by others too since the record was read. app.ErrNotFound says
// that the record was deleted meanwhile.
func (s *Store) Save(ctx context.Context, rec app.Record) error {
	return s.write(ctx, func(x *tx) error { return x.Save(ctx, rec) })
}

// Change runs fn as one transaction and one step of undo, called what in the menu
// («импорт: 120 записей»). An error of fn is returned and nothing is kept. Inside fn
// use the app.Tx only: the Store would wait for the transaction to end.
func (s *Store) Change(ctx context.Context, what string, fn func(app.Tx) error) error {
	return s.write(ctx, func(x *tx) error {
		x.what = what
		return fn(x)
	})
}

// Save is Store.Save within the transaction.
func (x *tx) Save(ctx context.Context, rec app.Record) error {
	t, err := x.store.table(rec.Type())
	if err != nil {
		return err
	}
	if rec.Header().ID == 0 {
		err = x.add(ctx, t, rec)
	} else {
		err = x.edit(ctx, t, rec)
	}
	if err != nil {
		return fmt.Errorf("save %s %d: %w", t.typ.Key, rec.Header().ID, err)
	}
	return nil
}

// Restore adds a record under the id it has, made when its head says.
func (x *tx) Restore(ctx context.Context, rec app.Record) error {
	t, err := x.store.table(rec.Type())
	if err == nil {
		err = x.addMade(ctx, t, rec, rec.Header().Created)
	}
	if err != nil {
		return fmt.Errorf("restore %s %d: %w", rec.Type().Key, rec.Header().ID, err)
	}
	return nil
}

// add inserts a new record and journals it.
func (x *tx) add(ctx context.Context, t *table, rec app.Record) error {
	return x.addMade(ctx, t, rec, time.Time{})
}

// addMade is add of a record that was made at a moment, now where that is zero.
func (x *tx) addMade(ctx context.Context, t *table, rec app.Record, created time.Time) error {
	if err := x.check(ctx, t, nil, rec); err != nil {
		return err
	}
	x.remember(rec)
	head := rec.Header()
	head.Created, head.Changed = x.at, x.at
	if !created.IsZero() {
		head.Created = created
	}
	if err := x.insert(ctx, t, rec); err != nil {
		return err
	}
	err := x.record(ctx, entry{action: app.ActionAdd, rec: rec, after: app.TakeSnapshot(rec)})
	head.Seen = x.last.id
	return err
}

// edit writes what was changed of a record into the one with its id and journals it.
func (x *tx) edit(ctx context.Context, t *table, rec app.Record) error {
	was, err := x.getBare(ctx, t, rec.Header().ID)
	if err != nil {
		return err
	}
	if was.Header().Park != rec.Header().Park {
		return fmt.Errorf("%w: a record stays in its park", app.ErrConflict)
	}
	if err := x.merge(ctx, t, was, rec); err != nil {
		return err
	}
	before, after := differences(t.typ, was, rec)
	if len(after.Values) == 0 {
		return nil
	}
	if err := x.check(ctx, t, was, rec); err != nil {
		return err
	}
	x.remember(rec)
	rec.Header().Created, rec.Header().Changed = was.Header().Created, x.at
	if err := x.update(ctx, t, rec, after); err != nil {
		return err
	}
	err = x.record(ctx, entry{action: app.ActionEdit, rec: rec, before: before, after: after})
	rec.Header().Seen = x.last.id
	return err
}

// differences returns the fields in which two records of a type differ.
func differences(t *app.Type, was, is app.Record) (before, after app.Snapshot) {
	before.Values, after.Values = map[string]app.Value{}, map[string]app.Value{}
	for _, f := range t.Stored() {
		if b, a := f.Get(was), f.Get(is); b != a {
			before.Values[f.Key], after.Values[f.Key] = b, a
		}
	}
	return before, after
}

// check returns what is wrong with the record by its type, and the references that lead
// to no record or into another park. was is the record as it is kept, nil of a new one: what it
// refers to, and its park, SQLite lets nobody delete.
func (x *tx) check(ctx context.Context, t *table, was, rec app.Record) error {
	faults := app.ValidateEdit(was, rec)
	for _, f := range t.typ.Stored() {
		v := f.Get(rec)
		if f.Ref == "" || v.Empty() || was != nil && f.Get(was) == v {
			continue
		}
		ids := []int64{v.N}
		if f.Kind == app.KindRefs {
			ids = app.IDs(v.S)
		}
		for _, id := range ids {
			there, err := x.exists(ctx, f.Ref, id, rec.Header().Park)
			if err != nil {
				return err
			}
			if !there {
				faults = append(faults, app.FieldError{Field: f.Key, Message: app.L(
					fmt.Sprintf("запись № %d не найдена: её удалили или она из другого технопарка; выберите из списка", id),
					fmt.Sprintf("record No %d was not found: it was deleted or is of another park; choose from the list", id))})
			}
		}
	}
	if len(faults) > 0 {
		return faults
	}
	if was != nil || !t.inPark() {
		return nil
	}
	if there, err := x.exists(ctx, parkTable, rec.Header().Park, 0); err != nil || !there {
		return errors.Join(fmt.Errorf("park %d: %w", rec.Header().Park, app.ErrNotFound), err)
	}
	return nil
}

// exists reports whether there is a record, and in the park when its type is of a park.
func (x *tx) exists(ctx context.Context, typeKey string, id, park int64) (bool, error) {
	t, ok := x.store.tables[typeKey]
	if !ok {
		return false, fmt.Errorf("record type %s is not in the catalogue", typeKey)
	}
	text, args := `SELECT 1 FROM `+quote(typeKey)+whereID, []any{id}
	if t.inPark() {
		text, args = text+` AND "park_id" = ?`, []any{id, park}
	}
	var one int64
	return x.one(ctx, []any{&one}, text, args...)
}
