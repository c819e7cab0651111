package disk

import (
	"errors"

	"golang.org/x/sys/windows"

	"technopark/app"
)

// errNotDirectory is what a path through a plain file gives.
var errNotDirectory error = windows.ERROR_DIRECTORY

// answers are what the system answers for a reason that the user can do something about.
var answers = []answer{
	{app.ErrNoSpace, codes(windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED)},
	{app.ErrTooLarge, codes(windows.ERROR_FILE_TOO_LARGE)},
	{app.ErrBadName, codes(windows.ERROR_INVALID_NAME, windows.ERROR_FILENAME_EXCED_RANGE, windows.ERROR_BAD_PATHNAME, windows.ERROR_BUFFER_OVERFLOW)},
	{app.ErrBusy, codes(windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_USER_MAPPED_FILE)},
	{app.ErrWriteGuard, codes(windows.ERROR_WRITE_PROTECT)},
	{app.ErrLoop, codes(windows.ERROR_CANT_RESOLVE_FILENAME)},
	{app.ErrManyOpen, codes(windows.ERROR_TOO_MANY_OPEN_FILES)},
	{app.ErrAway, codes(windows.ERROR_NOT_READY, windows.ERROR_DEV_NOT_EXIST, windows.ERROR_DEVICE_NOT_CONNECTED, windows.ERROR_NO_MEDIA_IN_DRIVE,
		windows.ERROR_BAD_NETPATH, windows.ERROR_BAD_NET_NAME, windows.ERROR_NETWORK_BUSY, windows.ERROR_NETNAME_DELETED, windows.ERROR_UNEXP_NET_ERR,
		windows.ERROR_ADAP_HDW_ERR, windows.ERROR_REM_NOT_LIST, windows.ERROR_SEM_TIMEOUT, windows.ERROR_NETWORK_UNREACHABLE, windows.ERROR_HOST_UNREACHABLE,
		windows.ERROR_CONNECTION_UNAVAIL, windows.ERROR_NO_NETWORK, windows.ERROR_NO_NET_OR_BAD_PATH)},
}

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
