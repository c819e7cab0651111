package submission

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/natefinch/atomic"

	"technopark/app"
)

// writeFile writes a file whole or not at all.
func writeFile(path string, data []byte) error {
	if err := atomic.WriteFile(path, bytes.NewReader(data)); err != nil {
		return fmt.Errorf("write %s: %w: %w", path, app.ErrNoWrite, err)
	}
	// A paper is everybody's who may read the directory; the writer makes it private.
	if err := os.Chmod(path, 0o644); err != nil {
		return fmt.Errorf("share %s: %w", path, err)
	}
	return nil
}

// WriteNew writes a file that is not there yet; one that is stays as it is: app.ErrExists.
// Nothing is left of a file that could not be written whole: app.ErrNoWrite.
func WriteNew(path string, data []byte, mode fs.FileMode) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, fs.ErrExist) {
		return app.ErrExists
	}
	if err != nil {
		return errors.Join(app.ErrNoWrite, err)
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(app.ErrNoWrite, err, os.Remove(path))
	}
	return nil
}

func existingDir(dir string) error {
	info, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) || (err == nil && !info.IsDir()) {
		return fmt.Errorf("%s: %w", dir, app.ErrMissingDir)
	}
	if err != nil {
		return fmt.Errorf("%s: %w: %w", dir, app.ErrNoWrite, err)
	}
	return nil
}
