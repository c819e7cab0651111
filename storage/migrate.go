package storage

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pressly/goose/v3"

	"technopark/app"
	"technopark/app/disk"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations returns the steps of the schema, numbered from 1. The number of the last
// is the schema version; each step writes its own number into user_version.
func migrations() fs.FS {
	files, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		panic(err) // the directory is compiled in
	}
	return files
}

// migrate brings the schema up to the last step.
func migrate(ctx context.Context, db *sql.DB, schema fs.FS) error {
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, schema)
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// latestVersion returns the number of the last step.
func latestVersion(schema fs.FS) (int64, error) {
	names, err := fs.Glob(schema, "*.sql")
	if err != nil {
		return 0, fmt.Errorf("read migrations: %w", err)
	}
	var latest int64
	for _, name := range names {
		n, err := goose.NumericComponent(name)
		if err != nil {
			return 0, fmt.Errorf("read migration %s: %w", name, err)
		}
		latest = max(latest, n)
	}
	return latest, nil
}

// upgrade puts a copy of the file beside it and migrates it. The copy of park.tpark at
// schema 1 is park.before-upgrade-1.tpark: plain ASCII, because such copies travel on
// sticks and in archives, and with our ending, because the program of then opens it.
func upgrade(db *sql.DB, path string, schema fs.FS, version int64) error {
	copied, err := copyBeside(path, fmt.Sprintf("before-upgrade-%d", version))
	if err == nil {
		err = readBack(copied)
	}
	if err != nil {
		return fmt.Errorf("keep a copy before the upgrade: %w", err)
	}
	return migrate(context.Background(), db, schema)
}

// bringUp makes an older file readable by this program. A writer upgrades the file. A
// reader must not touch it, so he reads an upgraded copy, which Close takes away.
func (s *Store) bringUp(schema fs.FS, version int64) error {
	var err error
	if s.readOnly {
		err = s.readApart(func() error { return migrate(context.Background(), s.db, schema) })
	} else {
		err = upgrade(s.db, s.path, schema, version)
	}
	if err != nil {
		return fmt.Errorf("read a file of schema %d: %w", version, err)
	}
	return nil
}

// readApart reads a copy of the file in its place, which Close takes away: a reader changes nothing
// of the file, and prepare something of what is read.
func (s *Store) readApart(prepare func() error) error {
	dir, err := disk.TempDir("older")
	if err != nil {
		return fmt.Errorf("read a copy apart: %w", err)
	}
	s.older = dir
	twin := filepath.Join(dir, "older.tpark")
	// query_only would forbid to write the copy too.
	if _, err := s.db.Exec(`PRAGMA query_only = OFF; VACUUM INTO ?`, twin); err != nil {
		return notApart(dir, fmt.Errorf("copy the file: %w", err))
	}
	if err := s.db.Close(); err != nil {
		return err
	}
	if s.db, err = connect(twin, false); err != nil {
		return err
	}
	if err := prepare(); err != nil {
		return notApart(dir, err)
	}
	if _, err := s.db.Exec(`PRAGMA query_only = ON`); err != nil {
		return fmt.Errorf("read the copy: %w", err)
	}
	return nil
}

// notApart says of a copy for which there was no room where it was to be: the disk of the file is
// not at fault.
func notApart(dir string, err error) error {
	if said := translate(dir, err); !errors.Is(said, app.ErrNoSpace) && !errors.Is(said, errNotTaken) {
		return err
	}
	return &app.Refusal{ID: "err.no_room_apart", Data: map[string]any{"Folder": filepath.Dir(dir)}, Cause: fmt.Errorf("%w: %w", app.ErrNoSpace, err)}
}

// copyBeside copies a file that nobody writes to and reads the copy back: nothing is upgraded
// before one is good. A copy that is there already is kept: it serves when it has the same bytes,
// as after an upgrade that was cut short, and else the new one gets a number. So it does where
// something is left of another file: SQLite would put it into the copy.
func copyBeside(path, mark string) (target string, err error) {
	sum, err := disk.Sum(context.Background(), path)
	if err != nil {
		return "", err
	}
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ext) + "." + mark
	target = stem + ext
	for n := 2; ; n++ {
		if serves, err := takes(target, sum); err != nil {
			return "", err
		} else if serves {
			break
		}
		target = fmt.Sprintf("%s-%d%s", stem, n, ext)
	}
	if _, err := os.Lstat(target); err == nil {
		return target, nil
	}
	return target, disk.Copy(path, target)
}

// takes reports whether a copy may be called so: nothing is there, or the same bytes are.
func takes(target, sum string) (bool, error) {
	if unsettled(target) {
		return false, nil
	}
	if _, err := os.Lstat(target); errors.Is(err, fs.ErrNotExist) {
		return true, nil
	} else if err != nil {
		return false, err
	}
	there, err := disk.Sum(context.Background(), target)
	return err == nil && there == sum, nil
}

// readBack reads a copy from the disk. Indexes that do not agree with their tables are those of
// the file, which is about to be mended.
func readBack(path string) error {
	db, err := connect(path, true)
	if err != nil {
		return err
	}
	flaws, err := flawsIn(db)
	flaws = slices.DeleteFunc(flaws, func(p app.Problem) bool { return p.Kind == app.ProblemIndex })
	return errors.Join(err, faultOf(flaws), db.Close())
}
