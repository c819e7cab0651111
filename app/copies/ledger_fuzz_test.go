package copies

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzLedger reads whatever lies on a stick as the list of its copies: no name of it leads out of
// the folder, and what cannot be understood is no list.
func FuzzLedger(f *testing.F) {
	const sum = `0123456789012345678901234567890123456789012345678901234567890123`
	f.Add([]byte(`{"version":1,"copies":[{"name":"a.tpark","number":1,"sha256":"` + sum + `","size":-1}]}`))
	f.Add([]byte(`{"version":1,"copies":[{"name":"../../a.tpark","sha256":"` + sum + `"},{"name":"..\\a.tpark.age","sha256":"` + sum + `"}]}`))
	f.Add([]byte(`{"version":1,"copies":[null,{"made":"0000"}]}`))
	path := filepath.Join(f.TempDir(), "copies-1a2b3c4d.json")
	f.Fuzz(func(t *testing.T, raw []byte) {
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		l, err := readLedger(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range l.Copies {
			if filepath.Base(e.Name) != e.Name {
				t.Fatalf("%q leads out", e.Name)
			}
		}
		stillThere(l)
	})
}
