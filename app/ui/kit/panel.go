package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Ground is an area of a colour of the theme, which it follows.
type Ground struct {
	widget.BaseWidget
	fill, edge fyne.ThemeColorName
	area       *canvas.Rectangle
}

// NewGround returns an area with a line round it; an edge of «» is none, a fill of «» shows what
// lies under it.
func NewGround(fill, edge fyne.ThemeColorName) *Ground {
	g := &Ground{fill: fill, edge: edge, area: canvas.NewRectangle(color.Transparent)}
	g.paint()
	g.ExtendBaseWidget(g)
	return g
}

func (g *Ground) paint() {
	if g.fill != "" {
		g.area.FillColor = Colour(g.fill)
	}
	if g.edge != "" {
		g.area.StrokeColor, g.area.StrokeWidth = Colour(g.edge), 1
	}
}

// Refresh shows the colours of the theme.
func (g *Ground) Refresh() {
	g.paint()
	g.area.Refresh()
}

// CreateRenderer is called by the toolkit.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	return &groundRenderer{widget.NewSimpleRenderer(g.area), g}
}

// groundRenderer follows the theme.
type groundRenderer struct {
	fyne.WidgetRenderer
	ground *Ground
}

// Refresh is called by the toolkit.
func (r *groundRenderer) Refresh() { r.ground.Refresh() }

// Panel puts content on the ground of bars, with a line round it that nothing in it covers.
func Panel(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(NewGround(ColorPanel, ""), content, NewGround("", ColorLine))
}

// Wide holds content at a width.
func Wide(room float32, content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(atLeast{Units(room), 1}, content)
}

// Rows holds content as high as so many rows.
func Rows(n float32, content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(atLeast{1, n * Units(Size(SizeRow))}, content)
}

// atLeast is a layout of one object that has a size at least, given at 100 %.
type atLeast struct{ wide, high float32 }

// Layout is called by the toolkit.
func (atLeast) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(room)
	}
}

// MinSize is called by the toolkit.
func (l atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(Pixels(l.wide), Pixels(l.high))
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}
