package storage

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"

	"technopark/app"
)

// A data file is opened only when its schema is, object by object, the one the migrations
// make. Whoever can write to the file could otherwise have our own statements do what he
// likes: a trigger that adds to every revenue, a view in place of a table, a column that is
// computed from others.

// object is a row of the schema of a file.
type object struct {
	kind  string // table, index, trigger or view
	name  string
	table string // that it is of
	text  string // the statement that made it; none for an index that SQLite made itself
	odd   bool   // its row is none of ours: longer than was read, or its statement is no text
}

//go:embed released/*.sql
var releasedFiles embed.FS

// objectMark begins the line that names an object in a file of released.
const objectMark = "-- # "

// releasedSchema returns the objects of a schema: those it was released with, which spares
// every opening the migrations, else those the steps make. TestReleasedSchemas holds the two
// together.
func releasedSchema(steps fs.FS, version int64) ([]object, error) {
	text, err := releasedFiles.ReadFile(fmt.Sprintf("released/schema-%d.sql", version))
	if errors.Is(err, fs.ErrNotExist) {
		return madeSchema(steps, version)
	}
	if err != nil {
		return nil, fmt.Errorf("read schema %d: %w", version, err)
	}
	var all []object
	for _, part := range strings.Split("\n"+string(text), "\n"+objectMark)[1:] {
		head, text, _ := strings.Cut(part, "\n")
		words := strings.Fields(head)
		if len(words) != 3 {
			return nil, fmt.Errorf("read schema %d: an object is named %q", version, head)
		}
		all = append(all, object{kind: words[0], name: words[1], table: words[2], text: strings.TrimSpace(text)})
	}
	return all, nil
}

// madeSchema returns the objects that the steps up to a version make.
func madeSchema(steps fs.FS, version int64) (all []object, err error) {
	connector, err := sqlite.NewConnector(":memory:")
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	db := sql.OpenDB(connector)
	db.SetMaxOpenConns(1) // another connection would be to another file
	defer func() { err = errors.Join(err, db.Close()) }()
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, steps)
	if err != nil {
		return nil, fmt.Errorf("read migrations: %w", err)
	}
	if _, err := provider.UpTo(context.Background(), version); err != nil {
		return nil, fmt.Errorf("migrate to %d: %w", version, err)
	}
	return objectsOf(db)
}

// objectsOf reads the schema of a file that is open.
func objectsOf(db *sql.DB) (all []object, err error) {
	rows, err := db.Query(`SELECT type, name, tbl_name, COALESCE(sql, ''), typeof(sql) NOT IN ('text', 'null')
		FROM sqlite_schema ORDER BY type DESC, name`)
	if err != nil {
		return nil, fmt.Errorf("read the schema: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var o object
		if err := rows.Scan(&o.kind, &o.name, &o.table, &o.text, &o.odd); err != nil {
			return nil, fmt.Errorf("read the schema: %w", err)
		}
		all = append(all, o)
	}
	return all, rows.Err()
}

// checkSchema proves that the file has the schema of its version and nothing else. Else the
// error is a refusal that names what is there and should not be, or the other way round; no
// record was read then.
func checkSchema(path string, steps fs.FS, version int64) error {
	want, err := releasedSchema(steps, version)
	if err != nil {
		return err
	}
	c := newComparison(want)
	err = eachObject(path, c.meet)
	if errors.Is(err, errEnough) {
		err = nil
	}
	if err != nil {
		return err
	}
	return app.ChangedSchema(c.differences())
}

// checkUpgraded proves of a file that was just brought up to a version that it came out as it
// should: which steps are still to be made is said by a table of the file itself.
func checkUpgraded(db *sql.DB, steps fs.FS, version int64) error {
	want, err := releasedSchema(steps, version)
	if err != nil {
		return err
	}
	is, err := objectsOf(db)
	if err != nil {
		return err
	}
	c := newComparison(want)
	for _, o := range is {
		if err := c.meet(o); err != nil {
			break
		}
	}
	return app.ChangedSchema(c.differences())
}

// errEnough ends the reading of a schema or a journal in which too much is wrong to name it all.
var errEnough = errors.New("enough is wrong")
