package sandbox

import (
	"encoding/gob"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
	"time"
)

// flag, as the only argument, asks this program to work for another process of its own.
const flag = "--work-for-another-process"

// able is whether this program, started once more, would do the jobs.
var able atomic.Bool

// How a process ends that took too much.
const (
	tooMuch = 71 // memory
	tooLong = 72 // time
)

// grace is how much longer than the time of its work a process may live: the watch inside
// knows the reason, the one who waits outside does not.
const grace = 2 * time.Second

// deepest bounds the stack, in bytes: far more than any honest file needs.
const deepest = 64 << 20

// Serve does jobs until no more come, and returns true, if this process was started for
// that; then the program is to end. Otherwise it returns false at once.
func Serve(jobs ...Server) bool {
	if len(os.Args) != 2 || os.Args[1] != flag {
		able.Store(true)
		return false
	}
	debug.SetMaxStack(deepest)
	out := os.Stdout
	os.Stdout = os.Stderr // whatever a library prints must not come between the answers
	known := map[string]Server{}
	for _, job := range jobs {
		known[job.name()] = job
	}
	serve(known, os.Stdin, out)
	return true
}

func serve(known map[string]Server, in io.Reader, out io.Writer) {
	from, to := gob.NewDecoder(in), gob.NewEncoder(out)
	for {
		var what call
		if from.Decode(&what) != nil {
			return
		}
		job, there := known[what.Job]
		if !there {
			return
		}
		over := watch(what.Limit)
		back, err := job.serve(from)
		if err == nil {
			err = to.Encode(back)
		}
		over()
		if err != nil {
			return
		}
		debug.FreeOSMemory() // the next piece of work is measured alone
	}
}

// every is how often memory is looked at.
const every = 20 * time.Millisecond

// watch ends this process when it takes more than its limit, until over is called.
func watch(limit Limit) (over func()) {
	before := debug.SetMemoryLimit(limit.Memory * 3 / 4) // collect before it is too late
	late := time.AfterFunc(limit.Time, func() { exit(tooLong) })
	var stopped atomic.Bool
	var look func()
	look = func() {
		switch {
		case stopped.Load():
		case taken() > limit.Memory:
			exit(tooMuch)
		default:
			time.AfterFunc(every, look)
		}
	}
	look()
	return func() {
		stopped.Store(true)
		late.Stop()
		debug.SetMemoryLimit(before)
	}
}

func exit(code int) {
	os.Exit(code) //nolint:forbidigo // whatever runs in this process cannot be asked to stop
}

// taken returns how many bytes this process has from the system.
func taken() int64 {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(samples)
	return int64(samples[0].Value.Uint64()) - int64(samples[1].Value.Uint64())
}

// whyEnded says what an exit code means.
func whyEnded(code int) string {
	switch code {
	case tooMuch:
		return "too much memory"
	case tooLong:
		return "too much time"
	}
	return "the process broke down"
}
