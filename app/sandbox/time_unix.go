//go:build unix

package sandbox

import (
	"syscall"
	"time"
)

// processorTime returns how long the processor has worked for this process.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0 // then the time on the wall alone ends it
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
