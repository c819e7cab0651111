package kit

import "fyne.io/fyne/v2"

// FocusGained is called by the toolkit.
func (t *Table) FocusGained() {
	t.focused = true
	if t.position(t.selected) < 0 {
		t.choose(0)
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
	page := max(1, int(t.viewHeight()/size(SizeRow))-1)
	switch key.Name {
	case fyne.KeyUp:
		t.choose(max(0, at-1))
	case fyne.KeyDown:
		t.choose(min(last, at+1))
	case fyne.KeyPageUp:
		t.choose(max(0, at-page))
	case fyne.KeyPageDown:
		t.choose(min(last, at+page))
	case fyne.KeyHome:
		t.choose(0)
	case fyne.KeyEnd:
		t.choose(last)
	case fyne.KeyLeft:
		t.scrollAcross(-80)
	case fyne.KeyRight:
		t.scrollAcross(80)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.call(t.OnOpen)
	case fyne.KeyDelete:
		t.call(t.OnDelete)
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
