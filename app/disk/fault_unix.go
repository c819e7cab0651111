//go:build !windows

package disk

import (
	"errors"
	"syscall"
)

// errNotDirectory is what a path through a plain file gives.
var errNotDirectory error = syscall.ENOTDIR

// full reports that there was no room.
func full(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }

// badName reports a name that the system takes for no file.
func badName(err error) bool {
	return errors.Is(err, syscall.ENAMETOOLONG) || errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.EILSEQ)
}

// busy reports a file that another program holds.
func busy(err error) bool { return errors.Is(err, syscall.ETXTBSY) || errors.Is(err, syscall.EBUSY) }

// protected reports a disk that nobody may write to.
func protected(err error) bool { return errors.Is(err, syscall.EROFS) }

// running reports whether there is a process of the number.
func running(pid int) bool { return !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) }
