//go:build !windows

package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"technopark/app"
)

// What the system says becomes what the user can do.
func TestFaultsOfTheSystem(t *testing.T) {
	for _, c := range []struct {
		number        syscall.Errno
		read, written error
		about         string // of what was not written
	}{
		{syscall.EACCES, app.ErrNoRead, app.ErrNoWrite, "dir"},
		{syscall.EPERM, app.ErrNoRead, app.ErrNoWrite, "dir"},
		{syscall.EROFS, app.ErrWriteGuard, app.ErrWriteGuard, "dir"},
		{syscall.EIO, app.ErrDisk, app.ErrDisk, "dir"},
		{syscall.ESTALE, app.ErrAway, app.ErrAway, "dir"},
		{syscall.ENOTCONN, app.ErrAway, app.ErrAway, "dir"},
		{syscall.EHOSTDOWN, app.ErrAway, app.ErrAway, "dir"},
		{syscall.ENODEV, app.ErrAway, app.ErrAway, "dir"},
		{syscall.ELOOP, app.ErrLoop, app.ErrLoop, "dir"},
		{syscall.EMFILE, app.ErrManyOpen, app.ErrManyOpen, "dir"},
		{syscall.EFBIG, app.ErrTooLarge, app.ErrTooLarge, "dir/x"},
		{syscall.EISDIR, app.ErrIsDir, app.ErrIsDir, "dir/x"},
		{syscall.ENOSPC, app.ErrNoSpace, app.ErrNoSpace, "dir"},
		{syscall.EDQUOT, app.ErrNoSpace, app.ErrNoSpace, "dir"},
		{syscall.ENOENT, app.ErrNoFile, app.ErrMissingDir, "dir"},
		{syscall.ENOTDIR, app.ErrNoFile, app.ErrMissingDir, "dir"},
		{syscall.EEXIST, app.ErrDisk, app.ErrExists, "dir/x"},
		{syscall.ETXTBSY, app.ErrBusy, app.ErrBusy, "dir/x"},
		{syscall.ENAMETOOLONG, app.ErrBadName, app.ErrBadName, "dir/x"},
	} {
		met := &fs.PathError{Op: "open", Path: "dir/x", Err: c.number}
		if err := Unread("dir/x", met); !errors.Is(err, c.read) {
			t.Errorf("%v on reading: %v", c.number, err)
		}
		err := unwritten("dir/x", met)
		if r, _ := app.Refused(err); !errors.Is(err, c.written) || r.Data["File"] != c.about {
			t.Errorf("%v on writing: %v", c.number, err)
		}
	}
}

// Of a bare name the directory is told by its whole path: «.» says nothing.
func TestFaultsOfABareName(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	met := &fs.PathError{Op: "open", Path: "x", Err: syscall.ENOSPC}
	if r, _ := app.Refused(unwritten("x", met)); r.Data["File"] != dir {
		t.Errorf("it is about %v, want %s", r.Data["File"], dir)
	}
}

// A disk that is full in the middle of a file is told as one, and nothing is left of it.
func TestMakeNewOnAFullDisk(t *testing.T) {
	dir := t.TempDir()
	full := func(w io.Writer) error {
		_, err := io.WriteString(w, "половина")
		return errors.Join(err, &fs.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC})
	}
	if err := MakeNew(filepath.Join(dir, "а.bin"), full); !errors.Is(err, app.ErrNoSpace) {
		t.Errorf("a full disk: %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("what is left is %v, %v", entries, err)
	}
}

// Of a file whose size is known a full disk is told with the room it needs.
func TestFullDiskSaysWhatIsNeeded(t *testing.T) {
	err := Unwritten("dir/x", 5<<20, &fs.PathError{Op: "write", Path: "dir/x", Err: syscall.ENOSPC})
	r, _ := app.Refused(err)
	if need, _ := r.Data["Need"].(app.Text); r.ID != "err.no_space" || need.RU != "5,0\u00a0МБ" || r.Data["File"] != "dir" {
		t.Errorf("%+v", r)
	}
	if r, _ := app.Refused(Unwritten("dir/x", 5<<20, syscall.EROFS)); r.Data["Need"] != nil {
		t.Errorf("%+v", r)
	}
}

// Every sentence there is for an answer of the system is about the answer alone, and each code has
// one.
func TestAnswersAreDistinct(t *testing.T) {
	seen := map[error]bool{}
	for _, a := range answers {
		for _, code := range a.codes {
			if seen[code] {
				t.Errorf("%v has two sentences", code)
			}
			seen[code] = true
		}
	}
}
