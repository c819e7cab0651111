package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// edgeReach is how near the edge of a column the mouse takes hold of it.
const edgeReach = 5

// headDrag is what is being dragged in the heads.
type headDrag struct {
	on     bool
	column int     // of the shown ones
	edge   bool    // its right edge, not the column
	x      float32 // where the mouse is
	start  float32 // width of the column as the drag began
	from   float32 // where the mouse was then
	hover  float32 // where the mouse moves without dragging
}

// edgeAt returns the shown column whose right edge is near a point, −1 for none.
func (h *tableHead) edgeAt(x float32) int {
	t := h.table
	if len(t.widths) == 0 {
		return -1
	}
	if frozen := t.frozenAt() + t.tickWidth() + t.widths[0]; abs(x-frozen) <= edgeReach {
		return 0
	}
	edge := t.tickWidth()
	for i, w := range t.widths {
		edge += w
		if abs(x-edge) <= edgeReach {
			return i
		}
	}
	return -1
}

func abs(x float32) float32 { return max(x, -x) }

// Dragged is called by the toolkit.
func (h *tableHead) Dragged(e *fyne.DragEvent) {
	t := h.table
	if !h.drag.on {
		from := e.Position.X - e.Dragged.DX
		h.drag = headDrag{on: true, from: from, column: h.edgeAt(from), edge: true}
		if h.drag.column < 0 {
			h.drag.column, h.drag.edge = t.columnAt(from), false
		}
		if h.drag.column >= 0 {
			h.drag.start = t.widths[h.drag.column]
		}
	}
	h.drag.x = e.Position.X
	switch {
	case h.drag.column < 0:
	case h.drag.edge:
		t.widen(h.drag.column, h.drag.start+h.drag.x-h.drag.from)
	default:
		h.Refresh()
	}
}

// DragEnd is called by the toolkit.
func (h *tableHead) DragEnd() {
	drag, t := h.drag, h.table
	h.drag = headDrag{}
	switch {
	case !drag.on || drag.column < 0:
	case drag.edge:
		t.state.keep()
	default:
		if to := t.columnAt(drag.x); to >= 0 {
			t.moveColumn(t.grid.columns[t.layout[drag.column]].Key, to-drag.column)
		}
	}
	h.Refresh()
}

// dropMark is the line at which a dragged column would stand; nil when none is dragged.
func (h *tableHead) dropMark() fyne.CanvasObject {
	t := h.table
	if !h.drag.on || h.drag.edge || h.drag.column <= 0 {
		return nil
	}
	to := t.columnAt(h.drag.x)
	if to <= 0 || to == h.drag.column {
		return nil
	}
	x := t.tickWidth()
	for i, w := range t.widths {
		if i < to || i == to && to > h.drag.column {
			x += w
		}
	}
	mark := canvas.NewRectangle(Colour(theme.ColorNamePrimary))
	mark.Move(fyne.NewPos(x-2, 0))
	mark.Resize(fyne.NewSize(3, h.Size().Height))
	return mark
}

// Cursor is called by the toolkit.
func (h *tableHead) Cursor() desktop.Cursor {
	if h.drag.on && h.drag.edge || !h.drag.on && h.edgeAt(h.drag.hover) >= 0 {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// MouseIn is called by the toolkit.
func (h *tableHead) MouseIn(e *desktop.MouseEvent) { h.drag.hover = e.Position.X }

// MouseMoved is called by the toolkit.
func (h *tableHead) MouseMoved(e *desktop.MouseEvent) { h.drag.hover = e.Position.X }

// MouseOut is called by the toolkit.
func (h *tableHead) MouseOut() { h.drag.hover = -2 * edgeReach }

// widen gives a shown column a width.
func (t *Table) widen(i int, to float32) {
	char := width("0", Size(theme.SizeNameText), fyne.TextStyle{})
	t.state.View.spell(t.grid.columns)
	t.state.View.Columns[i].Chars = max(3, (to-2*cellPadding)/char)
	t.Refresh()
}

// moveColumn moves a shown column by so many places; the naming one stays first.
func (t *Table) moveColumn(key string, by int) {
	t.state.View.spell(t.grid.columns)
	columns := t.state.View.Columns
	at := slices.IndexFunc(columns, func(s Shown) bool { return s.Key == key })
	to := max(t.fixed(), min(at+by, len(columns)-1))
	if at < t.fixed() || to == at {
		return
	}
	moved := columns[at]
	t.state.View.Columns = slices.Insert(slices.Delete(columns, at, at+1), to, moved)
	t.changed()
}

// fixed is how many columns always stand first.
func (t *Table) fixed() int {
	if len(t.layout) > 0 && t.grid.columns[t.layout[0]].Naming {
		return 1
	}
	return 0
}

// showColumn shows a column, as the last one, or takes it away.
func (t *Table) showColumn(key string, on bool) {
	t.state.View.spell(t.grid.columns)
	columns := t.state.View.Columns
	at := slices.IndexFunc(columns, func(s Shown) bool { return s.Key == key })
	switch {
	case on && at < 0:
		columns = append(columns, Shown{Key: key})
	case !on && at >= t.fixed():
		columns = slices.Delete(columns, at, at+1)
	}
	t.state.View.Columns = columns
	t.changed()
}

// ownColumns shows the columns as the list has them by itself.
func (t *Table) ownColumns() {
	t.state.View.Columns = nil
	t.changed()
}
