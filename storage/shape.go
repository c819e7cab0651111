package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"technopark/app"
)

// checkTables proves that every table and column the catalogue asks for is there. In a file with
// our schema only those can be missing that no migration makes: the catalogue is ahead of them,
// which is a fault of the program.
func checkTables(ctx context.Context, db *sql.DB) error {
	missing, err := missingIn(ctx, db)
	if err == nil && len(missing) > 0 {
		err = fmt.Errorf("the catalogue of package app has what no migration makes: %s; add a step to storage/migrations", strings.Join(missing, ", "))
	}
	return err
}

// missingIn returns the tables and columns the catalogue asks for that a file has not, in the
// order of the catalogue: «table award», «column room.area».
func missingIn(ctx context.Context, db *sql.DB) ([]string, error) {
	var missing []string
	for _, t := range app.Types() {
		for _, want := range shapeOf(newTable(t)) {
			columns, err := columnNames(ctx, db, want.table)
			if err != nil {
				return nil, err
			}
			if len(columns) == 0 {
				missing = append(missing, "table "+want.table)
				continue
			}
			for _, name := range want.columns {
				if !slices.Contains(columns, name) {
					missing = append(missing, "column "+want.table+"."+name)
				}
			}
		}
	}
	return missing, nil
}

// shape is a table with the columns that we read and write.
type shape struct {
	table   string
	columns []string
}

// shapeOf returns the table of a type, and those of its links.
func shapeOf(t *table) []shape {
	own := append([]string{"id", "created", "changed"}, t.columns()...)
	if t.inPark() {
		own = append(own, "park_id")
	}
	all := []shape{{t.typ.Key, own}}
	for _, l := range t.links {
		all = append(all, shape{l.name, []string{l.owner, l.target}})
	}
	return all
}

func columnNames(ctx context.Context, db *sql.DB, table string) (names []string, err error) {
	rows, err := db.QueryContext(ctx, `SELECT name FROM pragma_table_info(?)`, table)
	if err != nil {
		return nil, fmt.Errorf("read the columns of %s: %w", table, err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}
