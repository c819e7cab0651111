package disk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"technopark/app"
)

// Temp returns a name beside a place for what somebody else will write before Name gives it
// that place; the ending is that of the place. When the program is killed meanwhile, Sweep
// takes it away.
func Temp(path string) (string, error) {
	if err := Dir(filepath.Dir(path)); err != nil {
		return "", err
	}
	file, err := os.CreateTemp(filepath.Dir(path), "."+Owned()+"*"+filepath.Ext(path))
	if err != nil {
		return "", unwritten(path, err)
	}
	if err := errors.Join(file.Close(), os.Remove(file.Name())); err != nil {
		return "", unwritten(path, err)
	}
	return file.Name(), nil
}

// Name gives a file that lies whole beside its place its name, if that is still free:
// app.ErrExists when it is not.
func Name(temp, path string) error {
	err := os.Link(temp, path)
	switch {
	case err == nil:
		os.Remove(temp) //nolint:errcheck // it has its name; the next start tries again
		syncDir(filepath.Dir(path))
		return nil
	case errors.Is(err, fs.ErrExist):
		return unwritten(path, err)
	}
	// Here a file has one name only, as on most sticks.
	if _, err := os.Lstat(path); err == nil {
		return app.About(path, app.ErrExists)
	}
	if err := os.Rename(temp, path); err != nil {
		return unwritten(path, err)
	}
	syncDir(filepath.Dir(path))
	return nil
}

// syncDir sees to it that a name outlives a power cut, where the system can.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()  //nolint:errcheck // Windows cannot, and keeps names itself
		d.Close() //nolint:errcheck // opened for reading: nothing can be lost
	}
}

// MakeNew writes a file of any size that is not there yet, for its user alone: whole and
// synced, or not at all. What fill returns is told as a fault of the place unless it says
// itself what it is about.
func MakeNew(path string, fill func(io.Writer) error) error {
	if _, err := os.Lstat(path); err == nil {
		return app.About(path, app.ErrExists)
	}
	if err := Dir(filepath.Dir(path)); err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(path), "."+Owned()+"*")
	if err != nil {
		return unwritten(path, err)
	}
	err = fill(file)
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err == nil {
		err = Name(file.Name(), path)
	}
	if err == nil {
		return nil
	}
	os.Remove(file.Name()) //nolint:errcheck // the next start tries again
	if _, said := app.Refused(err); said || errors.Is(err, context.Canceled) {
		return err
	}
	return unwritten(path, err)
}

// Sum returns the SHA-256 of a file of any size, in hexadecimal, unless ctx is cancelled.
func Sum(ctx context.Context, path string) (string, error) {
	if err := Plain(path); err != nil {
		return "", err
	}
	file, err := os.Open(path)
	if err != nil {
		return "", Unread(path, err)
	}
	defer file.Close() //nolint:errcheck // opened for reading: nothing can be lost
	sum := sha256.New()
	if _, err := io.Copy(sum, Stoppable(ctx, file)); err != nil {
		if errors.Is(err, context.Canceled) {
			return "", err
		}
		return "", Unread(path, err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// Stoppable reads from r until ctx is cancelled.
func Stoppable(ctx context.Context, r io.Reader) io.Reader { return stoppable{ctx, r} }

type stoppable struct {
	ctx  context.Context
	from io.Reader
}

// Read is io.Reader.
func (s stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.from.Read(p)
}
