package doc

// Table is a register or a table of figures. Its head is repeated on every
// page; a row is split only if it is taller than a page.
type Table struct {
	Columns []Column // from left to right
	Rows    []Row    // from the top down

	// Numbered prints 1, 2, 3 … under the head, as official forms do, so that
	// messages can name a column by its number.
	Numbered bool
	Size     float64 // points; 0 is 8.5, and none is below 8: a wider table becomes several
	Empty    string  // printed across a table without rows; Words.NoRows when empty
}

// Column is one column. The unit stands once, in the head: «Выручка, тыс. руб.».
//
// Widths: a column with Weight 0 is as wide as its longest text asks for; the
// others share what is left in proportion to their weights. No column gets
// narrower than Min or than its longest word.
type Column struct {
	Title  string  // what the head says
	Unit   string  // stands in the head, once for all cells
	Group  string  // neighbours with the same group stand under one common head
	Weight float64 // share of the width that is left; 0 for as wide as its text
	Min    float64 // mm
	Align  Align   // of the cells and the head
	Box    bool    // people write into the cells by hand: each is a frame, no lower than they need
}

// RowKind is the part a row plays.
type RowKind int

// The kinds of rows. RowPlain is the zero value.
const (
	RowPlain    RowKind = iota
	RowSection          // a title of the rows below it: bold, shaded, kept with them, repeated on the pages they go on to
	RowSubtotal         // bold, kept with the row before it
	RowTotal            // bold, under a stronger rule, kept with the row before it
)

// String returns the word Text prints for the kind.
func (k RowKind) String() string {
	switch k {
	case RowSection:
		return "section"
	case RowSubtotal:
		return "subtotal"
	case RowTotal:
		return "total"
	default:
		return "row"
	}
}

// Row is one line of a table. Missing cells at its end are empty; the only
// cell of a section row covers all columns.
type Row struct {
	Kind  RowKind // figures, a heading or a sum
	Cells []Cell  // one for each column
	Blank bool    // nobody gave any of its figures: a compressed paper leaves the row out

	// Follows says that the row tells more of the row before it, and stays with it.
	Follows bool
}

// Cell is one cell; its alignment is its column's unless it spans several.
type Cell struct {
	Text string // what is printed
	Bold bool   // printed bold
	Span int    // columns covered; 0 and 1 are both one column

	// Drawing, where it is given, is drawn in the middle of the cell; the text stands for it where
	// there is nothing but text, as in a workbook.
	Drawing *Drawing
}

// Cells returns a row's cells with one plain text each.
func Cells(texts ...string) []Cell {
	cells := make([]Cell, len(texts))
	for i, t := range texts {
		cells[i] = Cell{Text: t}
	}
	return cells
}
