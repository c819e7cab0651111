package copies

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzSettings reads settings that somebody wrote by hand: they are read whole or not at all, and
// those that were kept come back.
func FuzzSettings(f *testing.F) {
	f.Add([]byte("second = 'E:\\копии'\npassphrase = \"\"\n"))
	f.Add([]byte("second = [[1"))
	f.Add([]byte("second = \"\\u0000\"\nпассворд = 1\n"))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, raw []byte) {
		if err := os.WriteFile(filepath.Join(dir, settingsFile), raw, 0o600); err != nil {
			t.Fatal(err)
		}
		read := LoadSettings(dir)
		if err := read.Save(dir); err != nil {
			t.Fatal(err)
		}
		if again := LoadSettings(dir); again != read {
			t.Errorf("%+v was kept and %+v came back", read, again)
		}
	})
}
