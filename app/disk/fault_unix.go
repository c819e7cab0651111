//go:build !windows

package disk

import (
	"errors"
	"syscall"

	"technopark/app"
)

// errNotDirectory is what a path through a plain file gives.
var errNotDirectory error = syscall.ENOTDIR

// answers are what the system answers for a reason that the user can do something about.
var answers = []answer{
	{app.ErrNoSpace, codes(syscall.ENOSPC, syscall.EDQUOT)},
	{app.ErrTooLarge, codes(syscall.EFBIG, syscall.EOVERFLOW)},
	{app.ErrBadName, codes(syscall.ENAMETOOLONG, syscall.EINVAL, syscall.EILSEQ)},
	{app.ErrBusy, codes(syscall.ETXTBSY, syscall.EBUSY)},
	{app.ErrWriteGuard, codes(syscall.EROFS)},
	{app.ErrLoop, codes(syscall.ELOOP)},
	{app.ErrIsDir, codes(syscall.EISDIR)},
	{app.ErrManyOpen, codes(syscall.EMFILE, syscall.ENFILE)},
	{app.ErrAway, codes(syscall.ESTALE, syscall.ENODEV, syscall.ENXIO, syscall.ENOTCONN, syscall.ECONNRESET, syscall.ECONNABORTED,
		syscall.ETIMEDOUT, syscall.EHOSTDOWN, syscall.EHOSTUNREACH, syscall.ENETDOWN, syscall.ENETUNREACH, syscall.ENETRESET)},
}

// running reports whether there is a process of the number.
func running(pid int) bool { return !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) }
