package storage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"technopark/app"
)

// nextSchema is the schema of a later program.
func nextSchema(t *testing.T) fs.FS {
	t.Helper()
	schema := fstest.MapFS{}
	err := fs.WalkDir(migrations(), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(migrations(), path)
		schema[path] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	schema["9000_later.sql"] = &fstest.MapFile{Data: []byte(
		"-- +goose Up\nPRAGMA user_version = 9000;\nALTER TABLE room ADD COLUMN later TEXT;\n")}
	return schema
}

func TestUpgradeKeepsACopy(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "парк.tpark")
	if err := os.WriteFile(path, wholeFile(t), 0o600); err != nil {
		t.Fatal(err)
	}
	was := tree(t, dir)[path]
	latest, err := latestVersion(migrations())
	if err != nil {
		t.Fatal(err)
	}
	readOnly := options()
	readOnly.ReadOnly = true
	if _, err := open(path, readOnly, nextSchema(t)); !errors.Is(err, app.ErrReadOnly) {
		t.Errorf("an upgrade for a reader: %v", err)
	}
	if is := tree(t, dir); len(is) != 2 || is[path] != was {
		t.Error("a reader's attempt wrote something")
	}
	s, err := open(path, options(), nextSchema(t))
	if err != nil {
		t.Fatal(err)
	}
	if n := count(t, s, `SELECT count(*) FROM pragma_table_info('room') WHERE name = 'later'`); n != 1 {
		t.Error("the migration was not made")
	}
	if parks, err := s.Parks(context.Background()); err != nil || len(parks) != 1 {
		t.Errorf("after the upgrade there are %d parks, %v", len(parks), err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(dir, "парк.before-upgrade-1.tpark")
	if latest != 1 {
		t.Fatalf("the name of the copy is that of schema 1, the latest is %d", latest)
	}
	if tree(t, dir)[copied] != was {
		t.Error("the copy is not the file as it was")
	}
	if _, err := Open(path, options()); !errors.Is(err, app.ErrNewerSchema) {
		t.Errorf("the older program opens the newer file: %v", err)
	}
	old, err := Open(copied, options())
	if err != nil {
		t.Fatalf("the older program does not open the copy: %v", err)
	}
	if err := old.Close(); err != nil {
		t.Error(err)
	}
}

func TestFailedUpgradeLeavesTheFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.tpark")
	if err := os.WriteFile(path, wholeFile(t), 0o600); err != nil {
		t.Fatal(err)
	}
	schema := nextSchema(t).(fstest.MapFS)
	schema["9001_broken.sql"] = &fstest.MapFile{Data: []byte("-- +goose Up\nPRAGMA user_version = 9001;\nDROP TABLE nothing;\n")}
	delete(schema, "9000_later.sql")
	if _, err := open(path, options(), schema); err == nil {
		t.Fatal("a broken migration was accepted")
	}
	s, err := Open(path, options())
	if err != nil {
		t.Fatalf("after a failed upgrade: %v", err)
	}
	defer s.Close()
	if parks, err := s.Parks(context.Background()); err != nil || len(parks) != 1 {
		t.Errorf("after a failed upgrade there are %d parks, %v", len(parks), err)
	}
}

func TestCopyBesideOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.tpark")
	for i, text := range []string{"один", "два", "три"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := copyBeside(path, "mark"); err != nil {
			t.Fatal(err)
		}
		name := []string{"x.mark.tpark", "x.mark-2.tpark", "x.mark-3.tpark"}[i]
		if got := tree(t, dir)[filepath.Join(dir, name)]; got != text {
			t.Errorf("%s holds %q, want %q", name, got, text)
		}
	}
}
