package sandbox

import (
	"syscall"
	"time"
)

// processorTime returns how long the processor has worked for this process.
func processorTime() time.Duration {
	self, err := syscall.GetCurrentProcess()
	if err != nil {
		return 0 // then the time on the wall alone ends it
	}
	var created, ended, kernel, user syscall.Filetime
	if err := syscall.GetProcessTimes(self, &created, &ended, &kernel, &user); err != nil {
		return 0
	}
	return lasting(kernel) + lasting(user)
}

// lasting returns a length of time, which Windows counts in hundreds of nanoseconds.
func lasting(t syscall.Filetime) time.Duration {
	return time.Duration(int64(t.HighDateTime)<<32|int64(t.LowDateTime)) * 100
}
