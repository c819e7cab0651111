package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// NewFlow sets objects in a row that breaks where the width ends, so that no row of
// tools makes the window wider than the screen. It must stand in a Page, which asks
// for its height at the width there is.
func NewFlow(objects ...fyne.CanvasObject) *fyne.Container {
	return NewFlowWith(nil, objects...)
}

// NewFlowWith is a NewFlow in which one of the objects takes what its row leaves.
func NewFlowWith(grows fyne.CanvasObject, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{grows: grows}, objects...)
}

// flow is a layout; the height depends on the width it was last given.
type flow struct {
	width float32
	grows fyne.CanvasObject
}

// Layout is called by the toolkit.
func (l *flow) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	l.width = room.Width
	y := float32(0)
	for _, row := range l.rows(objects) {
		x, taken := float32(0), sum(row)
		for _, o := range row {
			size := o.MinSize()
			if o == l.grows {
				size.Width += max(0, room.Width-taken.Width)
			}
			o.Resize(size)
			o.Move(fyne.NewPos(x, y+(taken.Height-size.Height)/2))
			x += size.Width + theme.Padding()
		}
		y += taken.Height + theme.Padding()
	}
}

// MinSize is called by the toolkit.
func (l *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.NewSize(0, -theme.Padding())
	for _, row := range l.rows(objects) {
		for _, o := range row {
			least.Width = max(least.Width, o.MinSize().Width)
		}
		least.Height += sum(row).Height + theme.Padding()
	}
	least.Height = max(0, least.Height)
	return least
}

// rows breaks the visible objects where the width ends.
func (l *flow) rows(objects []fyne.CanvasObject) [][]fyne.CanvasObject {
	var rows [][]fyne.CanvasObject
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		width := o.MinSize().Width
		if len(rows) == 0 || x+width > l.width {
			rows, x = append(rows, nil), 0
		}
		last := len(rows) - 1
		rows[last] = append(rows[last], o)
		x += width + theme.Padding()
	}
	return rows
}

// sum returns the width of a row with its gaps, and its height.
func sum(row []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(-theme.Padding(), 0)
	for _, o := range row {
		least := o.MinSize()
		size.Width += least.Width + theme.Padding()
		size.Height = max(size.Height, least.Height)
	}
	return size
}

// NewPage stacks a head, the body, which takes what is left, and a foot; head and foot
// may wrap. Where text is large and the screen small, the foot scrolls before it takes
// more than half of what the head leaves; so does a head that is a scroller before it takes
// more than half of the page. A nil foot is left out.
func NewPage(head, body fyne.CanvasObject, foot *container.Scroll) *fyne.Container {
	p := &page{head: head, body: body, foot: foot}
	if foot == nil {
		return container.New(p, head, body)
	}
	return container.New(p, head, body, foot)
}

type page struct {
	head, body fyne.CanvasObject
	foot       *container.Scroll
}

// settled gives what wraps its width and returns its height at it.
func settled(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	height := o.MinSize().Height
	o.Resize(fyne.NewSize(width, height))
	return height
}

// headHeight gives the head its place and returns its height.
func (p *page) headHeight(room fyne.Size) float32 {
	scroll, scrolls := p.head.(*container.Scroll)
	if !scrolls {
		return settled(p.head, room.Width)
	}
	height := min(settled(scroll.Content, room.Width), room.Height/2)
	scroll.Resize(fyne.NewSize(room.Width, height))
	return height
}

// Layout is called by the toolkit.
func (p *page) Layout(_ []fyne.CanvasObject, room fyne.Size) {
	top := p.headHeight(room)
	left := max(0, room.Height-top)
	bottom := float32(0)
	if p.foot != nil {
		bottom = min(settled(p.foot.Content, room.Width), left/2)
		p.foot.Resize(fyne.NewSize(room.Width, bottom))
		p.foot.Move(fyne.NewPos(0, room.Height-bottom))
	}
	p.body.Move(fyne.NewPos(0, top))
	p.body.Resize(fyne.NewSize(room.Width, left-bottom))
}

// MinSize is called by the toolkit.
func (p *page) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var all fyne.Size
	for _, o := range objects {
		all.Width = max(all.Width, o.MinSize().Width)
		all.Height += o.MinSize().Height
	}
	return all
}
