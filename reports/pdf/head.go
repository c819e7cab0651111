package pdf

import "technopark/reports/doc"

// group is a run of neighbouring columns under one head; columns without a
// group are runs of one without a title.
type group struct {
	title   string
	from, n int
}

func (g *grid) groups() []group {
	var out []group
	for i, c := range g.table.Columns {
		if last := len(out) - 1; last >= 0 && c.Group != "" && out[last].title == c.Group {
			out[last].n++
			continue
		}
		out = append(out, group{title: c.Group, from: i, n: 1})
	}
	return out
}

// head returns the table's head: group titles over the columns they cover,
// column titles with units, and the numbers of the columns. It is one strip,
// kept with the first row.
func (g *grid) head() strip {
	s := strip{bond: firm}
	over := 0.0 // height of the group titles
	for _, gr := range g.groups() {
		if gr.title != "" {
			over = max(over, g.groupCell(gr).height())
		}
	}
	for i, c := range g.table.Columns {
		h := g.titleCell(i).height()
		if c.Group != "" {
			h += over
		}
		s.height = max(s.height, h)
	}
	g.printTitles(&s, over)
	if g.table.Numbered {
		g.printNumbers(&s)
	}
	s.fill(Rect{X: g.x, W: g.width, H: s.height}, greyHead)
	s.rule(g.x, 0, g.width, strongRule, 0)
	s.rule(g.x, s.height, g.width, strongRule, 0)
	return s
}

// printTitles writes group and column titles; those of columns without a
// group take the whole height of the head.
func (g *grid) printTitles(s *strip, over float64) {
	for _, gr := range g.groups() {
		top := 0.0
		if gr.title != "" {
			c := g.groupCell(gr)
			s.printMiddle(c, 0, over)
			s.rule(c.x+padX, over, c.w-2*padX, hairline, greyRule)
			top = over
		}
		for i := gr.from; i < gr.from+gr.n; i++ {
			s.printMiddle(g.titleCell(i), top, s.height-top)
		}
	}
}

// printNumbers adds the row 1, 2, 3 … below the titles.
func (g *grid) printNumbers(s *strip) {
	s.rule(g.x, s.height, g.width, hairline, greyRule)
	numbers := g.numberCells()
	height := numbers[0].height()
	for _, c := range numbers {
		s.printMiddle(c, s.height, height)
	}
	s.height += height
}

func (g *grid) groupCell(gr group) cell {
	return g.headCell(gr.title, gr.from, gr.n, doc.Center)
}

func (g *grid) titleCell(i int) cell {
	c := g.table.Columns[i]
	return g.headCell(headText(c), i, 1, c.Align)
}

// headLines is the most lines a title may have: a head that filled the page
// would leave no room for rows.
const headLines = 12

func (g *grid) headCell(text string, from, n int, align doc.Align) cell {
	x, w := g.span(from, n)
	c := g.cell(g.fonts.head, text, x, w, align)
	c.lines = clip(c.font, c.lines, headLines, w-2*padX)
	return c
}

// height returns the height of the cell with its padding.
func (c cell) height() float64 {
	return float64(len(c.lines))*c.font.lineHeight() + 2*padY
}

// printMiddle writes the cell's lines half-way down a box of the given height.
func (s *strip) printMiddle(c cell, top, height float64) {
	box := Rect{X: c.x + padX, Y: top, W: c.w - 2*padX, H: height}
	y := (height-c.height())/2 + padY
	for i, ln := range c.lines {
		s.align(c.font, ln.text, c.align, box, y+float64(i)*c.font.lineHeight())
	}
}
