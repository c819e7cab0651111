package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained is called by the toolkit.
func (t *Table) FocusGained() {
	t.focused = true
	if t.position(t.state.Selected) < 0 {
		t.choose(t.near(0, 1))
	}
	t.sync()
	if t.OnFocus != nil {
		t.OnFocus(true)
	}
}

// FocusLost is called by the toolkit.
func (t *Table) FocusLost() {
	t.focused = false
	t.sync()
	if t.OnFocus != nil {
		t.OnFocus(false)
	}
}

// TypedRune is called by the toolkit; a table takes no text.
func (t *Table) TypedRune(rune) {}

// TypedKey moves the selection, ticks, opens and deletes.
func (t *Table) TypedKey(key *fyne.KeyEvent) {
	if PassedUp(t, key) {
		return
	}
	if to, walks := t.step(key.Name); walks {
		if t.ticking() && t.shift() {
			t.tickTo(to)
			return
		}
		t.anchor = 0
		t.choose(to)
		return
	}
	switch key.Name {
	case fyne.KeyLeft:
		t.scrollAcross(-80)
	case fyne.KeyRight:
		t.scrollAcross(80)
	case fyne.KeySpace:
		if t.ticking() {
			t.tickAt(t.position(t.state.Selected))
			return
		}
		t.call(t.OnOpen)
	case fyne.KeyReturn, fyne.KeyEnter:
		t.call(t.OnOpen)
	case fyne.KeyDelete:
		t.call(t.OnDelete)
	case desktop.KeyMenu:
		t.showRowMenu(t.menuPlace())
	case fyne.KeyF10:
		if t.shift() {
			t.showRowMenu(t.menuPlace())
		}
	case fyne.KeyEscape, fyne.KeyBackspace:
		if !(key.Name == fyne.KeyEscape && t.untick()) && t.OnBack != nil {
			t.OnBack()
		}
	}
}

// step returns the position a key goes to; false for a key that does not walk.
func (t *Table) step(key fyne.KeyName) (to int, walks bool) {
	at, last := t.position(t.state.Selected), len(t.shown)-1
	page := max(1, int(t.viewHeight()/Size(SizeRow))-1)
	switch key {
	case fyne.KeyUp:
		return t.near(max(0, at-1), -1), true
	case fyne.KeyDown:
		return t.near(min(last, at+1), 1), true
	case fyne.KeyPageUp:
		return t.near(max(0, at-page), -1), true
	case fyne.KeyPageDown:
		return t.near(min(last, at+page), 1), true
	case fyne.KeyHome:
		return t.near(0, 1), true
	case fyne.KeyEnd:
		return t.near(last, -1), true
	}
	return 0, false
}

// TypedShortcut takes the keys with Ctrl: Home and End, all rows, copying.
func (t *Table) TypedShortcut(shortcut fyne.Shortcut) {
	if t.onShortcut != nil && t.onShortcut(shortcut) {
		return
	}
	switch s := shortcut.(type) {
	case *fyne.ShortcutSelectAll:
		if t.ticking() {
			t.tickAllOf(t.Shown())
		}
	case *fyne.ShortcutCopy:
		t.CopyRows()
	case *fyne.ShortcutPaste:
		if text := fyne.CurrentApp().Clipboard().Content(); t.OnPaste != nil && text != "" {
			t.OnPaste(text)
		}
	case *desktop.CustomShortcut:
		if to, walks := t.step(s.KeyName); walks && s.Modifier&fyne.KeyModifierControl != 0 {
			if t.ticking() && s.Modifier&fyne.KeyModifierShift != 0 {
				t.tickTo(to)
				return
			}
			t.choose(to)
		}
	}
}

// tickAllOf ticks rows besides those that are.
func (t *Table) tickAllOf(ids []int64) {
	for _, id := range ids {
		t.state.Ticked[id] = true
	}
	t.ticked()
}

func (t *Table) call(handler func(int64)) {
	if handler != nil && t.position(t.state.Selected) >= 0 {
		handler(t.state.Selected)
	}
}

func (t *Table) scrollAcross(by float32) {
	room := max(0, t.contentWidth()-t.scroll.Size().Width)
	offset := t.scroll.Offset
	offset.X = min(max(0, offset.X+by), room)
	t.scroll.ScrollToOffset(offset)
	t.sync() // the toolkit tells of the wheel only
}

func (t *Table) takeFocus() {
	if c := t.canvas(); c != nil {
		c.Focus(t)
	}
}

func (t *Table) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(t) }
