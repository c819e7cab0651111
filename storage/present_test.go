package storage

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
	"technopark/app/disk"
)

// taken are the ways a data file is taken away from under the program, and what is said.
var taken = map[string]struct {
	do   func(t *testing.T, path string) error
	want error
}{
	"renamed": {func(_ *testing.T, path string) error { return os.Rename(path, path+".bak") }, app.ErrMoved},
	"deleted": {func(_ *testing.T, path string) error { return os.Remove(path) }, app.ErrMoved},
	"its directory renamed": {func(_ *testing.T, path string) error {
		return os.Rename(filepath.Dir(path), filepath.Dir(path)+" (2)")
	}, app.ErrMoved},
	"its directory deleted": {func(_ *testing.T, path string) error { return os.RemoveAll(filepath.Dir(path)) }, app.ErrMoved},
	"its directory replaced by a file": {func(_ *testing.T, path string) error {
		return errors.Join(os.RemoveAll(filepath.Dir(path)), os.WriteFile(filepath.Dir(path), nil, 0o600))
	}, app.ErrMoved},
	"another put in its place": {func(t *testing.T, path string) error { return os.Rename(other(t, path), path) }, app.ErrMoved},
	"a twin put in its place": {func(_ *testing.T, path string) error {
		return errors.Join(disk.Copy(path, path+"2"), os.Rename(path+"2", path))
	}, app.ErrMoved},
	"a text put in its place": {func(_ *testing.T, path string) error {
		return errors.Join(os.Remove(path), os.WriteFile(path, []byte("текст"), 0o600))
	}, app.ErrMoved},
	"another copied over it": {func(t *testing.T, path string) error { return copyOver(other(t, path), path) }, app.ErrReplaced},
	"a text copied over it":  {func(_ *testing.T, path string) error { return os.WriteFile(path, []byte("текст"), 0o600) }, app.ErrReplaced},
	"emptied":                {func(_ *testing.T, path string) error { return os.Truncate(path, 0) }, app.ErrReplaced},
	"protected":              {func(_ *testing.T, path string) error { return os.Chmod(path, 0o444) }, app.ErrProtected},
}

// other makes another data file with as many records, entries and bytes beside path, in
// which the clock stood elsewhere.
func other(t *testing.T, path string) string {
	t.Helper()
	o := options()
	o.Now = func() time.Time { return noon.Add(time.Hour) }
	s, err := Create(path+" other.tpark", o)
	if err != nil {
		t.Fatal(err)
	}
	newPark(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s.Path()
}

// copyOver writes the bytes of one file into another, which stays the file it is.
func copyOver(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o600)
}

// openedIn makes a store with a park in a directory of its own.
func openedIn(t *testing.T) (*Store, *app.Resident) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "папка")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	s, err := Create(filepath.Join(dir, "парк.tpark"), options())
	if err != nil {
		t.Fatal(err)
	}
	_, resident := newPark(t, s)
	return s, resident
}

func TestFileTakenAwayIsToldAndNothingIsWritten(t *testing.T) {
	for name, c := range taken {
		t.Run(name, func(t *testing.T) {
			s, resident := openedIn(t)
			ctx := context.Background()
			if err := s.Present(ctx); err != nil {
				t.Fatalf("before: %v", err)
			}
			if err := c.do(t, s.Path()); err != nil {
				t.Fatal(err)
			}
			there := bytesOf(s.Path())
			resident.ShortName = "Бета"
			for what, err := range map[string]error{
				"Present": s.Present(ctx), "Save": s.Save(ctx, resident), "Delete": s.Delete(ctx, resident), "Undo": onlyError(s.Undo(ctx)),
			} {
				if !errors.Is(err, c.want) || errors.Is(err, app.ErrReadOnly) {
					t.Errorf("%s returned %v, want %v", what, err, c.want)
				}
			}
			if !bytes.Equal(there, bytesOf(s.Path())) {
				t.Error("what lies in its place was written to")
			}
			if err := s.Close(); err != nil {
				t.Errorf("Close: %v", err)
			}
		})
	}
}

