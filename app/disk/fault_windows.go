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

// stillActive is the exit code of a process that has not ended.
const stillActive = 259

// running reports whether there is a process of the number.
func running(pid int) bool {
	process, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return errors.Is(err, windows.ERROR_ACCESS_DENIED)
	}
	defer windows.CloseHandle(process) //nolint:errcheck // nothing is written through it
	var code uint32
	return windows.GetExitCodeProcess(process, &code) != nil || code == stillActive
}
