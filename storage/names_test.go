package storage

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"technopark/app"
)

// A file of several names is read and not written to, under any of them, and what can be done is
// said; a copy of it is a file like any other, and so is the file when the other name is gone.
func TestFileOfSeveralNamesIsOnlyRead(t *testing.T) {
	path := written(t, wholeFile(t))
	other := filepath.Join(t.TempDir(), "other.tpark")
	if err := os.Link(path, other); err != nil {
		t.Fatal(err)
	}
	before := fileBytes(t, path)
	for _, name := range []string{path, other} {
		s, err := Open(name, options())
		if err != nil {
			t.Fatal(err)
		}
		if _, held := s.HeldBy(); held || !s.ReadOnly() {
			t.Errorf("held %v, read-only %v", held, s.ReadOnly())
		}
		for what, err := range map[string]error{"Unwritable": s.Unwritable(), "Save": s.Save(context.Background(), &app.Specialism{Name: "А"})} {
			if r, _ := app.Refused(err); r.ID != "err.many_names" || !errors.Is(err, app.ErrReadOnly) {
				t.Errorf("%s: %v", what, err)
			}
		}
		to := filepath.Join(t.TempDir(), "copy.tpark")
		if err := errors.Join(s.SaveCopy(context.Background(), to), s.Close()); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Lstat(name + lockSuffix); err == nil {
			t.Error("it is locked still")
		}
		mustWrite(t, to)
	}
	if !bytes.Equal(before, fileBytes(t, path)) {
		t.Error("the file was changed")
	}
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, path)
}

// mustWrite saves something in a file.
func mustWrite(t *testing.T, path string) {
	t.Helper()
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, &app.Specialism{Name: "Новое"})
	if err := errors.Join(verified(s), s.Close()); err != nil {
		t.Error(err)
	}
}

// Half a write, whose journal lies beside one name of the file, is not read under another; under its
// own name it is taken back, and then the file is read under both.
func TestCutOffWriteIsNotReadUnderAnotherName(t *testing.T) {
	path, _ := cutOff(t)
	other := filepath.Join(t.TempDir(), "other.tpark")
	if err := os.Link(path, other); err != nil {
		t.Fatal(err)
	}
	for _, readOnly := range []bool{true, false} {
		o := options()
		o.ReadOnly = readOnly
		_, err := Open(other, o)
		if r, _ := app.Refused(err); r.ID != "err.many_names_cut" && !errors.Is(err, app.ErrDamaged) {
			t.Errorf("under the other name: %v", err)
		}
	}
	for _, name := range []string{path, other} {
		s, err := Open(name, options())
		if err != nil {
			t.Fatal(err)
		}
		if n := count(t, s, `SELECT count(*) FROM resident`); n != 1 || !s.ReadOnly() {
			t.Errorf("%d residents", n)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// What was altered past the program is not read of a file of several names, since it may be half a
// write.
func TestAlteredFileOfSeveralNamesIsNotRead(t *testing.T) {
	path := written(t, fullFile(t))
	tamper(t, path, altered["a revenue"].statements)
	if err := os.Link(path, path+".other"); err != nil {
		t.Fatal(err)
	}
	_, err := Open(path, options())
	if r, _ := app.Refused(err); r.ID != "err.many_names_cut" || !errors.Is(err, app.ErrDamaged) {
		t.Errorf("Open: %v", err)
	}
	if v, err := Examine(context.Background(), path, options()); err != nil || v.OK() {
		t.Errorf("what is wrong is named no more: %+v, %v", v, err)
	}
}

// What could not be made whole leaves nothing, not what SQLite had beside it either.
func TestUnfinishedFileLeavesNothing(t *testing.T) {
	dir, full := t.TempDir(), errors.New("disk is full")
	err := build(filepath.Join(dir, "x.tpark"), func(temp string) error {
		return errors.Join(full, os.WriteFile(temp+leftovers[0], []byte("half a page"), 0o600))
	})
	if entries, read := os.ReadDir(dir); read != nil || len(entries) != 0 || !errors.Is(err, full) {
		t.Errorf("%v, left are %v", err, entries)
	}
}
