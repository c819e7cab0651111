package card

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app/ui/kit"
)

// columns is a layout of blocks: in two columns where there is room for them, else in one.
// Blocks that stand first in a column are said by left and right; each of the others goes
// where the column is shorter.
type columns struct {
	left, right []fyne.CanvasObject // none of them: one column, whatever the room
	scroll      *kit.Scroll
}

// Widths of the page at 100 %: from where it has two columns, and of the left one as a share.
const (
	twoColumns = 880
	leftShare  = 0.58
)

// scrollOf is a scroller of blocks.
func scrollOf(l *columns, blocks []fyne.CanvasObject) *kit.Scroll {
	l.scroll = kit.NewScroll(container.ScrollVerticalOnly, container.New(l, blocks...))
	return l.scroll
}

// put is called for every block with its place and size.
type put func(o fyne.CanvasObject, at fyne.Position, s fyne.Size)

// place calls put for every block and returns the height of all.
func (l *columns) place(blocks []fyne.CanvasObject, room float32, place put) float32 {
	edge, between := kit.Size(kit.SpaceEdge), kit.Size(kit.SpaceColumn)
	inner := room - 2*edge
	if room < kit.Pixels(twoColumns) || len(l.left)+len(l.right) == 0 {
		return l.stack(blocks, fyne.NewPos(edge, kit.Size(kit.SpaceInside)), inner, place)
	}
	leftWide := (inner - between) * leftShare
	rightWide := inner - between - leftWide
	left := l.stack(l.left, fyne.NewPos(edge, kit.Size(kit.SpaceInside)), leftWide, place)
	right := l.stack(l.right, fyne.NewPos(edge+leftWide+between, kit.Size(kit.SpaceInside)), rightWide, place)
	for _, o := range blocks[len(l.left)+len(l.right):] {
		one := []fyne.CanvasObject{o}
		if left < right {
			left = l.stack(one, fyne.NewPos(edge, left), leftWide, place)
		} else {
			right = l.stack(one, fyne.NewPos(edge+leftWide+between, right), rightWide, place)
		}
	}
	return max(left, right)
}

// stack sets blocks under each other and returns where the next would begin.
func (l *columns) stack(blocks []fyne.CanvasObject, at fyne.Position, wide float32, place put) float32 {
	for _, o := range blocks {
		if !o.Visible() {
			continue
		}
		if o.Size().Width != wide { // how high a text that goes on in further lines is depends on it
			o.Resize(fyne.NewSize(wide, o.MinSize().Height))
		}
		high := o.MinSize().Height
		place(o, at, fyne.NewSize(wide, high))
		at.Y += high + kit.Size(kit.SpaceBlock)
	}
	return at.Y
}

// Layout is called by the toolkit.
func (l *columns) Layout(blocks []fyne.CanvasObject, room fyne.Size) {
	l.place(blocks, room.Width, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

// MinSize is called by the toolkit; the height is that at the width of the scroller.
func (l *columns) MinSize(blocks []fyne.CanvasObject) fyne.Size {
	least := kit.Pixels(280)
	room := max(least, l.scroll.Size().Width)
	return fyne.NewSize(least, l.place(blocks, room, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

// backed is a layout: the button back, and the head after it. A border would give the keyboard
// to the head first.
type backed struct{}

// Layout is called by the toolkit.
func (backed) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	back := objects[0].MinSize()
	objects[0].Resize(back)
	objects[0].Move(fyne.NewPos(0, (room.Height-back.Height)/2))
	objects[1].Move(fyne.NewPos(back.Width, 0))
	objects[1].Resize(fyne.NewSize(max(0, room.Width-back.Width), room.Height))
}

// MinSize is called by the toolkit.
func (backed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	back, head := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(back.Width+head.Width, max(back.Height, head.Height))
}
