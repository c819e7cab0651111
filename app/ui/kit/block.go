package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Block is a part of a page under a heading of its own, with links at the right end of the
// heading: «Все 6», «Добавить».
type Block struct {
	widget.BaseWidget
	head    *Line
	links   []*Link
	line    *canvas.Rectangle
	content fyne.CanvasObject
}

// NewBlock returns a block.
func NewBlock(title string, content fyne.CanvasObject, links ...*Link) *Block {
	b := &Block{head: NewLine(ColorText, theme.SizeNameText), links: links, content: content}
	b.head.Bold = true
	b.head.SetText(title)
	b.line = canvas.NewRectangle(nil)
	b.ExtendBaseWidget(b)
	return b
}

// Title returns the heading.
func (b *Block) Title() string { return b.head.Text() }

// SetTitle changes the heading.
func (b *Block) SetTitle(text string) { b.head.SetText(text) }

// Links returns what stands at the right end of the heading.
func (b *Block) Links() []*Link { return b.links }

// Inside returns what stands under the heading.
func (b *Block) Inside() fyne.CanvasObject { return b.content }

// CreateRenderer is called by the toolkit.
func (b *Block) CreateRenderer() fyne.WidgetRenderer { return &blockRenderer{b} }

type blockRenderer struct{ block *Block }

// Heights of a block, in sizes of text.
const (
	blockHead = 1.85 // of the heading and its line
	blockGap  = 1.3  // between links
	blockEdge = 0.3  // between the line and what is under it
)

func (r *blockRenderer) headHeight() float32 { return blockHead * Size(theme.SizeNameText) }
func (r *blockRenderer) edge() float32       { return blockEdge * Size(theme.SizeNameText) }

func (r *blockRenderer) Layout(room fyne.Size) {
	b, head := r.block, r.headHeight()
	x := room.Width
	for i := len(b.links) - 1; i >= 0; i-- {
		if !b.links[i].Visible() {
			continue
		}
		least := b.links[i].MinSize()
		x -= least.Width
		b.links[i].Resize(least)
		b.links[i].Move(fyne.NewPos(x, (head-least.Height)/2))
		x -= blockGap * Size(theme.SizeNameText)
	}
	high := b.head.MinSize().Height
	b.head.Move(fyne.NewPos(0, (head-high)/2))
	b.head.Resize(fyne.NewSize(max(0, x), high))
	b.line.Move(fyne.NewPos(0, head))
	b.line.Resize(fyne.NewSize(room.Width, 1))
	top := head + 1 + r.edge()
	b.content.Move(fyne.NewPos(0, top))
	b.content.Resize(fyne.NewSize(room.Width, max(0, room.Height-top)))
}

func (r *blockRenderer) MinSize() fyne.Size {
	inside := r.block.content.MinSize()
	return fyne.NewSize(inside.Width, inside.Height+r.headHeight()+1+r.edge())
}

func (r *blockRenderer) Refresh() {
	r.block.line.FillColor = Colour(ColorLine)
	r.Layout(r.block.Size())
	r.block.head.Refresh()
	canvas.Refresh(r.block)
}

func (r *blockRenderer) Objects() []fyne.CanvasObject {
	r.block.line.FillColor = Colour(ColorLine)
	objects := []fyne.CanvasObject{r.block.head, r.block.line}
	for _, l := range r.block.links {
		objects = append(objects, l)
	}
	return append(objects, r.block.content)
}

func (r *blockRenderer) Destroy() {}
