package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"technopark/app"
)

// leftovers are the endings of the files that SQLite leaves beside a data file when its work
// is cut off: what its next opener needs to make the file whole again.
var leftovers = []string{"-journal", "-wal"}

// sharedIndex is the ending of the file by which several connections find their way in a log. Other
// programs make it; ours only sees to it that nothing else lies there.
const sharedIndex = "-shm"

// admit returns the version of the schema of a closed file of which anybody may be the author: what
// lies beside it is its own and was taken back, and the schema is ours. Before that nobody connects
// to a file, since SQLite would put whatever lies beside into it and run what its schema says.
func admit(path string, schema fs.FS) (int64, error) {
	latest, err := latestVersion(schema)
	if err != nil {
		return 0, err
	}
	version, err := settledVersion(path, latest)
	if err != nil {
		return 0, err
	}
	return version, checkSchema(path, schema, version)
}

// settledVersion returns the version of the schema after what a cut off change left was taken
// back: the header of a file whose upgrade was cut off may name the version it never reached.
func settledVersion(path string, latest int64) (int64, error) {
	version, err := inspect(path, latest)
	if odd := oddBeside(path); odd != nil && (err == nil || errors.Is(err, app.ErrDamaged)) {
		return 0, odd
	}
	if !unsettled(path) || err != nil && !errors.Is(err, app.ErrDamaged) && !errors.Is(err, app.ErrNewerSchema) {
		return version, err
	}
	if err := refuseForeign(path); err != nil {
		return 0, err
	}
	if err := settle(path); err != nil {
		return 0, err
	}
	return inspect(path, latest)
}

// oddBeside fails when something else than a file stands where SQLite would keep what it needs to
// take a change back: it would say no more than that it cannot open the file.
func oddBeside(path string) error {
	for _, ending := range append(leftovers, sharedIndex) {
		if info, err := os.Lstat(path + ending); err == nil && !info.Mode().IsRegular() {
			return &app.Refusal{ID: "err.odd_journal", Data: map[string]any{"Journal": path + ending}, Cause: app.ErrNotPlain}
		}
	}
	return nil
}

// unsettled reports whether something of a change was left beside the file.
func unsettled(path string) bool {
	for _, ending := range leftovers {
		if info, err := os.Stat(path + ending); err == nil && info.Size() > 0 {
			return true
		}
	}
	return false
}

// clear takes away a journal in which nothing stands: a program that was killed before it wrote
// the first page into it left it, SQLite passes over it until the next write, and until then it
// would look as if something had to be taken back. While we have the right to write, nobody is in
// the middle of a write that the journal is of; where somebody has it, he takes the journal away.
func (s *Store) clear(ctx context.Context) error {
	path := s.path + leftovers[0]
	if !empty(path) {
		return nil
	}
	t, err := s.db.BeginTx(ctx, nil)
	if sqliteCode(err)&0xff == sqlite3.SQLITE_BUSY {
		return nil
	}
	if err != nil {
		return err
	}
	if empty(path) {
		os.Remove(path) //nolint:errcheck // the next write does
	}
	return t.Rollback()
}

// empty reports whether a journal is there that SQLite takes nothing back from: its first byte is
// none or zero.
func empty(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer func() { _ = file.Close() }() // it was only read
	first := make([]byte, 1)
	_, err = file.Read(first)
	return errors.Is(err, io.EOF) || err == nil && first[0] == 0
}

// settle lets SQLite make the file whole. The version is the one question that SQLite answers
// without looking at the schema, which is not known to be ours yet.
func settle(path string) error {
	once.Do(keepLocks)
	connector, err := sqlite.NewConnector("file:" + escapePath(path) + "?mode=rw&_defensive=1&_pragma=busy_timeout(5000)")
	if err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	db := sql.OpenDB(bounded{connector})
	var version int64
	err = db.QueryRow(`PRAGMA user_version`).Scan(&version)
	return translate(path, errors.Join(err, db.Close()))
}
