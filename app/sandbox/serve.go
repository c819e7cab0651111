package sandbox

import (
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"sync"
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

// patience is how many times as long as its work needs the processor somebody waits for it:
// a computer that is busy with other things must not make a good file look like an endless
// one.
const patience = 3

// grace is how much longer than its time a process may live: the watch inside knows the
// reason, the one who waits outside does not.
const grace = 2 * time.Second

// preparing is how long, besides, what Uncounted does may take, which is our own work.
const preparing = 30 * time.Second

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
	with := newWire(in, out)
	for {
		var what call
		if with.receive(&what) != nil {
			return
		}
		job, there := known[what.Job]
		if !there {
			return
		}
		over := watch(what.Limit)
		back, err := job.serve(with)
		if err == nil {
			err = with.send(back)
		}
		over()
		if err != nil {
			return
		}
		debug.FreeOSMemory() // the next piece of work is measured alone
	}
}

// every is how often a look is taken at the memory and the time that work takes.
const every = 20 * time.Millisecond

// clock says how long the work at hand has taken.
var clock struct {
	sync.Mutex
	began   time.Duration // the processor's time when it began
	waited  time.Duration // since then, by the looks that were taken
	stopped int           // how many calls of Uncounted are under way
}

// Uncounted does what takes long and is no fault of the file that is worked at, such as
// starting a library for the first time. Its time does not count.
func Uncounted(do func()) {
	clock.Lock()
	used := processorTime()
	clock.stopped++
	clock.Unlock()
	defer func() {
		clock.Lock()
		defer clock.Unlock()
		clock.stopped--
		clock.began += processorTime() - used
	}()
	do()
}

// overdue reports, at one look more, whether the work at hand has taken more than a time.
func overdue(limit time.Duration) bool {
	clock.Lock()
	defer clock.Unlock()
	if clock.stopped > 0 {
		return false
	}
	clock.waited += every
	return processorTime()-clock.began > limit || clock.waited > patience*limit
}

// watch ends this process when it takes more than its limit, until over is called.
func watch(limit Limit) (over func()) {
	before := debug.SetMemoryLimit(limit.Memory * 3 / 4) // collect before it is too late
	clock.Lock()
	clock.began, clock.waited = processorTime(), 0
	clock.Unlock()
	var stopped atomic.Bool
	var look func()
	look = func() {
		switch {
		case stopped.Load():
		case taken() > limit.Memory:
			exit(tooMuch)
		case overdue(limit.Time):
			exit(tooLong)
		default:
			time.AfterFunc(every, look)
		}
	}
	look()
	return func() {
		stopped.Store(true)
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
