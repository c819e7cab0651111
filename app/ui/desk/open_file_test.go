package desk

import (
	"strings"
	"testing"
	"time"
)

func TestViewersOfSystems(t *testing.T) {
	for _, c := range []struct{ goos, open, folder string }{
		{"linux", "xdg-open /d/f.pdf", "xdg-open /d"},
		{"darwin", "open /d/f.pdf", "open -R /d/f.pdf"},
		{"windows", "rundll32 url.dll,FileProtocolHandler /d/f.pdf", "explorer /select,/d/f.pdf"},
	} {
		if got := strings.Join(openCommand(c.goos, "/d/f.pdf"), " "); got != c.open {
			t.Errorf("%s opens by %s", c.goos, got)
		}
		if got := strings.Join(folderCommand(c.goos, "/d/f.pdf"), " "); got != c.folder {
			t.Errorf("%s shows by %s", c.goos, got)
		}
	}
}

func TestMissingViewerIsAnError(t *testing.T) {
	if err := start("linux", []string{"no-such-viewer-of-technopark"}); err == nil {
		t.Error("started")
	}
}

// A viewer that ends with a fault, as xdg-open does without a program for the file, is told;
// one that stays is not waited for.
func TestViewerThatFailsIsAnError(t *testing.T) {
	if err := start("linux", []string{"false"}); err == nil {
		t.Error("a fault is not told")
	}
	if err := start("windows", []string{"false"}); err != nil {
		t.Errorf("what means nothing is told: %v", err)
	}
	began := time.Now()
	if err := start("linux", []string{"sleep", "5"}); err != nil || time.Since(began) > 4*time.Second {
		t.Errorf("%v after %v", err, time.Since(began))
	}
}
