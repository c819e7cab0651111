package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that Enter presses as Space does, that can pass Esc on, and that
// keeps the keyboard when it is pressed: the toolkit's lets it go, and whoever came back
// from the dialog behind the button would have to begin at the top of the window.
type Button struct {
	widget.Button
	OnEscape func() // Esc was pressed on it; may be nil
	OnFocus  func() // the keyboard has come
}

// NewButton returns a button.
func NewButton(text string, pressed func()) *Button {
	b := &Button{}
	b.Text, b.OnTapped = text, pressed
	b.ExtendBaseWidget(b)
	return b
}

// Tapped is called by the toolkit. The keyboard is taken before the work is done, which
// may give it on.
func (b *Button) Tapped(at *fyne.PointEvent) {
	do := b.OnTapped
	b.OnTapped = func() {
		b.OnTapped = do
		b.focus()
		if do != nil {
			do()
		}
	}
	b.Button.Tapped(at)
	b.OnTapped = do
}

func (b *Button) focus() {
	c := fyne.CurrentApp().Driver().CanvasForObject(b)
	if c != nil && c.Focused() == nil {
		c.Focus(b)
	}
}

// FocusGained is called by the toolkit.
func (b *Button) FocusGained() {
	b.Button.FocusGained()
	if b.OnFocus != nil {
		b.OnFocus()
	}
}

// TypedKey is called by the toolkit.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		if b.OnEscape != nil {
			b.OnEscape()
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Tapped(nil)
	default:
		b.Button.TypedKey(key)
	}
}

// Disableable is what can be forbidden: buttons, entries, choices.
type Disableable interface {
	Enable()  // lets it be pressed
	Disable() // greys it
}

// Enable allows or forbids a widget.
func Enable(w Disableable, on bool) {
	if on {
		w.Enable()
		return
	}
	w.Disable()
}
