package kit

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// waiting is the dialog of work that is under way. The button that gives it up has the
// keyboard, and Esc presses it.
//
// While nobody knows which part is done, the bar tells the time: a bar at «0 %» looks like
// work that hangs, and the toolkit's moving bar draws the window anew sixty times a second,
// which without a graphics card takes the processor away from the work.
type waiting struct {
	what  *widget.Label
	bar   *widget.ProgressBar
	stop  *Button
	shown *dialog.CustomDialog

	known   bool
	seconds int
}

func newWaiting(t Tasks, title string, cancel func()) *waiting {
	w := &waiting{what: widget.NewLabel(""), bar: widget.NewProgressBar()}
	w.what.Truncation = fyne.TextTruncateEllipsis // the name of a file may be wider than the window
	w.bar.TextFormatter = w.text
	w.stop = NewButton(t.Cancel, func() {
		w.stop.Disable() // seen to be pressed: the work ends when it can
		cancel()
	})
	w.stop.OnEscape = w.stop.OnTapped
	box := container.NewVBox(w.what, w.bar, container.NewCenter(w.stop))
	w.shown = NewDialog(title, box, t.Window)
	w.shown.Resize(fyne.NewSize(420, 0).Min(t.Window.Canvas().Size()))
	w.shown.Show()
	t.Window.Canvas().Focus(w.stop)
	return w
}

func (w *waiting) text() string {
	if w.known {
		return fmt.Sprintf("%d%s%%", int(math.Round(w.bar.Value*100)), app.NBSP)
	}
	return fmt.Sprintf("%d:%02d", w.seconds/60, w.seconds%60)
}

// tell says what is being done; a negative part is not known.
func (w *waiting) tell(text string, part float64) {
	w.what.SetText(text)
	if part >= 0 {
		w.known = true
		w.bar.SetValue(part)
	}
}

// tick tells that another second has gone.
func (w *waiting) tick() {
	w.seconds++
	w.bar.Refresh()
}
