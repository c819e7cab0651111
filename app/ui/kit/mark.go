package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Marks that a text about a fault begins with. Their shapes tell the levels apart where
// colours cannot be seen; the colour of the whole text follows the mark.
const (
	ErrorMark   = "■" // of an error
	WarningMark = "▲" // of a warning
)

// MarkColour is the colour of a text: that of the mark it begins with, else the plain one.
func MarkColour(text string, plain fyne.ThemeColorName) fyne.ThemeColorName {
	switch {
	case strings.HasPrefix(text, ErrorMark):
		return theme.ColorNameError
	case strings.HasPrefix(text, WarningMark):
		return theme.ColorNameWarning
	}
	return plain
}
