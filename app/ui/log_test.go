package ui

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"technopark/app/ui/port"
)

func TestLogKeepsUnforeseenErrors(t *testing.T) {
	w := &Window{options: port.Options{SettingsDir: t.TempDir(), Now: time.Now}}
	w.log(errors.New("первая"))
	path := w.log(errors.New("вторая"))
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Split(strings.TrimSpace(string(text)), "\n"); len(lines) != 2 || !strings.HasSuffix(lines[1], "вторая") {
		t.Errorf("log: %q", text)
	}
	if nowhere := (&Window{}).log(errors.New("x")); nowhere != "" {
		t.Errorf("without a directory it names %q", nowhere)
	}
}
