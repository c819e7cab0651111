package storage

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"

	"technopark/app"
)

// errNotDirectory is what a path through a plain file gives.
var errNotDirectory error = windows.ERROR_DIRECTORY

// lockedByte lies far behind the text of the lock: Windows forbids others to read what
// is locked, and they are to read who holds it.
const lockedByte = 1 << 30

// lockFile takes the lock of an open file without waiting; app.ErrLocked when it is taken.
func lockFile(file *os.File) error {
	err := windows.LockFileEx(windows.Handle(file.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY,
		0, 1, 0, &windows.Overlapped{Offset: lockedByte})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return app.ErrLocked
	}
	return err
}

// release gives up the lock. Windows keeps a file that somebody has open, so it can only
// be removed afterwards; when somebody else has taken the lock by then, it stays, as it should.
func (l *lock) release() error {
	err := l.file.Close()
	if gone := os.Remove(l.path); gone != nil && !errors.Is(gone, windows.ERROR_SHARING_VIOLATION) {
		err = errors.Join(err, gone)
	}
	return err
}
