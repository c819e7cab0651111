// Package exchange reads the tables of others — workbooks, CSV, what was pasted — and says, cell
// by cell, what they would change in the records before anything is changed: new, changed, the
// same, or rejected with the reason. It knows the catalogue of records and neither screens nor
// where records are kept.
//
// It also writes: lists and records as tables, as texts with separators and as JSON, so that what
// was written is read back as it was.
//
// The parts of workbooks are read by app/workbook, whose cells are ours; workbooks are written with
// excelize, by reports/xlsx.
package exchange

import (
	"technopark/app"
	"technopark/app/formula"
	"technopark/app/workbook"
)

// Book is a file of tables, whether it came as a workbook or as a text.
type Book = workbook.Book

// Sheet is one table of a book; of a text there is one, without a name.
type Sheet = workbook.Sheet

// Row is a line of a sheet.
type Row = workbook.Row

// Cell is what stands in one place of a sheet.
type Cell = workbook.Cell

// Kind is what a cell is in its file.
type Kind = workbook.Kind

// The kinds of cells, see app/workbook.
const (
	Typed  = workbook.Typed  // words or figures as somebody typed them
	Number = workbook.Number // of a workbook
	Date   = workbook.Date   // a day, as дд.мм.гггг
	Bool   = workbook.Bool   // «да» or «нет»
	Fault  = workbook.Fault  // of a formula: #ДЕЛ/0!, or one that was never computed, whose Text is empty
)

// MostBytes is the size of the largest file that is read.
const MostBytes = workbook.MostBytes

// ColumnName returns how spreadsheets call a column: 1 is A, 28 is AB.
func ColumnName(column int) string { return workbook.ColumnName(column) }

// refuse makes what the user reads of a file that is no table the program can read.
func refuse(ru, en string, args ...any) error {
	return &app.Refusal{ID: "err.table", Data: map[string]any{"Reason": formula.Said(formula.Say(ru, en, args...))}}
}
