package storage

import (
	"context"
	"fmt"
	"os"
	"time"

	"technopark/app"
)

// A file can have several names, by hard links. SQLite keeps what it needs to take back a write
// that is cut off beside the name under which the file was opened, and whoever opens it by another
// name finds nothing there and takes half a write for the data. So such a file is read and never
// written to: no write of ours can be cut off in it. What another program, or ours before the
// second name was made, may have left half done is found by the whole check, which a file of one
// name has only when somebody asks for it; one that does not pass is not read either.
//
// To refuse such a file altogether would be simpler, but then nobody could so much as save a copy,
// which has one name and can be worked with.

// manyNames reports whether a file has other names. Who has just made it takes away the name
// under which he filled it: see disk.Name.
func manyNames(path string) bool {
	const tries, pause = 5, 20 * time.Millisecond
	for range tries {
		if !otherName(path) {
			return false
		}
		time.Sleep(pause)
	}
	return true
}

func otherName(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false // whoever reads it says why
	}
	defer func() { _ = file.Close() }() // it was only asked
	info, err := file.Stat()
	return err == nil && !oneName(file, info)
}

// Unwritable says why nothing can be written: app.ErrReadOnly, with the reason where that is the
// file itself; nil when it can.
func (s *Store) Unwritable() error {
	switch {
	case !s.readOnly:
		return nil
	case s.manyNames && !s.held:
		return app.ErrManyNames
	}
	return app.ErrReadOnly
}

// ManyNames reports whether the file has other names, for which it is only read.
func (s *Store) ManyNames() bool { return s.manyNames }

// wholeByAnyName fails for a file of several names that is not as it was written.
func (s *Store) wholeByAnyName(ctx context.Context) error {
	if !s.manyNames {
		return nil
	}
	v, err := s.Verify(ctx)
	if err != nil || v.OK() {
		return err
	}
	return &app.Refusal{ID: "err.many_names_cut", Cause: fmt.Errorf("it has several names: %w", v.Err())}
}
