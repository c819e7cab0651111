package storage

import (
	"errors"
	"fmt"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"technopark/app"
	"technopark/app/disk"
)

// translate adds to an error of SQLite, met at a file, the error of package app that says what
// the user can do about it.
func translate(path string, err error) error {
	fault := map[int]error{
		sqlite3.SQLITE_CORRUPT:  app.ErrDamaged,
		sqlite3.SQLITE_NOTADB:   app.ErrDamaged,
		sqlite3.SQLITE_READONLY: app.ErrReadOnly,
		sqlite3.SQLITE_BUSY:     app.ErrLocked,
		sqlite3.SQLITE_FULL:     app.ErrNoSpace,
		sqlite3.SQLITE_IOERR:    app.ErrUnreachable,
	}[sqliteCode(err)&0xff]
	switch sqliteCode(err) {
	case sqlite3.SQLITE_READONLY_DBMOVED:
		fault = app.ErrMoved
	case sqlite3.SQLITE_READONLY_DIRECTORY, sqlite3.SQLITE_CANTOPEN:
		fault = noJournal(path)
	case sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_DIR_FSYNC, sqlite3.SQLITE_IOERR_TRUNCATE:
		fault = errNotTaken
	case sqlite3.SQLITE_TOOBIG:
		fault = tooLong(mostCell, app.Text{})
	}
	if _, said := app.Refused(err); said || fault == nil { // whoever was nearer knows more
		return err
	}
	return fmt.Errorf("%w: %w", fault, err)
}

// noJournal says why no rollback journal could be made beside a file. SQLite does not tell a
// directory that may not be written to from a disk that has no room for one more file, so we try
// to make one.
func noJournal(path string) error {
	if err := disk.Into(filepath.Dir(path)); err != nil {
		return err
	}
	return app.ErrNoWrite
}

// errNotTaken says that a disk did not take what was written; SQLite does not tell one that is
// gone from one that has no more room for this user, or for a file as large.
var errNotTaken error = &app.Refusal{ID: "err.not_taken", Cause: app.ErrUnreachable}

// sqliteCode returns the extended result code, 0 when the error is not SQLite's.
func sqliteCode(err error) int {
	var fault *sqlite.Error
	if errors.As(err, &fault) {
		return fault.Code()
	}
	return 0
}

// refused reports whether a reference forbade the change: 787 from REFERENCES at the end
// of a statement, 1811 at once from ON DELETE RESTRICT, which SQLite makes a trigger of.
func refused(err error) bool {
	code := sqliteCode(err)
	return code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY || code == sqlite3.SQLITE_CONSTRAINT_TRIGGER
}

// notUnique reports whether another record has the same values in a UNIQUE set.
func notUnique(err error) bool { return sqliteCode(err) == sqlite3.SQLITE_CONSTRAINT_UNIQUE }
