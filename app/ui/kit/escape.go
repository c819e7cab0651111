package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Check is a box to tick: it can pass Esc on and say that it has the keyboard.
type Check struct {
	widget.Check
	OnEscape func() // Esc was pressed on it; may be nil
	OnFocus  func() // the keyboard has come
}

// NewCheck returns a box that is not ticked.
func NewCheck(text string) *Check {
	c := &Check{}
	c.Text = text
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained is called by the toolkit.
func (c *Check) FocusGained() {
	c.Check.FocusGained()
	if c.OnFocus != nil {
		c.OnFocus()
	}
}

// TypedKey is called by the toolkit.
func (c *Check) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape && c.OnEscape != nil {
		c.OnEscape()
		return
	}
	c.Check.TypedKey(key)
}

// Select is a choice in a dialog: it can pass Esc on.
type Select struct {
	widget.Select
	OnEscape func() // Esc was pressed on it; may be nil
}

// NewSelect returns a choice of which nothing is chosen.
func NewSelect(options []string) *Select {
	s := &Select{}
	s.Options = options
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey is called by the toolkit.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape && s.OnEscape != nil {
		s.OnEscape()
		return
	}
	s.Select.TypedKey(key)
}

// EscapeDialogs lets Esc close the dialog on top when nothing in it has the keyboard, as
// after a press beside its buttons: what takes the keyboard first passes Esc on.
func EscapeDialogs(window fyne.Window) {
	c := window.Canvas()
	c.SetOnTypedKey(func(key *fyne.KeyEvent) {
		top := c.Overlays().Top()
		if key.Name != fyne.KeyEscape || top == nil {
			return
		}
		c.FocusNext()
		if first := c.Focused(); first != nil {
			first.TypedKey(key)
			return
		}
		c.Overlays().Remove(top) // a hint: it has only words
	})
}
