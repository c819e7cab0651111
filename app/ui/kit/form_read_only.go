package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
)

// newReadOnly shows the value of a field that nobody fills in on the grey ground of what
// cannot be typed into.
func newReadOnly(value *Line) fyne.CanvasObject {
	return container.New(readOnlyLayout{}, NewGround(ColorPanel, theme.ColorNameInputBorder), value)
}

// readOnlyLayout sets the second object, a line, into the first, its ground.
type readOnlyLayout struct{}

// Layout is called by the toolkit.
func (readOnlyLayout) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	objects[0].Resize(room)
	inner, height := Size(theme.SizeNameInnerPadding), objects[1].MinSize().Height
	objects[1].Move(fyne.NewPos(inner, (room.Height-height)/2))
	objects[1].Resize(fyne.NewSize(room.Width-2*inner, height))
}

// MinSize is called by the toolkit.
func (readOnlyLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	inner := 2 * Size(theme.SizeNameInnerPadding)
	return objects[1].MinSize().AddWidthHeight(inner, inner)
}

// newLegend says what the star after a caption means; nil where no field has one, and for a single field, of
// which the dialog round it tells.
func newLegend(fields []app.Field, env Env) fyne.CanvasObject {
	if len(fields) < 2 {
		return nil
	}
	for _, f := range fields {
		if f.Typed() && (f.Essential || f.Required) {
			return NewWords(env.Words.T("ui.field.legend", nil), ColorMuted, theme.SizeNameCaptionText)
		}
	}
	return nil
}