// bytesOf returns what a file holds, nil when there is none.
func bytesOf(path string) []byte {
	data, _ := os.ReadFile(path)
	return data
}

// What the program has open is saved whole, even of a file that is deleted.
func TestCopyIsSavedOfAFileTakenAway(t *testing.T) {
	for name, c := range taken {
		if errors.Is(c.want, app.ErrReplaced) {
			continue // nothing is left of it
		}
		t.Run(name, func(t *testing.T) {
			s, resident := openedIn(t)
			was := state(t, s)
			if err := c.do(t, s.Path()); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "копия № 1.tpark")
			if err := s.SaveCopy(context.Background(), path); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			twin, err := Open(path, options())
			if err != nil {
				t.Fatal(err)
			}
			defer twin.Close()
			if diff := cmp.Diff(was, state(t, twin)); diff != "" {
				t.Errorf("the copy differs:\n%s", diff)
			}
			if err := verified(twin); err != nil {
				t.Error(err)
			}
			resident.ShortName = "Бета"
			save(t, twin, resident)
			if _, err := twin.Undo(context.Background()); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestCopyGoesOverNothing(t *testing.T) {
	s, _ := openedIn(t)
	defer s.Close()
	ctx := context.Background()
	if err := s.SaveCopy(ctx, s.Path()); !errors.Is(err, app.ErrExists) {
		t.Errorf("over itself: %v", err)
	}
	if err := s.SaveCopy(ctx, filepath.Join(filepath.Dir(s.Path()), "нет", "x.tpark")); !errors.Is(err, app.ErrMissingDir) {
		t.Errorf("into no directory: %v", err)
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	path := filepath.Join(t.TempDir(), "x.tpark")
	if err := s.SaveCopy(cancelled, path); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if files, err := os.ReadDir(filepath.Dir(path)); err != nil || len(files) != 0 {
		t.Errorf("half a copy is left: %v", files)
	}
}

// A reader may save a copy as well, and stays a reader.
func TestReaderSavesACopy(t *testing.T) {
	s, resident := openedIn(t)
	defer s.Close()
	reader, err := Open(s.Path(), options())
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	path := filepath.Join(t.TempDir(), "x.tpark")
	if err := reader.SaveCopy(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	if _, err := reader.db.Exec(`DELETE FROM resident`); err == nil {
		t.Error("after the copy the reader writes")
	}
	there(t, s, resident)
	if err := os.Rename(s.Path(), s.Path()+"2"); err != nil {
		t.Fatal(err)
	}
	if err := reader.Present(context.Background()); !errors.Is(err, app.ErrMoved) {
		t.Errorf("of a reader: %v", err)
	}
}

// Somebody who writes into our file in spite of the lock has not replaced it.
func TestSecondWriterIsNoReplacement(t *testing.T) {
	s, resident := openedIn(t)
	defer s.Close()
	db, err := connect(s.Path(), false)
	if err != nil {
		t.Fatal(err)
	}
	mustExec(t, db, `UPDATE resident SET phone = '+7'`)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Present(context.Background()); err != nil {
		t.Error(err)
	}
	resident.ShortName = "Бета"
	save(t, s, resident)
}

// A file that came back, as a stick put in again, is written to as before.
func TestFileThatCameBackIsWrittenTo(t *testing.T) {
	s, resident := openedIn(t)
	defer s.Close()
	resident.ShortName = "Бета"
	for _, step := range []error{os.Rename(s.Path(), s.Path()+"2"), s.Save(context.Background(), resident), os.Rename(s.Path()+"2", s.Path())} {
		if step != nil && !errors.Is(step, app.ErrMoved) {
			t.Fatal(step)
		}
	}
	save(t, s, resident)
	if got := there(t, s, resident).(*app.Resident); got.ShortName != "Бета" {
		t.Errorf("kept %q", got.ShortName)
	}
}

// The lock of a program that opened another file where ours was is not taken away.
func TestLockOfTheFileInOurPlaceStays(t *testing.T) {
	s, _ := openedIn(t)
	dir := filepath.Dir(s.Path())
	if err := errors.Join(os.Rename(dir, dir+" (2)"), os.Mkdir(dir, 0o700)); err != nil {
		t.Fatal(err)
	}
	second, err := Create(s.Path(), options())
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	third, err := Open(second.Path(), options())
	if err != nil {
		t.Fatal(err)
	}
	defer third.Close()
	if !third.ReadOnly() {
		t.Error("the lock was taken away, and two write to one file")
	}
}

// A file that is taken away while a change of it is under way does not have that change: nobody is
// told that it is saved.
func TestChangeOfAFileTakenAwayMeanwhileIsNotAcknowledged(t *testing.T) {
	for name, c := range taken {
		t.Run(name, func(t *testing.T) {
			s, resident := openedIn(t)
			ctx, there := context.Background(), []byte(nil)
			resident.ShortName = "Бета"
			err := s.Change(ctx, "имя", func(tx app.Tx) error {
				if err := tx.Save(ctx, resident); err != nil {
					return err
				}
				err := c.do(t, s.Path())
				there = bytesOf(s.Path())
				return err
			})
			if errors.Is(c.want, app.ErrProtected) {
				if err != nil {
					t.Errorf("a file that is protected meanwhile has the change, and it says %v", err)
				}
				return
			}
			if !errors.Is(err, c.want) {
				t.Errorf("it says %v, want %v", err, c.want)
			}
			if !bytes.Equal(bytesOf(s.Path()), there) {
				t.Error("what lies in its place was written to")
			}
		})
	}
}

// One that is taken away while SQLite commits has the change or not: that is said, too.
func TestFileTakenAwayWhileAChangeIsCommitted(t *testing.T) {
	for name, c := range taken {
		if errors.Is(c.want, app.ErrProtected) {
			continue // it has the change
		}
		t.Run(name, func(t *testing.T) {
			s, resident := openedIn(t)
			before := s.changesInFile()
			save(t, s, resident)
			if err := s.reached(before, mostChanges); err != nil {
				t.Fatalf("before: %v", err)
			}
			if err := c.do(t, s.Path()); err != nil {
				t.Fatal(err)
			}
			err := s.reached(before, mostChanges)
			want := map[error]string{app.ErrMoved: "err.moved_written", app.ErrReplaced: "err.replaced_written"}[c.want]
			if r, _ := app.Refused(err); !errors.Is(err, c.want) || r.ID != want {
				t.Errorf("it says %v, want %s", err, want)
			}
		})
	}
}

// Bytes behind the last page, as a stick that was repaired or a program for copies leaves them, are
// none of SQLite's: what is written is there and acknowledged, however the file grows over them.
func TestBytesBehindTheLastPageAreNoOtherFile(t *testing.T) {
	for _, n := range []int{1, 100, 4095, 4096, 4097, 40_000} {
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			s, resident := openedIn(t)
			behind := func() {
				t.Helper()
				f, err := os.OpenFile(s.Path(), os.O_APPEND|os.O_WRONLY, 0)
				if err == nil {
					_, err = f.Write(make([]byte, n))
					err = errors.Join(err, f.Close())
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			edit := func(name string) {
				t.Helper()
				resident.ShortName = name
				save(t, s, resident)
				if got := there(t, s, resident).(*app.Resident); got.ShortName != name {
					t.Errorf("kept %q, want %q", got.ShortName, name)
				}
			}
			behind() // while it is open
			edit("Бета")
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			behind()
			var err error
			if s, err = Open(s.Path(), options()); err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			resident = there(t, s, resident).(*app.Resident)
			for i := range 6 { // each is longer than a page
				edit(strings.Repeat("Гамма", 200) + strconv.Itoa(i))
			}
			if verdict, err := s.Verify(context.Background()); err != nil || len(verdict.Problems) != 0 {
				t.Errorf("%v, %v", verdict.Problems, err)
			}
		})
	}
}
