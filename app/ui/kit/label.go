package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Wrapped returns an empty label that breaks its text into lines.
func Wrapped() *Prose { return NewProse("") }

// MutedLabel returns a label in a quiet colour, which stands over an entry and says what it is
// for.
func MutedLabel(text string) *widget.Label {
	label := widget.NewLabel(text)
	label.Importance = widget.LowImportance
	return label
}

// ScreenHead is the name of a screen and, after it, a line about what it shows.
func ScreenHead(title string, about fyne.CanvasObject) fyne.CanvasObject {
	heading := NewWords(title, ColorText, theme.SizeNameHeadingText)
	heading.Bold = true
	after := container.New(layout.NewCustomPaddedLayout(5, 0, 9, 0), about)
	return container.NewPadded(container.NewBorder(nil, nil, heading, nil, after))
}

// Chars holds content as wide as so many letters, whatever the size of text.
func Chars(n float32, content fyne.CanvasObject) fyne.CanvasObject {
	return Wide(n*Size(theme.SizeNameText), content)
}
