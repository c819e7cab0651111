package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Prose is a label of several lines. The toolkit's own would end a line at any space, between the
// groups of a figure too, and half a figure reads as another one: this ends it at plain spaces alone.
type Prose struct {
	widget.Label
	Text string // as it was set last, without the ends of lines
}

// NewProse returns a label that breaks its text into lines.
func NewProse(text string) *Prose {
	p := &Prose{Text: text}
	p.Label.Text, p.Wrapping = text, fyne.TextWrapWord
	p.ExtendBaseWidget(p)
	return p
}

// SetText shows another text.
func (p *Prose) SetText(text string) {
	p.Text = text
	p.Refresh()
}

// AccessibilityLabel is called by the toolkit.
func (p *Prose) AccessibilityLabel() string { return p.Text }

// Resize is called by the toolkit.
func (p *Prose) Resize(room fyne.Size) {
	if text := p.lines(room.Width); text != p.Label.Text {
		p.Label.Text = text
		p.Label.Refresh()
	}
	p.Label.Resize(room)
}

// Refresh is called by the toolkit.
func (p *Prose) Refresh() {
	p.Label.Text = p.lines(p.Size().Width)
	p.Label.Refresh()
}

func (p *Prose) lines(width float32) string {
	size := p.SizeName
	if size == "" {
		size = theme.SizeNameText
	}
	room := proseRoom(width)
	return together(p.Text, room, room, Size(size), p.TextStyle)
}

// proseRoom returns what a width leaves for the lines of a label; a little less than it is, so that
// the toolkit, which adds up letter by letter, never ends a line earlier.
func proseRoom(width float32) float32 {
	return width - 2*Size(theme.SizeNameInnerPadding) - 1
}

// together ends lines at plain spaces wherever the toolkit might end one at a space that is to hold
// its neighbours together: of such lines alone, the others are left to it. The first line of the text has a
// room of its own: something may stand before it.
func together(text string, first, room, textSize float32, style fyne.TextStyle) string {
	if room <= 0 || !strings.ContainsFunc(text, bonds) {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if i > 0 {
			first = room
		}
		if strings.ContainsFunc(line, bonds) {
			lines[i] = broken(line, first, room, textSize, style)
		}
	}
	return strings.Join(lines, "\n")
}

// bonds reports whether a rune is a space at which no line may end.
func bonds(r rune) bool { return r > unicode.MaxASCII && unicode.IsSpace(r) }

// broken ends a line at the plain spaces where its room does.
func broken(text string, first, room, textSize float32, style fyne.TextStyle) string {
	var made strings.Builder
	line := ""
	for i, word := range strings.Split(text, " ") {
		longer := line + " " + word
		if i == 0 {
			longer = word
		}
		if line != "" && width(longer, textSize, style) > first {
			made.WriteString(line + "\n")
			longer, first = word, room
		}
		line = longer
	}
	return made.String() + line
}
