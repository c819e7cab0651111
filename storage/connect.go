package storage

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"modernc.org/sqlite"
)

// once has SQLite's locks chosen before the first is taken.
var once sync.Once

// connect opens one connection to a file that is there and that the program has just made or
// looked at before: see admit and Store.start.
func connect(path string, readOnly bool) (*sql.DB, error) {
	once.Do(keepLocks)
	connector, err := sqlite.NewConnector(dsn(path, readOnly))
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	db := sql.OpenDB(bounded{connector})
	db.SetMaxOpenConns(1)
	return db, nil
}

// dsn puts the pragmas where they reach every connection: by Exec they would be lost
// with the connection that took them.
//
// A reader opens the file for writing too, with query_only: after a power cut somebody
// has to roll the hot journal back, and mode=ro would refuse to open the file instead.
// SQLite falls back to reading when the file may not be written to.
func dsn(path string, readOnly bool) string {
	pragmas := []string{
		"busy_timeout(5000)",    // a reader and a writer meet for milliseconds
		"journal_mode(DELETE)",  // see the package comment
		"synchronous(EXTRA)",    // a commit outlives a power cut, and so does the removal of its journal
		"foreign_keys(ON)",      // off by default in every connection
		"trusted_schema(OFF)",   // the file comes from elsewhere
		"temp_store(MEMORY)",    // nothing of the data outside the file
		"cell_size_check(ON)",   // find damage before reading it
		"recursive_triggers(1)", // REPLACE must not get round the journal's triggers
	}
	if readOnly {
		pragmas = append(pragmas, "query_only(ON)")
	}
	// Writers begin with the write lock, so that no transaction fails half-way.
	// No statement changes the pages or the schema by a back door (_defensive), and a name in
	// double quotes is a name or an error, never a text (_dqs): of a column that is gone, SQLite
	// would otherwise read its name in every row.
	query := "?mode=rw&_txlock=immediate&_defensive=1&_dqs=0"
	for _, p := range pragmas {
		query += "&_pragma=" + p
	}
	return "file:" + escapePath(path) + query
}

// escapePath writes an absolute path for a file: URI: what a URI would read as its
// query, its fragment or an escape is escaped; C:\x and \\host\x get the leading
// slashes that SQLite takes off again.
func escapePath(path string) string {
	path = filepath.ToSlash(path)
	switch {
	case strings.HasPrefix(path, "//"):
		path = "//" + path
	case !strings.HasPrefix(path, "/"):
		path = "///" + path
	}
	return strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path)
}
