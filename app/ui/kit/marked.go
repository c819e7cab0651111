package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// Marked is a text of several lines, broken where they are too long. Of a line that begins with
// a mark the shape has its colour; the words are plain, as in the other lines.
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
		mark := app.MarkOf(line)
		if colour, marked := markColours(mark); marked {
			shape := widget.RichTextStyleInline
			shape.ColorName = colour
			m.Segments = append(m.Segments, &widget.TextSegment{Style: shape, Text: mark.Shape()})
			line = strings.TrimPrefix(line, mark.Shape())
		}
		m.Segments = append(m.Segments, &widget.TextSegment{Style: widget.RichTextStyleParagraph, Text: line})
	}
	m.Refresh()
}
