//go:build !windows

package kit

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestSticksAreFoundWhereTheyAreMounted(t *testing.T) {
	root := t.TempDir()
	var want []string
	for _, path := range []string{"media/anna/СТИК", "run/media/anna/KINGSTON", "mnt/обмен"} {
		want = append(want, filepath.Join(root, path))
		if err := os.MkdirAll(want[len(want)-1], 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if got := mounted(root); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
