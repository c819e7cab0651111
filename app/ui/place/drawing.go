package place

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app/ui/kit"
	"technopark/reports/doc"
)

// drawing shows a figure of the papers in the window: the same geometry, in the colours of the
// look.
type drawing struct {
	widget.BaseWidget
	draw    func(width, height float64) doc.Drawing // at a size in mm; nil for nothing
	objects []fyne.CanvasObject
}

func newDrawing(draw func(width, height float64) doc.Drawing) *drawing {
	d := &drawing{draw: draw}
	d.ExtendBaseWidget(d)
	return d
}

// set shows another figure.
func (d *drawing) set(draw func(width, height float64) doc.Drawing) {
	d.draw = draw
	d.Refresh()
}

// millimetre is how long one of a paper is on the screen.
func millimetre() float32 { return kit.Pixels(96 / 25.4) }

// at returns the figure at a size on the screen.
func (d *drawing) at(size fyne.Size) doc.Drawing {
	if d.draw == nil || size.Width <= 0 {
		return doc.Drawing{}
	}
	return d.draw(float64(size.Width/millimetre()), float64(size.Height/millimetre()))
}

// CreateRenderer is called by the toolkit.
func (d *drawing) CreateRenderer() fyne.WidgetRenderer { return &drawingRenderer{d} }

type drawingRenderer struct{ drawing *drawing }

// MinSize is called by the toolkit: a figure is as high as it is at its width.
func (r *drawingRenderer) MinSize() fyne.Size {
	width := max(r.drawing.Size().Width, kit.Pixels(60))
	return fyne.NewSize(kit.Pixels(60), float32(r.drawing.at(fyne.NewSize(width, 0)).H)*millimetre())
}

// Layout is called by the toolkit.
func (r *drawingRenderer) Layout(room fyne.Size) {
	figure, mm := r.drawing.at(room), millimetre()
	var all []fyne.CanvasObject
	for _, l := range figure.Lines {
		line := canvas.NewLine(kit.Colour(lineColour(l.Grey)))
		line.StrokeWidth = max(1, float32(l.Width)*mm)
		line.Position1 = fyne.NewPos(float32(l.X1)*mm, float32(l.Y1)*mm)
		line.Position2 = fyne.NewPos(float32(l.X2)*mm, float32(l.Y2)*mm)
		all = append(all, line)
	}
	for _, b := range figure.Boxes {
		fill, edge := boxColours(b.Grey)
		box := canvas.NewRectangle(kit.Colour(fill))
		box.StrokeColor, box.StrokeWidth = kit.Colour(edge), 1
		box.Move(fyne.NewPos(float32(b.X)*mm, float32(b.Y)*mm))
		box.Resize(fyne.NewSize(float32(b.W)*mm, float32(b.H)*mm))
		all = append(all, box)
	}
	for _, l := range figure.Labels {
		all = append(all, label(l, mm))
	}
	r.drawing.objects = all
}

// label places a line of words in its room. The papers' type of eight points is the window's
// small one.
func label(l doc.Label, mm float32) *canvas.Text {
	t := kit.NewText(l.Text, kit.ColorText, theme.SizeNameCaptionText)
	t.TextStyle.Bold = l.Bold
	least, x := t.MinSize(), float32(l.X)*mm
	switch free := float32(l.W)*mm - least.Width; l.Align {
	case doc.Center:
		x += free / 2
	case doc.Right:
		x += free
	}
	t.Move(fyne.NewPos(x, float32(l.Y)*mm))
	t.Resize(least)
	return t
}

func lineColour(grey int) fyne.ThemeColorName {
	if grey > 0 {
		return kit.ColorLine
	}
	return kit.ColorText
}

// boxColours tells boxes apart as the papers do: full, shaded, empty.
func boxColours(grey int) (fill, edge fyne.ThemeColorName) {
	const shaded, empty = 128, 250
	switch {
	case grey >= empty:
		return kit.ColorBackground, kit.ColorBorder
	case grey >= shaded:
		return kit.ColorSelected2, kit.ColorBorder
	}
	return kit.ColorAccent, kit.ColorAccent
}

// Refresh is called by the toolkit.
func (r *drawingRenderer) Refresh() {
	r.Layout(r.drawing.Size())
	canvas.Refresh(r.drawing)
}

// Objects is called by the toolkit.
func (r *drawingRenderer) Objects() []fyne.CanvasObject { return r.drawing.objects }

// Destroy is called by the toolkit.
func (r *drawingRenderer) Destroy() {}
