package storage

import (
	"context"
	"database/sql"

	"technopark/app"
)

// dependency is one way in which records of a table depend on those of another.
type dependency struct {
	table   *table
	field   app.Field // zero when it is park_id
	belongs bool      // they are its, and go with it: jobs of no resident would be jobs of the company
	text    string    // selects ids and their number
}

// dependencies returns the ways in which records depend on those of t.
func dependencies(t *table, tables map[string]*table) []dependency {
	var all []dependency
	for _, r := range app.Referrers(t.typ) {
		tab := tables[r.Type.Key]
		from, id, column := tab.typ.Key, "id", r.Field.Key
		if r.Field.Kind == app.KindRefs {
			l := newLink(r.Type, r.Field)
			from, id, column = l.name, l.owner, l.target
		}
		all = append(all, dependency{tab, r.Field, r.Field.Key == r.Type.Owner, dependentsSQL(from, id, column)})
	}
	if t.typ.Key != parkTable {
		return all
	}
	for _, other := range app.Types() {
		if other.Scope == app.ScopePark {
			all = append(all, dependency{table: tables[other.Key], belongs: true, text: dependentsSQL(other.Key, "id", "park_id")})
		}
	}
	return all
}

func dependentsSQL(from, id, column string) string {
	return "SELECT " + quote(id) + ", count(*) OVER () FROM " + quote(from) +
		" WHERE " + quote(column) + " = ? ORDER BY 1 LIMIT ?"
}

// dependents returns the ids of at most limit records (all when it is negative) and how
// many there are.
func (x *tx) dependents(ctx context.Context, d dependency, id int64, limit int) (ids []int64, total int, err error) {
	err = x.each(ctx, func(rows *sql.Rows) error {
		var dependent int64
		if err := rows.Scan(&dependent, &total); err != nil {
			return err
		}
		ids = append(ids, dependent)
		return nil
	}, d.text, id, limit)
	return ids, total, err
}
