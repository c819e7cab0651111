package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Marked is a text of several lines, broken where they are too long. A line that begins with
// the mark of a fault has its colour, the others are plain.
type Marked struct {
	widget.RichText
	Text string // as it was set last
}

// NewMarked returns an empty text.
func NewMarked() *Marked {
	m := &Marked{}
	m.Wrapping, m.Scroll = fyne.TextWrapWord, fyne.ScrollNone
	m.ExtendBaseWidget(m)
	return m
}

// SetText shows another text.
func (m *Marked) SetText(text string) {
	if m.Text == text {
		return
	}
	m.Text, m.Segments = text, nil
	for _, line := range strings.Split(text, "\n") {
		style := widget.RichTextStyleParagraph
		style.ColorName = MarkColour(line, theme.ColorNameForeground)
		m.Segments = append(m.Segments, &widget.TextSegment{Style: style, Text: line})
	}
	m.Refresh()
}
