package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// tableLine is what one row in view is drawn with. The first column and the ticks lie over the
// others, so that they stay when the table scrolls across.
type tableLine struct {
	table      *Table
	back, mark *canvas.Rectangle
	cover      *canvas.Rectangle // under the first column
	box        *tickBox          // nil where nothing is ticked
	texts      []*canvas.Text    // by shown column
	bars       []*canvas.Rectangle
	frames     []*canvas.Rectangle // nil where the column has none
	objects    []fyne.CanvasObject // from the lowest
}

func newTableLine(t *Table) *tableLine {
	plain := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	l := &tableLine{table: t, back: plain(), mark: plain(), cover: plain()}
	l.objects = append(l.objects, l.back)
	for _, column := range t.layout {
		l.texts = append(l.texts, canvas.NewText("", nil))
		var bar *canvas.Rectangle
		if t.grid.columns[column].Bars {
			bar = plain()
		}
		l.bars = append(l.bars, bar)
		var frame *canvas.Rectangle
		if t.grid.columns[column].Frames {
			frame = plain()
		}
		l.frames = append(l.frames, frame)
	}
	for i := len(t.layout) - 1; i >= 0; i-- {
		if i == 0 {
			l.objects = append(l.objects, l.cover)
		}
		l.objects = append(l.objects, l.texts[i])
		if l.bars[i] != nil {
			l.objects = append(l.objects, l.bars[i])
		}
		if l.frames[i] != nil {
			l.objects = append(l.objects, l.frames[i])
		}
	}
	if t.ticking() {
		l.box = newTickBox()
		l.objects = append(l.objects, l.box.objects()...)
	}
	l.objects = append(l.objects, l.mark)
	return l
}

// place draws the row at a position.
func (l *tableLine) place(at int, height float32) {
	t := l.table
	row := t.grid.rows[t.shown[at]]
	y, frozen := float32(at)*height, t.frozenAt()
	back := Colour(t.body.backColor(row.ID, at))
	l.back.FillColor, l.cover.FillColor = back, back
	l.back.Move(fyne.NewPos(0, y))
	l.back.Resize(fyne.NewSize(max(t.contentWidth(), t.scroll.Size().Width), height))
	l.cover.Hidden = frozen == 0
	l.cover.Move(fyne.NewPos(frozen, y))
	l.cover.Resize(fyne.NewSize(t.tickWidth()+t.widths[0], height))
	l.mark.FillColor = Colour(theme.ColorNamePrimary)
	l.mark.Hidden = row.ID != t.state.Selected
	l.mark.Move(fyne.NewPos(t.scroll.Offset.X, y))
	l.mark.Resize(fyne.NewSize(3, height))
	if l.box != nil {
		l.box.place(fyne.NewPos(frozen, y), height, ticksOf(t.state.Ticked[row.ID]), !row.Heading)
	}
	x := t.tickWidth()
	for i := range l.texts {
		left := x
		if i == 0 {
			left += frozen
		}
		l.cell(row, i, left, y, height)
		x += t.widths[i]
	}
}

// cell draws one cell of a row.
func (l *tableLine) cell(row Row, i int, x, y, height float32) {
	t, column := l.table, l.table.layout[i]
	cell, part := row.at(column), t.span(i, x)
	if row.Heading {
		cell = Cell{}
		if i == 0 {
			cell, part = row.Cells[0], span{left: x + cellPadding, right: x + t.contentWidth() - cellPadding}
		}
	}
	text := l.texts[i]
	text.TextStyle.Bold = row.Heading || cell.Strong
	text.TextSize = Size(theme.SizeNameText)
	text.Color = Colour(textColor(cell))
	text.Text, text.Alignment = t.grid.text(cell, column), fyne.TextAlignLeading
	if t.grid.columns[column].Right {
		whole, under := text.Text, part
		if f := t.grid.columns[column].Figures; f != nil && cell.Number && cell.Text == "" {
			under.right -= f.lacks(cell.N, t.grid.survey(column))
		}
		text.Text, text.Alignment = under.figure(whole, text.TextStyle), fyne.TextAlignTrailing
		if text.Text == whole {
			part = under
		}
	} else if t.grid.columns[column].Code && part.cut {
		text.Text = part.figure(text.Text, text.TextStyle)
	} else if text.Text = l.cut(text.Text, i, part.room(), text.TextStyle); part.narrow(text.TextStyle) {
		text.Text = ""
	}
	lineHeight := fyne.MeasureText("Ёщ", text.TextSize, text.TextStyle).Height
	text.Move(fyne.NewPos(part.left, y+(height-lineHeight)/2))
	text.Resize(fyne.NewSize(part.room(), lineHeight))
	if frame := l.frames[i]; frame != nil {
		frame.Hidden = !cell.Wrong
		frame.StrokeColor, frame.StrokeWidth = Colour(ColorError), frameWidth
		frame.Move(fyne.NewPos(x+frameWidth, y+frameWidth))
		frame.Resize(fyne.NewSize(t.widths[i]-2*frameWidth, height-2*frameWidth))
	}
	if bar := l.bars[i]; bar != nil {
		bar.Hidden = !cell.Bar
		bar.FillColor = Colour(theme.ColorNamePrimary)
		bar.Move(fyne.NewPos(x+cellPadding, y+height-4))
		bar.Resize(fyne.NewSize((t.widths[i]-2*cellPadding)*cell.Share, 3))
	}
}

