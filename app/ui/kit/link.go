package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Link is a word that does something: what is too slight for a button. Enter and Space press
// it; a line under it shows that the keyboard or the mouse is there.
type Link struct {
	widget.BaseWidget
	OnTapped func() // it was pressed
	OnEscape func() // Esc was pressed on it; may be nil
	OnFocus  func() // the keyboard has come; may be nil
	text     string
	focused  bool
	hover    bool
}

// NewLink returns a link.
func NewLink(text string, pressed func()) *Link {
	l := &Link{text: text, OnTapped: pressed}
	l.ExtendBaseWidget(l)
	return l
}

// Text returns the word.
func (l *Link) Text() string { return l.text }

// SetText changes the word.
func (l *Link) SetText(text string) {
	l.text = text
	l.Refresh()
}

// Tapped is called by the toolkit.
func (l *Link) Tapped(*fyne.PointEvent) {
	if l.OnTapped != nil {
		l.OnTapped()
	}
}

// FocusGained is called by the toolkit.
func (l *Link) FocusGained() {
	l.focused = true
	l.Refresh()
	if l.OnFocus != nil {
		l.OnFocus()
	}
}

// FocusLost is called by the toolkit.
func (l *Link) FocusLost() {
	l.focused = false
	l.Refresh()
}

// TypedRune is called by the toolkit; a link takes no text.
func (l *Link) TypedRune(rune) {}

// TypedKey presses it or passes Esc on.
func (l *Link) TypedKey(key *fyne.KeyEvent) {
	if PassedUp(l, key) {
		return
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.Tapped(nil)
	case fyne.KeyEscape:
		if l.OnEscape != nil {
			l.OnEscape()
		}
	}
}

// MouseIn is called by the toolkit.
func (l *Link) MouseIn(*desktop.MouseEvent) { l.hover = true; l.Refresh() }

// MouseMoved is called by the toolkit.
func (l *Link) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (l *Link) MouseOut() { l.hover = false; l.Refresh() }

// Cursor is called by the toolkit.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by the toolkit.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	return &linkRenderer{l, NewText(l.text, ColorAccent, theme.SizeNameText), canvas.NewRectangle(nil)}
}

type linkRenderer struct {
	link *Link
	word *canvas.Text
	line *canvas.Rectangle
}

func (r *linkRenderer) MinSize() fyne.Size { return r.word.MinSize().AddWidthHeight(0, 2*linkLine) }

// linkLine is how thick the line is under a link that has the keyboard.
const linkLine = 2

func (r *linkRenderer) Layout(room fyne.Size) {
	least := r.word.MinSize()
	r.word.Resize(least)
	r.word.Move(fyne.NewPos(0, (room.Height-least.Height)/2))
	r.line.Move(fyne.NewPos(0, (room.Height+least.Height)/2-linkLine/2))
	thick := float32(0)
	switch {
	case r.link.focused:
		thick = linkLine
	case r.link.hover:
		thick = 1
	}
	r.line.Resize(fyne.NewSize(least.Width, thick))
}

func (r *linkRenderer) Refresh() {
	r.word.Text, r.word.TextSize = r.link.text, Size(theme.SizeNameText)
	r.word.Color, r.line.FillColor = Colour(ColorAccent), Colour(ColorAccent)
	r.Layout(r.link.Size())
	canvas.Refresh(r.link)
}

func (r *linkRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.word, r.line} }
func (r *linkRenderer) Destroy()                     {}

var _ desktop.Cursorable = (*Link)(nil)
