package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"technopark/app"
)

// Write writes a file whole or not at all, in place of one that may be there.
func Write(path string, data []byte) error { return WriteAll(File{Path: path, Data: data}) }

// WriteNew writes a file that is not there yet; one that is stays as it is. Nothing is left
// of a file that could not be written whole.
func WriteNew(path string, data []byte) error { return writeNew(path, data, Private) }

// WriteNewCopy is WriteNew for a file that is only to be looked at.
func WriteNewCopy(path string, data []byte) error { return writeNew(path, data, 0o400) }

// writeNew gives a file that lies whole beside its place its name, if that is still free.
// Where the file system has only one name for each file it is written in its place.
func writeNew(path string, data []byte, mode fs.FileMode) error {
	if err := Dir(filepath.Dir(path)); err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return app.About(path, app.ErrExists)
	}
	temp, err := beside(File{Path: path, Data: data})
	if err != nil {
		return err
	}
	defer os.Remove(temp) //nolint:errcheck // the next start tries again
	if err := narrow(temp, mode); err != nil {
		return unwritten(path, err)
	}
	err = os.Link(temp, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return wrapped(path, err)
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return unwritten(path, err)
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Close()); err != nil {
		return unwritten(path, errors.Join(err, os.Remove(path)))
	}
	return nil
}

// Copy copies a file of any size whole or not at all; one that is in the place is replaced.
func Copy(from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return Unread(from, err)
	}
	defer source.Close() //nolint:errcheck // nothing was written through it
	temp, err := os.CreateTemp(filepath.Dir(to), "."+Owned()+"*")
	if err != nil {
		return unwritten(to, err)
	}
	_, err = io.Copy(temp, source)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err == nil {
		err = replace(temp.Name(), to)
	}
	if err != nil {
		size := int64(0)
		if info, unknown := source.Stat(); unknown == nil {
			size = info.Size()
		}
		return Unwritten(to, size, errors.Join(err, os.Remove(temp.Name())))
	}
	return nil
}

func wrapped(path string, err error) error {
	if err == nil {
		return nil
	}
	return unwritten(path, err)
}

// New refuses a path under which no new file can be written, and writes nothing: so that
// one who writes several knows before the first.
func New(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return app.About(path, app.ErrExists)
	} else if !missing(err) {
		return app.About(path, unread(err))
	}
	return Into(filepath.Dir(path))
}

// Free returns a name that no file of a directory has yet: that which is asked for, else with a
// number after it. name is without the extension. Whoever writes the file refuses what was taken since.
func Free(dir, name, extension string) string {
	const most = 1000
	free := name
	for n := 2; n <= most; n++ {
		if _, err := os.Lstat(filepath.Join(dir, free+extension)); err != nil {
			return free
		}
		free = fmt.Sprintf("%s (%d)", name, n)
	}
	return free
}

// Replaceable refuses a path where a file can be neither made nor replaced, and writes
// nothing, as New does.
func Replaceable(path string) error {
	if err := replaceable(path); err != nil {
		return err
	}
	return Into(filepath.Dir(path))
}

func replaceable(path string) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return app.About(path, app.ErrIsDir)
	case err == nil && !info.Mode().IsRegular():
		return app.About(path, app.ErrNotPlain)
	case err != nil && !missing(err):
		return app.About(path, unread(err))
	}
	return Dir(filepath.Dir(path))
}

// Private is the mode of what is written for users: records and papers have personal data
// in them, and whom else they are for the user says.
const Private fs.FileMode = 0o600

// narrow takes rights from a file that was just made, so that it has none but those of mode. It
// gives none: what the umask forbids stays forbidden.
func narrow(path string, mode fs.FileMode) error {
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm()&^mode == 0 {
		return err
	}
	return os.Chmod(path, info.Mode().Perm()&mode)
}

// Into refuses a directory in which no file can be made. Only making one tells for sure,
// on a network drive too; it is gone at once. What was left there unfinished goes with it.
func Into(dir string) error {
	if err := Dir(dir); err != nil {
		return err
	}
	Sweep(dir)
	file, err := os.CreateTemp(dir, "."+Owned()+"*")
	if err != nil {
		return unwritten(filepath.Join(dir, "x"), err)
	}
	if err := errors.Join(file.Close(), os.Remove(file.Name())); err != nil {
		return unwritten(file.Name(), err)
	}
	return nil
}

// PrivateDir is the mode of the directories that are made for users: see Private.
const PrivateDir fs.FileMode = 0o700

// MakeDir makes a directory with those above it; one that is there is good too.
func MakeDir(dir string) error {
	if err := os.MkdirAll(dir, PrivateDir); err != nil {
		if info, other := os.Stat(dir); other == nil && !info.IsDir() {
			return app.About(dir, app.ErrNotDir)
		}
		return unwritten(dir, err)
	}
	return nil
}

// dirOf returns the directory of a path by a name that says where it is: of a bare name that is
// not «.».
func dirOf(path string) string {
	dir := filepath.Dir(path)
	if whole, err := filepath.Abs(dir); dir == "." && err == nil {
		return whole
	}
	return dir
}
