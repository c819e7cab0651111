package kit

import (
	"context"
	"fmt"
	"math"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
)

// Progress tells those who wait what is being done and which part of the whole is done.
type Progress func(what string, part Part)

// Part is how much of work is done; the zero Part is not known.
type Part struct {
	done, of int
	counted  bool // done and of are numbers of things, and not of hundredths
}

// Count is the part of work that does one thing after the other.
func Count(done, of int) Part { return Part{done: done, of: of, counted: true} }

// Share is a part that is only known as a share, from 0 to 1.
func Share(share float64) Part { return Part{done: int(math.Round(share * 100)), of: 100} }

// known reports whether the part is known.
func (p Part) known() bool { return p.of > 0 }

// Tasks runs long work beside the window. It is the only place where work leaves the
// main goroutine and comes back to it.
//
// Until work has taken a second, it shows nothing and the window stands still: a dialog that
// comes and goes at once only blinks. Keys and presses of that second are lost, except Esc,
// which gives the work up.
type Tasks struct {
	Window fyne.Window               // over which the dialog of progress opens
	Cancel string                    // caption of the button, in the user's language
	Counts func(done, of int) string // words a count: «1 240 из 2 066»; nil shows a share
	Inline bool                      // run on the calling goroutine: tests wait for nothing
}

// PanicError is a panic of background work.
type PanicError struct {
	Value any    // what was thrown
	Stack []byte // where, for the crash file
}

// Error describes the panic for logs.
func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// Run shows a dialog with progress and a way to cancel while work runs that takes longer
// than a second, then calls done on the main goroutine with what work returned: context.Canceled (wrapped, as a
// rule) when the user gave up, *PanicError when work panicked.
func (t Tasks) Run(title string, work func(context.Context, Progress) error, done func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	if t.Inline {
		err := guarded(ctx, work, func(string, Part) {})
		cancel()
		done(err)
		return
	}
	w := newWaiting(t, title, cancel)
	progress := func(text string, part Part) { fyne.Do(func() { w.tell(text, part) }) }
	over := make(chan struct{})
	go everySecond(over, func() { fyne.Do(w.tick) })
	go func() {
		err := guarded(ctx, work, progress)
		close(over)
		fyne.Do(func() {
			cancel()
			w.end()
			done(err)
		})
	}()
}

// Wait shows the dialog of Run while something is under way that was begun elsewhere, until
// over is called; giveUp is called when the user does not want to wait.
func (t Tasks) Wait(title string, giveUp func()) (over func()) {
	w := newWaiting(t, title, giveUp)
	ended := make(chan struct{})
	if t.Inline {
		w.open()
	} else {
		go everySecond(ended, func() { fyne.Do(w.tick) })
	}
	return func() {
		close(ended)
		w.end()
	}
}

// everySecond calls do each second until it is over.
func everySecond(over <-chan struct{}, do func()) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-over:
			return
		case <-tick.C:
			do()
		}
	}
}

// Quietly runs short work without a dialog, then calls done on the main goroutine: what
// is waited for says so itself.
func (t Tasks) Quietly(work func() error, done func(error)) {
	run := func(context.Context, Progress) error { return work() }
	if t.Inline {
		done(guarded(context.Background(), run, nil))
		return
	}
	go func() {
		err := guarded(context.Background(), run, nil)
		fyne.Do(func() { done(err) })
	}()
}

// After calls do on the main goroutine when a pause is over, unless it is stopped before: work
// that follows a slider waits until that rests.
func (t Tasks) After(pause time.Duration, do func()) (stop func()) {
	if t.Inline {
		do()
		return func() {}
	}
	timer := time.AfterFunc(pause, func() { fyne.Do(do) })
	return func() { timer.Stop() }
}

func guarded(ctx context.Context, work func(context.Context, Progress) error, progress Progress) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &PanicError{Value: v, Stack: debug.Stack()}
		}
	}()
	return work(ctx, progress)
}

// Briefly waits for work that is nearly always over at once, and no longer than so long:
// what takes longer goes on by itself. It returns what the work returned, *PanicError when it
// panicked, or nil.
func Briefly(most time.Duration, work func() error) error {
	over := make(chan error, 1)
	go func() {
		over <- guarded(context.Background(), func(context.Context, Progress) error { return work() }, nil)
	}()
	select {
	case err := <-over:
		return err
	case <-time.After(most):
		return nil
	}
}
