package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that Enter presses as Space does, and that can pass Esc on.
type Button struct {
	widget.Button
	OnEscape func()
}

// NewButton returns a button.
func NewButton(text string, pressed func()) *Button {
	b := &Button{}
	b.Text, b.OnTapped = text, pressed
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey is called by the toolkit.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyEscape && b.OnEscape != nil:
		b.OnEscape()
	case key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter:
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		b.Button.TypedKey(key)
	}
}
