package composite

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Runs says how many times to compute, and how.
type Runs struct {
	Count    int                // of runs
	Seed     uint64             // the same seed gives the same figures
	Workers  int                // at a time; 0: one a processor. They change no figure
	Progress func(done, of int) // called now and then, by the caller's own goroutine; may be nil
}

// batch is how many runs a worker takes at a time.
const batch = 16

// share does count jobs, a batch at a time, on several processors. Each worker makes a place
// of its own to work in and is called for its jobs. The caller is one of the workers, and
// alone reports progress. It fails with the error of the context soon after that is done; a
// panic of any worker is one of the caller.
func share(ctx context.Context, count int, runs Runs, place func() func(job int)) error {
	var taken, done atomic.Int64
	var crash atomic.Value
	work := func(report func(done, of int)) {
		do := place()
		for ctx.Err() == nil && crash.Load() == nil {
			first := int(taken.Add(batch)) - batch
			if first >= count {
				return
			}
			last := min(first+batch, count)
			for job := first; job < last; job++ {
				do(job)
			}
			if n := done.Add(int64(last - first)); report != nil {
				report(int(n), count)
			}
		}
	}
	workers := runs.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var others sync.WaitGroup
	for range workers - 1 {
		others.Add(1)
		go func() {
			defer others.Done()
			defer caught(&crash)
			work(nil)
		}()
	}
	func() {
		defer caught(&crash)
		work(runs.Progress)
	}()
	others.Wait()
	if fault := crash.Load(); fault != nil {
		panic(fault.(crashed).fault)
	}
	if runs.Progress != nil && ctx.Err() == nil {
		runs.Progress(count, count)
	}
	return ctx.Err()
}

// crashed is a panic on its way from a worker to the caller.
type crashed struct{ fault any }

func caught(crash *atomic.Value) {
	if fault := recover(); fault != nil {
		crash.CompareAndSwap(nil, crashed{fault})
	}
}
