package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/logbook"
	"technopark/app/ui/kit"
	"technopark/app/ui/port"
)

func TestLogKeepsUnforeseenErrors(t *testing.T) {
	w := &Window{options: port.Options{Log: logbook.Open(t.TempDir(), now)}, shown: "resident"}
	w.log(errors.New("first"))
	text := readAll(t, w.log(errors.New("second")))
	if lines := strings.Split(strings.TrimSpace(text), "\n"); len(lines) != 2 || !strings.HasSuffix(lines[1], "msg=window screen=resident error=second") {
		t.Errorf("log: %q", text)
	}
	path := w.log(&kit.PanicError{Value: "lost", Stack: []byte("goroutine 1 [running]:\n")})
	if note := readAll(t, path); !strings.HasPrefix(filepath.Base(path), "crash-") || !strings.Contains(note, "panic: lost\n") {
		t.Errorf("the note of a panic in %s: %q", path, note)
	}
	if nowhere := (&Window{}).log(errors.New("x")); nowhere != "" {
		t.Errorf("without a log it names %q", nowhere)
	}
}

func readAll(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// What is done in the window is noted by the ids of screens and of lines of the menu.
func TestLogNotesWhereTheUserWas(t *testing.T) {
	log := logbook.Open(t.TempDir(), now)
	store := filepath.Join(t.TempDir(), "Иванов.tpark")
	s := openShellWith(t, port.Options{File: store, OpenStore: createStore, Log: log})
	s.navigate("contract")
	for _, menu := range s.menu.main.Items {
		for _, line := range menu.Items {
			if strings.HasPrefix(line.Label, s.desk.T("ui.menu.keys")) {
				line.Action()
			}
		}
	}
	s.fail(app.About(store, app.ErrNoFile))
	text := readAll(t, log.Path())
	for _, want := range []string{"msg=file", "msg=screen id=contract took=0s", "msg=menu id=ui.menu.keys", "msg=refused screen=contract error=\"err.no_file: "} {
		if !strings.Contains(text, want) {
			t.Errorf("the log is without %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "Иванов") {
		t.Errorf("the log names the file:\n%s", text)
	}
}
