package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
)

// newReadOnly puts the value of a field that nobody fills in on the grey ground of what
// cannot be typed into.
func newReadOnly(value *Line) fyne.CanvasObject {
	ground := canvas.NewRectangle(Colour(ColorPanel))
	ground.StrokeColor, ground.StrokeWidth = Colour(theme.ColorNameInputBorder), 1
	ground.CornerRadius = Size(theme.SizeNameInputRadius)
	inner := Size(theme.SizeNameInnerPadding)
	return container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(inner, 0, inner, inner), value))
}

// fewFields is how many fields need no legend: those of a small dialog.
const fewFields = 4

// newLegend says what the star after a caption means; nil where no field has one.
func newLegend(fields []app.Field, env Env) fyne.CanvasObject {
	if len(fields) <= fewFields {
		return nil
	}
	for _, f := range fields {
		if f.Typed() && (f.Essential || f.Required) {
			return NewText(env.Words.T("ui.field.legend", nil), ColorMuted, theme.SizeNameCaptionText)
		}
	}
	return nil
}
