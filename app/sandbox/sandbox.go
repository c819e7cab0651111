// Package sandbox does what is done with the files of strangers in a process of its own,
// which has only so much time and memory. A file made to be endless, or to take a program
// down with it, then costs that process and a sentence, and nothing else.
//
// We start our own program once more instead of trusting the libraries that read such
// files: no check before them can know every loop, allocation and recursion in them, a
// goroutine cannot be stopped from outside, and a stack that overflows ends the process it
// is in. The process watches its memory itself, which works alike on every system.
//
// The work is a Job, a function from a value to a value; main, and TestMain where the limits
// are to hold in tests, calls Serve with all of them before anything else. A program that
// does not call Serve does the work where it stands, without limits.
package sandbox

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// ErrStopped says that work took more time or memory than it was given, or ended its
// process.
var ErrStopped = errors.New("the work was stopped")

// ErrFailed says that work came to a fault of the program that does it: a library met something in
// its input that its authors did not think of.
var ErrFailed = errors.New("the work failed")

// failure is ErrFailed with what was met.
type failure string

func (f failure) Error() string { return string(f) }

func (failure) Is(err error) bool { return err == ErrFailed }

// Limit is what one piece of work may take.
type Limit struct {
	Time   time.Duration // of the processor; somebody waits three times as long
	Memory int64         // bytes, of the whole process
}

// Job is work over what comes from a stranger. What it takes and gives travels by gob, so
// only exported fields do, and an error arrives as its text: what the caller is to tell
// apart belongs into Out.
type Job[In, Out any] struct {
	Name string                // by which the other process knows it
	Work func(In) (Out, error) // what that process does
}

// Server is a Job, whatever it takes and gives.
type Server interface {
	name() string
	serve(with *wire) (answer any, err error)
}

func (j Job[In, Out]) name() string { return j.Name }

// answer is what comes back. Failed is the text of an error, «» for none.
type answer[Out any] struct {
	Failed string
	Fault  bool // it is ErrFailed
	Out    Out
}

// Carried is Carrying, of Out.
func (a *answer[Out]) Carried() []*[]byte {
	if out, ok := any(&a.Out).(Carrying); ok {
		return out.Carried()
	}
	return nil
}

// Do does the work within its limit. Work that had to be stopped fails with ErrStopped.
func (j Job[In, Out]) Do(ctx context.Context, limit Limit, in In) (Out, error) {
	var back answer[Out]
	if err := ctx.Err(); err != nil {
		return back.Out, err
	}
	if !able.Load() {
		return j.here(in)
	}
	err := theOne.do(ctx, limit, call{Job: j.Name, Limit: limit}, &in, &back)
	switch {
	case errors.Is(err, errNoProcess):
		return j.here(in)
	case err == nil && back.Fault:
		err = failure(back.Failed)
	case err == nil && back.Failed != "":
		err = errors.New(back.Failed)
	}
	return back.Out, err
}

// oneByOne keeps work that is done in this process apart, as another process would.
var oneByOne sync.Mutex

// here does the work where it stands.
func (j Job[In, Out]) here(in In) (Out, error) {
	oneByOne.Lock()
	defer oneByOne.Unlock()
	return j.careful(in)
}

// serve does the work with what comes from the other process.
func (j Job[In, Out]) serve(with *wire) (any, error) {
	var in In
	if err := with.receive(&in); err != nil {
		return nil, err
	}
	var back answer[Out]
	var err error
	if back.Out, err = j.careful(in); err != nil {
		back.Failed, back.Fault = err.Error(), errors.Is(err, ErrFailed)
	}
	return &back, nil
}

// careful returns a panic as ErrFailed.
func (j Job[In, Out]) careful(in In) (out Out, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = failure(fmt.Sprintf("%s: %v", j.Name, p))
		}
	}()
	return j.Work(in)
}
