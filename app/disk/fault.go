package disk

import (
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"

	"technopark/app"
)

// answer is what the user is told of some of the answers of the system.
type answer struct {
	fault error
	codes []error
}

func codes(all ...syscall.Errno) []error {
	out := make([]error, len(all))
	for i, code := range all {
		out[i] = code
	}
	return out
}

// known returns what the user is told of an answer of the system; nil of one that says no more
// than that it did not work.
func known(err error) error {
	for _, a := range answers {
		for _, code := range a.codes {
			if errors.Is(err, code) {
				return a.fault
			}
		}
	}
	return nil
}

// Unread says why a file or a directory could not be looked at or read.
func Unread(path string, err error) error { return app.About(path, WhyUnread(err)) }

// WhyUnread is Unread for one who names the file himself.
func WhyUnread(err error) error {
	if missing(err) {
		return app.ErrNoFile
	}
	return unread(err)
}

func unread(err error) error {
	fault := known(err)
	switch {
	case fault != nil:
	case errors.Is(err, fs.ErrPermission):
		fault = app.ErrNoRead
	default:
		fault = app.ErrDisk
	}
	return errors.Join(fault, err)
}

// Unwritten says why a file was not written, of whose size so many bytes are known; 0 when it
// is not.
func Unwritten(path string, bytes int64, err error) error {
	return needing(bytes, unwritten(path, err))
}

// needing says of a disk that is full how much room was needed.
func needing(bytes int64, err error) error {
	if bytes == 0 || !errors.Is(err, app.ErrNoSpace) {
		return err
	}
	said := func(lang app.Lang, unit string) string {
		const digits = 1
		return app.FormatNumber(max(bytes, 1<<20/10), 1<<20, digits, lang) + app.NBSP + unit
	}
	return &app.Refusal{Data: map[string]any{"Need": app.L(said(app.RU, "МБ"), said(app.EN, "MB"))}, Cause: err}
}

// Shown returns by which name people know a file that is not finished: its directory, else the
// name it has.
func Shown(path string) string {
	if unfinished.MatchString(filepath.Base(path)) {
		return filepath.Dir(path)
	}
	return path
}

// unwritten names the file where its name is at fault, else the directory: the file is not there.
func unwritten(path string, err error) error {
	about, fault := dirOf(path), known(err)
	switch {
	case errors.Is(err, fs.ErrExist):
		about, fault = path, app.ErrExists
	case fault == app.ErrBadName, fault == app.ErrBusy, fault == app.ErrTooLarge, fault == app.ErrIsDir: //nolint:errorlint // one of ours, not wrapped
		about = Shown(path)
	case fault != nil:
	case missing(err) && isDir(filepath.Dir(path)): // nothing can be made in it, as where the system shows itself
		fault = app.ErrNoWrite
	case missing(err):
		fault = app.ErrMissingDir
	case errors.Is(err, fs.ErrPermission):
		fault = app.ErrNoWrite
	default:
		fault = app.ErrDisk
	}
	return app.About(about, errors.Join(fault, err))
}
