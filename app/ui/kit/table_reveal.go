package kit

// RevealColumn scrolls across until a column is in view, beside the first one where that stays; nothing
// happens where no such column is shown.
func (t *Table) RevealColumn(key string) {
	x := t.tickWidth()
	for i, column := range t.layout {
		if i >= len(t.widths) {
			return
		}
		if t.grid.columns[column].Key != key {
			x += t.widths[i]
			continue
		}
		left := t.scroll.Offset.X
		if i > 0 && t.frozenAt() > 0 {
			left += t.tickWidth() + t.widths[0]
		}
		right := t.scroll.Offset.X + t.scroll.Size().Width
		switch {
		case x+t.widths[i] > right:
			t.scrollAcross(x + t.widths[i] - right)
		case x < left:
			t.scrollAcross(x - left)
		}
		return
	}
}
