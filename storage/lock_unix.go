//go:build !windows

package storage

import (
	"errors"
	"os"
	"syscall"

	"technopark/app"
)

// errNotDirectory is what a path through a plain file gives.
var errNotDirectory error = syscall.ENOTDIR

// lockFile takes the lock of an open file without waiting; app.ErrLocked when it is taken.
func lockFile(file *os.File) error {
	err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return app.ErrLocked
	}
	return err
}

// release gives up the lock. The file goes while it is still locked: whoever opened it
// meanwhile finds that it is not the current one, see acquire. One that lies there in place
// of ours, because the directory was moved meanwhile, is somebody else's.
func (l *lock) release() error {
	var err error
	if l.current() {
		err = os.Remove(l.path)
	}
	return errors.Join(err, l.file.Close())
}
