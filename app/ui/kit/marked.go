package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// Marked is a text of several lines, broken where they are too long, at plain spaces alone as in a Prose.
// Of a line that begins with a mark the shape has its colour; the words are plain, as in the other lines.
type Marked struct {
	widget.RichText
	Head  string // stands before the text in bold; «» for none
	Text  string // as it was set last
	quiet bool   // small, and not there while it is empty: what is said under an entry
}

// NewMarked returns an empty text.
func NewMarked() *Marked {
	m := &Marked{}
	m.Wrapping, m.Scroll = fyne.TextWrapWord, fyne.ScrollNone
	m.ExtendBaseWidget(m)
	return m
}

// NewNote returns an empty text for under an entry: small and quiet, and there only while it says something.
func NewNote() *Marked {
	m := NewMarked()
	m.quiet, m.Hidden = true, true
	return m
}

// SetText shows another text.
func (m *Marked) SetText(text string) {
	if m.Text == text {
		return
	}
	m.Text = text
	if m.quiet {
		m.Hidden = text == ""
	}
	m.Refresh()
}

// SetHeaded shows another text with bold words before it.
func (m *Marked) SetHeaded(head, text string) {
	m.Head, m.Text = head, text
	m.Refresh()
}

// Resize is called by the toolkit.
func (m *Marked) Resize(room fyne.Size) {
	if room == m.Size() {
		return
	}
	m.compose(room.Width)
	m.RichText.Resize(room)
}

// Refresh is called by the toolkit.
func (m *Marked) Refresh() {
	m.compose(m.Size().Width)
	m.RichText.Refresh()
}

// compose sets the text in a width.
func (m *Marked) compose(wide float32) {
	if m.Text == "" && m.Head == "" && len(m.Segments) == 0 {
		return
	}
	m.Segments = nil
	words, shape := widget.RichTextStyleParagraph, widget.RichTextStyleInline
	if m.quiet {
		words.SizeName, shape.SizeName, words.ColorName = theme.SizeNameCaptionText, theme.SizeNameCaptionText, ColorMuted
	}
	size, room := Size(words.SizeName), proseRoom(wide)
	for i, line := range strings.Split(m.Text, "\n") {
		first := room
		if i == 0 && m.Head != "" {
			head := widget.RichTextStyleInline
			head.TextStyle.Bold = true
			m.Segments = append(m.Segments, &widget.TextSegment{Style: head, Text: m.Head + " "})
			first -= width(m.Head+" ", size, head.TextStyle)
		}
		mark := app.MarkOf(line)
		if colour, marked := markColours(mark); marked {
			shape.ColorName = colour
			m.Segments = append(m.Segments, &widget.TextSegment{Style: shape, Text: mark.Shape()})
			line = strings.TrimPrefix(line, mark.Shape())
			first -= width(mark.Shape(), size, shape.TextStyle)
		}
		line = together(line, first, room, size, fyne.TextStyle{})
		m.Segments = append(m.Segments, &widget.TextSegment{Style: words, Text: line})
	}
}
