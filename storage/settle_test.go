package storage

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"technopark/app"
)

// journalOf makes the rollback journal of a change that had written all of its pages when it
// was cut off, https://www.sqlite.org/fileformat.html#the_rollback_journal.
func journalOf(before []byte) []byte {
	const sector = 512
	size := int(pageSize(before))
	journal := make([]byte, sector)
	copy(journal, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
	pages := len(before) / size
	for at, n := range map[int]uint32{8: uint32(pages), 16: uint32(pages), 20: sector, 24: uint32(size)} {
		binary.BigEndian.PutUint32(journal[at:], n)
	}
	for n := range pages {
		page := before[n*size : (n+1)*size]
		sum := uint32(0)
		for at := size - 200; at > 0; at -= 200 {
			sum += uint32(page[at])
		}
		journal = binary.BigEndian.AppendUint32(journal, uint32(n+1))
		journal = append(journal, page...)
		journal = binary.BigEndian.AppendUint32(journal, sum)
	}
	return journal
}

// olderFile returns the bytes of a file as a program of then made it, with a park in it.
func olderFile(t *testing.T, version int64) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.tpark")
	if err := build(path, func(temp string) error { return buildSchema(temp, stepsTo(t, version)) }); err != nil {
		t.Fatal(err)
	}
	change(t, path, `INSERT INTO park (name, created, changed) VALUES ('Парк', '2021-03-15T12:00:00Z', '2021-03-15T12:00:00Z')`)
	return fileBytes(t, path)
}

