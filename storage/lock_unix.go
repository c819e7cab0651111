//go:build !windows

package storage

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"technopark/app"
)

// What a path through a plain file gives, and a disk without room.
var (
	errNotDirectory error = syscall.ENOTDIR
	errDiskFull     error = syscall.ENOSPC
)

// openNoLink opens a file to lock it, or makes it; where a link lies it goes nowhere.
func openNoLink(path string, rights fs.FileMode) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, rights)
	if errors.Is(err, syscall.ELOOP) || errors.Is(err, syscall.EISDIR) || errors.Is(err, syscall.ENXIO) {
		return nil, &app.Refusal{ID: "err.lock_place", Data: map[string]any{"Lock": path}, Cause: err}
	}
	return file, err
}

// oneName reports whether a file has no other name, which a hard link would be.
func oneName(_ *os.File, info fs.FileInfo) bool {
	system, ok := info.Sys().(*syscall.Stat_t)
	return !ok || system.Nlink <= 1
}

// lockFile takes the lock of an open file without waiting; app.ErrLocked when it is taken.
func lockFile(file *os.File) error {
	err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return app.ErrLocked
	}
	return err
}

// giveUpBeside gives up the lock beside. The file goes while it is still locked: whoever
// opened it meanwhile finds that it is not the current one, see acquire. One that lies there in
// place of ours, because the directory was moved meanwhile, is somebody else's. One that cannot be
// removed is given up all the same: the next who opens the data file takes it over.
func (l *lock) giveUpBeside() error {
	if l.file == nil {
		return nil
	}
	if l.current() {
		os.Remove(l.path) //nolint:errcheck // see above
	}
	return l.file.Close()
}
