package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Gap returns an empty space of the width.
func Gap(width float32) fyne.CanvasObject {
	space := canvas.NewRectangle(color.Transparent)
	space.SetMinSize(fyne.NewSize(width, 1))
	return space
}

// Line is a text that claims no width: where there is not enough room, it ends in «…».
// An empty one takes no room at all.
type Line struct {
	widget.BaseWidget
	Bold   bool // set before the text
	whole  string
	colour fyne.ThemeColorName
	size   fyne.ThemeSizeName
	text   *canvas.Text
}

// NewLine returns an empty line in a colour and a size of the theme; a text with a mark has
// that of the mark.
func NewLine(colour fyne.ThemeColorName, textSize fyne.ThemeSizeName) *Line {
	l := &Line{colour: colour, size: textSize, text: NewText("", colour, textSize)}
	l.ExtendBaseWidget(l)
	l.Hidden = true
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
	l.text.TextSize, l.text.Color = Size(l.size), Colour(MarkColour(l.whole, l.colour))
	l.text.TextStyle.Bold = l.Bold
	l.text.Text = fit(l.whole, room.Width, l.text.TextSize, l.text.TextStyle)
	l.text.Resize(fyne.NewSize(room.Width, l.text.MinSize().Height))
}

func (r *lineRenderer) MinSize() fyne.Size {
	height := fyne.MeasureText("Ёщ", Size(r.line.size), fyne.TextStyle{Bold: r.line.Bold}).Height
	return fyne.NewSize(20, height)
}

func (r *lineRenderer) Refresh() {
	r.Layout(r.line.Size())
	canvas.Refresh(r.line)
}

func (r *lineRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line.text} }
func (r *lineRenderer) Destroy()                     {}
