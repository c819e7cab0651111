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
	driver := fyne.CurrentApp().Driver()
	if driver.CanvasForObject(first) == nil || driver.CanvasForObject(last) == nil {
		return // shown this moment: the toolkit does not know yet where that is
	}
	place := driver.AbsolutePositionForObject
	start := place(scroll.Content).Y
	top := place(first).Y - start - revealMargin
	bottom := place(last).Y - start + last.Size().Height + revealMargin
	offset := scroll.Offset.Y
	offset = max(offset, bottom-scroll.Size().Height)
	offset = max(0, min(offset, top))
	if offset != scroll.Offset.Y {
		scroll.ScrollToOffset(fyne.NewPos(0, offset))
	}
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
