package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// ringWidth is how thick the line is round what has the keyboard.
const ringWidth = 2

// Ring is the line round a widget: thick and of the accent while the keyboard is there, in
// the contrast look a thin one otherwise, since grounds there do not tell a button from the
// page.
type Ring struct{ line *canvas.Rectangle }

// NewRing returns a ring that is not seen.
func NewRing() Ring {
	line := canvas.NewRectangle(color.Transparent)
	line.CornerRadius = 3
	return Ring{line}
}

// Object returns what is drawn; it stands over the widget.
func (r Ring) Object() fyne.CanvasObject { return r.line }

// Within draws the line along the inner edge of an area while the keyboard is there.
func (r Ring) Within(size fyne.Size, focused bool) {
	r.line.StrokeWidth, r.line.StrokeColor = 0, color.Transparent
	if focused {
		r.line.StrokeWidth, r.line.StrokeColor = ringWidth, Colour(ringColour())
	}
	r.line.Move(fyne.NewPos(1, 1))
	r.line.Resize(size.SubtractWidthHeight(ringWidth, ringWidth))
	r.line.Refresh()
}

// around draws the line round an area of the size; bare things have none without the keyboard.
func (r Ring) around(size fyne.Size, focused, bare bool) {
	thick, colour := float32(0), color.Color(color.Transparent)
	switch {
	case focused:
		thick, colour = ringWidth, Colour(ringColour())
	case !bare && contrasting():
		thick, colour = 1, Colour(ColorBorder)
	}
	out := float32(0)
	if focused { // outside, so that it is seen round a button of the accent too
		out = ringWidth
	}
	r.line.Move(fyne.NewPos(-out, -out))
	r.line.Resize(size.AddWidthHeight(2*out, 2*out))
	r.line.StrokeWidth, r.line.StrokeColor = thick, colour
	r.line.Refresh()
}

// ringColour is the colour of rings: the accent, but in the contrast look white, which is
// told from the yellow of a primary button.
func ringColour() fyne.ThemeColorName {
	if contrasting() {
		return ColorText
	}
	return ColorAccent
}

// contrasting reports whether buttons are told from the page by their border alone.
func contrasting() bool { return Colour(ColorButton) == Colour(ColorBackground) }

// ringed is the renderer of a widget of the toolkit with a ring over it.
type ringed struct {
	fyne.WidgetRenderer
	ring    Ring
	focused func() bool
	bare    func() bool
	size    fyne.Size

	tight    bool // no room beside the words is added
	bordered bool // there is a border in every look
}

// MinSize is called by the toolkit: words stand a little off the edges.
func (r *ringed) MinSize() fyne.Size {
	if r.tight {
		return r.WidgetRenderer.MinSize()
	}
	return r.WidgetRenderer.MinSize().AddWidthHeight(2*Size(SpaceInside), 0)
}

// Layout is called by the toolkit.
func (r *ringed) Layout(size fyne.Size) {
	r.size = size
	r.WidgetRenderer.Layout(size)
	r.draw()
}

// Refresh is called by the toolkit.
func (r *ringed) Refresh() {
	r.WidgetRenderer.Refresh()
	r.draw()
}

func (r *ringed) draw() {
	r.ring.around(r.size, r.focused(), r.bare())
	if r.bordered && !r.focused() {
		r.ring.line.StrokeWidth, r.ring.line.StrokeColor = 1, Colour(ColorBorder)
		r.ring.line.Refresh()
	}
}

// Objects is called by the toolkit.
func (r *ringed) Objects() []fyne.CanvasObject {
	objects := r.WidgetRenderer.Objects()
	return append(objects[:len(objects):len(objects)], r.ring.line)
}

// thicken gives the border of an entry the width of a ring while the entry has the keyboard:
// the toolkit only changes its colour.
func thicken(objects []fyne.CanvasObject) {
	for _, o := range objects {
		border, ok := o.(*canvas.Rectangle)
		if !ok || border.StrokeWidth == 0 {
			continue
		}
		border.StrokeWidth = 1
		if border.StrokeColor == Colour(theme.ColorNamePrimary) {
			border.StrokeWidth = ringWidth
		}
		border.Refresh()
	}
}
