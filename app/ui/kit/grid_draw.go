package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

func (g *Grid) rowHeight() float32 { return Size(SizeRow) }

// highOf returns the height of a row.
func (g *Grid) highOf(row int) float32 {
	high := g.rowHeight()
	if row < len(g.folds) {
		high += float32(g.folds[row]-1) * lineHeight()
	}
	return high
}

// lineHeight is the height of a further line of a row.
func lineHeight() float32 {
	return fyne.MeasureText("Ёщ", Size(theme.SizeNameText), fyne.TextStyle{}).Height
}

// top returns where a row begins.
func (g *Grid) top(row int) float32 {
	y := g.HeadHeight()
	for i := range row {
		y += g.highOf(i)
	}
	return y
}

// HeadHeight returns the height of the heads of the columns, 0 where there are none.
func (g *Grid) HeadHeight() float32 {
	for _, c := range g.columns {
		if c.Head != "" {
			return g.rowHeight() + float32(max(0, g.heads-1))*headLine()
		}
	}
	return 0
}

// headLine is the height of a further line of a head.
func headLine() float32 {
	return fyne.MeasureText("Ёщ", Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Height
}

// draw puts everything in its place: there are few rows, and they change together.
func (g *Grid) draw(room fyne.Size) {
	g.measure(room.Width)
	g.fold()
	g.objects = nil
	y := g.HeadHeight()
	for i := range g.rows {
		high := g.highOf(i)
		if g.to == 0 || y+high >= g.from && y <= g.to {
			g.drawRow(i, y, room.Width)
		}
		y += high
	}
	g.drawHead(room.Width)
	if g.focused && g.editor == nil && len(g.rows) > 0 {
		g.drawCursor(room.Width)
	}
	if g.editor != nil {
		g.drawEditor(room)
	}
}

func (g *Grid) rectangle(colour fyne.ThemeColorName, at fyne.Position, size fyne.Size) {
	r := canvas.NewRectangle(Colour(colour))
	r.Move(at)
	r.Resize(size)
	g.objects = append(g.objects, r)
}

func (g *Grid) drawHead(room float32) {
	high := g.HeadHeight()
	if high == 0 {
		return
	}
	top := max(0, min(g.from, g.Size().Height-high))
	g.rectangle(ColorPanel, fyne.NewPos(0, top), fyne.NewSize(room, high))
	x := float32(0)
	for i, c := range g.columns {
		if g.widths[i] == 0 {
			continue
		}
		lines := wrap(c.Head, g.widths[i]-2*cellPadding, Size(theme.SizeNameCaptionText), g.heads)
		y := top + (high-g.rowHeight()-float32(len(lines)-1)*headLine())/2
		for _, line := range lines {
			g.text(line, ColorMuted, theme.SizeNameCaptionText, i, x, y)
			y += headLine()
		}
		x += g.widths[i]
	}
	g.rectangle(ColorLine, fyne.NewPos(0, top+high-1), fyne.NewSize(room, 1))
}

func (g *Grid) drawRow(at int, y, room float32) {
	row := g.rows[at]
	colour := ColorBackground
	switch {
	case row.Heading:
		colour = ColorPanel
	case at%2 == 1:
		colour = ColorStripe
	}
	g.rectangle(colour, fyne.NewPos(0, y), fyne.NewSize(room, g.highOf(at)))
	if row.Heading {
		g.heading(row.Cells[0].Text, y, room)
		return
	}
	if at == g.row && g.focused {
		g.rectangle(ColorSelected, fyne.NewPos(0, y), fyne.NewSize(room, g.highOf(at)))
	}
	x := float32(0)
	for i := range g.columns {
		if g.widths[i] > 0 && i < len(row.Cells) {
			g.drawCell(row.Cells[i], i, x, y)
			x += g.widths[i]
		}
	}
}

func (g *Grid) drawCell(cell GridCell, column int, x, y float32) {
	if cell.Figure != nil {
		cell.Figure.Move(fyne.NewPos(x+cellPadding, y))
		cell.Figure.Resize(fyne.NewSize(max(0, g.widths[column]-2*cellPadding), g.rowHeight()))
		g.objects = append(g.objects, cell.Figure)
		return
	}
	plain := ColorText
	switch {
	case cell.Colour != "":
		plain = cell.Colour
	case g.columns[column].Link:
		plain = ColorAccent
	}
	colour := MarkColour(cell.Text, plain)
	for _, line := range g.linesOf(cell.Text, column) {
		g.styled(line, colour, theme.SizeNameText, column, x, y, fyne.TextStyle{Bold: cell.Strong})
		y += lineHeight()
	}
	for _, line := range g.noteOf(cell, column) {
		g.text(line, ColorMuted, theme.SizeNameCaptionText, column, x, y)
		y += lineHeight()
	}
}

// noteOf breaks the note of a cell into the lines it takes.
func (g *Grid) noteOf(cell GridCell, column int) []string {
	return wrap(cell.Note, g.widths[column]-2*cellPadding, Size(theme.SizeNameCaptionText), gridLines)
}

// linesOf breaks a text into the lines it takes in a column.
func (g *Grid) linesOf(text string, column int) []string {
	if !g.columns[column].Folds {
		return []string{text}
	}
	return wrap(text, g.widths[column]-2*cellPadding, Size(theme.SizeNameText), gridLines)
}

// gridLines is how many lines a text may take.
const gridLines = 4

// fold says how many lines each row takes at the widths there are.
func (g *Grid) fold() {
	g.folds = make([]int, len(g.rows))
	for i, row := range g.rows {
		g.folds[i] = 1
		for at := range min(len(row.Cells), len(g.columns)) {
			if g.widths[at] > 0 && !row.Heading {
				g.folds[i] = max(g.folds[i], len(g.linesOf(row.Cells[at].Text, at))+len(g.noteOf(row.Cells[at], at)))
			}
		}
	}
}

// heading draws a heading, which has the whole width.
func (g *Grid) heading(text string, y, room float32) {
	bold := fyne.TextStyle{Bold: true}
	t := NewText(fit(text, room-2*cellPadding, Size(theme.SizeNameText), bold), ColorText, theme.SizeNameText)
	t.TextStyle = bold
	t.Move(fyne.NewPos(cellPadding, y+(g.rowHeight()-t.MinSize().Height)/2))
	t.Resize(t.MinSize())
	g.objects = append(g.objects, t)
}

// text draws a text of a column in a row or in the head.
func (g *Grid) text(text string, colour fyne.ThemeColorName, size fyne.ThemeSizeName, column int, x, y float32) {
	g.styled(text, colour, size, column, x, y, fyne.TextStyle{})
}

func (g *Grid) styled(text string, colour fyne.ThemeColorName, size fyne.ThemeSizeName, column int, x, y float32, style fyne.TextStyle) {
	if text == "" {
		return
	}
	room := g.widths[column] - 2*cellPadding
	t := NewText(fit(text, room, Size(size), style), colour, size)
	t.TextStyle = style
	least := t.MinSize()
	t.Move(fyne.NewPos(x+cellPadding, y+(g.rowHeight()-least.Height)/2))
	if g.columns[column].Right {
		t.Move(fyne.NewPos(x+g.widths[column]-cellPadding-least.Width, t.Position().Y))
	}
	t.Resize(least)
	g.objects = append(g.objects, t)
}

// drawCursor marks the row and, where cells can be edited, the cell that has the keyboard.
func (g *Grid) drawCursor(room float32) {
	y := g.top(g.row)
	if g.Edit == nil {
		g.rectangle(ColorAccent, fyne.NewPos(0, y), fyne.NewSize(3, g.highOf(g.row)))
		return
	}
	at, wide := g.cell(g.row, g.column)
	frame := canvas.NewRectangle(nil)
	frame.StrokeColor, frame.StrokeWidth = Colour(ColorAccent), 2
	frame.Move(at)
	frame.Resize(fyne.NewSize(min(wide, room-at.X), g.rowHeight()))
	g.objects = append(g.objects, frame)
}

// cell returns the place and the width of a cell.
func (g *Grid) cell(row, column int) (at fyne.Position, wide float32) {
	x := float32(0)
	for i := range column {
		x += g.widths[i]
	}
	return fyne.NewPos(x, g.top(row)), g.widths[column]
}

// gridHeads is how many lines a head may take.
const gridHeads = 3

// measure gives every column its width: as much as its texts need, what is left to the wide
// one. Where there is not enough room, spare columns are left out and columns of words shrink;
// those of figures never do, but heads that are wider than their figures break into lines: a column beyond the
// edge of the page would be seen by nobody.
func (g *Grid) measure(room float32) {
	for g.heads = 1; ; g.heads++ {
		if g.measured(room) || g.heads == gridHeads {
			return
		}
	}
}

// measured gives every column its width, with heads of so many lines as they have now, and reports
// whether there is room for all.
func (g *Grid) measured(room float32) bool {
	g.widths = make([]float32, len(g.columns))
	total := float32(0)
	for i := range g.columns {
		g.widths[i] = g.needs(i)
		total += g.widths[i]
	}
	for i := len(g.columns) - 1; i >= 0 && total > room; i-- {
		if g.columns[i].Spare && total-g.shrinkable() > room {
			total -= g.widths[i]
			g.widths[i] = 0
		}
	}
	if total > room {
		fits := total-g.shrinkable() <= room
		g.shrink(total - room)
		return fits
	}
	for i, c := range g.columns {
		if c.Wide && g.widths[i] > 0 {
			g.widths[i] += room - total
			break
		}
	}
	return true
}

// headRoom returns the width of a head in as many lines as heads have.
func (g *Grid) headRoom(head string) float32 {
	if g.heads > 1 {
		return leastRoom(head, Size(theme.SizeNameCaptionText), g.heads)
	}
	return width(head, Size(theme.SizeNameCaptionText), fyne.TextStyle{})
}

// needs returns the width of a column in which nothing is cut.
func (g *Grid) needs(column int) float32 {
	widest := g.headRoom(g.columns[column].Head)
	for _, row := range g.rows {
		if row.Heading || column >= len(row.Cells) {
			continue
		}
		if bar, drawn := row.Cells[column].Figure.(*Bar); drawn {
			widest = max(widest, bar.MinSize().Width)
		} else {
			widest = max(widest, width(row.Cells[column].Text, Size(theme.SizeNameText), fyne.TextStyle{Bold: row.Cells[column].Strong}))
		}
	}
	return max(widest, Pixels(g.columns[column].Room)) + 2*cellPadding
}

// leastWords is how narrow a column of words may become, in sizes of text; its head is never
// cut.
const leastWords = 9

// spareOf returns how much a column can give.
func (g *Grid) spareOf(i int) float32 {
	c := g.columns[i]
	if c.Right || c.Whole {
		return 0
	}
	head := g.headRoom(c.Head) + 2*cellPadding
	return max(0, g.widths[i]-max(head, leastWords*Size(theme.SizeNameText)))
}

func (g *Grid) shrinkable() float32 {
	all := float32(0)
	for i := range g.columns {
		all += g.spareOf(i)
	}
	return all
}

// shrink takes so much off the columns of words, from each by what it can give.
func (g *Grid) shrink(much float32) {
	all := g.shrinkable()
	if all <= 0 {
		return
	}
	share := min(1, much/all)
	for i := range g.widths {
		g.widths[i] -= g.spareOf(i) * share
	}
}