// cut cuts a text to its room; a name that begins as another one does is cut in the middle.
func (l *tableLine) cut(text string, i int, room float32, style fyne.TextStyle) string {
	t := l.table
	size := Size(theme.SizeNameText)
	if i == 0 && t.grid.columns[t.layout[0]].Naming && width(text, size, style) > room && t.alike(text) {
		return fitMiddle(text, room, size, style)
	}
	return fit(text, room, size, style)
}

// frameWidth is that of the frame round a cell that is wrong.
const frameWidth = 2

func textColor(cell Cell) fyne.ThemeColorName {
	if cell.Strong {
		return MarkColour(cell.Text, ColorAccent)
	}
	if cell.Muted {
		return ColorMuted
	}
	if cell.Link {
		return ColorAccent
	}
	return MarkColour(cell.Text, theme.ColorNameForeground)
}

// ticks is how much of something is ticked.
type ticks uint8

const (
	ticksNone ticks = iota
	ticksSome
	ticksAll
)

func ticksOf(ticked bool) ticks {
	if ticked {
		return ticksAll
	}
	return ticksNone
}

// tickBox is a box to tick, drawn and not a widget: a table has one in every line.
type tickBox struct {
	frame    *canvas.Rectangle
	down, up *canvas.Line // the tick
}

func newTickBox() *tickBox {
	b := &tickBox{frame: canvas.NewRectangle(color.Transparent), down: canvas.NewLine(color.Transparent), up: canvas.NewLine(color.Transparent)}
	b.frame.CornerRadius = 2
	return b
}

func (b *tickBox) objects() []fyne.CanvasObject { return []fyne.CanvasObject{b.frame, b.down, b.up} }

// place draws the box in a square of the height that begins at a point.
func (b *tickBox) place(at fyne.Position, height float32, state ticks, visible bool) {
	side := height / 2
	edge := (height - side) / 2
	b.frame.Hidden = !visible
	b.frame.Move(at.AddXY(edge, edge))
	b.frame.Resize(fyne.NewSquareSize(side))
	b.frame.FillColor, b.frame.StrokeColor, b.frame.StrokeWidth = Colour(theme.ColorNameInputBackground), Colour(theme.ColorNameInputBorder), 1
	if state != ticksNone {
		b.frame.FillColor, b.frame.StrokeColor = Colour(theme.ColorNamePrimary), Colour(theme.ColorNamePrimary)
	}
	ink := Colour(theme.ColorNameForegroundOnPrimary)
	spot := func(x, y float32) fyne.Position { return at.AddXY(edge+side*x, edge+side*y) }
	b.down.Hidden, b.up.Hidden = !visible || state != ticksAll, !visible || state == ticksNone
	b.down.Position1, b.down.Position2 = spot(0.2, 0.5), spot(0.42, 0.73)
	b.up.Position1, b.up.Position2 = spot(0.42, 0.73), spot(0.8, 0.28)
	if state == ticksSome {
		b.up.Position1, b.up.Position2 = spot(0.22, 0.5), spot(0.78, 0.5)
	}
	for _, line := range []*canvas.Line{b.down, b.up} {
		line.StrokeColor, line.StrokeWidth = ink, max(1.5, side/8)
	}
}
