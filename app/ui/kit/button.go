package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that Enter presses as Space does, that can pass Esc on, and that
// keeps the keyboard when it is pressed: the toolkit's lets it go, and whoever came back
// from the dialog behind the button would have to begin at the top of the window.
//
// One that is forbidden says why when it is pressed or its line in a menu is read.
type Button struct {
	widget.Button
	OnEscape func() // Esc was pressed on it; may be nil
	OnFocus  func() // the keyboard has come
	why      string // it is forbidden; empty when it is not, or nobody said
	reason   *Line  // says so beside it; nil where nobody asked for that
	onReason func() // follows what that says; may be nil
	focused  bool
	full     string        // its words, while there is room for some of them only
	icon     fyne.Resource // while there is no room for it
}

// NewButton returns a button.
func NewButton(text string, pressed func()) *Button {
	b := &Button{}
	b.Text, b.OnTapped = text, pressed
	b.ExtendBaseWidget(b)
	return b
}

// NewPrimary returns the one button of the accent that a screen has: it says what it does.
func NewPrimary(text string, icon fyne.Resource, pressed func()) *Button {
	b := NewButton(text, pressed)
	b.Icon, b.Importance = icon, widget.HighImportance
	return b
}

// ImportanceOf is that of the one button of the accent, or of another.
func ImportanceOf(primary bool) widget.Importance {
	if primary {
		return widget.HighImportance
	}
	return widget.MediumImportance
}

// NewTool returns a button with an icon before its words.
func NewTool(text string, icon fyne.Resource, pressed func()) *Button {
	b := NewButton(text, pressed)
	b.Icon = icon
	return b
}

// Forbid greys the button and says why; an empty reason allows it.
func (b *Button) Forbid(why string) {
	b.why = why
	Enable(b, why == "")
	b.tell()
}

// Why returns why the button is forbidden; empty when it is not.
func (b *Button) Why() string {
	if !b.Disabled() {
		return ""
	}
	return b.why
}

// Reason returns the line that says why the button is forbidden; it is empty while it is not.
func (b *Button) Reason() *Line {
	if b.reason == nil {
		b.reason = NewLine(ColorMuted, theme.SizeNameCaptionText)
		b.reason.SetText(b.Why())
	}
	return b.reason
}

// Enable allows the button.
func (b *Button) Enable() {
	b.Button.Enable()
	b.tell()
}

// Disable greys the button; Forbid says why too.
func (b *Button) Disable() {
	b.Button.Disable()
	b.tell()
}

// tell shows why the button is forbidden now, if that is shown.
func (b *Button) tell() {
	if why := b.Why(); b.reason != nil && b.reason.Text() != why {
		b.reason.SetText(why)
		if b.onReason != nil {
			b.onReason()
		}
	}
}

// CreateRenderer is called by the toolkit.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return &ringed{
		WidgetRenderer: b.Button.CreateRenderer(), ring: NewRing(),
		focused: func() bool { return b.focused && !b.Disabled() },
		bare:    func() bool { return b.Importance != widget.MediumImportance },
	}
}

// caption returns the words of the button, all of them.
func (b *Button) caption() string {
	if b.full != "" {
		return b.full
	}
	return b.Text
}

// picture returns the icon of the button, whether it is shown or not.
func (b *Button) picture() fyne.Resource {
	if b.Icon != nil {
		return b.Icon
	}
	return b.icon
}

// SetText changes the words of the button.
func (b *Button) SetText(text string) {
	b.full = ""
	b.Button.SetText(text)
}

// SetIcon changes the icon of the button.
func (b *Button) SetIcon(icon fyne.Resource) {
	b.icon = nil
	b.Button.SetIcon(icon)
}

// room returns the width the button takes with its icon or without.
func (b *Button) room(icon bool) float32 {
	room := width(b.caption(), Size(theme.SizeNameText), fyne.TextStyle{Bold: true}) + 2*Size(theme.SizeNameInnerPadding) + 2*Size(SpaceInside)
	if icon && b.picture() != nil {
		room += Size(theme.SizeNameInlineIcon) + Size(theme.SizeNamePadding)
	}
	return room
}

// squeeze shows the icon or not, cuts the words where the button is to be narrower than they
// are, and returns how wide the button is then.
func (b *Button) squeeze(icon bool, most float32) float32 {
	text, picture := b.caption(), b.picture()
	wide := min(b.room(icon), max(0, most))
	shown := text
	if wide < b.room(icon) {
		shown = fit(text, wide-(b.room(icon)-width(text, Size(theme.SizeNameText), fyne.TextStyle{Bold: true})), Size(theme.SizeNameText), fyne.TextStyle{Bold: true})
	}
	b.full, b.icon = text, picture
	if !icon {
		picture = nil
	}
	if b.Text != shown || b.Icon != picture {
		b.Text, b.Icon = shown, picture
		b.Refresh()
	}
	return wide
}

// Tapped is called by the toolkit. The keyboard is taken before the work is done, which
// may give it on.
func (b *Button) Tapped(at *fyne.PointEvent) {
	if why := b.Why(); why != "" {
		hint(b, why)
		return
	}
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
	b.focused = true
	b.Button.FocusGained()
	if b.OnFocus != nil {
		b.OnFocus()
	}
}

// FocusLost is called by the toolkit.
func (b *Button) FocusLost() {
	b.focused = false
	b.Button.FocusLost()
}

// TypedKey is called by the toolkit.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	if PassedUp(b, key) {
		return
	}
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
