package disk

import (
	"errors"

	"golang.org/x/sys/windows"
)

// errNotDirectory is what a path through a plain file gives.
var errNotDirectory error = windows.ERROR_DIRECTORY

// full reports that there was no room.
func full(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

// badName reports a name that the system takes for no file, as one with ? or * in it.
func badName(err error) bool {
	return errors.Is(err, windows.ERROR_INVALID_NAME) || errors.Is(err, windows.ERROR_FILENAME_EXCED_RANGE)
}

// busy reports a file that another program holds.
func busy(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}

// protected reports a disk that nobody may write to.
func protected(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }
