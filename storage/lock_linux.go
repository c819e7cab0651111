package storage

import (
	"errors"
	"io"
	"os"

	"golang.org/x/sys/unix"
	"modernc.org/sqlite"

	"technopark/app"
)

// keepLocks makes SQLite lock by open files, as lockByte does: its usual locks are those of the
// process, which lose them all whenever any file of the same name is closed, as by a copy that
// is read beside. Where there are no such locks SQLite keeps to its usual ones by itself.
func keepLocks() { _, _ = sqlite.OFDLocking(true) } // what it answers, nobody can do anything about

// lockByte takes the lock in the data file without waiting; app.ErrLocked when it is taken.
// Any other error says that the file system knows no such locks.
func lockByte(file *os.File) error {
	err := unix.FcntlFlock(file.Fd(), unix.F_OFD_SETLK, &unix.Flock_t{
		Type: unix.F_WRLCK, Whence: io.SeekStart, Start: lockedOffset, Len: 1,
	})
	if errors.Is(err, unix.EAGAIN) || errors.Is(err, unix.EACCES) {
		return app.ErrLocked
	}
	return err
}
