package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"technopark/app"
)

func TestSecondOpenerReadsOnly(t *testing.T) {
	first := newStore(t)
	park, resident := newPark(t, first)
	o := options()
	o.Who = "petrov"
	second, err := Open(first.Path(), o)
	if err != nil {
		t.Fatal(err)
	}
	holder, held := second.HeldBy()
	if !second.ReadOnly() || !held || holder.User != "ivanova" || holder.PID != os.Getpid() || !holder.Since.Equal(noon) {
		t.Errorf("the second store is read-only: %v, held by %+v, %v", second.ReadOnly(), holder, held)
	}
	ctx := context.Background()
	resident.ShortName = "Бета"
	for name, err := range map[string]error{
		"Save":                 second.Save(ctx, resident),
		"Delete":               second.Delete(ctx, resident),
		"DeleteWithDependents": second.DeleteWithDependents(ctx, park),
		"Change":               second.Change(ctx, "импорт", func(app.Tx) error { return nil }),
		"Undo":                 onlyError(second.Undo(ctx)),
		"Redo":                 onlyError(second.Redo(ctx)),
	} {
		if !errors.Is(err, app.ErrReadOnly) {
			t.Errorf("%s in a read-only store: %v", name, err)
		}
	}
	save(t, first, resident)
	got, err := second.Get(ctx, resident.Type(), resident.ID)
	if err != nil || got.(*app.Resident).ShortName != "Бета" {
		t.Errorf("the reader sees %v, %v", got, err)
	}
	if err := second.Close(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(first.Path() + lockSuffix); err != nil {
		t.Errorf("the reader took the lock away: %v", err)
	}
}

func onlyError(_ app.Step, err error) error { return err }

func TestReaderTakesNoLock(t *testing.T) {
	s := newStore(t)
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	o := options()
	o.ReadOnly = true
	reader, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if _, held := reader.HeldBy(); held || !reader.ReadOnly() {
		t.Errorf("read-only: %v, held: %v", reader.ReadOnly(), held)
	}
	if _, err := os.Stat(path + lockSuffix); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a lock lies beside the file: %v", err)
	}
	writer, err := Open(path, options())
	if err != nil || writer.ReadOnly() {
		t.Fatalf("the reader keeps a writer out: %v", err)
	}
	if err := writer.Close(); err != nil {
		t.Error(err)
	}
}

// The lock of a process that was killed is free; what it wrote into it does not matter.
func TestLockOfKilledProcessIsTakenOver(t *testing.T) {
	if path := os.Getenv(childFile); path != "" {
		holdUntilKilled(path)
		return
	}
	s := newStore(t)
	path := s.Path()
	newPark(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	holder := startChild(t, path)
	beside, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	if other, held := beside.HeldBy(); !held || other.PID != holder.Process.Pid || !beside.ReadOnly() {
		t.Errorf("held: %v by %+v, want process %d", held, other, holder.Process.Pid)
	}
	if err := beside.Close(); err != nil {
		t.Error(err)
	}
	kill(t, holder)
	after, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	if after.ReadOnly() {
		t.Error("the lock outlived its process")
	}
	if err := after.Close(); err != nil {
		t.Error(err)
	}
	if files, err := os.ReadDir(filepath.Dir(path)); err != nil || len(files) != 1 {
		t.Errorf("the directory holds %v, %v", files, err)
	}
}

func holdUntilKilled(path string) {
	if s, err := Open(path, options()); err == nil && !s.ReadOnly() {
		waitForEnd()
	}
	fmt.Println("not held")
}

func TestOneLockForAllNamesOfAFile(t *testing.T) {
	s := newStore(t)
	link := filepath.Join(t.TempDir(), "link.tpark")
	if err := os.Symlink(s.Path(), link); err != nil {
		t.Fatal(err)
	}
	second, err := Open(link, options())
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if !second.ReadOnly() {
		t.Error("the same file was opened for writing twice")
	}
}

// The file is the same whatever it is called: by a hard link, renamed, or without the lock
// beside it.
func TestLockGoesByTheFileItself(t *testing.T) {
	for name, rename := range map[string]func(path, other string) error{
		"by a hard link":          os.Link,
		"renamed":                 os.Rename,
		"with its lock taken off": func(path, other string) error { return errors.Join(os.Remove(path+lockSuffix), os.Link(path, other)) },
	} {
		s := newStore(t)
		other := filepath.Join(t.TempDir(), "other.tpark")
		if err := rename(s.Path(), other); err != nil {
			t.Fatal(err)
		}
		second, err := Open(other, options())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, held := second.HeldBy(); !second.ReadOnly() || !held {
			t.Errorf("%s: read-only %v, held %v", name, second.ReadOnly(), held)
		}
		if err := second.Close(); err != nil {
			t.Error(err)
		}
	}
}

// What lies in the place of the lock and is not ours is neither emptied nor followed.
func TestLockEmptiesNothing(t *testing.T) {
	dir := t.TempDir()
	victim := filepath.Join(dir, "victim")
	for name, put := range map[string]func(place string) error{
		"a link":            func(place string) error { return os.Symlink(victim, place) },
		"a link to nothing": func(place string) error { return os.Symlink(filepath.Join(dir, "none"), place) },
		"a hard link":       func(place string) error { return os.Link(victim, place) },
		"a file of others":  func(place string) error { return os.WriteFile(place, []byte("важное"), 0o600) },
		"a directory":       func(place string) error { return os.Mkdir(place, 0o700) },
	} {
		if err := os.WriteFile(victim, []byte("важное"), 0o600); err != nil {
			t.Fatal(err)
		}
		path := written(t, wholeFile(t))
		if err := put(path + lockSuffix); err != nil {
			t.Fatal(err)
		}
		_, err := Open(path, options())
		if r, ok := app.Refused(err); !ok || r.ID != "err.lock_place" {
			t.Errorf("%s: %v", name, err)
		}
		if text := string(bytesOf(victim)); text != "важное" {
			t.Errorf("%s: the file it leads to holds %q", name, text)
		}
		if _, err := os.Lstat(filepath.Join(dir, "none")); err == nil {
			t.Errorf("%s: a file was made", name)
		}
		if _, err := os.Lstat(path + lockSuffix); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What a killed program left of its lock, whole or not, is in nobody's way.
func TestLeftoverOfALockIsTakenOver(t *testing.T) {
	for _, left := range []string{"", `{"ho`, `{"host":"pc","user":"ivanova","pid":1,"since":"2021-01-01T00:00:00Z"}` + "\n"} {
		path := written(t, wholeFile(t))
		if err := os.WriteFile(path+lockSuffix, []byte(left), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(path, options())
		if err != nil || s.ReadOnly() {
			t.Fatalf("beside %q: %v", left, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}
