// Package template fills the forms of other authorities: a workbook of their own, in whose cells
// staff have put names and formulas in double braces, becomes a copy with the figures of a park in
// these cells. Everything else stays as it was.
//
// We change the sheets in place, in the XML where the cells stand, and copy the other parts of the
// workbook byte by byte. A library that reads a workbook into a model and writes the model loses
// what its model does not have — the pictures of buttons, conditions of newer formats, settings of
// printers — and a form that comes back changed is returned by the authority. Where a row repeats
// over records, the rows below it move, and with them all that names them: formulas of every
// sheet, joined cells, areas of print, checks of input, charts.
//
// What is missing leaves an empty cell, never a nought.
package template

import (
	"technopark/app"
	"technopark/app/rating"
)

// Source is what a form is filled from.
type Source struct {
	Book   *app.Book       // records of the park
	Method *rating.Profile // whose terms and indicators the form may name
	Result *rating.Result  // the indicators of the year by that method
	Before *rating.Result  // those of the year before; nil where nothing asks for them
	Year   int             // of the data
	Today  app.Date        // what the form calls today
	Lang   app.Lang        // of the words that are the program's own
}

// State says what became of a cell of a form.
type State uint8

// The states of a cell.
const (
	Whole         State = iota // the value is there, of all that should be in it
	Partial                    // the value is there, but something it is made of is missing
	NotApplicable              // «н/п»
	Missing                    // nothing is known, so the cell is left empty
)

// Cell is one cell of a form that was filled, with what it was filled from.
type Cell struct {
	Sheet, Address string            // where it stands in the filled form
	Source         string            // what stood between the braces
	Shown          string            // what the cell says now, as people read it; empty for a missing one
	Unit           app.Text          // of a figure, when it is known
	State          State             // whether it has a value
	Why            app.Text          // what is missing or incomplete, in words; zero for a whole one
	Indicator      *rating.Indicator // it was computed as one; else nil
	Year           int               // of the data it is of
	Places         []app.Place       // records and fields it was read from
}

// Fault is what cannot be understood in a form.
type Fault struct {
	Sheet, Address string   // of the cell
	Name           string   // that is not known; of another fault all that stands between the braces
	Words          app.Text // what is wrong, and what to do
}

// Remark is what staff ought to look at in a filled form.
type Remark struct {
	Sheet, Address string   // empty where it is about the whole sheet
	Words          app.Text // what may be wrong
}

// Filled is a form that was filled; one with faults has no bytes.
type Filled struct {
	Data    []byte   // of the workbook
	Cells   []Cell   // in the order of sheets, rows and columns
	Rows    int      // that were made of records
	Faults  []Fault  // what was not understood; then nothing is filled
	Remarks []Remark // what staff ought to look at
}
