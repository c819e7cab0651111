package kit

import "fyne.io/fyne/v2"

// WindowKeys takes the keys that are the window's own wherever the keyboard is. Esc closes
// the dialog on top when nothing in it has the keyboard, as after a press beside its buttons:
// what takes the keyboard first passes Esc on. Function keys go to pressed.
//
// The toolkit gives a key without a modifier to what has the keyboard and to nobody else, so
// the widgets of the kit pass on what is not theirs: see PassedUp.
func WindowKeys(window fyne.Window, pressed func(fyne.KeyName)) {
	c := window.Canvas()
	c.SetOnTypedKey(func(key *fyne.KeyEvent) {
		top := c.Overlays().Top()
		switch {
		case functionKey(key.Name):
			pressed(key.Name)
		case key.Name == fyne.KeyEscape && top != nil:
			c.FocusNext()
			if first := c.Focused(); first != nil {
				first.TypedKey(key)
				return
			}
			c.Overlays().Remove(top) // a hint: it has only words
		}
	})
}

// PassedUp gives a function key to the window and reports that it did so: a widget asks it
// before it looks at a key itself.
func PassedUp(from fyne.CanvasObject, key *fyne.KeyEvent) bool {
	if !functionKey(key.Name) {
		return false
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(from)
	if c == nil || c.OnTypedKey() == nil {
		return false
	}
	c.OnTypedKey()(key)
	return true
}

// functionKey reports whether a key is one that means the same everywhere in the window. F2
// begins to edit where there is something to edit, and Shift+F10 asks what can be done with a row:
// they are the widgets' own.
func functionKey(name fyne.KeyName) bool {
	return name == fyne.KeyF1 || name == fyne.KeyF8 || name == fyne.KeyF10 && !shiftHeld()
}

// OpenMenu opens the menu over a canvas for the arrow keys, as F10 does in other programs; the toolkit
// itself knows Alt alone. Where the system has a menu of its own there is none to open.
func OpenMenu(c fyne.Canvas) {
	if m, ok := c.(interface{ ToggleMenu() }); ok {
		m.ToggleMenu()
	}
}
