package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/recovery"
	"technopark/app/ui/kit"
	"technopark/app/ui/port"
	"technopark/storage"
)

// spoil writes zeros over a part of a file, as a bad stick does.
func spoil(t *testing.T, path string, from, length int) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clear(data[from : from+length])
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// saving makes the window save what is left of files as the program does.
func saving(o port.Options) port.Options {
	storing := storage.Options{Who: "tester", Now: now}
	o.Saver = &recovery.Saver{
		Storage: recovery.Storage{
			Recover: func(ctx context.Context, path, to string, tell func(done, all int)) (app.Recovery, error) {
				return storage.Recover(ctx, path, to, storing, tell)
			},
			Examine: func(ctx context.Context, path string) (app.Verdict, error) {
				return storage.Examine(ctx, path, storing)
			},
		},
		Copies: *copyKeeper(now),
	}
	o.Copies = copyKeeper(now)
	return o
}

// found returns the rows of the list in the dialog in view.
func (s *shell) found() (rows []string) {
	s.t.Helper()
	for _, o := range test.LaidOutObjects(s.win.Canvas().Overlays().Top()) {
		if table, ok := o.(*kit.Table); ok {
			for _, id := range table.Shown() {
				rows = append(rows, strings.Join(table.Texts(id), "|"))
			}
		}
	}
	return rows
}

func TestDamagedFileIsSavedFromTheWindow(t *testing.T) {
	first, path := openCopied(t)
	first.quit()
	spoil(t, path, 0, 4096)
	s := openShellWith(t, saving(port.Options{File: path, OpenStore: openStore, SettingsDir: t.TempDir()}))
	if text := s.asked(); !strings.Contains(text, "парк.tpark") || !strings.Contains(text, "Последняя исправная копия — ") {
		t.Fatalf("told %q", text)
	}
	s.press("Спасти, что можно…")
	to := filepath.Join(filepath.Dir(path), "парк — спасённое.tpark")
	s.nameFile(to)
	if text := s.asked(); !strings.Contains(text, "Восстановлено всё") || !strings.Contains(text, "«парк.tpark» остался как был") {
		t.Errorf("told %q", text)
	}
	s.press("Отличия от копии…")
	if text := s.asked(); !strings.Contains(text, "одни и те же") {
		t.Errorf("told %q", text)
	}
	s.press("ОК")
	s.press("Открыть спасённый файл")
	if got := s.desk.Store.Path(); got != to || len(s.list("park")) != 1 {
		t.Errorf("open is %s", got)
	}
}

func TestWhatWasLostIsListed(t *testing.T) {
	source := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		for range 400 {
			save(resident(park, "Резидент"))
		}
	})
	path := source.desk.Store.Path()
	source.quit()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, info.Size()/2); err != nil {
		t.Fatal(err)
	}
	s := openShellWith(t, saving(port.Options{File: path, OpenStore: openStore, SettingsDir: t.TempDir()}))
	s.press("Спасти, что можно…")
	s.nameFile(filepath.Join(t.TempDir(), "новый.tpark"))
	rows := strings.Join(s.found(), "\n")
	if !strings.Contains(rows, "не восстановлено|") || !strings.Contains(rows, "журнал") {
		t.Errorf("listed is\n%s", rows)
	}
}

// An empty file has its copy alone.
func TestDamagedFileComesBackFromItsCopy(t *testing.T) {
	first, path := openCopied(t)
	first.quit()
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	s := openShellWith(t, saving(port.Options{File: path, OpenStore: openStore, SettingsDir: t.TempDir()}))
	if text := s.asked(); strings.Contains(text, "Спасти") {
		t.Errorf("told %q", text)
	}
	s.press("Вернуть из копии…")
	to := filepath.Join(t.TempDir(), "назад.tpark")
	s.nameFile(to)
	s.press("Открыть восстановленный")
	if got := s.desk.Store.Path(); got != to || len(s.list("park")) != 1 {
		t.Errorf("open is %s", got)
	}
}

func TestFileOfOthersIsNotOffered(t *testing.T) {
	path := filepath.Join(t.TempDir(), "письмо.txt")
	if err := os.WriteFile(path, []byte("текст"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := openShellWith(t, saving(port.Options{File: path, OpenStore: openStore, SettingsDir: t.TempDir()}))
	if text := s.asked(); !strings.Contains(text, "не этой программой") || strings.Contains(text, "Спасти") {
		t.Errorf("told %q", text)
	}
}
