package storage

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"
)

// By its origin a file knows its copies, even when it is damaged; of what is no data file there is none.
func TestOriginIsReadOfADamagedFile(t *testing.T) {
	path := written(t, fullFile(t))
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	h, err := s.Holding(context.Background())
	if err != nil || h.Origin == "" || s.Close() != nil {
		t.Fatal(h, err)
	}
	if got := Origin(path); got != h.Origin {
		t.Errorf("%q, want %q", got, h.Origin)
	}
	whole := fileBytes(t, path)
	damaged := without(bytes.Clone(whole), pagesOf(t, whole, "resident")...)
	for what, data := range map[string][]byte{"a table gone": damaged, "cut off": whole[:len(whole)-5*4096]} {
		if got := Origin(written(t, data)); got != h.Origin {
			t.Errorf("%s: %q, want %q", what, got, h.Origin)
		}
	}
	gone := without(bytes.Clone(whole), pagesOf(t, whole, "journal")...)
	for what, path := range map[string]string{
		"the journal gone": written(t, gone), "nothing": written(t, nil), "a text": written(t, []byte("текст")),
		"no file": filepath.Join(t.TempDir(), "x.tpark"), "a directory": t.TempDir(),
	} {
		if got := Origin(path); got != "" {
			t.Errorf("%s: %q", what, got)
		}
	}
}
