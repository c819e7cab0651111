package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"technopark/app"
)

// SQLite keeps references whole while it is asked to, and whoever writes past the program need
// not ask: PRAGMA foreign_keys is a matter of the connection. So every reference of the catalogue
// is looked up here. What points at nothing because a record was removed, or because a value was
// altered, is told as that, and not once more as its consequence.

// aim is a way in which records refer to others: by a field, by a link or by whose they are.
type aim struct {
	table  *table // of the records that refer
	key    string // of the field, or park_id
	ref    string // key of the type that is referred to
	from   string // the table that keeps the references
	id     string // its column of the record that refers
	target string // its column of the one referred to
}

// aims returns the ways in which records of a table refer to others.
func (t *table) aims() []aim {
	var all []aim
	if t.inPark() {
		all = append(all, aim{table: t, key: "park_id", ref: parkTable, from: t.typ.Key, id: "id", target: "park_id"})
	}
	for _, f := range t.fields {
		if f.Kind == app.KindRef {
			all = append(all, aim{table: t, key: f.Key, ref: f.Ref, from: t.typ.Key, id: "id", target: f.Key})
		}
	}
	for _, l := range t.links {
		all = append(all, aim{table: t, key: l.field.Key, ref: l.field.Ref, from: l.name, id: l.owner, target: l.target})
	}
	return all
}

// astray selects the references to records that are not there, and those of records that are not,
// with whether the one that refers is.
func (a aim) astray() string {
	id, target := quote(a.id), quote(a.target)
	there := id + " IN (SELECT id FROM " + quote(a.table.typ.Key) + ")"
	return "SELECT " + id + ", " + target + ", " + there + " FROM " + quote(a.from) +
		" WHERE " + target + " IS NOT NULL AND " + target + " NOT IN (SELECT id FROM " + quote(a.ref) + ") OR NOT " + there + " ORDER BY 1, 2"
}

// verifyReferences names the references to records that are not there.
func (x *tx) verifyReferences(ctx context.Context, h *account, v *app.Verdict) error {
	for _, t := range app.Types() {
		for _, a := range x.store.tables[t.Key].aims() {
			err := x.each(ctx, func(rows *sql.Rows) error {
				var id, target int64
				var there bool
				if err := rows.Scan(&id, &target, &there); err != nil {
					return err
				}
				if p, wrong := h.strays(a, id, target, there); wrong && !v.Add(p) {
					return errEnough
				}
				return nil
			}, a.astray())
			if errors.Is(err, errEnough) {
				return nil
			}
			if err != nil {
				return fmt.Errorf("verify the references of %s: %w", a.from, err)
			}
		}
	}
	return nil
}

// strays says what is wrong with a reference of which an end is not there, unless the journal
// knows better: then a record or a value is told of already.
func (h *account) strays(a aim, id, target int64, there bool) (p app.Problem, wrong bool) {
	p = app.Problem{Kind: app.ProblemDangling, Type: a.table.typ.Key, ID: id, Field: a.key, File: strconv.FormatInt(target, 10)}
	was := h.records[p.Type][id]
	if !there {
		p.Kind = app.ProblemOrphan
		return p, was == nil
	}
	return p, was != nil && was.refersTo(a, target) && h.records[a.ref][target] == nil
}

// refersTo reports whether a record, as the journal has it, refers to another.
func (p *past) refersTo(a aim, target int64) bool {
	switch {
	case a.from != a.table.typ.Key: // a table of pairs
		return slices.Contains(app.IDs(p.values[a.key].S), target)
	case a.key == "park_id":
		return p.park == target
	}
	return p.values[a.key].N == target
}

// takeStray removes a pair of a link that no record has.
func (x *tx) takeStray(ctx context.Context, t *table, p app.Problem) error {
	for _, l := range t.links {
		if l.field.Key == p.Field {
			_, err := x.exec(ctx, "DELETE FROM "+quote(l.name)+" WHERE "+quote(l.owner)+" = ? AND "+quote(l.target)+" = CAST(? AS INTEGER)", p.ID, p.File)
			return err
		}
	}
	return fmt.Errorf("%s has no link %s", p.Type, p.Field)
}
