package kit

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestRunReportsPanicsAsErrors(t *testing.T) {
	for _, inline := range []bool{true, false} {
		window := test.NewTempWindow(t, nil)
		done := make(chan error, 1)
		tasks := Tasks{Window: window, Cancel: "Отмена", Inline: inline}
		tasks.Run("работа", func(context.Context, Progress) error { panic("ой") }, func(err error) { done <- err })
		var fault *PanicError
		if err := wait(t, done); !errors.As(err, &fault) || fault.Value != "ой" || len(fault.Stack) == 0 {
			t.Errorf("inline %t: %v", inline, err)
		}
	}
}

// Work that nobody may wait for any more must not end the program either.
func TestBriefWorkReportsPanicsAsErrors(t *testing.T) {
	var fault *PanicError
	if err := Briefly(time.Minute, func() error { panic("ой") }); !errors.As(err, &fault) || fault.Value != "ой" {
		t.Errorf("it returns %v", err)
	}
	if err := Briefly(time.Millisecond, func() error { time.Sleep(100 * time.Millisecond); panic("поздно") }); err != nil {
		t.Errorf("what takes longer returns %v", err)
	}
	time.Sleep(200 * time.Millisecond) // the late panic is over by then, and this test still runs
}

func TestRunCanBeCancelled(t *testing.T) {
	window := test.NewTempWindow(t, nil)
	done, started := make(chan error, 1), make(chan struct{})
	Tasks{Window: window, Cancel: "Отмена"}.Run("работа", func(ctx context.Context, progress Progress) error {
		progress("шаг", Count(1, 2))
		close(started)
		<-ctx.Done()
		return ctx.Err()
	}, func(err error) { done <- err })
	<-started
	window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if err := wait(t, done); !errors.Is(err, context.Canceled) {
		t.Errorf("after cancel: %v", err)
	}
}

func wait(t *testing.T, done <-chan error) error {
	t.Helper()
	select {
	case err := <-done:
		return err
	case <-time.After(10 * time.Second):
		t.Fatal("the work never ended")
		return nil
	}
}
