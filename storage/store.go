// Package storage keeps records in a data file: one SQLite file for one management
// company, with everything in it. It is the only importer of database/sql.
//
// Everything here is written over app.Type: the table of a record type is named after
// its key, a column after its field's key. A new record type costs one migration and no
// Go code; TestSchemaIsTheCatalogue holds the two together.
//
// We keep one connection, because the file has one user: no statement then waits for
// another of our own, and pragmas hold for all of them. So inside Change, read through
// the app.Tx that was passed in, never through the Store, which would wait for itself.
//
// We use a rollback journal and not WAL, because data files lie on network drives and
// are copied to USB sticks: closed, the file must be the whole of the data.
package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"technopark/app"
	"technopark/app/disk"
)

// Options say who opens a data file and how.
type Options struct {
	Who      string           // written into the journal and shown to others
	Now      func() time.Time // required
	ReadOnly bool             // to look only, beside whoever writes

	flawed bool // open it however its pages and indexes are, to say or to mend what is wrong
}

// Store is an open data file.
type Store struct {
	path     string
	db       *sql.DB
	tables   map[string]*table
	who      string
	now      func() time.Time
	readOnly bool

	manyNames bool       // the file has others: see manyNames
	version   int64      // of the schema; 0 of a file that is being made
	older     string     // directory of the copy that is read in place of a file that is older or is to be mended
	lock      *lock      // nil when we do not hold it
	holder    app.Holder // of the lock, when somebody else holds it
	held      bool
	known     known
	flaws     []app.Problem // of a file in place of which a copy is read that was upgraded or mended
	remade    bool          // see Remade
}

// Open opens a data file. When somebody else has it open, or when it may not be
// written to, the store is for reading only: see Unwritable and HeldBy. A file of an
// older schema is upgraded after a copy of it was put beside it, see upgrade; a reader
// leaves it as it is.
//
// The error unwraps to ErrMissingDir, ErrNoFile, ErrIsDir, ErrNotPlain, ErrNoRead, ErrEmptyFile, ErrNotOurs,
// ErrDamaged or ErrNewerSchema of package app; nothing is written then.
func Open(path string, o Options) (*Store, error) {
	return open(path, o, migrations())
}

func open(path string, o Options, schema fs.FS) (*Store, error) {
	if o.Now == nil {
		return nil, errors.New("open data file: no clock was passed in")
	}
	path, err := wholePath(path)
	if err != nil {
		return nil, fmt.Errorf("open data file: %w", err)
	}
	latest, err := latestVersion(schema)
	if err != nil {
		return nil, err
	}
	disk.Sweep(filepath.Dir(path))
	version, err := settledVersion(path, latest)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	s := &Store{path: path, tables: newTables(), who: app.Clean(o.Who), now: o.Now, readOnly: o.ReadOnly, manyNames: manyNames(path)}
	err = s.start(schema, version, latest, o.flawed)
	if err == nil && !o.flawed {
		err = s.wholeByAnyName(context.Background())
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, unsteady(path, latest, translate(path, err))), s.Close())
	}
	return s, nil
}

// unsteady looks once more at a file that was found in order and then failed in a way nobody has
// words for: somebody may have cut it off or put another in its place meanwhile.
func unsteady(path string, latest int64, err error) error {
	if _, said := app.Refused(err); said {
		return err
	}
	if _, is := inspect(path, latest); is != nil {
		return fmt.Errorf("%w: %w", is, err)
	}
	return err
}

// start takes the lock, connects and brings the schema up to date.
func (s *Store) start(schema fs.FS, version, latest int64, flawed bool) error {
	if !s.readOnly {
		if err := s.takeLock(); err != nil {
			return err
		}
	}
	if err := checkSchema(s.path, schema, version); err != nil {
		return err
	}
	var err error
	if s.db, err = connect(s.path, s.readOnly); err != nil {
		return err
	}
	flaws, err := flawsIn(s.db)
	if err == nil && !flawed {
		err = faultOf(flaws)
	}
	if err != nil {
		return err
	}
	ctx, done := s.patience(context.Background(), flaws)
	defer done()
	err = s.startOn(ctx, schema, version, latest, flaws, flawed)
	if impatient(context.Background(), err) {
		return fmt.Errorf("%w: its pages lead in a circle: %w", app.ErrDamaged, err)
	}
	return err
}

