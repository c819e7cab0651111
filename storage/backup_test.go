package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
)

// A copy of an open file has all that the file had, and can be opened as any other.
func TestBackupHasAll(t *testing.T) {
	s := newStore(t)
	newPark(t, s)
	to := filepath.Join(t.TempDir(), "копия № 1.tpark")
	if err := Backup(context.Background(), s.Path(), to, nil); err != nil {
		t.Fatal(err)
	}
	again, err := Open(to, options())
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if diff := cmp.Diff(state(t, s), state(t, again)); diff != "" {
		t.Errorf("the copy differs:\n%s", diff)
	}
	was, err := s.Holding(context.Background())
	is, other := again.Holding(context.Background())
	if err != nil || other != nil || !was.Same(is) || is.Records["resident"] != 1 || is.Entries == 0 || is.Origin == "" {
		t.Errorf("the file holds %v (%v), the copy %v (%v)", was, err, is, other)
	}
	if info, err := os.Stat(to); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the copy is not for its user alone: %v, %v", info.Mode(), err)
	}
}

// Who works at the file saves while it is copied, in the middle of a step too, and the copy
// is one moment of the file, whatever is saved meanwhile.
func TestBackupWhileSaving(t *testing.T) {
	s := newStore(t)
	fillPark(t, s, 800)
	ctx := context.Background()
	to := filepath.Join(t.TempDir(), "копия.tpark")
	saved := 0
	err := Backup(ctx, s.Path(), to, func(_, _ int) {
		if saved < mostRestarts+2 {
			saved++
			save(t, s, &app.Specialism{Name: fmt.Sprint("Направление ", saved)})
		}
	})
	if err != nil || saved < mostRestarts {
		t.Fatalf("%d were saved meanwhile: %v", saved, err)
	}
	o := options()
	o.ReadOnly = true
	again, err := Open(to, o)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if v, err := again.Verify(ctx); err != nil || !v.OK() {
		t.Error(v, err)
	}
	h, err := again.Holding(ctx)
	if err != nil || h.Records["specialism"] == 0 {
		t.Errorf("the copy has no directions: %v, %v", h, err)
	}
	entries, err := s.Journal(ctx, app.JournalFilter{After: h.Entries - 1, Upto: h.Entries})
	if err != nil || len(entries) != 1 || entries[0].Hash != h.Hash {
		t.Errorf("the copy is no moment of the file: %v, %v", entries, err)
	}
}

// A copy that was given up, for which there is no place or no room, leaves nothing; and no
// file is written over.
func TestBackupRefused(t *testing.T) {
	s := newStore(t)
	fillPark(t, s, 300)
	dir := t.TempDir()
	there := filepath.Join(dir, "есть.tpark")
	if err := os.WriteFile(there, []byte("чужое"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for _, c := range []struct {
		from, to string
		want     error
	}{
		{s.Path(), there, app.ErrExists},
		{s.Path(), filepath.Join(dir, "нет", "копия.tpark"), app.ErrMissingDir},
		{filepath.Join(dir, "нет.tpark"), filepath.Join(dir, "копия.tpark"), app.ErrNoFile},
		{there, filepath.Join(dir, "копия.tpark"), app.ErrNotOurs},
		{s.Path(), filepath.Join(dir, "копия.tpark"), context.Canceled},
	} {
		if err := Backup(ctx, c.from, c.to, func(int, int) { cancel() }); !errors.Is(err, c.want) {
			t.Errorf("%s as %s: %v, want %v", c.from, c.to, err, c.want)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("something was left: %v, %v", entries, err)
	}
	if text, err := os.ReadFile(there); err != nil || string(text) != "чужое" {
		t.Errorf("what was there is %q, %v", text, err)
	}
}

// A program that is killed while it copies leaves nothing that looks finished, and the
// next copy into the place takes away what it left.
func TestBackupKilled(t *testing.T) {
	if path := os.Getenv(childFile); path != "" {
		err := Backup(context.Background(), path, path+".copy.tpark", func(int, int) { waitForEnd() })
		fmt.Println(err)
		return
	}
	s := newStore(t)
	fillPark(t, s, 300)
	kill(t, startChild(t, s.Path()))
	if names := tparks(t, filepath.Dir(s.Path())); len(names) != 2 || !strings.HasPrefix(names[0], ".technopark-") {
		t.Errorf("a killed copy left %q", names)
	}
	if err := Backup(context.Background(), s.Path(), s.Path()+".copy.tpark", nil); err != nil {
		t.Fatal(err)
	}
	if names := tparks(t, filepath.Dir(s.Path())); len(names) != 2 || names[1] != filepath.Base(s.Path())+".copy.tpark" {
		t.Errorf("after the next copy there are %q", names)
	}
}

// tparks returns the names of data files in a directory.
func tparks(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".tpark") {
			names = append(names, e.Name())
		}
	}
	return names
}

// BenchmarkBackup copies 1,000 residents × 3 years and reads the copy back.
func BenchmarkBackup(b *testing.B) {
	s := newStore(b)
	fillPark(b, s, 1000)
	to := filepath.Join(b.TempDir(), "копия.tpark")
	for b.Loop() {
		if err := Backup(context.Background(), s.Path(), to, nil); err != nil {
			b.Fatal(err)
		}
		if err := os.Remove(to); err != nil {
			b.Fatal(err)
		}
	}
}
