package storage

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"

	"technopark/app"
)

// What a path through a plain file gives, and a disk without room.
var (
	errNotDirectory error = windows.ERROR_DIRECTORY
	errDiskFull     error = windows.ERROR_DISK_FULL
)

// keepLocks has nothing to do: locks are those of open files here.
func keepLocks() {}

// openNoLink opens a file to lock it, or makes it; where a link lies it goes nowhere.
func openNoLink(path string, rights fs.FileMode) (*os.File, error) {
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return nil, &app.Refusal{ID: "err.lock_place", Data: map[string]any{"Lock": path}}
	}
	return os.OpenFile(path, os.O_RDWR|os.O_CREATE, rights)
}

// oneName reports whether a file has no other name, which a hard link would be.
func oneName(file *os.File, _ fs.FileInfo) bool {
	var system windows.ByHandleFileInformation
	err := windows.GetFileInformationByHandle(windows.Handle(file.Fd()), &system)
	return err != nil || system.NumberOfLinks <= 1
}

// lockByte takes the lock in the data file without waiting; app.ErrLocked when it is taken.
func lockByte(file *os.File) error { return lockAt(file, lockedOffset) }

// lockedByte lies far behind the text of the lock: Windows forbids others to read what
// is locked, and they are to read who holds it.
const lockedByte = 1 << 30

// lockFile takes the lock of an open file without waiting; app.ErrLocked when it is taken.
func lockFile(file *os.File) error { return lockAt(file, lockedByte) }

func lockAt(file *os.File, offset uint64) error {
	err := windows.LockFileEx(windows.Handle(file.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY,
		0, 1, 0, &windows.Overlapped{Offset: uint32(offset), OffsetHigh: uint32(offset >> 32)})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return app.ErrLocked
	}
	return err
}

// giveUpBeside gives up the lock beside. Windows keeps a file that somebody has open, so it can only
// be removed afterwards; when somebody else has taken the lock by then, it stays, as it should.
func (l *lock) giveUpBeside() error {
	if l.file == nil {
		return nil
	}
	err := l.file.Close()
	os.Remove(l.path) //nolint:errcheck // one that stays is given up all the same: the next who opens the data file takes it over
	return err
}
