package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// cellPadding is the room between the edge of a column and its text.
const cellPadding = 7

type tableRenderer struct {
	table *Table
	clip  *container.Clip
	line  *canvas.Rectangle
}

// CreateRenderer is called by the toolkit.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	return &tableRenderer{table: t, clip: container.NewClip(t.head), line: canvas.NewRectangle(Colour(theme.ColorNameSeparator))}
}

func (r *tableRenderer) Layout(room fyne.Size) {
	t := r.table
	t.measure(room.Width)
	headHeight := t.head.height()
	r.clip.Resize(fyne.NewSize(room.Width, headHeight))
	t.head.Resize(fyne.NewSize(max(room.Width, t.contentWidth()), headHeight))
	r.line.Resize(fyne.NewSize(room.Width, 1))
	r.line.Move(fyne.NewPos(0, headHeight))
	t.scroll.Move(fyne.NewPos(0, headHeight+1))
	t.scroll.Resize(fyne.NewSize(room.Width, max(0, room.Height-headHeight-1)))
	t.body.Resize(t.body.MinSize().Max(t.scroll.Size()))
	t.sync()
}

func (r *tableRenderer) MinSize() fyne.Size { return fyne.NewSize(160, Size(SizeRow)*3) }

func (r *tableRenderer) Refresh() {
	r.line.FillColor = Colour(theme.ColorNameSeparator)
	r.Layout(r.table.Size())
	r.table.scroll.Refresh()
	r.table.head.Refresh()
}

func (r *tableRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.table.scroll, r.clip, r.line}
}

func (r *tableRenderer) Destroy() {}

// measure gives every column its width; the wide one takes what is left.
func (t *Table) measure(room float32) {
	char := width("0", Size(theme.SizeNameText), fyne.TextStyle{})
	t.widths = make([]float32, len(t.columns))
	total := float32(0)
	for i, c := range t.columns {
		t.widths[i] = max(char*float32(c.Chars), t.head.narrowest(c)) + 2*cellPadding
		total += t.widths[i]
	}
	for i, c := range t.columns {
		if c.Wide && total < room {
			t.widths[i] += room - total
			return
		}
	}
}

func (t *Table) contentWidth() float32 {
	total := float32(0)
	for _, w := range t.widths {
		total += w
	}
	return total
}

// sync draws what the scroller shows now.
func (t *Table) sync() {
	t.head.Move(fyne.NewPos(-t.scroll.Offset.X, 0))
	t.body.draw()
}

var _ fyne.Widget = (*Table)(nil)
var _ fyne.Focusable = (*Table)(nil)
