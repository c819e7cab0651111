// Package workbook reads workbooks of spreadsheets (XLSX, XLSM) part by part and changes a few of
// their cells, leaving the rest byte by byte as it is. It knows cells, names and properties, not
// what they say of a technopark: app/exchange makes records of them, app/template fills them.
//
// We read the parts ourselves, with the standard library, because the row iterator of excelize
// tells neither the kind of a cell nor that it is a formula, of which a stranger's program may have
// left no value, and its document keeps whole sheets in memory. A percentage is then a hundredth of
// what is seen, a date is a number, and a figure that was not computed looks like none. Workbooks
// of our own are written with excelize, by reports/xlsx.
package workbook

import (
	"slices"
	"strings"
)

// Book is a file of tables.
type Book struct {
	Sheets     []Sheet           // in their order; of a text there is one, without a name
	Names      []Name            // that the book gives to areas of its cells, in their order
	Properties map[string]string // that programs and people added to the file, by name; nil for none
	Links      int               // other books it takes figures from
	Created    string            // when it was made, as it says: 2021-03-05T08:30:00Z; empty for unknown
	Modified   string            // when a program last saved it, likewise
}

// Sheet is one table of a book.
type Sheet struct {
	Name     string // as the file has it; empty for a text
	Hidden   bool   // not shown to who opens the file
	Text     bool   // a text with separators and no sheet of a workbook
	Formulas bool   // some cell is computed
	Rows     []Row  // those with something in them, from the top
	Merged   []Area // cells that were joined into one
	hidden   []span // columns that are not shown
}

// Row is a line of a sheet.
type Row struct {
	Number int    // as spreadsheets count, from 1
	Hidden bool   // not shown to who opens the file
	Cells  []Cell // those with something in them, from the left
}

// Cell is what stands in one place of a sheet.
type Cell struct {
	Column  int    // from 1
	Text    string // what a person would type to get it: «Квант», «1234.5», «12.3%», «05.03.2021»
	Kind    Kind   // what it is in the file; of a text file all is Typed
	Formula bool   // it was computed: Text is the value that was kept with the file
	Style   int    // the number of its look in the file
	Unit    string // of a figure: the words that its format shows beside it, «руб.»
	Scaled  bool   // of a figure: its format shows it in thousands or millions
}

// Kind is what a cell is in its file.
type Kind uint8

// The kinds of cells. A number is written with a point, without groups, with the 15 digits a
// spreadsheet keeps; a share formatted as a percentage, as the percentage.
const (
	Typed  Kind = iota // words or figures as somebody typed them
	Number             // of a workbook
	Date               // a day, as дд.мм.гггг
	Bool               // «да» or «нет»
	Fault              // of a formula: #ДЕЛ/0!, or one that was never computed, whose Text is empty
)

// span is a run of columns.
type span struct{ from, to int }

// At returns the cell of a column, an empty one where there is nothing.
func (r Row) At(column int) Cell {
	for _, c := range r.Cells {
		if c.Column >= column {
			if c.Column == column {
				return c
			}
			break
		}
	}
	return Cell{Column: column}
}

// Row returns the row of a number, an empty one where there is nothing.
func (s *Sheet) Row(number int) Row {
	i, ok := slices.BinarySearchFunc(s.Rows, number, func(r Row, n int) int { return r.Number - n })
	if !ok {
		return Row{Number: number}
	}
	return s.Rows[i]
}

// At returns the cell of an address, an empty one where there is nothing.
func (s *Sheet) At(row, column int) Cell { return s.Row(row).At(column) }

// HidesColumn reports whether a column is not shown to who opens the file.
func (s *Sheet) HidesColumn(column int) bool {
	return slices.ContainsFunc(s.hidden, func(h span) bool { return h.from <= column && column <= h.to })
}

// Sheet returns the sheet of a name, however its letters are cased; nil where there is none.
func (b *Book) Sheet(name string) *Sheet {
	for i := range b.Sheets {
		if strings.EqualFold(b.Sheets[i].Name, name) {
			return &b.Sheets[i]
		}
	}
	return nil
}
