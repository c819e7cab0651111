package packaging

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// column is a layout: one object in a column that does not grow wider than so many letters.
type column struct{ chars float32 }

// Layout is called by the toolkit.
func (c column) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	free := room.Width - theme.ScrollBarSize() // which lies over what it scrolls
	for _, o := range objects {
		o.Resize(fyne.NewSize(min(free, max(c.chars*theme.TextSize(), o.MinSize().Width)), room.Height))
		o.Move(fyne.NewPos(0, 0))
	}
}

// MinSize is called by the toolkit.
func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return largest(objects)
}

// pairs is a layout: objects of one kind in two columns, or in one where two do not fit.
type pairs struct{ width float32 } // that of the last layout: the height depends on it

func (p *pairs) columns(widest float32) int {
	if p.width >= 2*widest+theme.Padding() {
		return 2
	}
	return 1
}

// Layout is called by the toolkit.
func (p *pairs) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	p.width = room.Width
	cell := largest(objects)
	columns := p.columns(cell.Width)
	cell.Width = room.Width / float32(columns)
	for i, o := range objects {
		o.Resize(cell)
		o.Move(fyne.NewPos(float32(i%columns)*cell.Width, float32(i/columns)*cell.Height))
	}
}

// MinSize is called by the toolkit.
func (p *pairs) MinSize(objects []fyne.CanvasObject) fyne.Size {
	cell := largest(objects)
	columns := p.columns(cell.Width)
	rows := (len(objects) + columns - 1) / columns
	return fyne.NewSize(cell.Width, float32(rows)*cell.Height)
}

func largest(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}
