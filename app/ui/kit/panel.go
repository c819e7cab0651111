package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Panel puts content on the ground of bars, with a line round it.
func Panel(content fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewRectangle(Colour(ColorPanel))
	ground.StrokeColor, ground.StrokeWidth = Colour(theme.ColorNameSeparator), 1
	return container.NewStack(ground, content)
}

// Wide holds content at a width.
func Wide(room float32, content fyne.CanvasObject) fyne.CanvasObject {
	edge := canvas.NewRectangle(color.Transparent)
	edge.SetMinSize(fyne.NewSize(room, 1))
	return container.NewStack(edge, content)
}

// Tight lays out a bar, the content and a second bar from top to bottom without gaps.
type Tight struct{}

// Layout is called by the toolkit.
func (Tight) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	top, bottom := objects[0].MinSize().Height, objects[2].MinSize().Height
	objects[0].Resize(fyne.NewSize(room.Width, top))
	objects[1].Move(fyne.NewPos(0, top))
	objects[1].Resize(fyne.NewSize(room.Width, max(0, room.Height-top-bottom)))
	objects[2].Move(fyne.NewPos(0, room.Height-bottom))
	objects[2].Resize(fyne.NewSize(room.Width, bottom))
}

// MinSize is called by the toolkit.
func (Tight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var all fyne.Size
	for _, o := range objects {
		all.Width = max(all.Width, o.MinSize().Width)
		all.Height += o.MinSize().Height
	}
	return all
}
