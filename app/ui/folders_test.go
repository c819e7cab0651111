package ui

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"technopark/app/ui/kit"
	"technopark/app/ui/port"
)

// emptyFile makes a data file in a directory of its own.
func emptyFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "парк.tpark")
	store, err := createStore(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPackagesBeginBesideTheirDataFile(t *testing.T) {
	settings, packages := t.TempDir(), t.TempDir()
	mine, other := emptyFile(t), emptyFile(t)
	open := func(path string) *shell {
		return openShellWith(t, port.Options{File: path, OpenStore: openStore, SettingsDir: settings})
	}
	s := open(mine)
	if got := s.desk.FirstDir(); got != filepath.Dir(mine) {
		t.Errorf("the first package begins in %q", got)
	}
	s.keepPackageDir(packages)
	s.OpenFile(other)
	if got := s.desk.FirstDir(); got != filepath.Dir(other) {
		t.Errorf("the first package of another file begins in %q", got)
	}
	s.closeStore()
	s = open(mine)
	if got := s.desk.FirstDir(); got != packages {
		t.Errorf("the next package begins in %q, the last went to %q", got, packages)
	}
	s.closeStore()
	if err := os.Remove(packages); err != nil {
		t.Fatal(err)
	}
	if got := open(mine).desk.FirstDir(); got != filepath.Dir(mine) {
		t.Errorf("with the folder of packages gone the next begins in %q", got)
	}
}

func TestChooserKnowsTheFoldersOfWork(t *testing.T) {
	settings, file := t.TempDir(), emptyFile(t)
	o := port.Options{File: file, OpenStore: openStore, SettingsDir: settings}
	s := openShellWith(t, o)
	for i := range 8 {
		s.desk.Files("").Keep(filepath.Join(settings, string(rune('а'+i))))
	}
	s.desk.Files("").Keep(filepath.Join(settings, "ж"))
	s.closeStore()
	s = openShellWith(t, o)
	s.desk.PackageDir, s.desk.AttachedFrom = "/пакеты", "/сканы"
	want := []kit.Place{
		{Words: "Папка файла данных", Path: filepath.Dir(file)},
		{Words: "Папка последнего пакета", Path: "/пакеты"},
		{Words: "Папка последнего вложения", Path: "/сканы"},
	}
	for _, name := range []string{"ж", "з", "е", "д", "г", "в"} {
		want = append(want, kit.Place{Path: filepath.Join(settings, name)})
	}
	if got := s.desk.Files("").Places(); !slices.Equal(got, want) {
		t.Errorf("places %q, want %q", got, want)
	}
}
