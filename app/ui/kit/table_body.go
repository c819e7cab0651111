package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableBody draws the rows in view and takes taps on them.
type tableBody struct {
	widget.BaseWidget
	table *Table
	lines []*tableLine // those in view, from the top
	hover int          // position of the row under the mouse, −1 for none
}

func newTableBody(t *Table) *tableBody {
	b := &tableBody{table: t, hover: -1}
	b.ExtendBaseWidget(b)
	return b
}

// MinSize returns the size of all rows, with room at the ends for the scroll bars, which would
// hide the last digits and the last row.
func (b *tableBody) MinSize() fyne.Size {
	height := float32(len(b.table.shown)) * Size(SizeRow)
	if b.table.contentWidth() > b.table.scroll.Size().Width {
		height += Size(theme.SizeNameScrollBarSmall) * 2
	}
	return fyne.NewSize(b.table.contentWidth()+Size(theme.SizeNameScrollBarSmall), height)
}

// draw puts the texts of the rows in view into as many lines, making lines as needed.
func (b *tableBody) draw() {
	t := b.table
	if len(t.widths) != len(t.layout) {
		return // not measured yet
	}
	height := Size(SizeRow)
	first := int(t.scroll.Offset.Y / height)
	count := min(int(t.scroll.Size().Height/height)+2, len(t.shown)-first)
	count = max(0, count)
	grown := len(b.lines) != count
	for len(b.lines) < count {
		b.lines = append(b.lines, newTableLine(t))
	}
	b.lines = b.lines[:count]
	for i, line := range b.lines {
		line.place(first+i, height)
	}
	if grown {
		b.Refresh()
		return
	}
	canvas.Refresh(b)
}

// alike reports whether another name begins as this one does, as far as there is room.
func (t *Table) alike(name string) bool {
	room := t.widths[0] - 2*cellPadding
	widest := width("Ж", Size(theme.SizeNameText), fyne.TextStyle{})
	t.names.count(func(yield func(string) bool) {
		for _, row := range t.shown {
			if !yield(t.grid.rows[row].at(t.layout[0]).Text) {
				return
			}
		}
	}, max(4, int(room/widest)-1))
	return t.names.among(name)
}

func (b *tableBody) backColor(id int64, at int) fyne.ThemeColorName {
	switch {
	case b.table.headingAt(at):
		return ColorPanel
	case id == b.table.state.Selected && b.table.focused, b.table.ticking() && !b.table.list.plain && b.table.state.Ticked[id]:
		return ColorSelected
	case id == b.table.state.Selected:
		return ColorSelected2
	case at == b.hover:
		return theme.ColorNameHeaderBackground
	case at%2 == 1:
		return ColorStripe
	}
	return theme.ColorNameBackground
}

// CreateRenderer is called by the toolkit.
func (b *tableBody) CreateRenderer() fyne.WidgetRenderer { return &bodyRenderer{b} }

type bodyRenderer struct{ body *tableBody }

func (r *bodyRenderer) Layout(fyne.Size)   {}
func (r *bodyRenderer) MinSize() fyne.Size { return r.body.MinSize() }
func (r *bodyRenderer) Refresh()           { canvas.Refresh(r.body) }
func (r *bodyRenderer) Destroy()           {}

func (r *bodyRenderer) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, line := range r.body.lines {
		objects = append(objects, line.objects...)
	}
	return objects
}

// at returns the position of the row under a point, −1 for none.
func (b *tableBody) at(point fyne.Position) int {
	at := int(point.Y / Size(SizeRow))
	if at < 0 || at >= len(b.table.shown) {
		return -1
	}
	return at
}

// MouseDown selects the row at once: a tap would wait to see whether it is a double one.
func (b *tableBody) MouseDown(e *desktop.MouseEvent) {
	b.table.takeFocus()
	at := b.at(e.Position)
	if e.Button == desktop.MouseButtonPrimary && b.table.clicked(at, e.Position.X, e.Modifier) {
		return
	}
	if column := b.table.columnAt(e.Position.X); column >= 0 {
		b.table.pointed = b.table.grid.columns[b.table.layout[column]].Key
	}
	b.table.choose(at)
}

// MouseUp follows a click on a cell.
func (b *tableBody) MouseUp(e *desktop.MouseEvent) {
	t, at := b.table, b.at(e.Position)
	if at < 0 || t.OnLink == nil || t.headingAt(at) || e.Button != desktop.MouseButtonPrimary {
		return
	}
	id := t.grid.rows[t.shown[at]].ID
	if column := t.columnAt(e.Position.X); id == t.state.Selected && column >= 0 {
		t.OnLink(id, t.grid.columns[t.layout[column]].Key)
	}
}

// TappedSecondary shows what can be done with the row.
func (b *tableBody) TappedSecondary(e *fyne.PointEvent) {
	if at := b.at(e.Position); at >= 0 && !b.table.headingAt(at) {
		b.table.choose(at)
		b.table.showCellMenu(b.table.columnAt(e.Position.X), e.AbsolutePosition)
	}
}

// columnAt returns which of the shown columns is under a point of the body; −1 for none.
func (t *Table) columnAt(x float32) int {
	if frozen := x - t.frozenAt() - t.tickWidth(); frozen >= 0 && len(t.widths) > 0 && frozen < t.widths[0] {
		return 0
	}
	x -= t.tickWidth()
	for i, w := range t.widths {
		if x >= 0 && x < w {
			return i
		}
		x -= w
	}
	return -1
}

// DoubleTapped opens the row.
func (b *tableBody) DoubleTapped(e *fyne.PointEvent) {
	do := b.table.OnDouble
	if do == nil {
		do = b.table.OnOpen
	}
	if b.at(e.Position) >= 0 && e.Position.X-b.table.frozenAt() >= b.table.tickWidth() {
		b.table.call(do)
	}
}

// MouseIn is called by the toolkit.
func (b *tableBody) MouseIn(e *desktop.MouseEvent) { b.hoverAt(b.at(e.Position)) }

// MouseMoved is called by the toolkit.
func (b *tableBody) MouseMoved(e *desktop.MouseEvent) { b.hoverAt(b.at(e.Position)) }

// MouseOut is called by the toolkit.
func (b *tableBody) MouseOut() { b.hoverAt(-1) }

func (b *tableBody) hoverAt(at int) {
	if at != b.hover {
		b.hover = at
		b.draw()
	}
}
