package storage

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"technopark/app"
)

// Save keeps a record: a new one when its id is 0, which then gets its id and the
// moment, else the one with that id. A record nothing was changed in is not written.
//
// The error holds app.FieldErrors when the record is at fault; with app.ErrConflict when
// another record has the same values in fields that must differ. app.ErrNotFound says
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

// add inserts a new record and journals it.
func (x *tx) add(ctx context.Context, t *table, rec app.Record) error {
	if err := x.check(ctx, t, rec); err != nil {
		return err
	}
	x.remember(rec)
	head := rec.Header()
	head.Created, head.Changed = x.at, x.at
	if err := x.insert(ctx, t, rec); err != nil {
		return err
	}
	return x.record(ctx, entry{action: app.ActionAdd, rec: rec, after: app.TakeSnapshot(rec)})
}

// edit writes a record over the one with its id and journals what differs.
func (x *tx) edit(ctx context.Context, t *table, rec app.Record) error {
	was, err := x.getBare(ctx, t, rec.Header().ID)
	if err != nil {
		return err
	}
	if was.Header().Park != rec.Header().Park {
		return fmt.Errorf("%w: a record stays in its park", app.ErrConflict)
	}
	before, after := differences(t.typ, was, rec)
	if len(after.Values) == 0 {
		return nil
	}
	if err := x.check(ctx, t, rec); err != nil {
		return err
	}
	x.remember(rec)
	rec.Header().Created, rec.Header().Changed = was.Header().Created, x.at
	if err := x.update(ctx, t, rec, after); err != nil {
		return err
	}
	return x.record(ctx, entry{action: app.ActionEdit, rec: rec, before: before, after: after})
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
// to no record or into another park.
func (x *tx) check(ctx context.Context, t *table, rec app.Record) error {
	faults := app.Validate(rec)
	for _, f := range t.typ.Stored() {
		v := f.Get(rec)
		if f.Ref == "" || v.Empty() {
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
	if !t.inPark() {
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

// insert writes a row; an id of 0 lets SQLite give one.
func (x *tx) insert(ctx context.Context, t *table, rec app.Record) error {
	head := rec.Header()
	var id any
	if head.ID != 0 {
		id = head.ID
	}
	args := append([]any{id, formatStamp(head.Created), formatStamp(head.Changed)}, t.arguments(rec)...)
	if t.inPark() {
		args = append(args, head.Park)
	}
	result, err := x.exec(ctx, t.insertSQL(), args...)
	if err != nil {
		return x.explain(ctx, t, rec, err)
	}
	if head.ID, err = result.LastInsertId(); err != nil {
		return err
	}
	for _, l := range t.links {
		if err := x.writeLink(ctx, l, rec); err != nil {
			return err
		}
	}
	return nil
}

// update writes a row anew, and the links that changed.
func (x *tx) update(ctx context.Context, t *table, rec app.Record, changed app.Snapshot) error {
	args := append(t.arguments(rec), formatStamp(rec.Header().Changed), rec.Header().ID)
	if _, err := x.exec(ctx, t.updateSQL(), args...); err != nil {
		return x.explain(ctx, t, rec, err)
	}
	for _, l := range t.links {
		if _, ok := changed.Values[l.field.Key]; !ok {
			continue
		}
		if _, err := x.exec(ctx, "DELETE FROM "+quote(l.name)+" WHERE "+quote(l.owner)+" = ?", rec.Header().ID); err != nil {
			return err
		}
		if err := x.writeLink(ctx, l, rec); err != nil {
			return err
		}
	}
	return nil
}

func (x *tx) writeLink(ctx context.Context, l link, rec app.Record) error {
	text := "INSERT INTO " + quote(l.name) + " (" + quote(l.owner) + ", " + quote(l.target) + ") VALUES (?, ?)"
	for _, id := range app.IDs(l.field.Get(rec).S) {
		if _, err := x.exec(ctx, text, rec.Header().ID, id); err != nil {
			return fmt.Errorf("write %s: %w", l.name, err)
		}
	}
	return nil
}

// explain turns a violated UNIQUE into faults of its fields that name the other record.
func (x *tx) explain(ctx context.Context, t *table, rec app.Record, err error) error {
	if !notUnique(err) {
		return err
	}
	for _, set := range t.typ.Unique {
		other, found := x.twin(ctx, t, rec, set)
		if !found {
			continue
		}
		name := x.titles(ctx).of(t.typ.Key, other)
		var faults app.FieldErrors
		for _, key := range set {
			faults = append(faults, app.FieldError{Field: key, Message: app.L(
				"такая запись уже есть: «"+name+"»; измените значение или откройте ту запись",
				"there is such a record already: “"+name+"”; change the value or open that record")})
		}
		return fmt.Errorf("%w: %w", app.ErrConflict, faults)
	}
	return fmt.Errorf("%w: %w", app.ErrConflict, err)
}

// twin finds another record with the same values in a unique set.
func (x *tx) twin(ctx context.Context, t *table, rec app.Record, set []string) (int64, bool) {
	conditions, args := []string{`"id" <> ?`}, []any{rec.Header().ID}
	if t.inPark() {
		conditions, args = append(conditions, `"park_id" = ?`), append(args, rec.Header().Park)
	}
	for _, key := range set {
		f, _ := t.typ.Field(key)
		conditions = append(conditions, quote(key)+" IS ?")
		args = append(args, arguments(f, f.Get(rec))[0])
	}
	var id int64
	found, err := x.one(ctx, []any{&id}, `SELECT "id" FROM `+quote(t.typ.Key)+" WHERE "+strings.Join(conditions, " AND "), args...)
	return id, found && err == nil
}
