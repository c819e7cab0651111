package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// Grid is a table of a few rows that takes the height of all of them: a part of a page, which
// scrolls as a whole. It is one stop of Tab; the arrows walk its rows and, where cells can be
// edited in place, its columns.
type Grid struct {
	widget.BaseWidget
	OnOpen   func(id int64, column string)      // Enter, a double tap, or a tap on a link; may be nil
	OnEscape func()                             // Esc with nothing to give up; may be nil
	OnFocus  func()                             // the keyboard has come to it; may be nil
	OnReveal func(g *Grid, top, bottom float32) // the keyboard is between these heights of it; may be nil

	OnPaste func(id int64, column, text string) // Ctrl+V over a cell; may be nil
	OnCopy  func() string                       // Ctrl+C: what it puts on the clipboard; may be nil

	// Edit returns how a cell is edited in place, nil where it is not. Without it the grid is
	// walked by rows.
	Edit func(id int64, column string) *CellEdit
	Env  Env // of the entry a cell is edited in; its Commit is not asked

	columns []GridColumn
	rows    []GridRow
	row     int // the keyboard is here
	column  int
	focused bool
	editor  *cellEditor // nil while nothing is edited

	from, to float32   // heights of it that are seen, where it scrolls under its head; 0 and 0 for all
	widths   []float32 // of columns; 0 for one that has no room
	heads    int       // how many lines the heads take
	folds    []int     // how many lines each row takes
	objects  []fyne.CanvasObject
}

// GridColumn describes a column of a grid.
type GridColumn struct {
	Key   string // told to the handlers
	Head  string // over the column; none has a head when all are empty
	Right bool   // figures, aligned by their last digit; they are never cut
	Whole bool   // words that are never cut
	Wide  bool   // takes the room that is left
	Spare bool   // is left out where there is no room, the last of such first
	Link  bool   // a tap on its words opens the row
	Told  bool   // only says something: the arrows go over it
	Folds bool   // texts too long for it go on in further lines

	Room float32 // the least width at 100 %, of a column of figures that are drawn
}

// GridCell is one text of a grid.
type GridCell struct {
	Text   string              // what it shows; a mark at its beginning gives it its colour
	Colour fyne.ThemeColorName // of the text; empty for the plain one
	Strong bool                // in bold
	Note   string              // under the text, small and quiet
	Figure fyne.CanvasObject   // drawn in place of the text; nil for none
}

// GridRow is a line of a grid.
type GridRow struct {
	ID      int64      // told to the handlers; 0 for a heading
	Cells   []GridCell // one for each column
	Heading bool       // stands over rows and shows its first cell only
}

// CellEdit is how one cell is edited in place.
type CellEdit struct {
	Field  app.Field             // of the value
	Value  app.Value             // as it is recorded
	Commit func(app.Value) error // records another; app.FieldErrors are shown at the cell
}

// NewGrid returns a grid without rows.
func NewGrid(columns []GridColumn) *Grid {
	g := &Grid{columns: columns}
	g.ExtendBaseWidget(g)
	return g
}

// SetRows changes the rows and, where years came or went, the columns. The keyboard stays on
// its row and column, and what is being typed stays as it is.
func (g *Grid) SetRows(columns []GridColumn, rows []GridRow) {
	id, key := g.at()
	g.columns, g.rows = columns, rows
	g.row, g.column = g.place(id, key)
	if e := g.editor; e != nil && (g.rowOf(e.id) < 0 || g.columnOf(e.column) < 0) {
		g.editor = nil
	}
	g.Refresh()
}

// Rows returns the rows.
func (g *Grid) Rows() []GridRow { return g.rows }

// Columns returns the columns.
func (g *Grid) Columns() []GridColumn { return g.columns }

// Text returns the text of a cell.
func (g *Grid) Text(id int64, column string) string {
	row, at := g.rowOf(id), g.columnOf(column)
	if row < 0 || at < 0 || at >= len(g.rows[row].Cells) {
		return ""
	}
	return g.rows[row].Cells[at].Text
}

// At returns the row and the column that have the keyboard; zeros while there are none.
func (g *Grid) At() (id int64, column string) { return g.at() }

// ShowPart says between which heights the grid is seen in a scroll: its head stays at the top
// of that part, and what is outside is not drawn.
func (g *Grid) ShowPart(from, to float32) {
	if g.from != from || g.to != to {
		g.from, g.to = from, to
		g.Refresh()
	}
}

// at returns where the keyboard is.
func (g *Grid) at() (id int64, column string) {
	if g.row < len(g.rows) && g.column < len(g.columns) {
		return g.rows[g.row].ID, g.columns[g.column].Key
	}
	return 0, ""
}

// place finds where the keyboard belongs: the cell of the keys or, where it is gone, the first.
func (g *Grid) place(id int64, column string) (row, at int) {
	row, at = g.rowOf(id), g.columnOf(column)
	if row < 0 {
		row = g.next(0, 1)
	}
	return max(0, row), max(0, at)
}

func (g *Grid) rowOf(id int64) int {
	for i, row := range g.rows {
		if !row.Heading && row.ID == id {
			return i
		}
	}
	return -1
}

func (g *Grid) columnOf(key string) int {
	for i, c := range g.columns {
		if c.Key == key {
			return i
		}
	}
	return -1
}

// next returns the first row from a place on that is no heading, −1 when there is none.
func (g *Grid) next(from, by int) int {
	for i := from; i >= 0 && i < len(g.rows); i += by {
		if !g.rows[i].Heading {
			return i
		}
	}
	return -1
}

// Go puts the keyboard on a cell; where there is no such cell, on the first.
func (g *Grid) Go(id int64, column string) {
	g.row, g.column = g.place(id, column)
	g.takeFocus()
	g.moved()
}

// StartAt says in which column the keyboard is when it comes first.
func (g *Grid) StartAt(column string) { g.column = max(0, g.columnOf(column)) }

// moved shows where the keyboard is now.
func (g *Grid) moved() {
	g.Refresh()
	if g.OnReveal != nil {
		top := g.top(g.row)
		g.OnReveal(g, top, top+g.highOf(g.row))
	}
}

func (g *Grid) takeFocus() {
	if g.Env.Focus != nil {
		g.Env.Focus(g)
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
}

// CreateRenderer is called by the toolkit.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer { return &gridRenderer{g} }

type gridRenderer struct{ grid *Grid }

func (r *gridRenderer) Layout(room fyne.Size)        { r.grid.draw(room) }
func (r *gridRenderer) Objects() []fyne.CanvasObject { return r.grid.objects }
func (r *gridRenderer) Destroy()                     {}

func (r *gridRenderer) MinSize() fyne.Size {
	return fyne.NewSize(14*Size(theme.SizeNameText), r.grid.top(len(r.grid.rows)))
}

func (r *gridRenderer) Refresh() {
	r.grid.draw(r.grid.Size())
	canvas.Refresh(r.grid)
}

var _ fyne.Focusable = (*Grid)(nil)
