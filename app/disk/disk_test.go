//go:build !windows

package disk_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"technopark/app"
	"technopark/app/disk"
)

var errBig = errors.New("too big for this")

// place is a directory with one of everything that may lie under a name.
func place(t *testing.T) func(name string) string {
	t.Helper()
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, err := range []error{
		os.WriteFile(at("file"), []byte("four"), 0o600), os.WriteFile(at("empty"), nil, 0o600),
		os.Mkdir(at("dir"), 0o700), syscall.Mkfifo(at("pipe"), 0o600),
		os.WriteFile(at("secret"), []byte("x"), 0), os.Mkdir(at("closed"), 0o500), os.Symlink("nowhere", at("broken")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return at
}

// about asserts which fault an error is and which path it names.
func about(t *testing.T, name string, err, want error, path string) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: %v, want %v", name, err, want)
		return
	}
	if r, ok := app.Refused(err); want != nil && ok && r.Data["File"] != path {
		t.Errorf("%s is about %v, want %s", name, r.Data["File"], path)
	}
}

func TestReadTellsFaultsApart(t *testing.T) {
	at := place(t)
	for name, want := range map[string]error{
		"file": nil, "empty": nil, "none": app.ErrNoFile, "broken": app.ErrNoFile, "dir": app.ErrIsDir, "pipe": app.ErrNotPlain,
		strings.Repeat("я", 200): app.ErrBadName,
	} {
		data, err := disk.Read(at(name), 4, errBig)
		about(t, name, err, want, at(name))
		if name == "file" && string(data) != "four" {
			t.Errorf("read %q", data)
		}
	}
	_, err := disk.Read(at("none/file"), 4, errBig)
	about(t, "a file in no directory", err, app.ErrMissingDir, at("none"))
	_, err = disk.Read(at("file/file"), 4, errBig)
	about(t, "a path through a file", err, app.ErrMissingDir, at("file"))
	_, err = disk.Read(at("file"), 3, errBig)
	about(t, "a file that is too big", err, errBig, at("file"))
	if os.Geteuid() != 0 { // to whom nothing is forbidden
		_, err = disk.Read(at("secret"), 4, errBig)
		about(t, "a secret", err, app.ErrNoRead, at("secret"))
	}
}

// What the checks before writing say is what writing would meet, and they leave nothing.
func TestWritingAndItsCheckAgree(t *testing.T) {
	for name, want := range map[string]struct {
		fresh, replaced error
		about           string
	}{
		"new":       {nil, nil, ""},
		"file":      {app.ErrExists, nil, "file"},
		"dir":       {app.ErrExists, app.ErrIsDir, "dir"},
		"pipe":      {app.ErrExists, app.ErrNotPlain, "pipe"},
		"none/x":    {app.ErrMissingDir, app.ErrMissingDir, "none"},
		"file/x":    {app.ErrNotDir, app.ErrNotDir, "file"},
		"closed/x":  {app.ErrNoWrite, app.ErrNoWrite, "closed"},
		"dir/новый": {nil, nil, ""},
	} {
		if os.Geteuid() == 0 && name == "closed/x" { // nothing is forbidden to root
			continue
		}
		at := place(t)
		was := names(t, at("."))
		about(t, "check of new "+name, disk.New(at(name)), want.fresh, at(want.about))
		about(t, "check of "+name, disk.Replaceable(at(name)), want.replaced, at(want.about))
		if left := names(t, at(".")); left != was {
			t.Errorf("%s: the checks left %s", name, left)
		}
		about(t, "new "+name, disk.WriteNew(at(name), []byte("x")), want.fresh, at(want.about))
		about(t, name, disk.Write(at(name), []byte("y")), want.replaced, at(want.about))
	}
}

func names(t *testing.T, dir string) string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, _ error) error {
		all = append(all, path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, "\n")
}

func TestMakeDir(t *testing.T) {
	at := place(t)
	about(t, "a new one", disk.MakeDir(at("a/b")), nil, "")
	about(t, "one that is there", disk.MakeDir(at("dir")), nil, "")
	about(t, "a file", disk.MakeDir(at("file")), app.ErrNotDir, at("file"))
}

// What stands in the way of a copy is told apart as of a file that is written at once.
func TestCopyTellsFaultsApart(t *testing.T) {
	at := place(t)
	about(t, "a copy", disk.Copy(at("file"), at("dir/copy")), nil, "")
	if data, err := os.ReadFile(at("dir/copy")); err != nil || string(data) != "four" {
		t.Errorf("copied %q, %v", data, err)
	}
	about(t, "of nothing", disk.Copy(at("none"), at("x")), app.ErrNoFile, at("none"))
	about(t, "into no directory", disk.Copy(at("file"), at("none/x")), app.ErrMissingDir, at("none"))
	about(t, "over a directory", disk.Copy(at("file"), at("dir")), app.ErrExists, at("dir"))
	if os.Geteuid() != 0 {
		about(t, "into a closed one", disk.Copy(at("file"), at("closed/x")), app.ErrNoWrite, at("closed"))
	}
	if left := names(t, at(".")); strings.Contains(left, "technopark-") {
		t.Errorf("left behind: %s", left)
	}
}
