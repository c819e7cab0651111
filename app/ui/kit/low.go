package kit

import "fyne.io/fyne/v2"

// lowWindow is the height, at 100 %, of a window under which every row of a list counts: text
// twice as large on a small screen leaves less.
const lowWindow = 480

// lowBar is how high bars are in a low window, at 100 %: a button with the ring of the keyboard
// round it.
const lowBar = 32

// Low reports a low window.
func Low(c fyne.Canvas) bool { return c != nil && c.Size().Height < Pixels(lowWindow) }

// BarHeight returns how high a bar is that has the size in a window with room.
func BarHeight(c fyne.Canvas, size fyne.ThemeSizeName) float32 {
	if Low(c) {
		return Pixels(lowBar)
	}
	return Size(size)
}

// canvasOf returns what a widget is shown on, nil while it is not.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}
