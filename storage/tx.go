package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"technopark/app"
)

// tx is a transaction under way: the SQL of this package is methods of it. As an
// app.Tx it is what callers of Change work with.
type tx struct {
	store *Store
	sql   *sql.Tx
	stmts map[string]*sql.Stmt
	at    time.Time // of everything the transaction writes
	heads []head    // of records given to Save, to put back when nothing is kept

	what   string // of the undo step; empty: after the first record written
	change int64  // id of the undo step; 0: nothing is written yet
	cause  app.Cause
	last   journalEnd
	began  int64 // the last entry of the journal before the transaction, once last is known

	headed bool // the first page was written

	worded  bool // a word may have changed
	sealed  bool // it is noted up to which entry the index of words goes
	words   bool // the index of words has changed
	indexed int  // how many rows were added to the index of words; less than 0 when some were taken out
}

// head is a record's head before it was saved.
type head struct {
	of  *app.Head
	was app.Head
}

// read runs fn in a transaction that sees one moment of the file and changes nothing.
func (s *Store) read(ctx context.Context, fn func(*tx) error) error {
	t, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return translate(s.path, err)
	}
	x := s.newTx(t)
	err = fn(x)
	return translate(s.path, errors.Join(err, x.end(t.Rollback)))
}

// write runs fn in a transaction; nothing of it is kept when fn fails or panics.
func (s *Store) write(ctx context.Context, fn func(*tx) error) error {
	if s.readOnly {
		return s.Unwritable()
	}
	touched, err := s.inPlace()
	if err != nil {
		return err
	}
	t, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return overwritten(touched, translate(s.path, err))
	}
	x, kept, before := s.newTx(t), false, s.changesInFile()
	defer func() {
		if !kept {
			x.putBack()
			_ = x.end(t.Rollback) // the fault that led here is the one to tell
		}
	}()
	if err := x.ours(ctx); err != nil {
		return overwritten(touched, translate(s.path, err))
	}
	if err := fn(x); err != nil {
		return translate(s.path, err)
	}
	if err := x.sealIndex(ctx); err != nil {
		return translate(s.path, err)
	}
	if err := s.reached(before, 0); err != nil {
		return err
	}
	if err := x.end(t.Commit); err != nil {
		return translate(s.path, err)
	}
	kept = true
	if x.sealed {
		s.noteUpTo(x.last.id)
	}
	if err := s.reached(before, mostChanges); err != nil {
		return err
	}
	_ = s.remember(x.last) // it is kept; the next write says what has become of the file
	return nil
}

func (s *Store) newTx(t *sql.Tx) *tx {
	return &tx{store: s, sql: t, stmts: map[string]*sql.Stmt{}, at: s.stamp(), cause: app.CauseDo}
}

// end closes the statements and finishes the transaction.
func (x *tx) end(finish func() error) error {
	var err error
	for _, stmt := range x.stmts {
		err = errors.Join(err, stmt.Close())
	}
	clear(x.stmts)
	if finished := finish(); !errors.Is(finished, sql.ErrTxDone) {
		err = errors.Join(err, finished)
	}
	return err
}

// remember keeps the head of a record that is about to be saved.
func (x *tx) remember(rec app.Record) {
	x.heads = append(x.heads, head{rec.Header(), *rec.Header()})
}

// putBack undoes what the transaction wrote into heads, the latest first.
func (x *tx) putBack() {
	for i := len(x.heads) - 1; i >= 0; i-- {
		*x.heads[i].of = x.heads[i].was
	}
}

// stmt prepares each text once: an import runs the same few for every record.
func (x *tx) stmt(ctx context.Context, text string) (*sql.Stmt, error) {
	if stmt, ok := x.stmts[text]; ok {
		return stmt, nil
	}
	stmt, err := x.sql.PrepareContext(ctx, text)
	if err != nil {
		return nil, fmt.Errorf("prepare %q: %w", text, err)
	}
	x.stmts[text] = stmt
	return stmt, nil
}

// exec writes. The first page is the first to be written, with what stands there: so it is in the
// rollback journal before anything else is changed on the disk, however early SQLite runs out of
// memory for pages, and says of which file that journal is: see fitsBeside.
func (x *tx) exec(ctx context.Context, text string, args ...any) (sql.Result, error) {
	if !x.headed && x.store.version > 0 {
		x.headed = true
		if _, err := x.exec(ctx, fmt.Sprint(`PRAGMA user_version = `, x.store.version)); err != nil {
			return nil, err
		}
	}
	stmt, err := x.stmt(ctx, text)
	if err != nil {
		return nil, err
	}
	return stmt.ExecContext(ctx, args...)
}

// each runs fn for every row of a query.
func (x *tx) each(ctx context.Context, fn func(*sql.Rows) error, text string, args ...any) (err error) {
	stmt, err := x.stmt(ctx, text)
	if err != nil {
		return err
	}
	rows, err := stmt.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := fn(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// one scans the only row of a query; false when there is none.
func (x *tx) one(ctx context.Context, targets []any, text string, args ...any) (bool, error) {
	found := false
	err := x.each(ctx, func(rows *sql.Rows) error {
		found = true
		return rows.Scan(targets...)
	}, text, args...)
	return found, err
}
