//go:build linux

package main

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// older returns what puts a small park in a file of an earlier schema there. Its records are of
// types that the first schema had already; they are saved by today's program and then put row
// by row into tables as the released schema has them, the journal too.
func older(version int) func(*bench, string) error {
	return func(b *bench, dir string) error {
		path := filepath.Join(dir, dataFile)
		if err := small(b, dir); err != nil {
			return err
		}
		newer := filepath.Join(dir, "newer.tpark")
		if err := os.Rename(path, newer); err != nil {
			return err
		}
		schema := filepath.Join(b.root, "storage", "released", fmt.Sprintf("schema-%d.sql", version))
		return errors.Join(asOf(version, schema, newer, path), os.Remove(newer))
	}
}

// asOf writes the rows of a data file into a new file of an earlier schema.
func asOf(version int, schema, from, to string) (err error) {
	text, err := os.ReadFile(schema)
	if err != nil {
		return err
	}
	db, err := sql.Open("sqlite", "file:"+to)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	var application int
	if _, err := db.Exec(`ATTACH ? AS newer`, from); err != nil {
		return err
	}
	if err := db.QueryRow(`PRAGMA newer.application_id`).Scan(&application); err != nil {
		return err
	}
	objects := objectsIn(string(text))
	for _, step := range slices.Concat(
		[]string{fmt.Sprintf(`PRAGMA main.application_id = %d; PRAGMA main.user_version = %d`, application, version)},
		objects["table"], objects["index"],
	) {
		if _, err := db.Exec(step); err != nil {
			return fmt.Errorf("schema %d: %w in %s", version, err, step)
		}
	}
	if err := copyRows(db, version); err != nil {
		return err
	}
	for _, trigger := range objects["trigger"] {
		if _, err := db.Exec(trigger); err != nil {
			return fmt.Errorf("schema %d: %w in %s", version, err, trigger)
		}
	}
	_, err = db.Exec(`DETACH newer`)
	return err
}

// objectsIn returns the statements of a released schema by the kind of what they make.
func objectsIn(text string) map[string][]string {
	objects := map[string][]string{}
	for part := range strings.SplitSeq("\n"+text, "\n-- # ") {
		head, statement, _ := strings.Cut(part, "\n")
		kind, rest, _ := strings.Cut(head, " ")
		// Of the index of words SQLite makes the tables behind it by itself.
		own := strings.HasPrefix(rest, "sqlite_") || strings.HasPrefix(rest, "search_index_")
		if strings.TrimSpace(statement) != "" && !own {
			objects[kind] = append(objects[kind], statement)
		}
	}
	return objects
}

// copyRows copies the columns that both files have of the tables that both have.
func copyRows(db *sql.DB, version int) error {
	tables, err := column(db, `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT IN ('goose_db_version', 'search_word')
		AND name NOT LIKE 'search\_index%' ESCAPE '\' INTERSECT SELECT name FROM newer.sqlite_schema`)
	if err != nil {
		return err
	}
	for _, table := range tables {
		columns, err := column(db, `SELECT '"' || name || '"' FROM main.pragma_table_info('`+table+`', 'main') INTERSECT SELECT '"' || name || '"' FROM newer.pragma_table_info('`+table+`', 'newer')`)
		if err != nil {
			return err
		}
		list := strings.Join(columns, ", ")
		if _, err := db.Exec(`DELETE FROM main."` + table + `"`); err != nil {
			return err
		}
		if _, err := db.Exec(`INSERT INTO main."` + table + `" (` + list + `) SELECT ` + list + ` FROM newer."` + table + `"`); err != nil {
			return fmt.Errorf("copy %s: %w", table, err)
		}
	}
	if slices.Contains(tables, "search") {
		if _, err := db.Exec(`INSERT INTO main.search_index (search_index) VALUES ('rebuild')`); err != nil {
			return fmt.Errorf("index of words: %w", err)
		}
	}
	if version < namesProved {
		if err := rechain(db); err != nil {
			return fmt.Errorf("hash the journal: %w", err)
		}
	}
	for v := range version + 1 {
		if _, err := db.Exec(`INSERT INTO main.goose_db_version (version_id, is_applied) VALUES (?, 1)`, v); err != nil {
			return err
		}
	}
	return nil
}

// namesProved is the schema since which an entry says, under its hash, what the step is called that
// it begins.
const namesProved = 14

// rechain gives the entries of the journal the hashes they have without the names of their steps:
// SHA-256 over the hash before and their other columns, each as its length, a colon and the text.
func rechain(db *sql.DB) (err error) {
	rows, err := db.Query(`SELECT id, at, who, change_id, cause, action, type, record, COALESCE(before, ''), COALESCE(after, '') FROM main.journal ORDER BY id`)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	prev, steps := strings.Repeat("0", 2*sha256.Size), []string{}
	for rows.Next() {
		parts := make([]string, 10)
		targets := make([]any, len(parts))
		for i := range parts {
			targets[i] = &parts[i]
		}
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		sum := sha256.New()
		for _, part := range append([]string{prev}, parts...) {
			fmt.Fprintf(sum, "%d:%s", len(part), part)
		}
		is := hex.EncodeToString(sum.Sum(nil))
		steps = append(steps, fmt.Sprintf(`UPDATE main.journal SET prev = '%s', hash = '%s' WHERE id = %s`, prev, is, parts[0]))
		prev = is
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	for _, step := range steps {
		if _, err := db.Exec(step); err != nil {
			return err
		}
	}
	return nil
}

// column returns the answers of a query for one text.
func column(db *sql.DB, query string) (all []string, err error) {
	rows, err := db.Query(query)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		all = append(all, text)
	}
	return all, rows.Err()
}
