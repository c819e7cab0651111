package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/ui/port"
	"technopark/storage"
)

// copyKeeper keeps copies as the program does, by a clock of the tests.
func copyKeeper(clock func() time.Time) *copies.Keeper {
	return &copies.Keeper{Now: clock, Computer: "1a2b3c4d", Storage: copies.Storage{
		Open: func(path string) (copies.File, error) {
			return storage.Open(path, storage.Options{Who: "tester", Now: clock, ReadOnly: true})
		},
		Copy: storage.Backup,
	}}
}

// copied returns the copies of a file.
func copied(t *testing.T, file string) []copies.Copy {
	t.Helper()
	l, err := copyKeeper(now).List(file)
	if err != nil {
		t.Fatal(err)
	}
	return l.Copies
}

// openCopied opens the window on a new file of one park, with copies.
func openCopied(t *testing.T) (*shell, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "парк.tpark")
	store, err := createStore(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Save(t.Context(), &app.Park{Name: "Технопарк «Пример»"}); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return openShellWith(t, port.Options{File: path, OpenStore: openStore, SettingsDir: t.TempDir(), Copies: copyKeeper(now)}), path
}

// A file is copied when it is opened and, if it was changed, when it is closed; the last copy
// is told in the status line.
func TestFilesAreCopiedAtTheStartAndAtTheEnd(t *testing.T) {
	s, path := openCopied(t)
	if said := s.status.file.Text(); !strings.HasPrefix(said, "Копия: сегодня 14:03, проверена · парк.tpark") {
		t.Errorf("the status line says %q", said)
	}
	s.quit()
	if all := copied(t, path); len(all) != 1 || all[0].Why != copies.WhyStart {
		t.Fatalf("without a change there are %+v", all)
	}
	s = openShellWith(t, port.Options{File: path, OpenStore: openStore, SettingsDir: t.TempDir(), Copies: copyKeeper(now)})
	if err := s.desk.Store.Save(t.Context(), &app.Park{Name: "Второй"}); err != nil {
		t.Fatal(err)
	}
	s.quit()
	all := copied(t, path)
	if len(all) != 2 || all[0].Why != copies.WhyExit || all[0].Holds.Records["park"] != 2 {
		t.Errorf("after a change there are %+v", all)
	}
}

// The window manager may give a window its old size back while it hides: what is laid out once
// the file is closed needs none, and the copy is made.
func TestAWindowThatTurnsNarrowAsItClosesLeavesACopy(t *testing.T) {
	s, path := openCopied(t)
	if err := s.desk.Store.Save(t.Context(), &app.Park{Name: "Второй"}); err != nil {
		t.Fatal(err)
	}
	around := s.win.Content()
	s.help() // the guide stands over the screen
	s.exit()
	s.win.Resize(fyne.NewSize(640, 480))
	if s.win.Canvas().Overlays().Top() != nil || s.win.Content() == around {
		t.Error("the window still shows something of the file")
	}
	for _, size := range []fyne.Size{{Width: 640, Height: 480}, {Width: 1200, Height: 300}, {Width: 1366, Height: 740}} {
		around.Resize(size) // as the toolkit may, before the window is empty
	}
	if all := copied(t, path); len(all) != 2 || all[0].Why != copies.WhyExit {
		t.Errorf("of the file there are %+v", all)
	}
}

// Who opens another file has the first one copied.
func TestAnotherFileLeavesACopyOfTheFirst(t *testing.T) {
	s, path := openCopied(t)
	if err := s.desk.Store.Save(t.Context(), &app.Park{Name: "Второй"}); err != nil {
		t.Fatal(err)
	}
	_, other := openCopied(t)
	s.desk.OpenFile(other)
	if s.desk.Store.Path() != other {
		t.Fatalf("open is %s", s.desk.Store.Path())
	}
	if all := copied(t, path); len(all) != 2 || all[0].Why != copies.WhyExit {
		t.Errorf("of the first file there are %+v", all)
	}
}

// A copy that cannot be made is told in the status line and behind the screen, by no dialog.
func TestACopyThatFailsIsToldInTheStatusLine(t *testing.T) {
	s, path := openCopied(t)
	s.quit()
	folder := copies.Folder(path)
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(folder, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s = openShellWith(t, port.Options{File: path, OpenStore: openStore, SettingsDir: t.TempDir(), Copies: copyKeeper(now)})
	if said := s.status.file.Text(); !strings.HasPrefix(said, "■\u00a0Копия не сделана: ") {
		t.Errorf("the status line says %q", said)
	}
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("a dialog is open")
	}
	if b := awaited(map[string]badge{}, s.desk)["backups"]; b.warnings != 1 {
		t.Errorf("the badge is %+v", b)
	}
}
