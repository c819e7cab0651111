package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"technopark/app/ui/kit"
)

// part is a block of the page: lines, each of which may lead somewhere.
type part struct {
	grid  *kit.Grid
	block *kit.Block
	ways  []func() // of the lines, by their order; nil for one that leads nowhere
}

// line is one line of a part.
type line struct {
	cells []kit.GridCell
	way   func() // where it leads; nil for nowhere
}

func newPart(s *Screen, title string, links ...*kit.Link) *part {
	p := &part{grid: kit.NewGrid(nil)}
	p.block = kit.NewBlock(title, p.grid, links...)
	p.grid.OnOpen = func(id int64, _ string) {
		if at := int(id) - 1; at >= 0 && at < len(p.ways) && p.ways[at] != nil {
			p.ways[at]()
		}
	}
	p.grid.OnReveal = func(g *kit.Grid, top, bottom float32) { kit.RevealIn(&s.scroll.Scroll, g, top, bottom) }
	for _, l := range links {
		l.OnFocus = func() { kit.Reveal(&s.scroll.Scroll, l, l) }
		l.OnEscape = s.FocusList
	}
	return p
}

// fill shows lines.
func (p *part) fill(columns []kit.GridColumn, lines []line) {
	p.ways = nil
	rows := make([]kit.GridRow, len(lines))
	for i, l := range lines {
		p.ways = append(p.ways, l.way)
		rows[i] = kit.GridRow{ID: int64(i + 1), Cells: l.cells}
	}
	p.grid.SetRows(columns, rows)
}

// say shows one sentence in the place of lines.
func (p *part) say(text string) {
	p.fill([]kit.GridColumn{{Key: "said", Wide: true, Folds: true}}, []line{{cells: []kit.GridCell{{Text: text, Colour: kit.ColorMuted}}}})
}

// columns is a layout: the first object over the whole width, the others in two columns where there
// is room for them, else under each other.
type columns struct {
	left, right []int // which objects, from above
	scroll      *kit.Scroll
}

// Widths of the page at 100 %: from where it has two columns, and of the left one as a share.
const (
	twoColumns = 900 // «Подтверждения показателей» beside its bar in the right one
	leftShare  = 0.63
)

// place calls put for each object with its place and size, and returns where all ends.
func (l *columns) place(objects []fyne.CanvasObject, room float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	edge, between := kit.Size(kit.SpaceEdge), kit.Size(kit.SpaceColumn)
	inner := max(0, room-2*edge)
	stack := func(x, y, wide float32, all ...fyne.CanvasObject) float32 {
		for _, o := range all {
			if o.Size().Width != wide {
				o.Resize(fyne.NewSize(wide, o.MinSize().Height)) // what folds knows its height at its width
			}
			high := o.MinSize().Height
			put(o, fyne.NewPos(x, y), fyne.NewSize(wide, high))
			y += high + kit.Size(kit.SpaceBlock)
		}
		return y
	}
	top := stack(edge, kit.Size(kit.SpaceNear), inner, objects[0])
	if kit.Units(room) < twoColumns {
		return stack(edge, top, inner, objects[1:]...)
	}
	of := func(all []int) []fyne.CanvasObject {
		found := make([]fyne.CanvasObject, len(all))
		for i, at := range all {
			found[i] = objects[at]
		}
		return found
	}
	wide := (inner - between) * leftShare
	return max(stack(edge, top, wide, of(l.left)...), stack(edge+wide+between, top, inner-between-wide, of(l.right)...))
}

// Layout is called by the toolkit.
func (l *columns) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	l.place(objects, room.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

// MinSize is called by the toolkit; the height is that at the width of the scroller.
func (l *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := 20 * kit.Size(theme.SizeNameText)
	room := max(least, l.scroll.Size().Width)
	return fyne.NewSize(least, l.place(objects, room, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}
