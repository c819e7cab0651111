package storage

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/pressly/goose/v3"

	"technopark/app"
	"technopark/app/sample"
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
	copied := filepath.Join(dir, fmt.Sprintf("парк.before-upgrade-%d.tpark", latest))
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

func TestReaderLeavesAnOlderFileAsItIs(t *testing.T) {
	dir, temp := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	path := filepath.Join(dir, "парк.tpark")
	if err := os.WriteFile(path, wholeFile(t), 0o600); err != nil {
		t.Fatal(err)
	}
	was := tree(t, dir)
	readOnly := options()
	readOnly.ReadOnly = true
	s, err := open(path, readOnly, nextSchema(t))
	if err != nil {
		t.Fatal(err)
	}
	if n := count(t, s, `SELECT count(*) FROM pragma_table_info('room') WHERE name = 'later'`); n != 1 {
		t.Error("the reader sees the older schema")
	}
	if parks, err := s.Parks(context.Background()); err != nil || len(parks) != 1 || s.Path() != path || !s.ReadOnly() {
		t.Errorf("%d parks in %s, %v", len(parks), s.Path(), err)
	}
	if err := s.Save(context.Background(), &app.Specialism{Name: "x"}); !errors.Is(err, app.ErrReadOnly) {
		t.Errorf("a reader saves into the copy: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(was, tree(t, dir)); diff != "" {
		t.Errorf("the reader changed something (-before +after):\n%s", diff)
	}
	if left := tree(t, temp); len(left) != 1 { // the directory itself
		t.Errorf("left behind: %v", slices.Collect(maps.Keys(left)))
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
		if _, err := copyBeside(path, "mark"); err != nil {
			t.Fatal(err)
		}
		name := []string{"x.mark.tpark", "x.mark-2.tpark", "x.mark-3.tpark"}[i]
		if got := tree(t, dir)[filepath.Join(dir, name)]; got != text {
			t.Errorf("%s holds %q, want %q", name, got, text)
		}
		// After an upgrade that was cut short the copy is there already.
		again, err := copyBeside(path, "mark")
		if err != nil || filepath.Base(again) != name || len(tree(t, dir)) != i+3 {
			t.Errorf("the same bytes are copied again, as %s, %v", again, err)
		}
	}
}

// TestUpgradeLosesNoRow counts the rows of every table before and after each step of
// the schema, as a table built anew can empty others without an error.
func TestUpgradeLosesNoRow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.tpark")
	s, err := CreateFilled(path, options(), "sample", func(ctx context.Context, tx app.Tx) error {
		return sample.Park().Fill(func(rec app.Record) error { return tx.Save(ctx, rec) })
	})
	if err != nil {
		t.Fatal(err)
	}
	saveWhatTheSampleLacks(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	was := rowCounts(t, path, migrations())
	for name, rows := range was {
		if rows == 0 {
			t.Errorf("no rows of %s to lose", name)
		}
	}
	is := rowCounts(t, path, nextSchema(t))
	delete(was, "goose_db_version")
	delete(is, "goose_db_version")
	if diff := cmp.Diff(was, is); diff != "" {
		t.Errorf("rows (-before +after):\n%s", diff)
	}
}

func saveWhatTheSampleLacks(t testing.TB, s *Store) {
	t.Helper()
	save(t, s, &app.Profile{Kind: app.ProfileRules, Year: app.Of(app.Count(2021)), Title: "свои правила", Text: "id = 1"})
	head := app.Head{Park: 1}
	file := put(t, s, []byte("документ"))
	paper := &app.Document{Head: head, Title: "Договор", SHA256: file}
	save(t, s, paper)
	save(t, s, &app.DocumentLink{Head: head, Document: paper.ID, Subject: app.SubjectOfIndicator(2020, "S2.1")})
	revision := &app.Revision{
		Head: head, Period: app.YearPeriod(2020), Number: app.Of(app.Count(1)), State: app.RevisionDraft,
		Made: app.Day(2021, 4, 1), Data: file,
	}
	save(t, s, revision)
	save(t, s, &app.Signature{Head: head, Revision: revision.ID, File: "x.pdf", FileName: "x.pdf.sig", SHA256: file})
}

func rowCounts(t *testing.T, path string, schema fs.FS) map[string]int {
	t.Helper()
	s, err := open(path, options(), schema)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	counts := map[string]int{}
	for _, name := range texts(t, s, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'`) {
		counts[name] = count(t, s, `SELECT count(*) FROM `+quote(name))
	}
	return counts
}

var update = flag.Bool("update", false, "write the schema files of testdata anew")

// TestReleasedSchemas holds every step to the schema it was released with, since a file
// in some office is at each of them.
func TestReleasedSchemas(t *testing.T) {
	latest, err := latestVersion(migrations())
	if err != nil {
		t.Fatal(err)
	}
	for n := int64(1); n <= latest; n++ {
		path := filepath.Join(t.TempDir(), "x.tpark")
		if err := build(path, func(temp string) error { return buildSchema(temp, stepsTo(t, n)) }); err != nil {
			t.Fatal(err)
		}
		db, err := connect(path, true)
		if err != nil {
			t.Fatal(err)
		}
		objects, err := objectsOf(db)
		if err := errors.Join(err, db.Close()); err != nil {
			t.Fatal(err)
		}
		var got string
		for _, o := range objects {
			got += objectMark + o.kind + " " + o.name + " " + o.table + "\n" + o.text + "\n\n"
		}
		golden := filepath.Join("released", fmt.Sprintf("schema-%d.sql", n))
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("schema %d (-released +made):\n%s", n, diff)
		}
	}
}

// stepsTo returns the migrations up to the given one.
func stepsTo(t *testing.T, last int64) fs.FS {
	t.Helper()
	steps := fstest.MapFS{}
	names, err := fs.Glob(migrations(), "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		n, err := goose.NumericComponent(name)
		if err != nil {
			t.Fatal(err)
		}
		if n > last {
			continue
		}
		text, err := fs.ReadFile(migrations(), name)
		if err != nil {
			t.Fatal(err)
		}
		steps[name] = &fstest.MapFile{Data: text}
	}
	return steps
}
