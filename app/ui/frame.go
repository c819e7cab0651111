package ui

import (
	"fyne.io/fyne/v2"

	"technopark/app/ui/kit"
)

// Widths of the window at 100 %; the navigation takes more where its words need it.
const (
	navWidth    = 200
	navMost     = 284
	narrowWidth = 800 // a narrower window shows one thing at a time
)

// frame lays the window out: the bar of park and year, the navigation beside the screen, the
// line at the foot. Where the window is narrow the navigation is behind «Разделы» and, once
// asked for, takes the place of the screen; where it is low the bar of park and year says what
// the line at the foot says elsewhere.
type frame struct {
	bar, nav, page, status fyne.CanvasObject
	words                  *navigation // says how wide nav is to be
	narrow                 bool
	navAsked               bool
	turned                 func(narrow bool) // the window has become narrow or wide
	canvas                 func() fyne.Canvas
}

// Layout is called by the toolkit.
func (f *frame) Layout(_ []fyne.CanvasObject, room fyne.Size) {
	if narrow := kit.Units(room.Width) < narrowWidth; narrow != f.narrow {
		f.narrow, f.navAsked = narrow, false
		f.turned(narrow)
	}
	low := kit.Low(f.canvas())
	top, bottom := kit.BarHeight(f.canvas(), kit.SizePark), kit.Size(kit.SizeStatus)
	if low {
		bottom = 0
	}
	left, high := f.words.room(), max(0, room.Height-top-bottom)
	if f.narrow {
		left = 0
	}
	put := func(o fyne.CanvasObject, x, y, wide, high float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(wide, high))
	}
	show(f.status, !low)
	put(f.bar, 0, 0, room.Width, top)
	put(f.status, 0, room.Height-bottom, room.Width, bottom)
	put(f.page, left, top, max(0, room.Width-left), high)
	if f.narrow {
		left = room.Width
	}
	put(f.nav, 0, top, left, high)
	show(f.nav, !f.narrow || f.navAsked)
	show(f.page, !f.narrow || !f.navAsked)
}

// show shows or hides an object.
func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
		return
	}
	o.Hide()
}

// MinSize is called by the toolkit. It is that of a header: no screen makes the window larger
// than the computer's.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kit.Pixels(360), kit.Pixels(240))
}

// deck lays out the screen in view; those that were shown before lie under it, hidden, so that
// they take another look and size of text with the rest.
type deck struct{}

// Layout is called by the toolkit.
func (deck) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	for _, o := range objects {
		if o.Visible() {
			o.Move(fyne.Position{})
			o.Resize(room)
		}
	}
}

// MinSize is called by the toolkit.
func (deck) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// askForNav shows the navigation in a narrow window, or takes it away.
func (w *Window) askForNav(asked bool) {
	if w.frame == nil || !w.frame.narrow || w.frame.navAsked == asked {
		return
	}
	w.frame.navAsked = asked
	w.win.Content().Refresh()
	if asked {
		w.win.Canvas().Focus(w.nav)
	}
}

// turned follows the window becoming narrow or wide.
func (w *Window) turned(narrow bool) {
	w.nav.walking = narrow
	w.header.turn(narrow)
	w.status.turn(narrow)
}

// leaveNav goes from the navigation back to the screen.
func (w *Window) leaveNav() {
	w.askForNav(false)
	w.focusScreen()
}
