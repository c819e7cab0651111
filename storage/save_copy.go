package storage

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

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
	return errors.Join(copied(ctx, temp), sound(temp))
}

// copied finishes a copy. Where it begins to count follows from what is in it, so that two copies
// of one moment are the same, byte by byte.
func copied(ctx context.Context, path string) error {
	sum, err := disk.Sum(ctx, path)
	if err != nil {
		return err
	}
	count, err := strconv.ParseUint(sum[:8], 16, 32)
	return errors.Join(err, finished(path, uint32(count)))
}

// finished gives a file that was just written, and that nobody has open yet, a number from which
// it counts its changes, and sees to it that it outlives a power cut.
//
// SQLite begins to count at 1 in whatever it makes, so that what is left of a write to one copy
// would fit another: see fitsBeside. Where a file begins to count says nothing, so each begins
// somewhere else, and of two files hardly ever will both be at the same number.
func finished(path string, first uint32) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return disk.Unwritten(path, 0, err)
	}
	count := binary.BigEndian.AppendUint32(nil, first)
	for _, at := range []int64{headerChanges, headerValidFor} {
		_, wrong := file.WriteAt(count, at)
		err = errors.Join(err, wrong)
	}
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		return disk.Unwritten(path, 0, err)
	}
	return nil
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
