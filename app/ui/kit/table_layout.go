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
	note  *Line
}

// CreateRenderer is called by the toolkit.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	return &tableRenderer{
		table: t, clip: container.NewClip(t.head), line: canvas.NewRectangle(Colour(theme.ColorNameSeparator)), note: t.none,
	}
}

func (r *tableRenderer) Layout(room fyne.Size) {
	t := r.table
	t.measure(room.Width - Size(theme.SizeNameScrollBarSmall)) // the bar hides no digits
	headHeight := t.head.height()
	r.clip.Resize(fyne.NewSize(room.Width, headHeight))
	t.head.Resize(fyne.NewSize(max(room.Width, t.contentWidth()), headHeight))
	r.line.Resize(fyne.NewSize(room.Width, 1))
	r.line.Move(fyne.NewPos(0, headHeight))
	t.scroll.Move(fyne.NewPos(0, headHeight+1))
	t.scroll.Resize(fyne.NewSize(room.Width, max(0, room.Height-headHeight-1)))
	t.body.Resize(t.body.MinSize().Max(t.scroll.Size()))
	r.note.Move(fyne.NewPos(cellPadding, headHeight+1+cellPadding))
	r.note.Resize(fyne.NewSize(max(0, room.Width-2*cellPadding), Size(SizeRow)))
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
	return []fyne.CanvasObject{r.table.scroll, r.note, r.clip, r.line}
}

func (r *tableRenderer) Destroy() {}

// How far columns of words may shrink before the table scrolls across; the first is
// what a row is recognised by.
const (
	leastFirst = 24
	leastChars = 14
)

// measure gives every column its width: in a wide table the wide column takes what is
// left; in a narrow one the columns of words shrink, those of figures never.
func (t *Table) measure(room float32) {
	char := width("0", Size(theme.SizeNameText), fyne.TextStyle{})
	t.widths = make([]float32, len(t.columns))
	spare := make([]float32, len(t.columns))
	total, allSpare := float32(0), float32(0)
	for i, c := range t.columns {
		narrowest := t.head.narrowest(c)
		t.widths[i] = max(char*float32(c.Chars), narrowest) + 2*cellPadding
		least := leastChars
		if i == 0 {
			least = leastFirst
		}
		if !c.Right && c.Chars > least {
			spare[i] = max(0, t.widths[i]-max(char*float32(least), narrowest)-2*cellPadding)
		}
		total += t.widths[i]
		allSpare += spare[i]
	}
	if total > room && allSpare > 0 {
		share := min(1, (total-room)/allSpare)
		for i := range t.widths {
			t.widths[i] -= spare[i] * share
		}
		return
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
	note := ""
	if len(t.shown) == 0 {
		note = t.note
	}
	if t.none.Text() != note {
		t.none.SetText(note)
	}
}

var (
	_ fyne.Widget    = (*Table)(nil)
	_ fyne.Focusable = (*Table)(nil)
)
