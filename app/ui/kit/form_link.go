package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// asideLink is a short text that leads somewhere when it is pressed. It takes no keyboard: what it
// does has a key or another way, and Tab goes from entry to entry past it.
type asideLink struct {
	widget.BaseWidget
	text *canvas.Text
	do   func()
}

// newAsideLink returns a link; without a text it is not seen.
func newAsideLink(text string, do func()) *asideLink {
	l := &asideLink{text: NewText(text, theme.ColorNameHyperlink, theme.SizeNameText), do: do}
	l.ExtendBaseWidget(l)
	l.Hidden = text == ""
	return l
}

// Text returns what the link says.
func (l *asideLink) Text() string { return l.text.Text }

// Set gives the link another text and another end.
func (l *asideLink) Set(text string, do func()) {
	l.text.Text, l.do, l.Hidden = text, do, text == ""
	l.Refresh()
}

// Tapped is called by the toolkit.
func (l *asideLink) Tapped(*fyne.PointEvent) {
	if l.do != nil {
		l.do()
	}
}

// Cursor is called by the toolkit.
func (l *asideLink) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by the toolkit.
func (l *asideLink) CreateRenderer() fyne.WidgetRenderer { return &asideLinkRenderer{l} }

type asideLinkRenderer struct{ link *asideLink }

func (r *asideLinkRenderer) Layout(room fyne.Size)        { r.link.text.Resize(room) }
func (r *asideLinkRenderer) MinSize() fyne.Size           { return r.link.text.MinSize() }
func (r *asideLinkRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.link.text} }
func (r *asideLinkRenderer) Destroy()                     {}

func (r *asideLinkRenderer) Refresh() {
	r.link.text.TextSize, r.link.text.Color = Size(theme.SizeNameText), Colour(theme.ColorNameHyperlink)
	canvas.Refresh(r.link.text)
}
