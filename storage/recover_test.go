package storage

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"testing"

	"technopark/app"
)

// recovered recovers a file and returns the new one.
func recovered(t testing.TB, path string) (string, app.Recovery) {
	t.Helper()
	to := filepath.Join(t.TempDir(), "спасённый.tpark")
	r, err := Recover(context.Background(), path, to, options(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return to, r
}

func TestSoundFileIsRecoveredAsItIs(t *testing.T) {
	path := written(t, fullFile(t))
	to, r := recovered(t, path)
	if !r.OK() || !r.Whole || r.Added != 0 || r.Share() != 1000 {
		t.Errorf("%+v", r)
	}
	if contentsOf(t, to) != contentsOf(t, path) {
		t.Error("the new file holds something else")
	}
	v, err := Examine(context.Background(), to, options())
	if err != nil || !v.OK() {
		t.Error(v, err)
	}
}

// The rows of every released schema are read by the columns of today’s: whoever puts a column
// between others, or takes one away, has to teach layouts both.
func TestColumnsAreOnlyAddedBehindOthers(t *testing.T) {
	now, err := layouts()
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(releasedFiles, "released/schema-*.sql")
	if err != nil || len(names) < 10 {
		t.Fatal(names, err)
	}
	for n := range names {
		objects, err := releasedSchema(migrations(), int64(n+1))
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range objects {
			is, kept := now[o.name]
			if o.kind != "table" || !kept {
				continue
			}
			for i, c := range layoutOf(o).columns {
				if i >= len(is.columns) || is.columns[i].name != c.name {
					t.Errorf("schema %d: column %d of %s is %s, and another now", n+1, i, o.name, c.name)
				}
			}
		}
	}
}

// A file of an older program is recovered without its first page too, where its version and its
// schema stand, and without a journal.
func TestOlderFilesAreRecovered(t *testing.T) {
	for version := int64(1); version <= 10; version += 3 {
		path := filepath.Join(t.TempDir(), "x.tpark")
		if err := build(path, func(temp string) error { return buildSchema(temp, stepsTo(t, version)) }); err != nil {
			t.Fatal(err)
		}
		statements := `INSERT INTO park (id, name, created, changed) VALUES (1, 'Парк', '2021-03-15T12:00:00Z', '2021-03-15T12:00:00Z');`
		for n := 1; n <= 60; n++ {
			statements += fmt.Sprintf(`INSERT INTO resident (id, park_id, name, created, changed) VALUES (%[1]d, 1, 'Резидент %[1]d', '2021-03-15T12:00:00Z', '2021-03-16T12:00:00Z');
				INSERT INTO resident_report (id, park_id, resident, period, revenue, created, changed) VALUES (%[1]d, 1, %[1]d, '2020', %[1]d00, '2021-03-15T12:00:00Z', '2021-03-15T12:00:00Z');`, n)
		}
		tamper(t, path, statements)
		was := truthOf(t, path)
		data := fileBytes(t, path)
		clear(data[:pageSize(data)])
		to, r := recovered(t, written(t, data))
		if is := truthOf(t, to); !maps.Equal(is.records, was.records) || len(is.records) != 121 {
			t.Errorf("schema %d: %+v", version, r)
		}
		if v, err := Examine(context.Background(), to, options()); err != nil || !v.OK() {
			t.Error(v, err)
		}
	}
}
