package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// Gap returns an empty space of the width.
func Gap(width float32) fyne.CanvasObject {
	space := canvas.NewRectangle(color.Transparent)
	space.SetMinSize(fyne.NewSize(width, 1))
	return space
}

// Line is a text that claims no width: where there is not enough room, it ends in «…».
// An empty one takes no room at all. Of a sentence with a mark only the shape has the colour
// of the mark.
type Line struct {
	widget.BaseWidget
	Bold   bool // set before the text
	Badge  bool // the text is a mark and a number, of one colour; set before the text
	claims bool // the width of its text
	whole  string
	colour fyne.ThemeColorName
	size   fyne.ThemeSizeName
	text   *canvas.Text
	shape  *canvas.Text // of the mark, over the beginning of the text
}

// NewLine returns an empty line in a colour and a size of the theme; a text with a mark has
// that of the mark.
func NewLine(colour fyne.ThemeColorName, textSize fyne.ThemeSizeName) *Line {
	l := &Line{colour: colour, size: textSize, text: NewText("", colour, textSize), shape: NewText("", colour, textSize)}
	l.ExtendBaseWidget(l)
	l.Hidden = true
	return l
}

// NewWords returns a line that claims the width of its text.
func NewWords(text string, colour fyne.ThemeColorName, textSize fyne.ThemeSizeName) *Line {
	l := NewLine(colour, textSize)
	l.claims = true
	l.SetText(text)
	return l
}

// Text returns the whole text.
func (l *Line) Text() string { return l.whole }

// Room returns the width the whole text takes; a line is content with less.
func (l *Line) Room() float32 {
	if l.whole == "" {
		return 0
	}
	return width(l.whole, Size(l.size), fyne.TextStyle{Bold: l.Bold})
}

// SetText changes the text.
func (l *Line) SetText(text string) {
	l.whole = text
	l.Hidden = text == ""
	l.Refresh()
}

// CreateRenderer is called by the toolkit.
func (l *Line) CreateRenderer() fyne.WidgetRenderer { return &lineRenderer{l} }

type lineRenderer struct{ line *Line }

func (r *lineRenderer) Layout(room fyne.Size) {
	l := r.line
	mark := app.MarkOf(l.whole)
	colour, marked := markColours(mark)
	l.text.TextSize, l.text.Color = Size(l.size), Colour(l.colour)
	l.text.TextStyle.Bold = l.Bold
	l.text.Text = fit(l.whole, room.Width, l.text.TextSize, l.text.TextStyle)
	l.text.Resize(fyne.NewSize(room.Width, l.text.MinSize().Height))
	l.shape.Text = ""
	switch {
	case marked && l.Badge:
		l.text.Color = Colour(colour)
	case marked && l.text.Text != ellipsis:
		l.shape.Text, l.shape.Color = mark.Shape(), Colour(colour)
		l.shape.TextSize, l.shape.TextStyle = l.text.TextSize, l.text.TextStyle
		l.shape.Resize(l.shape.MinSize())
		// The words move right of the shape: one text has one colour.
		l.text.Text = strings.TrimPrefix(l.text.Text, mark.Shape())
	}
	l.text.Move(fyne.NewPos(width(l.shape.Text, l.text.TextSize, l.text.TextStyle), 0))
}

func (r *lineRenderer) MinSize() fyne.Size {
	height := fyne.MeasureText("Ёщ", Size(r.line.size), fyne.TextStyle{Bold: r.line.Bold}).Height
	if r.line.claims {
		return fyne.NewSize(r.line.Room(), height)
	}
	return fyne.NewSize(20, height)
}

func (r *lineRenderer) Refresh() {
	r.Layout(r.line.Size())
	canvas.Refresh(r.line)
}

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.line.shape, r.line.text}
}
func (r *lineRenderer) Destroy() {}
