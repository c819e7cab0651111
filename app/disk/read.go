// Package disk reads and writes the files that users name. What it returns is whole or
// not at all, and whatever is in the way is an app.Refusal about the file or the directory
// it concerns, which tells a missing file from one that may not be read.
//
// We look at a path before we open it, because a directory gives another error on every
// system, and a pipe or a device would be waited for without end.
package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"technopark/app"
)

// Read returns the content of a file of at most so many bytes; a bigger one is refused with
// tooBig before it is read. An empty file is read as any other.
func Read(path string, most int64, tooBig error) ([]byte, error) {
	info, err := look(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > most {
		return nil, app.About(path, tooBig)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, app.About(path, unread(err))
	}
	defer func() { _ = file.Close() }() // opened for reading: nothing can be lost
	data, err := io.ReadAll(io.LimitReader(file, most+1))
	switch {
	case err != nil:
		return nil, app.About(path, unread(err))
	case int64(len(data)) > most: // it has grown
		return nil, app.About(path, tooBig)
	}
	return data, nil
}

// Meant returns the path that a typed or pasted text means. What exists under the very name
// is meant as it stands; else see app.PastedPath.
func Meant(text string) string {
	if _, err := os.Lstat(text); err == nil {
		return text
	}
	return app.PastedPath(text)
}

// Plain refuses a path that leads to no plain file.
func Plain(path string) error {
	_, err := look(path)
	return err
}

func look(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	switch {
	case missing(err):
		if dir := filepath.Dir(path); dir != "." && !isDir(dir) {
			return nil, app.About(dir, app.ErrMissingDir)
		}
		return nil, app.About(path, app.ErrNoFile)
	case err != nil:
		return nil, app.About(path, unread(err))
	case info.IsDir():
		return nil, app.About(path, app.ErrIsDir)
	case !info.Mode().IsRegular():
		return nil, app.About(path, app.ErrNotPlain)
	}
	return info, nil
}

// Dir refuses a path that leads to no directory.
func Dir(path string) error {
	info, err := os.Stat(path)
	switch {
	case missing(err):
		return app.About(path, app.ErrMissingDir)
	case err != nil:
		return app.About(path, unread(err))
	case !info.IsDir():
		return app.About(path, app.ErrNotDir)
	}
	return nil
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// missing reports that there is nothing under a path, nor can be: one that leads through a
// plain file has no directory either.
func missing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, errNotDirectory)
}
