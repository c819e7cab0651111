package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
)

func working(t *testing.T, cancel func()) (*waiting, fyne.Window) {
	t.Helper()
	window := themed(t, NewEntry(nil))
	counts := func(done, of int) string { return fmt.Sprintf("%d из %d", done, of) }
	return newWaiting(Tasks{Window: window, Cancel: "Прервать", Counts: counts}, "работа", cancel), window
}

func TestWaitingTellsTheTimeUntilThePartIsKnown(t *testing.T) {
	w, _ := working(t, func() {})
	w.tell("файл", Part{})
	for range 65 {
		w.tick()
	}
	if got := w.text(); got != "1:05" {
		t.Errorf("nothing is known: %q", got)
	}
	w.tell("файл", Share(0.4))
	if got := w.text(); got != "40"+app.NBSP+"%" {
		t.Errorf("a share is known: %q", got)
	}
	w.tell("файл", Count(3, 12))
	if got := w.text(); got != "3 из 12" || w.bar.Value != 0.25 {
		t.Errorf("a count is known: %q, bar at %g", got, w.bar.Value)
	}
	w.tell("другой файл", Part{})
	if got := w.text(); got != "3 из 12" {
		t.Errorf("what was known is forgotten: %q", got)
	}
}

func TestProgressOpensAfterASecond(t *testing.T) {
	w, window := working(t, func() {})
	overlays := window.Canvas().Overlays()
	if overlays.Top() != w.cover || w.shown != nil {
		t.Errorf("before the second is over: %T on top", overlays.Top())
	}
	window.Canvas().Focused().TypedRune('я')
	test.TapCanvas(window.Canvas(), fyne.NewPos(5, 5))
	if entry := window.Content().(*Entry); entry.Text != "" {
		t.Errorf("typed into the window under the work: %q", entry.Text)
	}
	w.tick()
	if w.shown == nil || overlays.Top() == w.cover || window.Canvas().Focused() != w.stop {
		t.Errorf("after a second %T is on top and %T has the keyboard", overlays.Top(), window.Canvas().Focused())
	}
	w.tick()
	if got := len(overlays.List()); got != 2 {
		t.Errorf("%d things lie over the window after two seconds", got)
	}
	w.end()
	if got := len(overlays.List()); got != 0 {
		t.Errorf("%d things lie over the window when all is done", got)
	}
}

func TestShortWorkShowsNothing(t *testing.T) {
	w, window := working(t, func() {})
	w.tell("файл", Count(1, 2))
	w.end()
	w.tick() // was on its way when the work ended
	if got := len(window.Canvas().Overlays().List()); got != 0 || w.shown != nil {
		t.Errorf("%d things lie over the window, dialog %t", got, w.shown != nil)
	}
}

func TestEscapeGivesUpTheWork(t *testing.T) {
	for _, seconds := range []int{0, 1} {
		given := 0
		w, window := working(t, func() { given++ })
		for range seconds {
			w.tick()
		}
		for range 2 { // the second is one too many
			if focused := window.Canvas().Focused(); focused != nil {
				focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			}
		}
		if given != 1 || !w.stop.Disabled() {
			t.Errorf("after %d seconds Esc gave up %d times; the button shows it: %t", seconds, given, w.stop.Disabled())
		}
	}
}
