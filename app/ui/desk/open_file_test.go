package desk

import (
	"strings"
	"testing"
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
	if err := start([]string{"no-such-viewer-of-technopark"}); err == nil {
		t.Error("started")
	}
}
