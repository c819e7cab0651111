package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// span is the part of a cell that is in view, without the room at its edges: a cell may go on
// beyond the edge of the table or under the column that stays.
type span struct {
	left, right float32
	cut         bool
}

// span returns what of the cell of a shown column is in view; it begins at x.
func (t *Table) span(i int, x float32) span {
	s := span{left: x, right: x + t.widths[i]}
	from := t.scroll.Offset.X
	to := from + t.scroll.Size().Width - Size(theme.SizeNameScrollBarSmall) // under which nobody reads digits
	if over := t.contentWidth() > t.scroll.Size().Width; !over || t.scroll.Size().Width <= 0 {
		from, to = s.left, s.right
	}
	if frozen := t.frozenAt(); frozen > 0 {
		if i == 0 {
			from = s.left
		} else {
			from = frozen + t.tickWidth() + t.widths[0]
		}
	}
	s.cut = s.left < from || s.right > to
	s.left, s.right = max(s.left, from)+cellPadding, min(s.right, to)-cellPadding
	return s
}

// room is the width of the part.
func (s span) room() float32 { return max(0, s.right-s.left) }

// narrow reports a part that has no room even for «…».
func (s span) narrow(style fyne.TextStyle) bool {
	return s.cut && s.room() < width(ellipsis, Size(theme.SizeNameText), style)
}

// figure returns a figure or a code as the part can show it: whole, or «…» — half of a number is another
// number, and half of an INN another INN.
func (s span) figure(text string, style fyne.TextStyle) string {
	switch {
	case s.narrow(style):
		return ""
	case s.cut && width(text, Size(theme.SizeNameText), style) > s.room():
		return ellipsis
	}
	return text
}
