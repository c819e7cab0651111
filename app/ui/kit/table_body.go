package kit

import (
	"image/color"

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

// tableLine is what one row in view is drawn with.
type tableLine struct {
	back, mark *canvas.Rectangle
	texts      []*canvas.Text
	bars       map[int]*canvas.Rectangle // by column
}

func newTableBody(t *Table) *tableBody {
	b := &tableBody{table: t, hover: -1}
	b.ExtendBaseWidget(b)
	return b
}

// MinSize returns the size of all rows.
func (b *tableBody) MinSize() fyne.Size {
	return fyne.NewSize(b.table.contentWidth(), float32(len(b.table.shown))*Size(SizeRow))
}

// draw puts the texts of the rows in view into as many lines, making lines as needed.
func (b *tableBody) draw() {
	t := b.table
	height := Size(SizeRow)
	first := int(t.scroll.Offset.Y / height)
	count := min(int(t.scroll.Size().Height/height)+2, len(t.shown)-first)
	count = max(0, count)
	grown := len(b.lines) != count
	for len(b.lines) < count {
		b.lines = append(b.lines, newTableLine(t.columns))
	}
	b.lines = b.lines[:count]
	for i, line := range b.lines {
		b.place(line, first+i, height)
	}
	if grown {
		b.Refresh()
		return
	}
	canvas.Refresh(b)
}

func newTableLine(columns []Column) *tableLine {
	line := &tableLine{back: canvas.NewRectangle(color.Transparent), mark: canvas.NewRectangle(color.Transparent), bars: map[int]*canvas.Rectangle{}}
	for i, c := range columns {
		line.texts = append(line.texts, canvas.NewText("", nil))
		if c.Bars {
			line.bars[i] = canvas.NewRectangle(color.Transparent)
		}
	}
	return line
}

func (b *tableBody) place(line *tableLine, at int, height float32) {
	t := b.table
	row := t.rows[t.shown[at]]
	y := float32(at) * height
	line.back.FillColor = Colour(b.backColor(row.ID, at))
	line.back.Move(fyne.NewPos(0, y))
	line.back.Resize(fyne.NewSize(max(t.contentWidth(), t.scroll.Size().Width), height))
	line.mark.FillColor = Colour(theme.ColorNamePrimary)
	line.mark.Hidden = row.ID != t.selected
	line.mark.Move(fyne.NewPos(t.scroll.Offset.X, y))
	line.mark.Resize(fyne.NewSize(3, height))
	textSize, x := Size(theme.SizeNameText), float32(0)
	style := fyne.TextStyle{Bold: row.Heading}
	for i, text := range line.texts {
		var cell Cell
		if i < len(row.Cells) {
			cell = row.Cells[i]
		}
		room := t.widths[i] - 2*cellPadding
		if row.Heading && i == 0 {
			room = t.contentWidth() - 2*cellPadding
		}
		text.TextStyle = style
		text.Text = fit(cell.Text, room, textSize, style)
		text.TextSize = textSize
		text.Color = Colour(textColor(cell))
		text.Alignment = fyne.TextAlignLeading
		if t.columns[i].Right {
			text.Alignment = fyne.TextAlignTrailing
		}
		lineHeight := text.MinSize().Height
		text.Move(fyne.NewPos(x+cellPadding, y+(height-lineHeight)/2))
		text.Resize(fyne.NewSize(t.widths[i]-2*cellPadding, lineHeight))
		if bar := line.bars[i]; bar != nil {
			bar.Hidden = !cell.Bar
			bar.FillColor = Colour(theme.ColorNamePrimary)
			bar.Move(fyne.NewPos(x+cellPadding, y+height-4))
			bar.Resize(fyne.NewSize(room*cell.Share, 3))
		}
		x += t.widths[i]
	}
}

func textColor(cell Cell) fyne.ThemeColorName {
	if cell.Muted {
		return ColorMuted
	}
	return MarkColour(cell.Text, theme.ColorNameForeground)
}

func (b *tableBody) backColor(id int64, at int) fyne.ThemeColorName {
	switch {
	case b.table.headingAt(at):
		return ColorPanel
	case id == b.table.selected && b.table.focused:
		return ColorSelected
	case id == b.table.selected:
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
		objects = append(objects, line.back, line.mark)
		for _, text := range line.texts {
			objects = append(objects, text)
		}
		for _, bar := range line.bars {
			objects = append(objects, bar)
		}
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
	b.table.choose(b.at(e.Position))
}

// MouseUp follows a click on a cell.
func (b *tableBody) MouseUp(e *desktop.MouseEvent) {
	at := b.at(e.Position)
	if at < 0 || b.table.OnLink == nil || b.table.headingAt(at) {
		return
	}
	if id := b.table.rows[b.table.shown[at]].ID; id == b.table.selected {
		b.table.OnLink(id, b.columnAt(e.Position.X))
	}
}

func (b *tableBody) columnAt(x float32) string {
	for i, w := range b.table.widths {
		if x < w {
			return b.table.columns[i].Key
		}
		x -= w
	}
	return ""
}

// DoubleTapped opens the row.
func (b *tableBody) DoubleTapped(e *fyne.PointEvent) {
	if b.at(e.Position) >= 0 {
		b.table.call(b.table.OnOpen)
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
