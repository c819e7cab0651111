package kit

import "fyne.io/fyne/v2"

// FocusGained is called by the toolkit.
func (t *Table) FocusGained() {
	t.focused = true
	if t.position(t.selected) < 0 {
		t.choose(t.near(0, 1))
	}
	t.sync()
}

// FocusLost is called by the toolkit.
func (t *Table) FocusLost() {
	t.focused = false
	t.sync()
}

// TypedRune is called by the toolkit; a table takes no text.
func (t *Table) TypedRune(rune) {}

// TypedKey moves the selection, opens and deletes.
func (t *Table) TypedKey(key *fyne.KeyEvent) {
	at, last := t.position(t.selected), len(t.shown)-1
	page := max(1, int(t.viewHeight()/Size(SizeRow))-1)
	switch key.Name {
	case fyne.KeyUp:
		t.choose(t.near(max(0, at-1), -1))
	case fyne.KeyDown:
		t.choose(t.near(min(last, at+1), 1))
	case fyne.KeyPageUp:
		t.choose(t.near(max(0, at-page), -1))
	case fyne.KeyPageDown:
		t.choose(t.near(min(last, at+page), 1))
	case fyne.KeyHome:
		t.choose(t.near(0, 1))
	case fyne.KeyEnd:
		t.choose(t.near(last, -1))
	case fyne.KeyLeft:
		t.scrollAcross(-80)
	case fyne.KeyRight:
		t.scrollAcross(80)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.call(t.OnOpen)
	case fyne.KeyDelete:
		t.call(t.OnDelete)
	case fyne.KeyEscape, fyne.KeyBackspace:
		if t.OnBack != nil {
			t.OnBack()
		}
	}
}

func (t *Table) call(handler func(int64)) {
	if handler != nil && t.position(t.selected) >= 0 {
		handler(t.selected)
	}
}

func (t *Table) scrollAcross(by float32) {
	room := max(0, t.contentWidth()-t.scroll.Size().Width)
	offset := t.scroll.Offset
	offset.X = min(max(0, offset.X+by), room)
	t.scroll.ScrollToOffset(offset)
}

func (t *Table) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
}
