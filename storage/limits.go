package storage

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"slices"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"technopark/app"
)

// A data file may come from anybody, so that what it can make us do has bounds. Its schema is
// known to be ours before SQLite reads it; these bounds are on what stands in its rows, and on
// how long its pages may lead us about.

// mostCell is how many bytes a row of the file may have; the largest we write holds a kept file,
// of which attach.MaxBytes and the frozen data of a package are the largest.
const mostCell = 136 << 20

// mostFile is how large a data file may be: SQLite notes in memory for every page whether it
// has met it.
const mostFile = 64 << 30

// limits are what SQLite refuses to do on our connections: a few times what we ask of it.
var limits = map[int]int{
	sqlite3.SQLITE_LIMIT_LENGTH:              mostCell,
	sqlite3.SQLITE_LIMIT_SQL_LENGTH:          256 << 10,
	sqlite3.SQLITE_LIMIT_COLUMN:              200,
	sqlite3.SQLITE_LIMIT_EXPR_DEPTH:          100,
	sqlite3.SQLITE_LIMIT_COMPOUND_SELECT:     100,
	sqlite3.SQLITE_LIMIT_VDBE_OP:             1_000_000,
	sqlite3.SQLITE_LIMIT_FUNCTION_ARG:        20,
	sqlite3.SQLITE_LIMIT_ATTACHED:            1, // VACUUM INTO makes its copy so
	sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1000,
	sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER:     200,
	sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH:       10,
	sqlite3.SQLITE_LIMIT_WORKER_THREADS:      0,
}

// bounded makes connections with those limits, which keep their statements.
type bounded struct{ driver.Connector }

// Connect is driver.Connector.
func (b bounded) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := b.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	if err := limit(ctx, given{b.Driver(), conn}); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	kept, err := keepStatements(conn)
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return kept, nil
}

// given hands out one connection that is there already.
type given struct {
	driver driver.Driver
	conn   driver.Conn
}

// Connect is driver.Connector.
func (g given) Connect(context.Context) (driver.Conn, error) { return g.conn, nil }

// Driver is driver.Connector.
func (g given) Driver() driver.Driver { return g.driver }

// limit sets the limits of a connection. The driver does it for a connection of database/sql
// alone, so that we lend it one; it is not closed, which would close what it stands for.
func limit(ctx context.Context, g given) error {
	db := sql.OpenDB(g)
	lent, err := db.Conn(ctx)
	for id, most := range limits {
		if err == nil {
			_, err = sqlite.Limit(lent, id, most)
		}
	}
	return errors.Join(err, db.Close())
}

// patience bounds how long rows are read of a file in which pages that do not hang together were
// found: they may lead in a circle.
func (s *Store) patience(ctx context.Context, problems []app.Problem) (context.Context, context.CancelFunc) {
	if !slices.ContainsFunc(problems, ofPages) {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, flawsMoment+time.Duration(s.size()/bytesASecond)*time.Second)
}

// bytesASecond is how many bytes of rows are read, compared and named in a second at least.
const bytesASecond = 10 << 20

func (s *Store) size() int64 {
	s.known.Lock()
	defer s.known.Unlock()
	return s.known.size
}

// impatient reports whether an error says that a patience came to its end, and not that of who
// asked.
func impatient(ctx context.Context, err error) bool {
	return ctx.Err() == nil && (errors.Is(err, context.DeadlineExceeded) || sqliteCode(err) == sqlite3.SQLITE_INTERRUPT)
}
