package cli_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/cli/clitest"
	"technopark/app/signature/signaturetest"
	"technopark/storage"
)

// TestScripts runs the commands of testdata against the real program, built
// without a window, so that main's wiring is under test too.
func TestScripts(t *testing.T) {
	bin := filepath.Dir(clitest.Program(t))
	caches, err := os.UserCacheDir()
	if err != nil {
		caches = t.TempDir()
	}
	settings := t.TempDir()
	shared := filepath.Join(t.TempDir(), "primer.tpark")
	clitest.MakePark(t, filepath.Join(bin, "technopark"), shared)
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", bin+string(os.PathListSeparator)+env.Getenv("PATH"))
			env.Setenv("XDG_CONFIG_HOME", settings)
			env.Setenv("XDG_CACHE_HOME", caches) // machine code of the renderer of PDFs, slow to make
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"detached": detached, "private": private,
			"answered": answered, "hired": hired, "removed": removed,
			"park": func(ts *testscript.TestScript, _ bool, args []string) { copyPark(ts, shared, args[0]) },
		},
	})
}

func TestMain(m *testing.M) {
	code := m.Run()
	clitest.End()
	os.Exit(code)
}

// copyPark gives a script a sample park of its own, without documents: park DIR makes
// DIR/primer.tpark.
func copyPark(ts *testscript.TestScript, shared, dir string) {
	data, err := os.ReadFile(shared)
	ts.Check(err)
	ts.Check(os.MkdirAll(ts.MkAbs(dir), 0o700))
	ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(dir), "primer.tpark"), data, 0o600))
}

// private fails unless what lies below directories is for its owner alone: private DIR….
func private(ts *testscript.TestScript, _ bool, args []string) {
	seen := 0
	for _, dir := range args {
		ts.Check(filepath.WalkDir(ts.MkAbs(dir), func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := entry.Info()
			if err == nil && info.Mode().Perm()&0o077 != 0 && path != ts.MkAbs(dir) {
				err = fmt.Errorf("%s has the rights %v", path, info.Mode())
			}
			seen++
			return err
		}))
	}
	if seen < 20 {
		ts.Fatalf("the tour made %d files only", seen)
	}
}

// detached signs a file as an outside program would: detached FILE SIGNATURE.
func detached(ts *testscript.TestScript, _ bool, args []string) {
	key, err := signaturetest.NewRSA("Образцова М. В.", "АО «Технопарк»")
	ts.Check(err)
	data, err := key.Sign([]byte(ts.ReadFile(args[0])), time.Date(2021, 4, 12, 12, 0, 0, 0, time.UTC))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o600))
}

// hired adds an employee to the first report of 2020, as staff would in the window: hired FILE.
func hired(ts *testscript.TestScript, _ bool, args []string) {
	s, err := storage.Open(ts.MkAbs(args[0]), storage.Options{Who: "test", Now: time.Now})
	ts.Check(err)
	book, err := s.Book(context.Background(), 1)
	ts.Check(err)
	for _, r := range app.All[app.ResidentReport](book, "resident_report") {
		if r.Period == app.YearPeriod(2020) {
			r.Headcount.N++
			ts.Check(errors.Join(s.Save(context.Background(), r), s.Close()))
			return
		}
	}
	ts.Fatalf("no report of 2020")
}

// answered writes an answer into a questionnaire by the name of its cell, as a resident would:
// answered FILE NAME VALUE. A star in the name of the file stands for what is between.
func answered(ts *testscript.TestScript, _ bool, args []string) {
	paths, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	if len(paths) != 1 {
		ts.Fatalf("%d files are called %s", len(paths), args[0])
	}
	book, err := excelize.OpenFile(paths[0])
	ts.Check(err)
	for _, n := range book.GetDefinedName() {
		if n.Name == args[1] {
			sheet, at, _ := strings.Cut(strings.ReplaceAll(n.RefersTo, "$", ""), "!")
			at, _, _ = strings.Cut(at, ":")
			ts.Check(errors.Join(book.SetCellValue(strings.Trim(sheet, "'"), at, args[2]), book.Save(), book.Close()))
			return
		}
	}
	ts.Fatalf("no cell %s", args[1])
}

// removed deletes a record and all that depends on it, as staff would in the window: removed FILE
// TYPE ID.
func removed(ts *testscript.TestScript, _ bool, args []string) {
	s, err := storage.Open(ts.MkAbs(args[0]), storage.Options{Who: "сидорова", Now: time.Now})
	ts.Check(err)
	id, err := strconv.ParseInt(args[2], 10, 64)
	ts.Check(err)
	rec, err := s.Get(context.Background(), app.TypeByKey(args[1]), id)
	ts.Check(err)
	ts.Check(errors.Join(s.DeleteWithDependents(context.Background(), rec), s.Close()))
}
