package sandbox_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"technopark/app/sandbox"
)

var (
	double = sandbox.Job[int, int]{Name: "double", Work: func(n int) (int, error) { return 2 * n, nil }}
	fail   = sandbox.Job[string, int]{Name: "fail", Work: func(why string) (int, error) { return 0, errors.New(why) }}
	panics = sandbox.Job[string, int]{Name: "panics", Work: func(why string) (int, error) { panic(why) }}
	loop   = sandbox.Job[int, int]{Name: "loop", Work: func(n int) (int, error) {
		for n >= 0 {
			n = n*3 + 1&0xFFFF
			n &= 0xFFFF
		}
		return n, nil
	}}
	hoard = sandbox.Job[int, int]{Name: "hoard", Work: func(step int) (int, error) {
		var all [][]byte
		for len(all) < 1<<40 {
			all = append(all, []byte(strings.Repeat("x", step)))
		}
		return len(all), nil
	}}
	sink = sandbox.Job[int, int]{Name: "sink", Work: func(n int) (int, error) { return sinking(n), nil }}
	// slow waits long for what is not its own, then takes next to no time of the processor.
	slow = sandbox.Job[time.Duration, int]{Name: "slow", Work: func(d time.Duration) (n int, err error) {
		began := time.Now()
		sandbox.Uncounted(func() {
			for time.Since(began) < d {
				n++
			}
		})
		time.Sleep(d)
		return n, nil
	}}
	who = sandbox.Job[int, int]{Name: "who", Work: func(int) (int, error) { return os.Getpid(), nil }}
)

func sinking(n int) int {
	if n < 0 {
		return n
	}
	return 1 + sinking(n+1)
}

func TestMain(m *testing.M) {
	if sandbox.Serve(double, fail, panics, loop, hoard, sink, slow, who) {
		return
	}
	os.Exit(m.Run())
}

var enough = sandbox.Limit{Time: 20 * time.Second, Memory: 256 << 20}

func TestWorkIsDoneElsewhere(t *testing.T) {
	ctx := context.Background()
	if n, err := double.Do(ctx, enough, 21); n != 42 || err != nil {
		t.Fatalf("%d, %v", n, err)
	}
	first, err := who.Do(ctx, enough, 0)
	if err != nil || first == os.Getpid() {
		t.Fatalf("done in process %d, %v", first, err)
	}
	if again, err := who.Do(ctx, enough, 0); again != first || err != nil {
		t.Errorf("the process was not kept: %d, %d, %v", first, again, err)
	}
	if _, err := fail.Do(ctx, enough, "нет"); err == nil || err.Error() != "нет" || errors.Is(err, sandbox.ErrStopped) {
		t.Errorf("%v", err)
	}
	if _, err := panics.Do(ctx, enough, "упс"); err == nil || !strings.Contains(err.Error(), "упс") || !errors.Is(err, sandbox.ErrFailed) || errors.Is(err, sandbox.ErrStopped) {
		t.Errorf("%v", err)
	}
}

// Only the processor's time counts, and of that only what the work itself takes: on a busy
// computer it is done all the same.
func TestWaitingIsNoWork(t *testing.T) {
	limit := sandbox.Limit{Time: time.Second, Memory: 256 << 20}
	if turns, err := slow.Do(context.Background(), limit, 1500*time.Millisecond); turns == 0 || err != nil {
		t.Errorf("%d turns, %v", turns, err)
	}
}

// Whatever the work does, it ends, and the next is done as if nothing had happened.
func TestWorkIsStopped(t *testing.T) {
	ctx := context.Background()
	short := sandbox.Limit{Time: time.Second, Memory: 128 << 20}
	for name, do := range map[string]func() error{
		"endless":       func() error { _, err := loop.Do(ctx, short, 1); return err },
		"hoarding":      func() error { _, err := hoard.Do(ctx, enough, 1<<20); return err },
		"at one stroke": func() error { _, err := hoard.Do(ctx, enough, 1<<33); return err },
		"sinking":       func() error { _, err := sink.Do(ctx, enough, 1); return err },
	} {
		t.Run(name, func(t *testing.T) {
			if err := do(); !errors.Is(err, sandbox.ErrStopped) {
				t.Errorf("%v", err)
			}
			if n, err := double.Do(ctx, enough, 2); n != 4 || err != nil {
				t.Errorf("after it: %d, %v", n, err)
			}
		})
	}
}

func TestWorkIsCancelled(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	if _, err := loop.Do(ctx, enough, 1); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
}
