package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"technopark/app/disk"
)

// SaveCopy writes all data to a new file, whole or not at all. It reads through the open
// handle, so it also saves what was in a file that has been moved or deleted since. The
// store stays where it is.
//
// The error unwraps to ErrExists, ErrMissingDir, ErrNoWrite, ErrNoSpace or ErrUnreachable
// of package app.
func (s *Store) SaveCopy(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err == nil {
		err = checkFree(path)
	}
	if err == nil {
		err = build(path, func(temp string) error { return s.vacuumInto(ctx, temp) })
	}
	if err != nil {
		return fmt.Errorf("save a copy as %s: %w", path, translate(path, err))
	}
	return nil
}

// vacuumInto fills an empty file with the data and proves that it can be read back.
func (s *Store) vacuumInto(ctx context.Context, temp string) error {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	// query_only would forbid to write the copy too.
	_, err = conn.ExecContext(ctx, `PRAGMA query_only = OFF; VACUUM INTO ?`, temp)
	if s.readOnly {
		_, again := conn.ExecContext(context.WithoutCancel(ctx), `PRAGMA query_only = ON`)
		err = errors.Join(err, again)
	}
	if err := errors.Join(err, conn.Close()); err != nil {
		return err
	}
	return errors.Join(synced(temp), sound(temp))
}

// synced sees to it that a file outlives a power cut.
func synced(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return disk.Unwritten(path, 0, err)
	}
	return errors.Join(file.Sync(), file.Close())
}

// sound checks a file that was just written.
func sound(path string) error {
	db, err := connect(path, true)
	if err != nil {
		return err
	}
	flaws, err := flawsIn(db)
	return errors.Join(err, faultOf(flaws), db.Close())
}
