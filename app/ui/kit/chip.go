package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Chip is one condition of a filter: its words, and a cross that takes it away. Enter,
// Space, Delete and a press do so too.
type Chip struct {
	widget.BaseWidget
	OnRemove func() // the condition is to be dropped
	OnEscape func() // Esc was pressed on it; may be nil

	text           *Line
	cross          *canvas.Text
	ground         *canvas.Rectangle
	ring           Ring
	focused, hover bool
}

// NewChip returns a chip that says a condition: «Вид: аренда».
func NewChip(text string, remove func()) *Chip {
	c := &Chip{OnRemove: remove, text: NewLine(ColorText, "text"), ground: canvas.NewRectangle(color.Transparent), ring: NewRing()}
	c.cross = NewText("×", ColorText, "text")
	c.ground.CornerRadius = 3
	c.text.SetText(text)
	c.ExtendBaseWidget(c)
	return c
}

// Text returns the condition.
func (c *Chip) Text() string { return c.text.Text() }

func (c *Chip) remove() {
	if c.OnRemove != nil {
		c.OnRemove()
	}
}

// Tapped is called by the toolkit.
func (c *Chip) Tapped(*fyne.PointEvent) { c.remove() }

// FocusGained is called by the toolkit.
func (c *Chip) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost is called by the toolkit.
func (c *Chip) FocusLost() { c.focused = false; c.Refresh() }

// MouseIn is called by the toolkit.
func (c *Chip) MouseIn(*desktop.MouseEvent) { c.hover = true; c.Refresh() }

// MouseMoved is called by the toolkit.
func (c *Chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (c *Chip) MouseOut() { c.hover = false; c.Refresh() }

// TypedRune is called by the toolkit.
func (c *Chip) TypedRune(rune) {}

// TypedKey is called by the toolkit.
func (c *Chip) TypedKey(key *fyne.KeyEvent) {
	if PassedUp(c, key) {
		return
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyDelete, fyne.KeyBackspace:
		c.remove()
	case fyne.KeyEscape:
		if c.OnEscape != nil {
			c.OnEscape()
		}
	}
}

// CreateRenderer is called by the toolkit.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer { return &chipRenderer{c} }

type chipRenderer struct{ chip *Chip }

func (r *chipRenderer) MinSize() fyne.Size {
	c := r.chip
	return fyne.NewSize(c.text.Room()+2*Size(SpaceNear)+Size(SpaceInside)+c.cross.MinSize().Width, Size(SizeNav))
}

func (r *chipRenderer) Layout(room fyne.Size) {
	c := r.chip
	c.ground.Resize(room)
	edge, cross := Size(SpaceNear), c.cross.MinSize()
	end := room.Width - edge - cross.Width
	c.cross.Move(fyne.NewPos(end, (room.Height-cross.Height)/2))
	c.cross.Resize(cross)
	height := c.text.MinSize().Height
	c.text.Move(fyne.NewPos(edge, (room.Height-height)/2))
	c.text.Resize(fyne.NewSize(max(0, end-edge-Size(SpaceInside)), height))
	c.ring.around(room, c.focused, false)
}

func (r *chipRenderer) Refresh() {
	c := r.chip
	c.ground.FillColor = Colour(ColorSelected)
	c.cross.Color, c.cross.TextSize = Colour(ColorText), Size("text")
	c.cross.TextStyle.Bold = c.hover
	r.Layout(c.Size())
	c.text.Refresh()
	canvas.Refresh(c)
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.chip.ground, r.chip.text, r.chip.cross, r.chip.ring.line}
}

func (r *chipRenderer) Destroy() {}
