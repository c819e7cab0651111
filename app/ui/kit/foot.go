package kit

import (
	"fyne.io/fyne/v2"
)

// NewFoot returns the buttons at the end of a dialog. Tab comes to them in the order given: the
// one that does what the dialog is for first, the one that gives it up last. They stand the
// other way round, as people read them: giving up at the left, the main one at the right.
func NewFoot(buttons ...*Button) *fyne.Container {
	foot := &fyne.Container{Layout: footRow{}}
	for _, b := range buttons {
		foot.Add(b)
	}
	return foot
}

// footRow sets buttons from the right in the middle of the width, with room for the ring of the
// keyboard on all sides: what scrolls would cut it.
type footRow struct{}

// MinSize is called by the toolkit.
func (footRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(2*ringWidth, 0)
	for i, o := range objects {
		least := o.MinSize()
		size.Width += least.Width
		if i > 0 {
			size.Width += Size(SpaceNear)
		}
		size.Height = max(size.Height, least.Height+2*ringWidth)
	}
	return size
}

// Layout is called by the toolkit.
func (l footRow) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	least := l.MinSize(objects)
	x := (room.Width+least.Width)/2 - ringWidth
	for _, o := range objects {
		wide := o.MinSize().Width
		x -= wide
		o.Move(fyne.NewPos(x, ringWidth))
		o.Resize(fyne.NewSize(wide, least.Height-2*ringWidth))
		x -= Size(SpaceNear)
	}
}
