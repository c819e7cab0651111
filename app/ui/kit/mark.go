package kit

import (
	"fyne.io/fyne/v2"

	"technopark/app"
)

// markColours are the colours of the marks.
func markColours(m app.Mark) (fyne.ThemeColorName, bool) {
	switch m {
	case app.MarkError:
		return ColorError, true
	case app.MarkWarning:
		return ColorWarning, true
	case app.MarkMissing:
		return ColorMissing, true
	case app.MarkExplained:
		return ColorExplained, true
	case app.MarkReady:
		return ColorReady, true
	}
	return "", false
}

// MarkColour is the colour of a text: that of the mark it begins with, else the plain one.
func MarkColour(text string, plain fyne.ThemeColorName) fyne.ThemeColorName {
	if colour, marked := markColours(app.MarkOf(text)); marked {
		return colour
	}
	return plain
}
