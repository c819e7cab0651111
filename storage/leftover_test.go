package storage

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"technopark/app"
)

// refusesLeftover reports whether a file with such a leftover beside it is left alone.
func refusesLeftover(t *testing.T, file, journal []byte) bool {
	t.Helper()
	path := written(t, file)
	if err := os.WriteFile(path+leftovers[0], journal, 0o600); err != nil {
		t.Fatal(err)
	}
	was := tree(t, filepath.Dir(path))
	s, err := Open(path, options())
	if err == nil {
		err = s.Close()
	}
	r, _ := app.Refused(err)
	if r.ID == "err.foreign_journal" {
		sameTree(t, was, tree(t, filepath.Dir(path)))
	}
	return r.ID == "err.foreign_journal"
}

// What is left of a write to one copy of a file spoils no other copy of it, however it was made and
// however often it was written to since.
func TestLeftoverOfOneCopyFitsNoOther(t *testing.T) {
	ctx := context.Background()
	s := newStore(t)
	_, resident := newPark(t, s)
	copies := []func(to string) error{
		func(to string) error { return s.SaveCopy(ctx, to) },
		func(to string) error { return Backup(ctx, s.Path(), to, nil) },
	}
	for i, first := range copies {
		for j, second := range copies {
			one, other := filepath.Join(t.TempDir(), "one.tpark"), filepath.Join(t.TempDir(), "other.tpark")
			if err := first(one); err != nil {
				t.Fatal(err)
			}
			resident.Contact = fmt.Sprint("между копиями ", i, j)
			save(t, s, resident)
			if err := second(other); err != nil {
				t.Fatal(err)
			}
			change(t, other, `UPDATE resident SET name = name`)
			left := journalOf(fileBytes(t, one))
			if !refusesLeftover(t, fileBytes(t, other), left) {
				t.Errorf("copies %d and %d: it was put into the other", i, j)
			}
			if refusesLeftover(t, fileBytes(t, one), left) {
				t.Errorf("copy %d: its own is refused", i)
			}
		}
	}
}

// Copies of one moment are the same, so that one of them serves for both.
func TestCopiesOfOneMomentAreTheSame(t *testing.T) {
	s := newStore(t)
	newPark(t, s)
	var made [][]byte
	for _, name := range []string{"one.tpark", "other.tpark"} {
		to := filepath.Join(t.TempDir(), name)
		if err := Backup(context.Background(), s.Path(), to, nil); err != nil {
			t.Fatal(err)
		}
		made = append(made, fileBytes(t, to))
	}
	if !bytes.Equal(made[0], made[1]) {
		t.Error("they are not")
	}
}

// Two new files are told apart in the same way.
func TestNewFilesCountTheirChangesApart(t *testing.T) {
	counts := map[uint32]bool{}
	for range 3 {
		header := fileBytes(t, newStore(t).Path())[:headerSize]
		count := binary.BigEndian.Uint32(header[headerChanges:])
		if valid := binary.BigEndian.Uint32(header[headerValidFor:]); valid != count {
			t.Errorf("counted are %d changes, the number of pages is of %d", count, valid)
		}
		counts[count] = true
	}
	if len(counts) != 3 {
		t.Errorf("they begin at %v", counts)
	}
}

// A journal that does not have the first page is of no transaction of ours.
func TestLeftoverWithoutTheFirstPageIsRefused(t *testing.T) {
	file := wholeFile(t)
	journal := journalOf(file)
	const head = 512
	journal = append(journal[:head:head], journal[head+4+int(pageSize(file))+4:]...)
	binary.BigEndian.PutUint32(journal[journalRecords:], uint32(len(file)/int(pageSize(file))-1))
	if !refusesLeftover(t, file, journal) {
		t.Error("it was put into the file")
	}
}

// Whatever a transaction changes, the first page is in its journal before anything of it is in
// the file.
func TestFirstPageIsJournalledFirst(t *testing.T) {
	ctx := context.Background()
	s, err := Open(written(t, fullFile(t)), options())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	mustExec(t, s.db, `PRAGMA cache_size = 2; PRAGMA cache_spill = 1`)
	before := fileBytes(t, s.Path())
	stop := errors.New("stop")
	err = s.write(ctx, func(x *tx) error {
		if _, err := x.exec(ctx, `UPDATE job SET changed = '2021-01-01T00:00:00Z'`); err != nil { // in its place
			return err
		}
		if bytes.Equal(before, fileBytes(t, s.Path())) {
			t.Error("nothing has reached the file yet")
		}
		journal := fileBytes(t, s.Path()+leftovers[0])
		first := journal[binary.BigEndian.Uint32(journal[journalSector:]):]
		if n := binary.BigEndian.Uint32(first); n != 1 || !bytes.Equal(first[4:][:pageSize(before)], before[:pageSize(before)]) {
			t.Errorf("page %d is kept first", n)
		}
		return stop
	})
	if !errors.Is(err, stop) || !bytes.Equal(before, fileBytes(t, s.Path())) {
		t.Errorf("taken back: %v", err)
	}
}

// A journal in which nothing stands is taken away by the next who opens the file for writing, and
// by nobody while somebody writes.
func TestEmptyJournalIsTakenAway(t *testing.T) {
	for name, left := range map[string][]byte{"nothing": {}, "zeros": make([]byte, 600)} {
		path := written(t, wholeFile(t))
		journal := path + leftovers[0]
		lay := func() {
			if err := os.WriteFile(journal, left, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		there := func() bool {
			_, err := os.Lstat(journal)
			return err == nil
		}
		open := func(readOnly bool) {
			o := options()
			o.ReadOnly = readOnly
			s, err := Open(path, o)
			if err == nil {
				err = errors.Join(verified(s), s.Close())
			}
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		lay()
		open(true)
		if !there() {
			t.Errorf("%s: a reader took it away", name)
		}
		open(false)
		if there() {
			t.Errorf("%s: it is there still", name)
		}
	}
}

func TestJournalOfAWriterIsLeftAlone(t *testing.T) {
	s := newStore(t)
	newPark(t, s)
	writer, err := connect(s.Path(), false)
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	mustExec(t, writer, `BEGIN IMMEDIATE`)
	journal := s.Path() + leftovers[0]
	if err := os.WriteFile(journal, nil, 0o600); err != nil { // as he has it for a moment
		t.Fatal(err)
	}
	mustExec(t, s.db, `PRAGMA busy_timeout = 1`)
	if err := s.clear(context.Background()); err != nil {
		t.Error(err)
	}
	if _, err := os.Lstat(journal); err != nil {
		t.Error("the journal of somebody who writes was taken away")
	}
	mustExec(t, writer, `ROLLBACK`)
	if err := errors.Join(s.clear(context.Background()), os.Remove(journal)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("when he is done: %v", err)
	}
}
