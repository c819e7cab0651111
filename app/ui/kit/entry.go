package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a line of text in a dialog: it can pass Esc on. What is offered in it is selected when
// the keyboard comes to it, so that typing replaces it: beside an offered 0 a typed 100 would
// become 1000.
type Entry struct {
	widget.Entry
	OnEscape func() // Esc was pressed in it; may be nil
	OnFocus  func() // the keyboard has come
	OnLeft   func() // the keyboard has gone; may be nil
	byMouse  bool
}

// NewEntry returns an empty entry; submitted is called with its text on Enter.
func NewEntry(submitted func(string)) *Entry {
	e := &Entry{}
	e.OnSubmitted = submitted
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer is called by the toolkit.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer { return barless(&e.Entry) }

// TakeBack undoes the last typing in the entry; false when there was none.
func (e *Entry) TakeBack() bool { return changes(&e.Entry, e.Undo) }

// TypeAgain makes again what TakeBack undid; false when there is nothing.
func (e *Entry) TypeAgain() bool { return changes(&e.Entry, e.Redo) }

// changes reports whether something changes the text of an entry.
func changes(e *widget.Entry, do func()) bool {
	was := e.Text
	do()
	return e.Text != was
}

// FocusGained is called by the toolkit.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	if !e.byMouse && e.Text != "" && !e.MultiLine {
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// FocusLost is called by the toolkit.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnLeft != nil {
		e.OnLeft()
	}
}

// MouseDown is called by the toolkit: the cursor goes where the mouse was pressed.
func (e *Entry) MouseDown(at *desktop.MouseEvent) {
	e.byMouse = true
	e.Entry.MouseDown(at)
	e.byMouse = false
}

// TypedKey is called by the toolkit.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if PassedUp(e, key) {
		return
	}
	if key.Name == fyne.KeyEscape && e.OnEscape != nil {
		e.OnEscape()
		return
	}
	e.Entry.TypedKey(key)
}
