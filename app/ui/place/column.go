package place

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app/ui/kit"
)

// column is a layout: objects under each other, each as high as it is at the width of the
// scroller they stand in.
type column struct{ scroll *kit.Scroll }

// newColumn returns a scroller of objects under each other.
func newColumn(objects ...fyne.CanvasObject) *kit.Scroll {
	l := &column{}
	l.scroll = kit.NewScroll(container.ScrollVerticalOnly, container.New(l, objects...))
	return l.scroll
}

// place calls put for every object with its place and size, and returns where all ends.
func (l *column) place(objects []fyne.CanvasObject, room float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	edge := kit.Size(kit.SpaceEdge)
	y, wide := kit.Size(kit.SpaceNear), max(0, room-2*edge)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		high := settled(o, wide)
		put(o, fyne.NewPos(edge, y), fyne.NewSize(wide, high))
		y += high + kit.Size(kit.SpaceEdge)
	}
	return y
}

// settled gives what wraps its width and returns how high it is then.
func settled(o fyne.CanvasObject, wide float32) float32 {
	if o.Size().Width != wide {
		o.Resize(fyne.NewSize(wide, o.MinSize().Height))
	}
	return o.MinSize().Height
}

// Layout is called by the toolkit.
func (l *column) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	l.place(objects, room.Width, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

// MinSize is called by the toolkit; the height is that at the width of the scroller.
func (l *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := kit.Pixels(280)
	room := max(least, l.scroll.Size().Width)
	return fyne.NewSize(least, l.place(objects, room, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

// beside is a layout: objects in one row of equal parts, or under each other where a part would be
// narrower than so much at 100 %.
type beside struct {
	least float32
	width float32 // of the last layout: the height depends on it
}

func (l *beside) place(objects []fyne.CanvasObject, room float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	gap := kit.Size(kit.SpaceColumn)
	n := float32(len(objects))
	wide := (room - gap*(n-1)) / n
	if kit.Units(wide) >= l.least {
		high := float32(0)
		for _, o := range objects {
			high = max(high, settled(o, wide))
		}
		for i, o := range objects {
			put(o, fyne.NewPos(float32(i)*(wide+gap), 0), fyne.NewSize(wide, high))
		}
		return high
	}
	y := float32(0)
	for i, o := range objects {
		if i > 0 {
			y += kit.Size(kit.SpaceEdge)
		}
		high := settled(o, room)
		put(o, fyne.NewPos(0, y), fyne.NewSize(room, high))
		y += high
	}
	return y
}

// Layout is called by the toolkit.
func (l *beside) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	l.width = room.Width
	l.place(objects, room.Width, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

// MinSize is called by the toolkit.
func (l *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	high := l.place(objects, l.width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
	return fyne.NewSize(kit.Pixels(200), high)
}

// stacked is a layout: objects under each other, so far apart as a space of the theme is now.
type stacked struct{ gap fyne.ThemeSizeName }

// Layout is called by the toolkit.
func (l stacked) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if o.Visible() {
			high := o.MinSize().Height
			o.Move(fyne.NewPos(0, y))
			o.Resize(fyne.NewSize(room.Width, high))
			y += high + kit.Size(l.gap)
		}
	}
}

// MinSize is called by the toolkit.
func (l stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if size.Height > 0 {
			size.Height += kit.Size(l.gap)
		}
		least := o.MinSize()
		size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
	}
	return size
}

// inset is a layout: one object a little off the edges of its ground.
type inset struct{}

// Layout is called by the toolkit.
func (inset) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	top, side := kit.Size(kit.SpaceInside), kit.Size(kit.SpaceNear)
	for _, o := range objects {
		o.Move(fyne.NewPos(side, top))
		o.Resize(fyne.NewSize(max(0, room.Width-2*side), max(0, room.Height-top)))
	}
}

// MinSize is called by the toolkit.
func (inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(2*kit.Size(kit.SpaceNear), kit.Size(kit.SpaceInside))
}
