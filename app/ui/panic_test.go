package ui

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/logbook"
	"technopark/app/ui/port"
)

// Where a program of the test is told how it is to end, and where its files are.
const (
	endsEnv  = "TECHNOPARK_TEST_ENDS"
	filesEnv = "TECHNOPARK_TEST_FILES"
)

// A program that a fault of a screen ends has lost nothing of what it had written: the next start says
// what happened, takes the file over from the one that is gone, and finds the value there.
func TestPanicInAScreenLosesNothing(t *testing.T) {
	if ends := os.Getenv(endsEnv); ends != "" {
		endIn(t, os.Getenv(filesEnv), ends)
	}
	for ends, code := range map[string]int{"a screen": 4, "a goroutine": 2} {
		dir := t.TempDir()
		cmd := exec.Command(os.Args[0], "-test.run=^TestPanicInAScreenLosesNothing$")
		cmd.Env = append(os.Environ(), endsEnv+"="+ends, filesEnv+"="+dir)
		out, err := cmd.CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != code {
			t.Fatalf("%s: it ended with %v\n%s", ends, err, out)
		}
		log := logOf(dir)
		log.WatchFatal() // as every start of the window does
		log.EndFatal()
		s := openShellWith(t, optionsOf(dir, log))
		if said := s.asked(); !strings.Contains(said, "То, что уже было записано, цело.") {
			t.Errorf("%s: the next start says %q", ends, said)
		}
		s.press("Не сейчас")
		if crashes := log.Crashes(); len(crashes) != 1 || !strings.Contains(crashes[0].Text, "a fault of the screen") || strings.Contains(crashes[0].Text, "+7") {
			t.Errorf("%s: the notes are %+v", ends, crashes)
		}
		if s.desk.Store == nil || s.desk.ReadOnly() {
			t.Fatalf("%s: the file cannot be worked with", ends)
		}
		if contact := s.list("resident")[0].(*app.Resident).Contact; contact != "Иванова, +7 900 000-00-00" {
			t.Errorf("%s: %q is there", ends, contact)
		}
		if v, err := s.desk.Store.Verify(t.Context()); err != nil || !v.OK() {
			t.Errorf("%s: %+v, %v", ends, v.Problems, err)
		}
		s.closeStore()
	}
}

func logOf(dir string) *logbook.Log { return logbook.Open(filepath.Join(dir, "log"), now) }

func optionsOf(dir string, log *logbook.Log) port.Options {
	return port.Options{File: filepath.Join(dir, "парк.tpark"), OpenStore: openStore, SettingsDir: filepath.Join(dir, "settings"), Log: log}
}

// endIn writes a value in the window and ends the program by a fault, as the command line does that
// caught it or, where nobody can catch it, the runtime itself.
func endIn(t *testing.T, dir, ends string) {
	log := logOf(dir)
	log.WatchFatal()
	o := optionsOf(dir, log)
	store, err := createStore(o.File)
	if err == nil {
		err = store.Change(t.Context(), "записи для теста", func(tx app.Tx) error {
			park := onePark(func(rec app.Record) {
				if err := tx.Save(t.Context(), rec); err != nil {
					t.Fatal(err)
				}
			})
			return errors.Join(tx.Save(t.Context(), resident(park, "Альфа")), tx.Save(t.Context(), resident(park, "Бета")))
		})
	}
	if err == nil {
		err = store.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	s := openShellWith(t, o)
	screen := s.records("resident")
	screen.Table.Select(screen.Table.Shown()[0])
	s.typeInto(screen, "contact", "Иванова, +7 900 000-00-00")
	s.tab()
	s.typeInto(screen, "phone", "не окончено")
	fault := func(int64) { panic("a fault of the screen") }
	defer func() {
		if fault := recover(); fault != nil {
			log.Panicked(fault, debug.Stack())
			os.Exit(4)
		}
	}()
	if ends == "a goroutine" {
		go fault(0)
		select {}
	}
	screen.Table.OnSelect = fault
	screen.Table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	t.Fatal("the key moves nothing")
}
