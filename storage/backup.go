package storage

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"path/filepath"

	"modernc.org/sqlite"
)

// A copy is made through a connection of its own, some pages at a time: between two steps
// no lock is held, so that whoever works at the file saves as ever. What is saved meanwhile
// makes SQLite begin again; a file that is never at rest is copied in one go at last, while
// its writers wait.
const (
	pagesAStep   = 256 // 1 MB: a few milliseconds
	mostRestarts = 3
)

// Backup writes a copy of a data file, which may be open and written to meanwhile, under a
// name that is free: whole, synced and read back, or not at all. tell, which may be nil,
// hears how many pages of how many are done.
//
// The errors unwrap to those of Open and of SaveCopy.
func Backup(ctx context.Context, from, to string, tell func(done, all int)) error {
	from, err := wholePath(from)
	if err == nil {
		_, err = admit(from, migrations())
	}
	if err != nil {
		return fmt.Errorf("copy %s: %w", from, err)
	}
	to, err = filepath.Abs(to)
	if err == nil {
		err = checkFree(to)
	}
	if err == nil {
		err = build(to, func(temp string) error { return copyPages(ctx, from, temp, tell) })
	}
	if err != nil {
		return fmt.Errorf("copy %s as %s: %w", from, to, translate(to, err))
	}
	return nil
}

// backuper is what a connection of the driver can do.
type backuper interface {
	NewBackup(to string) (*sqlite.Backup, error)
}

// copyPages fills an empty file with the pages of another.
func copyPages(ctx context.Context, from, temp string, tell func(done, all int)) (err error) {
	db, err := connect(from, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	err = conn.Raw(func(c any) error {
		b, can := c.(backuper)
		if !can {
			return errors.New("the driver makes no copies")
		}
		// Until it has its name, the copy is nobody's: it needs no journal, and is synced once.
		copying, err := b.NewBackup("file:" + escapePath(temp) + "?mode=rw&_pragma=journal_mode(OFF)&_pragma=synchronous(OFF)")
		if err != nil {
			return err
		}
		return errors.Join(stepThrough(ctx, copying, tell), copying.Finish())
	})
	if err := errors.Join(err, closedConn(conn)); err != nil {
		return err
	}
	return errors.Join(copied(ctx, temp), sound(temp))
}

// closedConn closes a connection; one that the driver gave up before is closed.
func closedConn(conn interface{ Close() error }) error {
	if err := conn.Close(); !errors.Is(err, driver.ErrBadConn) {
		return err
	}
	return nil
}

// stepThrough copies all pages unless ctx is cancelled.
func stepThrough(ctx context.Context, copying *sqlite.Backup, tell func(done, all int)) error {
	left, restarts := -1, 0
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		step := int32(pagesAStep)
		if restarts >= mostRestarts {
			step = -1
		}
		more, err := copying.Step(step)
		if err != nil || !more {
			return err
		}
		now := copying.Remaining()
		if left >= 0 && now >= left {
			restarts++
		}
		left = now
		if tell != nil {
			tell(copying.PageCount()-now, copying.PageCount())
		}
	}
}