// startOn goes on with a file of which it is known what SQLite finds wrong with it.
func (s *Store) startOn(ctx context.Context, schema fs.FS, version, latest int64, flaws []app.Problem, flawed bool) error {
	if err := checkSteps(ctx, s.db, version); err != nil {
		return err
	}
	if version < latest {
		if slices.ContainsFunc(flaws, ofPages) {
			return faultOf(flaws) // a copy of what leads in a circle would never be done
		}
		if s.readOnly {
			s.flaws = flaws
		}
		if err := s.bringUp(schema, version); err != nil {
			return err
		}
		if err := checkUpgraded(s.db, schema, latest); err != nil {
			return err
		}
	}
	s.version = latest
	if err := checkTables(ctx, s.db); err != nil {
		return err
	}
	if !flawed || version < latest {
		if err := s.settleIndex(ctx, flaws, version < latest); err != nil {
			return err
		}
	}
	if s.readOnly {
		return s.remember(journalEnd{})
	}
	if err := s.clear(ctx); err != nil {
		return err
	}
	return s.read(ctx, func(x *tx) error {
		if err := x.findEnd(ctx); err != nil {
			return err
		}
		return s.remember(x.last)
	})
}

// takeLock makes the store read-only when the lock is not to be had.
func (s *Store) takeLock() error {
	if !writable(s.path) {
		s.readOnly = true
		return nil
	}
	l, holder, err := acquire(s.path, newHolder(s.who, s.now()))
	switch {
	case errors.Is(err, app.ErrLocked):
		s.holder, s.held, s.readOnly = holder, true, true
	case errors.Is(err, fs.ErrPermission):
		s.readOnly = true
	case err != nil:
		return err
	}
	if s.lock = l; l != nil && s.manyNames {
		s.readOnly, s.lock = true, nil
		return l.release()
	}
	return nil
}

// Remade reports whether the index of words did not agree with the records when the file was
// opened and was made anew: something else than this program has written to the file, or its disk
// fails. The records are what they were.
func (s *Store) Remade() bool { return s.remade }

// Close closes the file and gives up the lock.
func (s *Store) Close() error {
	var err error
	if s.db != nil {
		err = s.db.Close()
	}
	if s.older != "" {
		err = errors.Join(err, os.RemoveAll(s.older))
		s.older = ""
	}
	if s.lock != nil {
		err = errors.Join(err, s.lock.release())
		s.lock = nil
	}
	return err
}

// Path returns the absolute path of the data file.
func (s *Store) Path() string { return s.path }

// ReadOnly reports whether writes are refused: see Unwritable.
func (s *Store) ReadOnly() bool { return s.readOnly }

// HeldBy returns who else had the file open for writing when this store was opened;
// a holder that could not be read is zero.
func (s *Store) HeldBy() (app.Holder, bool) { return s.holder, s.held }

// table returns how records of a type are kept.
func (s *Store) table(t *app.Type) (*table, error) {
	if t == nil {
		return nil, errors.New("no record type was given")
	}
	found, ok := s.tables[t.Key]
	if !ok {
		return nil, fmt.Errorf("record type %s is not in the catalogue", t.Key)
	}
	return found, nil
}

// day returns today, as the clock that was passed in sees it.
func (s *Store) day() app.Date { return app.DateOf(s.now()) }

// stamp returns the moment to write down; the file keeps whole seconds.
func (s *Store) stamp() time.Time { return s.now().UTC().Truncate(time.Second) }

// wholePath resolves links, so that a file has one lock whatever it is called by.
func wholePath(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		return resolved, nil
	}
	return path, nil // it is not there: inspect says so in the user's terms
}
