package storage

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"technopark/app"
)

// tree returns the names and the bytes of all files below dir.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			files[path] = ""
			return err
		}
		text, err := os.ReadFile(path)
		files[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func sameTree(t *testing.T, was, is map[string]string) {
	t.Helper()
	for path, text := range is {
		if before, ok := was[path]; !ok {
			t.Errorf("%s was made", path)
		} else if before != text {
			t.Errorf("%s was written to", path)
		}
	}
	for path := range was {
		if _, ok := is[path]; !ok {
			t.Errorf("%s was removed", path)
		}
	}
}

// wholeFile returns the bytes of a closed data file with a park in it.
func wholeFile(t *testing.T) []byte {
	t.Helper()
	parkFile.Do(func() { parkFile.bytes = makeWhole(t) })
	return slices.Clone(parkFile.bytes)
}

// parkFile is what wholeFile returns, made once for all tests.
var parkFile struct {
	sync.Once
	bytes []byte
}

func makeWhole(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.tpark")
	s, err := Create(path, options())
	if err != nil {
		t.Fatal(err)
	}
	newPark(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// sqliteFile returns the bytes of a file of SQLite that some program made.
func sqliteFile(t *testing.T, statements string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := connect(path, false)
	if err != nil {
		t.Fatal(err)
	}
	mustExec(t, db, statements)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func mustExec(t *testing.T, db *sql.DB, statements string) {
	t.Helper()
	if _, err := db.Exec(statements); err != nil {
		t.Fatal(err)
	}
}

// byteAt returns a file with another byte at a place.
func byteAt(file []byte, at int, is byte) []byte {
	file = bytes.Clone(file)
	file[at] = is
	return file
}

func TestOpenRefusesAndWritesNothing(t *testing.T) {
	whole := wholeFile(t)
	damaged := bytes.Clone(whole)
	latest, err := latestVersion(migrations())
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < 4096+400; i++ {
		damaged[i] = 0xA5
	}
	for name, c := range map[string]struct {
		text []byte
		want error
	}{
		"empty":                 {[]byte{}, app.ErrEmptyFile},
		"a text":                {[]byte("наименование;ИНН\n" + strings.Repeat("x", 200)), app.ErrNotOurs},
		"a short text":          {[]byte("привет"), app.ErrNotOurs},
		"of another program":    {sqliteFile(t, `CREATE TABLE x (y); PRAGMA user_version = 1`), app.ErrNotOurs},
		"cut in the header":     {whole[:50], app.ErrDamaged},
		"cut in the middle":     {whole[:len(whole)/2], app.ErrDamaged},
		"cut by one byte":       {whole[:len(whole)-1], app.ErrDamaged},
		"overwritten inside":    {damaged, app.ErrDamaged},
		"of a newer schema":     {sqliteFile(t, `PRAGMA application_id = 1414550091; PRAGMA user_version = 99; CREATE TABLE x (y)`), app.ErrNewerSchema},
		"without a schema":      {sqliteFile(t, `PRAGMA application_id = 1414550091; CREATE TABLE x (y)`), app.ErrDamaged},
		"without its tables":    {sqliteFile(t, fmt.Sprintf(`PRAGMA application_id = 1414550091; PRAGMA user_version = %d; CREATE TABLE park (y)`, latest)), app.ErrDamaged},
		"not to be written":     {byteAt(whole, headerWriting, 129), app.ErrDamaged},
		"of no way of writing":  {byteAt(whole, headerWriting, 0), app.ErrDamaged},
		"of no way of reading":  {byteAt(whole, headerReading, 0), app.ErrDamaged},
		"of two ways":           {byteAt(whole, headerReading, logFormat), app.ErrDamaged},
		"with room for others":  {byteAt(whole, headerReserved, 4), app.ErrDamaged},
		"of a format too new":   {byteAt(whole, headerFormat+3, 5), app.ErrDamaged},
		"of a format far away":  {byteAt(whole, headerFormat+3, 132), app.ErrDamaged},
		"of a long format":      {byteAt(whole, headerFormat+2, 1), app.ErrDamaged},
		"of no format":          {byteAt(whole, headerFormat+3, 0), app.ErrDamaged},
		"of no encoding":        {byteAt(whole, headerEncoding+3, 0), app.ErrDamaged},
		"of another encoding":   {byteAt(whole, headerEncoding+3, 2), app.ErrDamaged},
		"with a strange ending": {append([]byte("SQLite format 3\x00"), make([]byte, 200)...), app.ErrNotOurs},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.tpark")
			if err := os.WriteFile(path, c.text, 0o600); err != nil {
				t.Fatal(err)
			}
			was := tree(t, filepath.Dir(path))
			for _, readOnly := range []bool{false, true} {
				o := options()
				o.ReadOnly = readOnly
				if _, err := Open(path, o); !errors.Is(err, c.want) {
					t.Errorf("Open returned %v, want %v", err, c.want)
				}
			}
			sameTree(t, was, tree(t, filepath.Dir(path)))
		})
	}
}

func TestOpenAndCreateOfNoPlace(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	was := tree(t, dir)
	for _, c := range []struct {
		path         string
		open, create error
	}{
		{filepath.Join(dir, "none", "x.tpark"), app.ErrMissingDir, app.ErrMissingDir},
		{filepath.Join(file, "x.tpark"), app.ErrMissingDir, app.ErrMissingDir},
		{dir, app.ErrIsDir, app.ErrExists},
		{os.DevNull, app.ErrNotPlain, app.ErrExists},
		{file, app.ErrNotOurs, app.ErrExists},
	} {
		if _, err := Open(c.path, options()); !errors.Is(err, c.open) {
			t.Errorf("Open %s: %v, want %v", c.path, err, c.open)
		}
		if _, err := Create(c.path, options()); !errors.Is(err, c.create) {
			t.Errorf("Create %s: %v, want %v", c.path, err, c.create)
		}
	}
	if _, err := Open(filepath.Join(dir, "x.tpark"), options()); !errors.Is(err, app.ErrNoFile) {
		t.Errorf("Open of no file: %v", err)
	}
	sameTree(t, was, tree(t, dir))
}

func TestCreateLeavesNothingHalf(t *testing.T) {
	dir := t.TempDir()
	broken := os.DirFS("testdata/broken")
	if _, err := create(filepath.Join(dir, "x.tpark"), options(), broken, nil); err == nil {
		t.Error("a schema with an error in it was accepted")
	}
	sameTree(t, map[string]string{dir: ""}, tree(t, dir))
}

func TestCreateWhereNothingCanBeMade(t *testing.T) {
	dir := unwritable(t)
	if _, err := Create(filepath.Join(dir, "x.tpark"), options()); !errors.Is(err, app.ErrNoWrite) {
		t.Errorf("Create in %s: %v", dir, err)
	}
}

// unwritable returns a directory in which nothing can be made, not even by the superuser
// that tests may run as.
func unwritable(t *testing.T) string {
	const processes = "/proc/self"
	if _, err := os.Stat(processes); err == nil {
		return processes
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestPathsThatLookLikeURIs(t *testing.T) {
	for _, name := range []string{"a?mode=memory.tpark", "b#c.tpark", "50%.tpark", "%41.tpark", "отчёт 2020 г..tpark", "a&b=c.tpark"} {
		path := filepath.Join(t.TempDir(), name)
		s, err := Create(path, options())
		if err != nil {
			t.Errorf("Create %s: %v", name, err)
			continue
		}
		newPark(t, s)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		files, err := os.ReadDir(filepath.Dir(path))
		if err != nil || len(files) != 1 || files[0].Name() != name {
			t.Errorf("after %s the directory holds %v, %v", name, files, err)
		}
		if s, err = Open(path, options()); err != nil {
			t.Errorf("Open %s: %v", name, err)
			continue
		}
		if parks, err := s.Parks(context.Background()); err != nil || len(parks) != 1 {
			t.Errorf("%s holds %d parks, %v", name, len(parks), err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestEscapePath(t *testing.T) {
	for path, want := range map[string]string{
		"/home/и/a?b#c%d.tpark": "/home/и/a%3fb%23c%25d.tpark",
		"C:/Парк/x.tpark":       "///C:/Парк/x.tpark",
		"//server/диск/x.tpark": "////server/диск/x.tpark",
	} {
		if got := escapePath(path); got != want {
			t.Errorf("escapePath(%q) = %q, want %q", path, got, want)
		}
	}
}

// A file that was cut off or replaced after it was looked at is told by what is there now; one that
// is as it was keeps the error that was met.
func TestFileChangedWhileItIsOpened(t *testing.T) {
	met := errors.New("no such table: park")
	for what, c := range map[string]struct {
		data []byte
		want error
	}{
		"cut to nothing": {nil, app.ErrEmptyFile},
		"another file":   {bytes.Repeat([]byte("x"), 4096), app.ErrNotOurs},
		"as it was":      {wholeFile(t), met},
	} {
		err := unsteady(written(t, c.data), 1000, met)
		if !errors.Is(err, c.want) || !errors.Is(err, met) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := unsteady(written(t, nil), 1000, app.ErrLocked); err != app.ErrLocked { //nolint:errorlint // it is to be that very one
		t.Errorf("an error that has words became %v", err)
	}
}
