package storage

import (
	"context"
	"fmt"
	"math"
	"strings"

	sqlite3 "modernc.org/sqlite/lib"

	"technopark/app"
)

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

// update writes the columns and the links that changed, and no others: what else stands in
// the row nobody has just read.
func (x *tx) update(ctx context.Context, t *table, rec app.Record, changed app.Snapshot) error {
	var fields []app.Field
	for _, f := range t.fields {
		if _, ok := changed.Values[f.Key]; ok {
			fields = append(fields, f)
		}
	}
	args := append(argumentsOf(fields, rec), formatStamp(rec.Header().Changed), rec.Header().ID)
	if _, err := x.exec(ctx, t.updateSQL(fields), args...); err != nil {
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
	if sqliteCode(err) == sqlite3.SQLITE_FULL && x.numbersUsedUp(ctx, t) {
		return &app.Refusal{ID: "err.numbers_used_up", Data: map[string]any{"Type": t.typ.Many}, Cause: app.ErrDamaged}
	}
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
				"такая запись уже есть: "+app.Quoted(name)+"; измените значение или откройте ту запись",
				"there is such a record already: “"+name+"”; change the value or open that record")})
		}
		return fmt.Errorf("%w: %w", app.ErrConflict, faults)
	}
	return fmt.Errorf("%w: %w", app.ErrConflict, err)
}

// numbersUsedUp reports whether no record of a type can get a number any more: SQLite calls
// that a full disk. It takes a file that was tampered with.
func (x *tx) numbersUsedUp(ctx context.Context, t *table) bool {
	var given int64
	found, err := x.one(ctx, []any{&given}, `SELECT seq FROM sqlite_sequence WHERE name = ?`, t.typ.Key)
	return found && err == nil && given == math.MaxInt64
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
