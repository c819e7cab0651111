package kit

import (
	"fmt"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// waiting is work that is under way: a cover over the window and, after a second, the dialog
// of progress. The button that gives the work up has the keyboard, and Esc presses it.
//
// While nobody knows which part is done, the bar tells the time: a bar at «0 %» looks like
// work that hangs, and the toolkit's moving bar draws the window anew sixty times a second,
// which without a graphics card takes the processor away from the work.
type waiting struct {
	tasks Tasks
	what  *widget.Label
	bar   *widget.ProgressBar
	stop  *Button
	cover *cover
	shown *dialog.CustomDialog // the dialog; nil until it opens
	title string

	part    Part
	seconds int
	over    bool // it has ended: a second that was told too late opens nothing
}

func newWaiting(t Tasks, title string, cancel func()) *waiting {
	w := &waiting{tasks: t, title: title, what: widget.NewLabel(""), bar: widget.NewProgressBar()}
	w.what.Truncation = fyne.TextTruncateEllipsis // the name of a file may be wider than the window
	w.bar.TextFormatter = w.text
	w.stop = NewButton(t.Cancel, func() {
		w.stop.Disable() // seen to be pressed: the work ends when it can
		cancel()
	})
	w.stop.OnEscape = func() { w.stop.Tapped(nil) }
	w.cover = newCover(w.stop.OnEscape)
	c := t.Window.Canvas()
	c.Overlays().Add(w.cover)
	c.Focus(w.cover)
	return w
}

// open shows the dialog, over the cover.
func (w *waiting) open() {
	window := w.tasks.Window
	box := container.NewVBox(w.what, w.bar, NewFoot(w.stop))
	w.shown = NewDialog(w.title, box, window)
	w.shown.Resize(Within(window, Pixels(420), 0))
	w.shown.Show()
	window.Canvas().Focus(w.stop)
}

// end takes away what is shown.
func (w *waiting) end() {
	w.over = true
	if w.shown != nil {
		w.shown.Hide()
	}
	w.tasks.Window.Canvas().Overlays().Remove(w.cover)
}

func (w *waiting) text() string {
	switch {
	case !w.part.known():
		return fmt.Sprintf("%d:%02d", w.seconds/60, w.seconds%60)
	case w.part.counted && w.tasks.Counts != nil:
		return w.tasks.Counts(w.part.done, w.part.of)
	}
	return fmt.Sprintf("%d%s%%", int(math.Round(w.bar.Value*100)), app.NBSP)
}

// tell says what is being done; a part that is not known leaves the bar as it was.
func (w *waiting) tell(text string, part Part) {
	w.what.SetText(text)
	if part.known() {
		w.part = part
		w.bar.SetValue(float64(part.done) / float64(part.of))
	}
}

// tick tells that another second has gone; the first opens the dialog.
func (w *waiting) tick() {
	if w.over {
		return
	}
	w.seconds++
	if w.shown == nil {
		w.open()
	}
	w.bar.Refresh()
}

// cover lies over the window and is not seen: nothing under it can be pressed, so that work
// is not begun twice nor records changed under it.
type cover struct {
	widget.BaseWidget
	escape func()
}

func newCover(escape func()) *cover {
	c := &cover{escape: escape}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is called by the toolkit.
func (c *cover) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// Tapped is called by the toolkit: the press goes no deeper.
func (c *cover) Tapped(*fyne.PointEvent) {}

// FocusGained is called by the toolkit.
func (c *cover) FocusGained() {}

// FocusLost is called by the toolkit.
func (c *cover) FocusLost() {}

// TypedRune is called by the toolkit.
func (c *cover) TypedRune(rune) {}

// TypedKey is called by the toolkit.
func (c *cover) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		c.escape()
	}
}
