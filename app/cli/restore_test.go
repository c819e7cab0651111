package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/cli"
	"technopark/app/copies"
	"technopark/storage"
)

// copied makes a data file and a copy of it beside it, and returns what runs commands over them and
// the path of the copy.
func copied(t *testing.T) (command func(args ...string) answer, path string) {
	t.Helper()
	t.Chdir(t.TempDir())
	options := storage.Options{Who: "проба", Now: func() time.Time { return time.Date(2021, 4, 12, 12, 0, 0, 0, time.UTC) }}
	s, err := storage.Create("x.tpark", options)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Save(context.Background(), &app.Specialism{Name: "Направление первое"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	reading := options
	reading.ReadOnly = true
	keeper := copies.Keeper{Now: options.Now, Computer: "1a2b3c4d", Storage: copies.Storage{
		Open: func(path string) (copies.File, error) { return storage.Open(path, reading) }, Copy: storage.Backup,
	}}
	command = func(args ...string) answer { return runWith(func(d *cli.Deps) { d.Copies = keeper }, args...) }
	if got := command("backup", "x.tpark"); got.code != cli.ExitOK {
		t.Fatal(got)
	}
	found, err := filepath.Glob("копии*/*.tpark")
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	return command, found[0]
}

// alter writes other words into a file, of the same length, and leaves its time as it was.
func alter(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, bytes.ReplaceAll(data, []byte("Направление"), []byte("Напровление")), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
}

// A copy that is not what was written is not said to be checked, nor the data file, which is whole,
// to be the same or to have its faults.
func TestRestoreSaysWhatIsWrongWithTheCopy(t *testing.T) {
	command, path := copied(t)
	if got := command("restore", path, "--to", "цел.tpark"); got.code != cli.ExitOK || !strings.Contains(got.out, "и проверен: цел.tpark") || !strings.Contains(got.out, "ничего не изменилось") {
		t.Errorf("of a good copy: %+v", got)
	}
	alter(t, path)
	got := command("restore", path, "--to", "а.tpark")
	if got.code != cli.ExitFindings || strings.Contains(got.out, "проверен") || strings.Contains(got.out, "ничего не изменилось") || !strings.Contains(got.out, "Отличий копии от файла: 1") {
		t.Errorf("of a changed copy: %+v", got)
	}
	if strings.Contains(got.failed, "повторяет") || !strings.Contains(got.failed, "Копия изменилась после того, как была записана. В «x.tpark» таких нарушений нет.") {
		t.Errorf("of a changed copy: %s", got.failed)
	}
	var said struct {
		Altered bool
		Flaw    *struct{ Message string }
		Against struct {
			Same, Repeats bool
			Differences   []struct{ Copy, File string }
		}
	}
	got = command("restore", path, "--to", "б.tpark", "--json")
	if err := json.Unmarshal([]byte(got.out), &said); err != nil || !said.Altered || said.Flaw == nil || said.Against.Same || said.Against.Repeats || len(said.Against.Differences) != 1 {
		t.Errorf("of a changed copy in JSON: %+v, %v", said, err)
	}
	alter(t, "x.tpark")
	got = command("restore", path, "--to", "в.tpark")
	if got.code != cli.ExitFindings || !strings.Contains(got.failed, "В самом файле данных есть нарушения, копия повторяет его") {
		t.Errorf("of a file with the same faults: %+v", got)
	}
}

// A copy of which a disk has lost some bytes is not listed as good, though neither its time nor its
// size has changed.
func TestListReadsTheCopies(t *testing.T) {
	command, path := copied(t)
	if got := command("backup", "x.tpark", "--list"); got.code != cli.ExitOK || !strings.Contains(got.out, "  цела  ") {
		t.Errorf("a good copy: %+v", got)
	}
	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(path, later, later); err != nil {
		t.Fatal(err)
	}
	if got := command("backup", "x.tpark", "--list"); !strings.Contains(got.out, "  цела  ") {
		t.Errorf("a copy that was touched only: %+v", got)
	}
	alter(t, path)
	if got := command("backup", "x.tpark", "--list"); strings.Contains(got.out, "  цела  ") || !strings.Contains(got.out, "изменена после записи") {
		t.Errorf("a spoilt copy: %+v", got)
	}
	if got := command("backup", "x.tpark", "--list", "--json"); !strings.Contains(got.out, `"fault": "copies.fault.changed"`) {
		t.Errorf("a spoilt copy in JSON: %+v", got)
	}
}
