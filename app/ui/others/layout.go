package others

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app/ui/kit"
)

// tableLayout puts the pages over the table and the column in full under it, where the window is
// high enough for that.
type tableLayout struct{ changed func() }

// leastRows is how many rows of the table come before the column in full.
const leastRows = 9

// Layout gives strip, scroll and column their places.
func (l *tableLayout) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	strip, scroll, column := objects[0], objects[1], objects[2]
	top := strip.MinSize().Height
	strip.Resize(fyne.NewSize(room.Width, top))
	strip.Move(fyne.NewPos(0, 0))
	column.Resize(fyne.NewSize(room.Width, column.MinSize().Height))
	foot := column.MinSize().Height
	if room.Height-top-foot < leastRows*kit.Size(kit.SizeRow) {
		foot = 0
	}
	show(column, foot > 0)
	column.Move(fyne.NewPos(0, room.Height-foot))
	scroll.Move(fyne.NewPos(0, top))
	scroll.Resize(fyne.NewSize(room.Width, max(0, room.Height-top-foot)))
	l.changed()
}

// MinSize returns what pages and table need.
func (l *tableLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	strip, scroll := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(strip.Width, scroll.Width), strip.Height+scroll.Height)
}

// seen tells when the part of a scroll that is seen has another size.
type seen struct{ changed func() }

// Layout gives the scroll its place.
func (l *seen) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	objects[0].Resize(room)
	l.changed()
}

// MinSize returns that of the scroll.
func (l *seen) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// besideBar keeps the last column from under the bar of the scroll.
func besideBar(grid *kit.Grid) fyne.CanvasObject { return container.New(beside{}, grid) }

type beside struct{}

// Layout gives the table all but the width of the bar.
func (beside) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	objects[0].Resize(fyne.NewSize(max(0, room.Width-kit.Size(kit.SpaceEdge)), room.Height))
}

// MinSize returns that of the table and the bar.
func (beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(kit.Size(kit.SpaceEdge), 0)
}

// show shows an object or hides it.
func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
		return
	}
	o.Hide()
}
