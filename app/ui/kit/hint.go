package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// hintChars is how wide a hint is, in characters.
const hintChars = 36

// hint says something under a widget until the next press anywhere.
func hint(under fyne.CanvasObject, text string) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(under)
	if c == nil {
		return
	}
	said := widget.NewPopUp(Paragraph(text, hintChars), c)
	at := driver.AbsolutePositionForObject(under).AddXY(0, under.Size().Height+Size(SpaceInside))
	room, size := c.Size(), said.MinSize()
	at.X = max(0, min(at.X, room.Width-size.Width))
	if at.Y+size.Height > room.Height {
		at.Y = max(0, at.Y-under.Size().Height-size.Height-2*Size(SpaceInside))
	}
	said.ShowAtPosition(at)
}
