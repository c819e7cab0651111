package storage

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
)

// smallFile returns the bytes of a closed data file of few records, and what they are.
func smallFile(f *testing.F) ([]byte, map[string]app.Snapshot) {
	f.Helper()
	path := filepath.Join(f.TempDir(), "x.tpark")
	s, err := CreateFilled(path, options(), "x", func(ctx context.Context, tx app.Tx) error {
		park := &app.Park{Name: "Парк"}
		if err := tx.Save(ctx, park); err != nil {
			return err
		}
		resident := &app.Resident{Head: app.Head{Park: park.ID}, Name: "ООО «Альфа»"}
		if err := tx.Save(ctx, resident); err != nil {
			return err
		}
		for year := 2018; year < 2024; year++ {
			report := &app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: resident.ID, Period: app.YearPeriod(year)}
			if err := tx.Save(ctx, report); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		f.Fatal(err)
	}
	was := state(f, s)
	if err := s.Close(); err != nil {
		f.Fatal(err)
	}
	return fileBytes(f, path), was
}

// patched writes a data file with some of its bytes replaced, and cut off at the end.
func patched(t *testing.T, path string, whole []byte, at uint32, patch []byte, cut uint16) {
	t.Helper()
	data := bytes.Clone(whole)
	copy(data[int(at)%len(data):], patch)
	if err := os.WriteFile(path, data[:len(data)-int(cut)%len(data)], 0o600); err != nil {
		t.Fatal(err)
	}
}

// seeds are damages of a header, of a page, of a cell and of the end.
func seeds(f *testing.F) {
	f.Add(uint32(0), []byte("SQLite"), uint16(0))
	f.Add(uint32(18), []byte{2, 2}, uint16(0))
	f.Add(uint32(4096), []byte{13, 0, 0, 0, 9}, uint16(0))
	f.Add(uint32(8195), []byte{0xff, 0xff, 0xff}, uint16(0))
	f.Add(uint32(100), []byte{}, uint16(4096))
}

// FuzzDataFile opens damaged data files: each is refused, or what is wrong with it is named, or
// it holds what was put into it.
func FuzzDataFile(f *testing.F) {
	whole, was := smallFile(f)
	seeds(f)
	path := filepath.Join(f.TempDir(), "x.tpark")
	f.Fuzz(func(t *testing.T, at uint32, patch []byte, cut uint16) {
		patched(t, path, whole, at, patch, cut)
		s, err := Open(path, options())
		if err != nil {
			return
		}
		ctx, done := context.WithTimeout(context.Background(), 20*time.Second)
		defer done()
		v, err := s.Verify(ctx)
		if err == nil && v.OK() {
			if diff := cmp.Diff(was, state(t, s)); diff != "" {
				t.Errorf("nothing is said of this (-was +is):\n%s", diff)
			}
		}
		if ctx.Err() != nil {
			t.Error("it was not looked through in time")
		}
		if err := s.Close(); err != nil {
			t.Log(err)
		}
	})
}

// FuzzRecover saves what is left of damaged data files: what it makes is a whole one.
func FuzzRecover(f *testing.F) {
	whole, _ := smallFile(f)
	seeds(f)
	dir := f.TempDir()
	path, to := filepath.Join(dir, "x.tpark"), filepath.Join(dir, "new.tpark")
	f.Fuzz(func(t *testing.T, at uint32, patch []byte, cut uint16) {
		patched(t, path, whole, at, patch, cut)
		_ = os.Remove(to) // the first has not made one
		if _, err := Recover(context.Background(), path, to, options(), nil); err != nil {
			return
		}
		v, err := Examine(context.Background(), to, options())
		if err != nil || !v.OK() {
			t.Errorf("the new file: %+v, %v", v.Problems, err)
		}
	})
}
