package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// revealMargin is how much is seen round what is brought into view.
const revealMargin = 8

// Reveal scrolls so that what stands between two objects of a page is seen, and first of
// all the first one: the toolkit lets Tab go where nobody sees it.
func Reveal(scroll *container.Scroll, first, last fyne.CanvasObject) {
	top, known := heightIn(scroll.Content, first)
	under, both := heightIn(scroll.Content, last)
	if !known || !both {
		return // shown this moment: the toolkit does not know yet where that is
	}
	bottom := max(top+first.Size().Height, under+last.Size().Height) // the last has no place while it is hidden
	offset := max(scroll.Offset.Y, bottom+revealMargin-scroll.Size().Height)
	offset = max(0, min(offset, top-revealMargin))
	if offset != scroll.Offset.Y {
		scroll.ScrollToOffset(fyne.NewPos(0, offset))
	}
}

// heightIn returns how far below the top of a page an object of it stands; false when nobody knows.
// What stands in containers is known there before it is painted, what stands in widgets only then.
func heightIn(page, object fyne.CanvasObject) (float32, bool) {
	if y, ok := heightOf(page, object); ok {
		return y, true
	}
	driver := fyne.CurrentApp().Driver()
	if driver.CanvasForObject(object) == nil {
		return 0, false
	}
	return driver.AbsolutePositionForObject(object).Y - driver.AbsolutePositionForObject(page).Y, true
}

// heightOf is heightIn by containers alone.
func heightOf(in, object fyne.CanvasObject) (float32, bool) {
	if in == object {
		return 0, true
	}
	c, ok := in.(*fyne.Container)
	if !ok {
		return 0, false
	}
	for _, o := range c.Objects {
		if y, found := heightOf(o, object); found {
			return o.Position().Y + y, true
		}
	}
	return 0, false
}

// RevealIn scrolls so that what stands between two heights of an object of a page is seen.
func RevealIn(scroll *container.Scroll, object fyne.CanvasObject, top, bottom float32) {
	driver := fyne.CurrentApp().Driver()
	if driver.CanvasForObject(object) == nil {
		return // shown this moment: the toolkit does not know yet where that is
	}
	place := driver.AbsolutePositionForObject
	start := place(object).Y - place(scroll.Content).Y
	offset := max(scroll.Offset.Y, start+bottom+revealMargin-scroll.Size().Height)
	offset = max(0, min(offset, start+top-revealMargin))
	if offset != scroll.Offset.Y {
		scroll.ScrollToOffset(fyne.NewPos(0, offset))
	}
}

// ScrollToEnd scrolls to the end of a page whose last lines have just been shown: they
// get their places first, which the toolkit leaves to the next frame.
func ScrollToEnd(scroll *container.Scroll) {
	for range 2 { // a text that wraps knows its height at the width it got
		scroll.Content.Refresh()
		scroll.Content.Resize(scroll.Content.MinSize().Max(scroll.Size()))
	}
	scroll.ScrollToBottom()
}
