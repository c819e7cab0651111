package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// cellPadding is the room between the edge of a column and its text.
const cellPadding = 7

type tableRenderer struct {
	table      *Table
	clip, sums *container.Clip
	line       *canvas.Rectangle
	note       *Line
}

// CreateRenderer is called by the toolkit.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	return &tableRenderer{
		table: t, clip: container.NewClip(t.head), sums: container.NewClip(t.foot), line: canvas.NewRectangle(Colour(theme.ColorNameSeparator)), note: t.none,
	}
}

func (r *tableRenderer) Layout(room fyne.Size) {
	t := r.table
	t.measure(room.Width - Size(theme.SizeNameScrollBarSmall)) // the bar hides no digits
	headHeight, footHeight := t.head.height(), t.foot.height()
	r.clip.Resize(fyne.NewSize(room.Width, headHeight))
	t.head.Resize(fyne.NewSize(max(room.Width, t.contentWidth()), headHeight))
	r.line.Resize(fyne.NewSize(room.Width, 1))
	r.line.Move(fyne.NewPos(0, headHeight))
	t.scroll.Move(fyne.NewPos(0, headHeight+1))
	t.scroll.Resize(fyne.NewSize(room.Width, max(0, room.Height-headHeight-1-footHeight)))
	r.sums.Hidden = footHeight == 0
	r.sums.Move(fyne.NewPos(0, room.Height-footHeight))
	r.sums.Resize(fyne.NewSize(room.Width, footHeight))
	t.foot.Resize(fyne.NewSize(max(room.Width, t.contentWidth()), footHeight))
	t.body.Resize(t.body.MinSize().Max(t.scroll.Size()))
	r.note.Move(fyne.NewPos(cellPadding, headHeight+1+cellPadding))
	r.note.Resize(fyne.NewSize(max(0, room.Width-2*cellPadding), Size(SizeRow)))
	t.restore()
	t.sync()
}

// restore goes to the place the user left the list at, once there is room and rows to show it,
// and stays there when the size of texts changes.
func (t *Table) restore() {
	height := Size(SizeRow)
	if t.rowHeight == height || len(t.shown) == 0 || t.scroll.Size().Height <= 0 {
		return
	}
	fresh := t.rowHeight == 0
	t.rowHeight = height
	most := max(0, t.body.MinSize().Height-t.scroll.Size().Height)
	t.scroll.Offset.Y = min(t.state.Top*height, most)
	if fresh && (t.wanted || t.state.Top == 0) {
		t.reveal()
	}
}

func (r *tableRenderer) MinSize() fyne.Size { return fyne.NewSize(160, Size(SizeRow)*3) }

func (r *tableRenderer) Refresh() {
	r.line.FillColor = Colour(theme.ColorNameSeparator)
	r.Layout(r.table.Size())
	r.table.scroll.Refresh()
	r.table.head.Refresh()
	r.table.foot.Refresh()
}

func (r *tableRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.table.scroll, r.note, r.clip, r.line, r.sums}
}

func (r *tableRenderer) Destroy() {}

// How far columns of words may shrink before the table scrolls across; the first that is wider
// than a code is what a row is recognised by.
const (
	leastFirst = 24
	leastChars = 14
)

// measure gives every column its width: in a wide table the wide column takes what is
// left; in a narrow one the columns of words shrink, those of figures never — but where the table scrolls across
// all the same, what a row is recognised by keeps its width. A width the user gave stays.
func (t *Table) measure(room float32) {
	char := width("0", Size(theme.SizeNameText), fyne.TextStyle{})
	t.widths = make([]float32, len(t.layout))
	spare := make([]float32, len(t.layout))
	total, allSpare := t.tickWidth(), float32(0)
	naming := t.recognised()
	for i, column := range t.layout {
		least := float32(leastChars)
		if i == naming {
			least = leastFirst
		}
		t.widths[i], spare[i] = t.columnWidth(column, char, least)
		total += t.widths[i]
		allSpare += spare[i]
	}
	if total > room && allSpare > 0 {
		if total-allSpare > room {
			spare[naming] = 0
			allSpare = 0
			for _, s := range spare {
				allSpare += s
			}
		}
		if allSpare == 0 {
			return
		}
		share := min(1, (total-room)/allSpare)
		for i := range t.widths {
			t.widths[i] -= spare[i] * share
		}
		return
	}
	if wide := t.wideColumn(); wide >= 0 && total < room {
		t.widths[wide] += room - total
	}
}

