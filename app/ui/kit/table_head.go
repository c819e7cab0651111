package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// How many lines a head may take: long names of figures need three, and in a low window, where
// every row counts, they get wider columns instead.
const (
	headLines    = 3
	headLinesLow = 2
)

// What a head leaves at the side for the arrow of sorting, and how wide one may make its column,
// at 100 %.
const (
	headArrow  = 12
	widestHead = 170
)

// tableHead draws the heads. A tap sorts, with Shift by this column too; a drag moves a column
// or, at its edge, changes its width; the second button of the mouse shows all that can be done.
type tableHead struct {
	widget.BaseWidget
	table *Table
	drag  headDrag
	at    float32 // how far the table was scrolled across when the heads were drawn
}

func newTableHead(t *Table) *tableHead {
	h := &tableHead{table: t}
	h.ExtendBaseWidget(h)
	return h
}

// most returns how many lines a head may take now.
func (h *tableHead) most() int {
	if h.low() {
		return headLinesLow
	}
	return headLines
}

// low reports heads in a low window.
func (h *tableHead) low() bool { return h.table.list != nil && h.table.list.low() }

// narrowest returns the least width in which a head can be read whole, with room for the arrow.
func (h *tableHead) narrowest(c Column) float32 {
	room := leastRoom(c.Head, Size(theme.SizeNameCaptionText), h.most())
	return min(room, Pixels(widestHead)) + Pixels(headArrow) + 1
}

func (h *tableHead) lines(i int) []string {
	room := h.table.widths[i] - 2*cellPadding - Pixels(headArrow)
	return wrap(h.table.grid.columns[h.table.layout[i]].Head, room, Size(theme.SizeNameCaptionText), h.most())
}

func (h *tableHead) lineHeight() float32 {
	return fyne.MeasureText("Ёщ", Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Height
}

func (h *tableHead) height() float32 {
	most := 1
	for i := range h.table.layout {
		most = max(most, len(h.lines(i)))
	}
	edges := Size(SpaceNear)
	if h.low() {
		edges = Size(SpaceInside)
	}
	return max(float32(most)*h.lineHeight()+edges, Size(SizeRow))
}

// MinSize returns the height of the heads; their width is the table's to say.
func (h *tableHead) MinSize() fyne.Size { return fyne.NewSize(1, Size(SizeRow)) }

// Tapped sorts by the column under the point, or ticks all rows.
func (h *tableHead) Tapped(e *fyne.PointEvent) {
	t := h.table
	if e.Position.X-t.frozenAt() < t.tickWidth() {
		t.tickAll()
		return
	}
	if i := t.columnAt(e.Position.X); i >= 0 {
		t.toggleSort(t.layout[i], t.shift())
	}
}

// TappedSecondary shows what can be done with the column.
func (h *tableHead) TappedSecondary(e *fyne.PointEvent) {
	if i := h.table.columnAt(e.Position.X); i >= 0 {
		h.table.showColumnMenu(h.table.layout[i], e.AbsolutePosition)
	}
}

// CreateRenderer is called by the toolkit.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer {
	r := &headRenderer{head: h}
	r.build()
	return r
}

var (
	_ fyne.Draggable     = (*tableHead)(nil)
	_ desktop.Cursorable = (*tableHead)(nil)
)

type headRenderer struct {
	head    *tableHead
	objects []fyne.CanvasObject
}

func (r *headRenderer) Layout(fyne.Size)             { r.build() }
func (r *headRenderer) MinSize() fyne.Size           { return r.head.MinSize() }
func (r *headRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *headRenderer) Destroy()                     {}
func (r *headRenderer) Refresh()                     { r.build(); canvas.Refresh(r.head) }

// build draws the heads anew: that happens when a column is sorted, ticked or dragged, or the
// window is resized, not when rows scroll.
func (r *headRenderer) build() {
	t := r.head.table
	back := canvas.NewRectangle(Colour(theme.ColorNameHeaderBackground))
	back.Resize(r.head.Size())
	r.objects = []fyne.CanvasObject{back}
	x := t.tickWidth()
	for i := range t.widths {
		if i > 0 {
			r.column(i, x)
		}
		x += t.widths[i]
	}
	if len(t.widths) > 0 {
		r.frozen()
	}
	if mark := r.head.dropMark(); mark != nil {
		r.objects = append(r.objects, mark)
	}
}

// frozen draws what stays when the table scrolls across.
func (r *headRenderer) frozen() {
	t := r.head.table
	x := t.frozenAt()
	if x > 0 {
		cover := canvas.NewRectangle(Colour(theme.ColorNameHeaderBackground))
		cover.Move(fyne.NewPos(x, 0))
		cover.Resize(fyne.NewSize(t.tickWidth()+t.widths[0], r.head.Size().Height))
		r.objects = append(r.objects, cover)
	}
	if t.ticking() {
		box := newTickBox()
		box.place(fyne.NewPos(x, (r.head.Size().Height-Size(SizeRow))/2), Size(SizeRow), t.allTicks(), len(t.shown) > 0)
		r.objects = append(r.objects, box.objects()...)
	}
	r.column(0, x+t.tickWidth())
}

// allTicks says how many of the shown rows are ticked.
func (t *Table) allTicks() ticks {
	shown, _ := t.Len()
	switch n := len(t.Ticked()); {
	case n == 0:
		return ticksNone
	case n < shown:
		return ticksSome
	}
	return ticksAll
}

func (r *headRenderer) column(i int, x float32) {
	t, lineHeight := r.head.table, r.head.lineHeight()
	column := t.grid.columns[t.layout[i]]
	lines := r.head.lines(i)
	inner := t.widths[i] - 2*cellPadding
	y := (r.head.Size().Height - float32(len(lines))*lineHeight) / 2
	arrow := t.arrow(column.Key)
	for n, line := range lines {
		text := NewText(line, ColorMuted, theme.SizeNameCaptionText)
		if column.Right {
			text.Alignment = fyne.TextAlignTrailing
		}
		if arrow != "" {
			text.Color = Colour(theme.ColorNameForeground)
		}
		text.Move(fyne.NewPos(x+cellPadding, y+float32(n)*lineHeight))
		text.Resize(fyne.NewSize(inner, lineHeight))
		r.objects = append(r.objects, text)
	}
	if arrow != "" {
		mark := NewText(arrow, theme.ColorNamePrimary, theme.SizeNameCaptionText)
		markX := x + t.widths[i] - mark.MinSize().Width - 3
		if column.Right {
			markX = x + 2
		}
		mark.Move(fyne.NewPos(markX, (r.head.Size().Height-lineHeight)/2))
		mark.Resize(mark.MinSize())
		r.objects = append(r.objects, mark)
	}
	edge := canvas.NewRectangle(Colour(theme.ColorNameSeparator))
	edge.Move(fyne.NewPos(x+t.widths[i]-1, 4))
	edge.Resize(fyne.NewSize(1, max(0, r.head.Size().Height-8)))
	r.objects = append(r.objects, edge)
}

// arrow says how a column is sorted, and where among several it comes; «» when it is not.
func (t *Table) arrow(key string) string {
	sorts := t.sorts()
	for i, s := range sorts {
		if s.Key != key {
			continue
		}
		arrow := "▲"
		if s.Descending {
			arrow = "▼"
		}
		if len(sorts) > 1 {
			arrow += strconv.Itoa(i + 1)
		}
		return arrow
	}
	return ""
}
