package kit

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
)

func TestWaitingTellsTheTimeUntilThePartIsKnown(t *testing.T) {
	w := newWaiting(Tasks{Window: test.NewTempWindow(t, nil), Cancel: "Отмена"}, "работа", func() {})
	w.tell("файл", -1)
	for range 65 {
		w.tick()
	}
	if got := w.text(); got != "1:05" {
		t.Errorf("nothing is known: %q", got)
	}
	w.tell("файл", 0.4)
	if got := w.text(); got != "40"+app.NBSP+"%" {
		t.Errorf("a part is known: %q", got)
	}
}

func TestEscapeGivesUpTheWork(t *testing.T) {
	window := test.NewTempWindow(t, nil)
	ctx, cancel := context.WithCancel(t.Context())
	w := newWaiting(Tasks{Window: window, Cancel: "Отмена"}, "работа", cancel)
	window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if ctx.Err() == nil || !w.stop.Disabled() {
		t.Errorf("Esc: %v; the button does not show it: %t", ctx.Err(), w.stop.Disabled())
	}
}
