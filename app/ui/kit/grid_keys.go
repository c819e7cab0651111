package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained is called by the toolkit.
func (g *Grid) FocusGained() {
	g.focused = true
	if g.OnFocus != nil {
		g.OnFocus()
	}
	g.row, g.column = g.place(g.at())
	g.moved()
}

// FocusLost is called by the toolkit.
func (g *Grid) FocusLost() {
	g.focused = false
	g.Refresh()
}

// TypedRune begins to edit the cell anew with what is typed.
func (g *Grid) TypedRune(r rune) {
	if g.editCell() {
		g.editor.clear()
		g.editor.input.TypedRune(r)
	}
}

// TypedKey walks the cells, opens them and begins to edit them.
func (g *Grid) TypedKey(key *fyne.KeyEvent) {
	if PassedUp(g, key) {
		return
	}
	switch key.Name {
	case fyne.KeyUp:
		g.step(-1, 0)
	case fyne.KeyDown:
		g.step(1, 0)
	case fyne.KeyLeft:
		g.step(0, -1)
	case fyne.KeyRight:
		g.step(0, 1)
	case fyne.KeyHome:
		g.jump(g.next(0, 1))
	case fyne.KeyEnd:
		g.jump(g.next(len(g.rows)-1, -1))
	case fyne.KeyPageUp:
		g.jump(g.near(g.row-gridPage, -1))
	case fyne.KeyPageDown:
		g.jump(g.near(g.row+gridPage, 1))
	case fyne.KeyF2:
		g.editCell()
	case fyne.KeyBackspace, fyne.KeyDelete:
		if g.editCell() {
			g.editor.clear()
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if !g.editCell() {
			g.open()
		}
	case fyne.KeyEscape:
		if g.OnEscape != nil {
			g.OnEscape()
		}
	}
}

// gridPage is how many rows PageUp and PageDown go over.
const gridPage = 10

// near returns the row at a place, or the next one on the way to the end of the rows, or the
// last one before that: headings and what is beyond the end are no rows.
func (g *Grid) near(at, way int) int {
	at = max(0, min(at, len(g.rows)-1))
	if row := g.next(at, way); row >= 0 {
		return row
	}
	return g.next(at, -way)
}

// open opens the row that has the keyboard.
func (g *Grid) open() {
	if id, key := g.at(); g.OnOpen != nil && id != 0 {
		g.OnOpen(id, key)
	}
}

// step goes so many rows down and columns to the right, as far as there are any.
func (g *Grid) step(down, right int) {
	if row := g.next(g.row+down, down+right); down != 0 && row >= 0 {
		g.row = row
	}
	if right != 0 && g.Edit != nil {
		g.column = g.beside(right)
	}
	g.moved()
}

// beside returns the next column on one side that is seen and in which something can be done;
// where there is none, the one the keyboard is in.
func (g *Grid) beside(way int) int {
	for at := g.column + way; at >= 0 && at < len(g.columns); at += way {
		if g.widths[at] > 0 && !g.columns[at].Told {
			return at
		}
	}
	return g.column
}

func (g *Grid) jump(row int) {
	if row >= 0 {
		g.row = row
		g.moved()
	}
}

// under returns the row and the column at a point; ok is false over the head and headings.
func (g *Grid) under(at fyne.Position) (row, column int, ok bool) {
	for row < len(g.rows) && at.Y >= g.top(row+1) {
		row++
	}
	if at.Y < max(0, g.from)+g.HeadHeight() || row >= len(g.rows) || g.rows[row].Heading {
		return 0, 0, false
	}
	x := at.X
	for i, w := range g.widths {
		if x < w {
			return row, i, true
		}
		x -= w
	}
	return row, len(g.columns) - 1, true
}

// MouseDown puts the keyboard where the mouse is.
func (g *Grid) MouseDown(e *desktop.MouseEvent) {
	row, column, ok := g.under(e.Position)
	if !ok {
		return
	}
	g.row, g.column = row, column
	g.takeFocus()
	g.moved()
}

// MouseUp follows a link.
func (g *Grid) MouseUp(e *desktop.MouseEvent) {
	row, column, ok := g.under(e.Position)
	if ok && row == g.row && column == g.column && g.columns[column].Link && g.Text(g.rows[row].ID, g.columns[column].Key) != "" {
		g.open()
	}
}

// DoubleTapped edits the cell under the mouse, or opens its row.
func (g *Grid) DoubleTapped(e *fyne.PointEvent) {
	row, column, ok := g.under(e.Position)
	if !ok {
		return
	}
	g.row, g.column = row, column
	if !g.editCell() && !g.columns[column].Link {
		g.open()
	}
}
