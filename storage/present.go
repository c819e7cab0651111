package storage

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"technopark/app"
)

// A data file can be taken away from under the program: renamed or moved in a file
// manager, replaced by a backup, deleted by a cleaner, pulled out with its stick. We look
// before every write, because SQLite would call some of this «read only» and would not
// notice the rest: copied over in place, a file keeps its identity and gets other pages.
// What the open handle leads to is whole as long as it was not written over: see SaveCopy.

// known is what the data file is recognised by.
type known struct {
	sync.Mutex
	file    os.FileInfo
	size    int64      // when we last had to do with it
	written time.Time  // then
	end     journalEnd // the last entry of the journal then; of a reader, none
	noted   int64      // an entry up to which the index of words says that it goes
}

// noteUpTo notes up to which entry of the journal the index of words goes.
func (s *Store) noteUpTo(entry int64) {
	s.known.Lock()
	defer s.known.Unlock()
	s.known.noted = entry
}

// noted returns what noteUpTo was last told; 0 when it was told nothing yet.
func (s *Store) noted() int64 {
	s.known.Lock()
	defer s.known.Unlock()
	return s.known.noted
}

// Present returns nil while the data file is where it was opened and is the one that was
// opened. Else the error unwraps to ErrMoved, ErrReplaced, ErrProtected or ErrUnreachable
// of package app: nothing can be written then.
func (s *Store) Present(ctx context.Context) error {
	touched, err := s.inPlace()
	if err != nil || !touched {
		return err
	}
	err = s.read(ctx, func(x *tx) error { return x.ours(ctx) })
	return overwritten(touched, err)
}

// remember notes by what the file is known again.
func (s *Store) remember(end journalEnd) error {
	info, err := os.Stat(s.path)
	if err != nil {
		return lost(err)
	}
	s.known.Lock()
	defer s.known.Unlock()
	s.known.file, s.known.size, s.known.written = info, info.Size(), info.ModTime()
	if end.known {
		s.known.end = end
	}
	return nil
}

// inPlace finds a file that is gone, is another one or may not be written to any more. One
// that somebody else has touched is read anew.
func (s *Store) inPlace() (touched bool, err error) {
	info, err := os.Stat(s.path)
	if err != nil {
		return false, lost(err)
	}
	s.known.Lock()
	defer s.known.Unlock()
	switch {
	case !os.SameFile(info, s.known.file):
		return false, fmt.Errorf("%w: another file has its name", app.ErrMoved)
	case s.readOnly:
		return false, nil
	case info.Mode().Perm()&0o222 == 0:
		return false, app.ErrProtected
	case info.Size() == s.known.size && info.ModTime().Equal(s.known.written):
		return false, nil
	}
	s.readAnew()
	return true, nil
}

// readAnew drops what the connection remembers of the pages: of a file that was copied
// over ours it would take some for its own.
func (s *Store) readAnew() {
	s.db.SetMaxIdleConns(-1)
	s.db.SetMaxIdleConns(1)
}

// mostChanges is by how much the count of changes in the header may grow while one of ours is made:
// by one, and by those of another program that had the file before we looked.
const mostChanges = 1000

// changesInFile returns how many changes the header of the open file counts; each file begins to count
// somewhere else, see finished. It is read through the handle of the lock: closing another one would give
// up locks on some systems. Without a handle, or a header, nothing is known.
func (s *Store) changesInFile() countedChanges {
	if s.lock == nil {
		return countedChanges{}
	}
	header := make([]byte, headerSize)
	if _, err := s.lock.data.ReadAt(header, 0); err != nil || string(header[:len(headerMagic)]) != headerMagic {
		return countedChanges{}
	}
	length := int64(0)
	if info, err := s.lock.data.Stat(); err == nil {
		length = info.Size()
	}
	pages := int64(binary.BigEndian.Uint32(header[headerPages:])) * pageSize(header)
	return countedChanges{true, binary.BigEndian.Uint32(header[headerChanges:]), pages, length}
}

// countedChanges are what the header of a file says of it, and how long it is.
type countedChanges struct {
	known  bool
	n      uint32
	pages  int64 // bytes of them
	length int64 // of the file, which may have more behind the last page, put there by another program
}

// fits reports whether the file is as long as SQLite leaves it that was of an earlier length: it ends
// with the last page, or where it ended before.
func (c countedChanges) fits(before countedChanges) bool {
	return c.length == c.pages || c.length == max(c.pages, before.length)
}

// reached fails when what is about to be written, or was, does not come into the file that has the name
// of ours: it was taken away, or another was written over it, while the write was under way. before is
// what its header said at the beginning, most by how much its count may have grown since: SQLite counts
// when it commits. What is open has a change that was committed, unless it was written over; one that is
// written over between these two looks, under the very hands of SQLite, is not seen.
func (s *Store) reached(before countedChanges, most uint32) error {
	if !before.known {
		return nil
	}
	err := s.astray(before, most)
	switch {
	case err == nil || most == 0:
		return err
	case errors.Is(err, app.ErrReplaced):
		return &app.Refusal{ID: "err.replaced_written", Cause: err}
	}
	return &app.Refusal{ID: "err.moved_written", Cause: err}
}

func (s *Store) astray(before countedChanges, most uint32) error {
	open, err := s.lock.data.Stat()
	if err != nil {
		return fmt.Errorf("%w: %w", app.ErrUnreachable, err)
	}
	is, err := os.Stat(s.path)
	switch {
	case err != nil:
		return lost(err)
	case !os.SameFile(is, open):
		return fmt.Errorf("%w: another file has its name", app.ErrMoved)
	}
	if now := s.changesInFile(); !now.known || now.n-before.n > most || most > 0 && !now.fits(before) {
		s.readAnew()
		return fmt.Errorf("%w: its header is of another", app.ErrReplaced)
	}
	return nil
}

// lost tells a file that is gone from a disk that does not answer.
func lost(err error) error {
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, errNotDirectory) {
		return fmt.Errorf("%w: %w", app.ErrMoved, err)
	}
	return fmt.Errorf("%w: %w", app.ErrUnreachable, err)
}

// ours proves that the file still has the last entry of the journal we know of: one that
// was copied over it has other entries, or fewer.
func (x *tx) ours(ctx context.Context) error {
	x.store.known.Lock()
	end := x.store.known.end
	x.store.known.Unlock()
	if end.id == 0 {
		return nil
	}
	if err := x.findEnd(ctx); err != nil || x.last.id == end.id && x.last.hash == end.hash {
		return err // as it is unless somebody else has written to the file
	}
	var hash string
	found, err := x.one(ctx, []any{&hash}, `SELECT hash FROM journal WHERE id = ?`, end.id)
	if err != nil || found && hash == end.hash {
		return err
	}
	return fmt.Errorf("%w: it has no journal entry %d of ours", app.ErrReplaced, end.id)
}

// overwritten says of a file that somebody has touched and that cannot be read any more
// what has most likely come over it: another file.
func overwritten(touched bool, err error) error {
	if err == nil || !touched || errors.Is(err, app.ErrReplaced) || errors.Is(err, app.ErrLocked) || errors.Is(err, context.Canceled) {
		return err
	}
	return fmt.Errorf("%w: %w", app.ErrReplaced, err)
}
