package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// headLines is how many lines a head may take; long names of figures need three.
const headLines = 3

// tableHead draws the heads and takes taps that sort.
type tableHead struct {
	widget.BaseWidget
	table *Table
}

func newTableHead(t *Table) *tableHead {
	h := &tableHead{table: t}
	h.ExtendBaseWidget(h)
	return h
}

// narrowest returns the width of the longest word of a head, with room for the arrow.
func (h *tableHead) narrowest(c Column) float32 {
	widest := float32(0)
	for _, word := range strings.Split(c.Head, " ") {
		widest = max(widest, width(word, Size(theme.SizeNameCaptionText), fyne.TextStyle{}))
	}
	return min(widest, 120) + 12
}

func (h *tableHead) lines(i int) []string {
	room := h.table.widths[i] - 2*cellPadding - 12
	return wrap(h.table.columns[i].Head, room, Size(theme.SizeNameCaptionText), headLines)
}

func (h *tableHead) lineHeight() float32 {
	return fyne.MeasureText("Ёщ", Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Height
}

func (h *tableHead) height() float32 {
	most := 1
	for i := range h.table.columns {
		most = max(most, len(h.lines(i)))
	}
	return float32(most)*h.lineHeight() + 10
}

// MinSize returns the height of the heads; their width is the table's to say.
func (h *tableHead) MinSize() fyne.Size { return fyne.NewSize(1, Size(SizeRow)) }

// Tapped sorts by the column under the point.
func (h *tableHead) Tapped(e *fyne.PointEvent) {
	x := e.Position.X
	for i, w := range h.table.widths {
		if x < w {
			h.table.toggleSort(i)
			return
		}
		x -= w
	}
}

// CreateRenderer is called by the toolkit.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer {
	r := &headRenderer{head: h}
	r.build()
	return r
}

type headRenderer struct {
	head    *tableHead
	objects []fyne.CanvasObject
}

func (r *headRenderer) Layout(fyne.Size)             { r.build() }
func (r *headRenderer) MinSize() fyne.Size           { return r.head.MinSize() }
func (r *headRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *headRenderer) Destroy()                     {}
func (r *headRenderer) Refresh()                     { r.build(); canvas.Refresh(r.head) }

// build draws the heads anew: that happens when a column is sorted or the window is
// resized, not when rows scroll.
func (r *headRenderer) build() {
	t := r.head.table
	back := canvas.NewRectangle(Colour(theme.ColorNameHeaderBackground))
	back.Resize(r.head.Size())
	r.objects = []fyne.CanvasObject{back}
	x := float32(0)
	for i := range t.widths {
		r.column(i, x)
		x += t.widths[i]
	}
}

func (r *headRenderer) column(i int, x float32) {
	t, lineHeight := r.head.table, r.head.lineHeight()
	lines := r.head.lines(i)
	inner := t.widths[i] - 2*cellPadding
	y := (r.head.Size().Height - float32(len(lines))*lineHeight) / 2
	arrow := r.arrow(i)
	for n, line := range lines {
		text := NewText(line, ColorMuted, theme.SizeNameCaptionText)
		if t.columns[i].Right {
			text.Alignment = fyne.TextAlignTrailing
		}
		if t.order.column == i {
			text.Color = Colour(theme.ColorNameForeground)
		}
		text.Move(fyne.NewPos(x+cellPadding, y+float32(n)*lineHeight))
		text.Resize(fyne.NewSize(inner, lineHeight))
		r.objects = append(r.objects, text)
	}
	if arrow != "" {
		mark := NewText(arrow, theme.ColorNamePrimary, theme.SizeNameCaptionText)
		markX := x + t.widths[i] - mark.MinSize().Width - 3
		if t.columns[i].Right {
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

func (r *headRenderer) arrow(i int) string {
	switch {
	case r.head.table.order.column != i:
		return ""
	case r.head.table.order.descending:
		return "▼"
	}
	return "▲"
}