// recognised returns the shown column by which a row is recognised.
func (t *Table) recognised() int {
	return max(0, slices.IndexFunc(t.layout, func(column int) bool {
		c := t.grid.columns[column]
		return !c.Right && c.Chars >= leastFirst
	}))
}

// columnWidth returns the width of a column, and how much of it the table may take down to so
// many characters when there is not enough for all.
func (t *Table) columnWidth(column int, char, least float32) (wide, spare float32) {
	c := t.grid.columns[column]
	if chars := t.state.View.chars(c.Key); chars > 0 {
		return char*chars + 2*cellPadding, 0
	}
	narrowest := t.head.narrowest(c)
	if c.Figures != nil {
		narrowest = max(narrowest, t.figuresWidth(column))
	}
	if c.Whole {
		for _, text := range t.grid.texts(column) {
			narrowest = max(narrowest, width(text, Size(theme.SizeNameText), fyne.TextStyle{}))
		}
	}
	wide = max(char*float32(c.Chars), narrowest) + 2*cellPadding
	if !c.Right && !c.Code {
		spare = max(0, wide-max(min(char*least, c.longest(char*least)), narrowest)-2*cellPadding)
	}
	return wide, spare
}

// longest is the width of the longest text a cell can have; otherwise where that can be any.
func (c Column) longest(otherwise float32) float32 {
	if len(c.Holds) == 0 {
		return otherwise
	}
	widest := float32(0)
	for _, text := range c.Holds {
		widest = max(widest, width(text, Size(theme.SizeNameText), fyne.TextStyle{}))
	}
	return widest
}

// figuresWidth is the width of the longest figure of a column and of what stands under it.
func (t *Table) figuresWidth(column int) float32 {
	f, s := t.grid.columns[column].Figures, t.grid.survey(column)
	size := Size(theme.SizeNameText)
	longest := max(width(f.write(s.most, s.tail), size, fyne.TextStyle{}), width(f.write(s.least, s.tail), size, fyne.TextStyle{}))
	return max(longest, t.foot.narrowest(column))
}

// wideColumn returns the shown column that takes what is left: the one made for it, else the
// last of words that has no width of the user's.
func (t *Table) wideColumn() int {
	last := -1
	for i, column := range t.layout {
		c := t.grid.columns[column]
		if c.Right || t.state.View.chars(c.Key) > 0 {
			continue
		}
		if c.Wide {
			return i
		}
		last = i
	}
	return last
}

func (t *Table) contentWidth() float32 {
	total := t.tickWidth()
	for _, w := range t.widths {
		total += w
	}
	return total
}

// frozenAt is where the first column stands: it stays in view when the table scrolls across,
// unless it would hide half of what scrolls.
func (t *Table) frozenAt() float32 {
	if t.fixed() == 0 || len(t.widths) == 0 || t.tickWidth()+t.widths[0] > t.scroll.Size().Width/2 {
		return 0
	}
	return t.scroll.Offset.X
}

// sync draws what the scroller shows now.
func (t *Table) sync() {
	if t.rowHeight == Size(SizeRow) && len(t.shown) > 0 {
		t.state.Top = t.scroll.Offset.Y / t.rowHeight
	}
	t.head.Move(fyne.NewPos(-t.scroll.Offset.X, 0))
	t.foot.Move(fyne.NewPos(-t.scroll.Offset.X, 0))
	if t.head.at != t.scroll.Offset.X {
		t.head.at = t.scroll.Offset.X
		t.head.Refresh()
		t.foot.Refresh()
	}
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
	_ fyne.Widget       = (*Table)(nil)
	_ fyne.Focusable    = (*Table)(nil)
	_ fyne.Shortcutable = (*Table)(nil)
)
