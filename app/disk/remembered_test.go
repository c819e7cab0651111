package disk

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestPortableProgramRemembersBesideItself(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "technopark")
	if err := os.WriteFile(path, nil, 0o700); err != nil {
		t.Fatal(err)
	}
	program := func() (string, error) { return path, nil }
	if got := besideProgram(program); got != "" {
		t.Errorf("without the mark it remembers in %q", got)
	}
	if err := os.WriteFile(filepath.Join(dir, Portable), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	want := filepath.Join(dir, "settings")
	if got := besideProgram(program); got != want {
		t.Errorf("with the mark it remembers in %q, want %q", got, want)
	}
	if got := besideProgram(func() (string, error) { return "", errors.New("nobody knows") }); got != "" {
		t.Errorf("where nobody knows which program it is: %q", got)
	}
	if runtime.GOOS != "windows" { // a link there needs rights
		link := filepath.Join(t.TempDir(), "link")
		if err := os.Symlink(path, link); err != nil {
			t.Fatal(err)
		}
		if got := besideProgram(func() (string, error) { return link, nil }); got != want {
			t.Errorf("through a link it remembers in %q, want %q", got, want)
		}
	}
	if err := os.Remove(filepath.Join(dir, Portable)); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, Portable), 0o700); err != nil {
		t.Fatal(err)
	}
	if got := besideProgram(program); got != "" {
		t.Errorf("a folder is no mark: %q", got)
	}
}

func TestSettingsAndCacheAreTheUsers(t *testing.T) {
	if runtime.GOOS != "linux" {
		return
	}
	t.Setenv("XDG_CONFIG_HOME", "/somebody/config")
	t.Setenv("XDG_CACHE_HOME", "/somebody/cache")
	if got := Settings(); got != "/somebody/config/technopark" {
		t.Errorf("settings in %q", got)
	}
	if got := Cache(); got != "/somebody/cache/technopark" {
		t.Errorf("cache in %q", got)
	}
	t.Setenv("XDG_CACHE_HOME", "")
	t.Setenv("HOME", "")
	if got := Cache(); got != "" {
		t.Errorf("cache of nobody in %q", got)
	}
}
