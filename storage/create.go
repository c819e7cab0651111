package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"

	"technopark/app"
	"technopark/app/disk"
)

// Create makes a new, empty data file and opens it. It never leaves half a file: the
// file gets its name when it is whole.
//
// The error unwraps to ErrExists, ErrMissingDir or ErrNoWrite of package app.
func Create(path string, o Options) (*Store, error) {
	return create(path, o, migrations(), nil)
}

// CreateFilled makes a new data file and saves its first records as one change, named
// what in the journal; the file gets its name when they are in it. What a file
// began with is not a step of undo: one Ctrl+Z too many must not empty it.
func CreateFilled(path string, o Options, what string, fill func(context.Context, app.Tx) error) (*Store, error) {
	return create(path, o, migrations(), func(s *Store) error {
		ctx := context.Background()
		err := s.Change(ctx, what, func(tx app.Tx) error { return fill(ctx, tx) })
		if err == nil {
			_, err = s.db.ExecContext(ctx, `UPDATE change SET state = '`+stepKept+`'`)
		}
		return err
	})
}

// create makes a new data file with a schema, has it filled, unless fill is nil, and opens it.
func create(path string, o Options, schema fs.FS, fill func(*Store) error) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("create data file: %w", err)
	}
	if err := checkFree(path); err != nil {
		return nil, fmt.Errorf("create %s: %w", path, err)
	}
	err = build(path, func(temp string) error {
		if err := buildSchema(temp, schema); err != nil || fill == nil {
			return err
		}
		s, err := open(temp, o, schema)
		if err != nil {
			return err
		}
		return errors.Join(fill(s), s.Close())
	})
	if err != nil {
		return nil, fmt.Errorf("create %s: %w", path, translate(path, err))
	}
	return open(path, o, schema)
}

// checkFree reports why a file cannot be made under this name.
func checkFree(path string) error {
	if dir := filepath.Dir(path); disk.Dir(dir) != nil {
		return app.About(disk.Shown(dir), app.ErrMissingDir)
	}
	_, err := os.Lstat(path)
	switch {
	case err == nil:
		return app.ErrExists
	case !errors.Is(err, fs.ErrNotExist):
		return unreadable(err)
	}
	for _, ending := range leftovers {
		if info, err := os.Lstat(path + ending); err == nil && info.Size() > 0 {
			return &app.Refusal{ID: "err.leftover_journal", Data: map[string]any{"Journal": path + ending}, Cause: app.ErrExists}
		}
	}
	return nil
}

// build makes the file under another name beside path, where fill fills it, and renames it.
func build(path string, fill func(temp string) error) error {
	disk.Sweep(filepath.Dir(path))
	file, err := os.CreateTemp(filepath.Dir(path), "."+disk.Owned()+"*.tpark")
	if err != nil {
		return disk.Unwritten(path, 0, err)
	}
	temp := file.Name()
	err = file.Close() // it is for the user alone: see disk.Private
	if err == nil {
		err = translate(path, fill(temp)) // while the half that is there takes its room
	}
	if err == nil {
		err = checkFree(path)
	}
	if err == nil {
		err = disk.Name(temp, path)
	}
	if err != nil {
		return errors.Join(ofPlace(path, err), removeUnfinished(temp))
	}
	return nil
}

// removeUnfinished takes away a file that nobody has a name for, with what SQLite left beside it
// when there was no room for more; what cannot be removed now is by the next start.
func removeUnfinished(temp string) error {
	for _, ending := range leftovers {
		os.Remove(temp + ending) //nolint:errcheck // mostly it is not there
	}
	return os.Remove(temp)
}

// ofPlace says of a disk that took no more which file was to be on it: it need not be the one
// that was read.
func ofPlace(path string, err error) error {
	if said := translate(path, err); errors.Is(said, app.ErrNoSpace) || errors.Is(said, errNotTaken) {
		return app.About(disk.Shown(path), said)
	}
	return err
}

// buildSchema makes the tables in an empty file. Nobody knows the file yet, so each step need not
// outlive a power cut: the whole does.
func buildSchema(path string, schema fs.FS) error {
	db, err := connect(path, false)
	if err != nil {
		return err
	}
	_, err = db.Exec(`PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY`)
	if err == nil {
		err = migrate(context.Background(), db, schema)
	}
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	return finished(path, rand.Uint32())
}
