package storage

import (
	"context"
	"database/sql/driver"
	"errors"
)

// A save runs some fifteen statements, the same ones each time, and SQLite takes longer to
// understand most of them than to run them. A connection therefore keeps what it has understood:
// a statement that is closed waits for the next time its text is prepared. SQLite itself prepares
// one anew when the schema has changed meanwhile.

// mostKept is how many statements wait at most: a few for each type of records.
const mostKept = 200

// driven is what a connection of the driver can do.
type driven interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
	backuper
}

// keeping is a connection that keeps the statements it has prepared. Like any connection it is used
// by one goroutine at a time.
type keeping struct {
	driven
	idle map[string]driver.Stmt
}

// keepStatements returns a connection of the driver as one that keeps its statements.
func keepStatements(conn driver.Conn) (driver.Conn, error) {
	c, ok := conn.(driven)
	if !ok {
		return nil, errors.New("the driver has changed: its connections lack a method of ours")
	}
	return &keeping{driven: c, idle: map[string]driver.Stmt{}}, nil
}

// PrepareContext is driver.ConnPrepareContext. A statement that is in use is nobody else's, so that
// the same text may run twice at once.
func (k *keeping) PrepareContext(ctx context.Context, text string) (driver.Stmt, error) {
	stmt, ok := k.idle[text]
	if ok {
		delete(k.idle, text)
		return &lent{Stmt: stmt, of: k, text: text}, nil
	}
	stmt, err := k.driven.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	return &lent{Stmt: stmt, of: k, text: text}, nil
}

// Close is driver.Conn.
func (k *keeping) Close() error { return errors.Join(k.drop(), k.driven.Close()) }

// drop closes the statements that nobody uses.
func (k *keeping) drop() error {
	var err error
	for _, stmt := range k.idle {
		err = errors.Join(err, stmt.Close())
	}
	clear(k.idle)
	return err
}

// lent is a statement of a connection that keeps it.
type lent struct {
	driver.Stmt
	of   *keeping
	text string
}

// ExecContext is driver.StmtExecContext.
func (l *lent) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	return l.Stmt.(driver.StmtExecContext).ExecContext(ctx, args)
}

// QueryContext is driver.StmtQueryContext.
func (l *lent) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	return l.Stmt.(driver.StmtQueryContext).QueryContext(ctx, args)
}

// Close gives the statement back.
func (l *lent) Close() error {
	if _, another := l.of.idle[l.text]; another {
		return l.Stmt.Close()
	}
	var err error
	if len(l.of.idle) >= mostKept {
		err = l.of.drop()
	}
	l.of.idle[l.text] = l.Stmt
	return err
}