// change writes to a closed data file past the program.
func change(t testing.TB, path, statements string) {
	t.Helper()
	db, err := connect(path, false)
	if err == nil {
		_, err = db.Exec(statements)
		err = errors.Join(err, db.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
}

func fileBytes(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// An upgrade that was cut off when all but the end of it was on the disk never happened: the
// first to open the file afterwards upgrades it, whether he writes or reads.
func TestUpgradeCutOffIsMadeAgain(t *testing.T) {
	for _, readOnly := range []bool{false, true} {
		for _, reached := range []int64{7, 9, 9000} { // the last is a program of later
			path := filepath.Join(t.TempDir(), "x.tpark")
			before := olderFile(t, 4)
			after := olderFile(t, min(reached, 9))
			binary.BigEndian.PutUint32(after[headerUserVersion:], uint32(reached))
			binary.BigEndian.PutUint32(after[headerChanges:], binary.BigEndian.Uint32(before[headerChanges:])+1)
			if err := errors.Join(os.WriteFile(path, after, 0o600), os.WriteFile(path+"-journal", journalOf(before), 0o600)); err != nil {
				t.Fatal(err)
			}
			o := options()
			o.ReadOnly = readOnly
			s, err := Open(path, o)
			if err != nil {
				t.Errorf("after an upgrade to %d that was cut off: %v", reached, err)
				continue
			}
			if parks, err := s.Parks(context.Background()); err != nil || len(parks) != 1 || parks[0].Name != "Парк" {
				t.Errorf("%d parks, %v", len(parks), err)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}

// What is not ours is left alone, and what lies beside it.
func TestForeignFileWithAJournalIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.tpark")
	other := sqliteFile(t, `CREATE TABLE x (y)`)
	if err := errors.Join(os.WriteFile(path, other, 0o600), os.WriteFile(path+"-journal", journalOf(other), 0o600)); err != nil {
		t.Fatal(err)
	}
	was := tree(t, dir)
	if _, err := Open(path, options()); !errors.Is(err, app.ErrNotOurs) {
		t.Errorf("Open: %v", err)
	}
	sameTree(t, was, tree(t, dir))
}

// A copy that was put in the place of a file whose last write was cut off is not mixed with
// what is left of that: it is neither opened nor changed until the leftover is moved away.
func TestLeftoverOfAnotherFileSpoilsNoCopy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.tpark")
	s, err := Create(path, options())
	if err != nil {
		t.Fatal(err)
	}
	_, resident := newPark(t, s)
	copied := filepath.Join(t.TempDir(), "copy.tpark")
	if err := s.SaveCopy(context.Background(), copied); err != nil {
		t.Fatal(err)
	}
	early := fileBytes(t, path)
	for _, name := range []string{"Бета", "Гамма", "Дельта"} {
		resident.ShortName = name
		save(t, s, resident)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	left := journalOf(fileBytes(t, path)) // of the write that was cut off
	for name, other := range map[string][]byte{"an earlier copy": early, "a copy by the program": fileBytes(t, copied), "another file": fullFile(t)} {
		for _, readOnly := range []bool{true, false} {
			if err := errors.Join(os.WriteFile(path, other, 0o600), os.WriteFile(path+"-journal", left, 0o600)); err != nil {
				t.Fatal(err)
			}
			was := tree(t, filepath.Dir(path))
			o := options()
			o.ReadOnly = readOnly
			_, err := Open(path, o)
			if r, ok := app.Refused(err); !ok || r.ID != "err.foreign_journal" {
				t.Errorf("%s: %v", name, err)
			}
			sameTree(t, was, tree(t, filepath.Dir(path)))
		}
		if err := os.Remove(path + "-journal"); err != nil {
			t.Fatal(err)
		}
		again, err := Open(path, options())
		if err != nil {
			t.Fatalf("%s, the leftover taken away: %v", name, err)
		}
		if err := errors.Join(verified(again), again.Close()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The log of another program's changes, left by a file that stood here before, is not put into the
// one that came into its place.
func TestLogOfAnotherFileSpoilsNoCopy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.tpark")
	if err := os.WriteFile(path, wholeFile(t), 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := connect(path, false)
	if err != nil {
		t.Fatal(err)
	}
	mustExec(t, db, `PRAGMA journal_mode = WAL; UPDATE resident SET short_name = 'Чужой'`)
	log := fileBytes(t, path+"-wal")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for _, readOnly := range []bool{true, false} {
		if err := errors.Join(os.WriteFile(path, wholeFile(t), 0o600), os.WriteFile(path+"-wal", log, 0o600)); err != nil {
			t.Fatal(err)
		}
		was := tree(t, filepath.Dir(path))
		o := options()
		o.ReadOnly = readOnly
		_, err := Open(path, o)
		if r, _ := app.Refused(err); r.ID != "err.foreign_journal" || r.Data["Journal"] != path+"-wal" {
			t.Errorf("Open: %v", err)
		}
		sameTree(t, was, tree(t, filepath.Dir(path)))
	}
}

// Changes that another program keeps beside the file are not put into it though the file says that
// they may be there; when they are gone, it is opened.
func TestLogOfAnotherProgramIsNotPutIn(t *testing.T) {
	path := written(t, wholeFile(t))
	db, err := connect(path, false)
	if err != nil {
		t.Fatal(err)
	}
	mustExec(t, db, `PRAGMA journal_mode = WAL; UPDATE resident SET short_name = 'Чужой'`)
	file, log := fileBytes(t, path), fileBytes(t, path+"-wal")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if file[headerReading] != logFormat {
		t.Fatal("the file does not speak of a log")
	}
	for _, readOnly := range []bool{true, false} {
		path := written(t, file)
		if err := os.WriteFile(path+"-wal", log, 0o600); err != nil {
			t.Fatal(err)
		}
		was := tree(t, filepath.Dir(path))
		o := options()
		o.ReadOnly = readOnly
		_, err := Open(path, o)
		if r, _ := app.Refused(err); r.ID != "err.foreign_log" || r.Data["Log"] != path+"-wal" {
			t.Errorf("Open: %v", err)
		}
		sameTree(t, was, tree(t, filepath.Dir(path)))
		if err := os.Remove(path + "-wal"); err != nil {
			t.Fatal(err)
		}
		s, err := Open(path, o)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(verified(s), s.Close()); err != nil {
			t.Error(err)
		}
	}
}

// Nothing is made where a leftover would spoil it.
func TestNothingIsMadeBesideALeftover(t *testing.T) {
	s := newStore(t)
	place := filepath.Join(t.TempDir(), "new.tpark")
	if err := os.WriteFile(place+"-journal", []byte("остаток"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, made := Create(place, options())
	for what, err := range map[string]error{
		"Create": made, "SaveCopy": s.SaveCopy(context.Background(), place), "Backup": Backup(context.Background(), s.Path(), place, nil),
	} {
		if r, ok := app.Refused(err); !ok || r.ID != "err.leftover_journal" {
			t.Errorf("%s: %v", what, err)
		}
	}
	if files := tree(t, filepath.Dir(place)); len(files) != 2 {
		t.Errorf("%d files are there", len(files))
	}
}

// A file is copied on the same conditions as it is opened: what another file left beside is not put
// into it, and what its schema says is not run.
func TestWhatIsNotOpenedIsNotCopied(t *testing.T) {
	whole := wholeFile(t)
	for name, c := range map[string]struct{ ending, statements, id string }{
		"a journal of another file":  {leftovers[0], "", "err.foreign_journal"},
		"a log of another file":      {leftovers[1], "", "err.foreign_journal"},
		"a rule that takes its time": {"", rewritten("scenario", "changed TEXT NOT NULL", "changed TEXT NOT NULL, CHECK (length(hex(randomblob(3000000))) > 0)"), "err.schema"},
		"an index of an expression":  {"", rewritten("event_by_park_id", "(park_id)", "(park_id, json(title))"), "err.schema"},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, "x.tpark")
		if err := os.WriteFile(path, whole, 0o600); err != nil {
			t.Fatal(err)
		}
		if c.statements != "" {
			tamper(t, path, c.statements)
		}
		if c.ending != "" {
			if err := os.WriteFile(path+c.ending, journalOf(fullFile(t)), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		was := tree(t, dir)
		err := Backup(context.Background(), path, filepath.Join(t.TempDir(), "copy.tpark"), nil)
		if r, _ := app.Refused(err); r.ID != c.id {
			t.Errorf("%s: %v", name, err)
		}
		sameTree(t, was, tree(t, dir))
	}
}

// What another file left where the copy before an upgrade would lie is not put into that copy.
func TestCopyBeforeAnUpgradeKeepsAwayFromLeftovers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.tpark")
	before := olderFile(t, 4)
	taken := filepath.Join(filepath.Dir(path), "x.before-upgrade-4.tpark")
	left := journalOf(fullFile(t))
	if err := errors.Join(os.WriteFile(path, before, 0o600), os.WriteFile(taken+"-journal", left, 0o600)); err != nil {
		t.Fatal(err)
	}
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if !bytes.Equal(fileBytes(t, taken+"-journal"), left) {
		t.Error("what another file left is gone")
	}
	if !bytes.Equal(fileBytes(t, filepath.Join(filepath.Dir(path), "x.before-upgrade-4-2.tpark")), before) {
		t.Error("the copy is not what the file was")
	}
}

// A directory or a link in the place of a journal is named, and left where it is.
func TestNoFileInThePlaceOfAJournalIsNamed(t *testing.T) {
	for _, ending := range append(leftovers, sharedIndex) {
		for what, put := range map[string]func(string) error{
			"a directory":       func(at string) error { return os.Mkdir(at, 0o700) },
			"a link":            func(at string) error { return os.Symlink(filepath.Dir(at), at) },
			"a link to nothing": func(at string) error { return os.Symlink(at+".nothing", at) },
		} {
			path := filepath.Join(t.TempDir(), "x.tpark")
			if err := errors.Join(os.WriteFile(path, wholeFile(t), 0o600), put(path+ending)); err != nil {
				t.Fatal(err)
			}
			_, opened := Open(path, options())
			copied := Backup(context.Background(), path, filepath.Join(t.TempDir(), "copy.tpark"), nil)
			for _, err := range []error{opened, copied} {
				if r, _ := app.Refused(err); r.ID != "err.odd_journal" || r.Data["Journal"] != path+ending {
					t.Errorf("%s: %v", what, err)
				}
			}
			if _, err := os.Lstat(path + ending); err != nil {
				t.Errorf("%s: %v", what, err)
			}
		}
	}
}
