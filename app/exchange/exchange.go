// Package exchange reads the tables of others — workbooks, CSV, what was pasted — and says, cell
// by cell, what they would change in the records before anything is changed: new, changed, the
// same, or rejected with the reason. It knows the catalogue of records and neither screens nor
// where records are kept.
//
// It also writes: lists and records as tables, as texts with separators and as JSON, so that what
// was written is read back as it was.
//
// We read the parts of a workbook ourselves, with the standard library, because the row iterator
// of excelize tells neither the kind of a cell nor that it is a formula, of which a stranger's
// program may have left no value, and its document keeps whole sheets in memory. A percentage is
// then a hundredth of what is seen, a date is a number, and a figure that was not computed looks
// like none. Workbooks are written with excelize, by reports/xlsx.
package exchange

import (
	"strconv"

	"technopark/app"
	"technopark/app/formula"
)

// Book is a file of tables.
type Book struct {
	Sheets []Sheet // in their order; of a text there is one, without a name
}

// Sheet is one table of a book.
type Sheet struct {
	Name   string // as the file has it; empty for a text
	Hidden bool   // not shown to who opens the file
	Text   bool   // a text with separators and no sheet of a workbook
	Rows   []Row  // those with something in them, from the top
}

// Row is a line of a sheet.
type Row struct {
	Number int    // as spreadsheets count, from 1
	Cells  []Cell // those with something in them, from the left
}

// Cell is what stands in one place of a sheet.
type Cell struct {
	Column  int    // from 1
	Text    string // what a person would type to get it: «Квант», «1234.5», «12.3%», «05.03.2021»
	Kind    Kind   // what it is in the file; of a text file all is Typed
	Formula bool   // it was computed: Text is the value that was kept with the file
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

// Bounds of what is read. A register of ten thousand companies needs a hundredth of them.
const (
	MostBytes   = 64 << 20  // of a file
	mostUnpack  = 256 << 20 // of all parts of a workbook
	mostPart    = 96 << 20  // of one of them
	mostRows    = 200_000   // with something in them
	mostColumns = 2_000
	mostCells   = 1_500_000
	mostChars   = 32_767 // of a cell, as in Excel
	mostText    = 128 << 20
	mostSheets  = 200
)

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

// ColumnName returns how spreadsheets call a column: 1 is A, 28 is AB.
func ColumnName(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// refuse makes what the user reads of a file that is no table the program can read.
func refuse(ru, en string, args ...any) error {
	return &app.Refusal{ID: "err.table", Data: map[string]any{"Reason": formula.Said(formula.Say(ru, en, args...))}}
}

// meter refuses what is beyond the bounds of a book, whatever part of it grows.
type meter struct{ rows, cells, text int }

func (m *meter) row(sheet string, number int) error {
	m.rows++
	if m.rows > mostRows {
		return refuse("%sв строке %d кончается отведённое: строк с данными бывает не больше %s. Разделите файл или удалите лишнее",
			"%sthere is no room after row %d: at most %s rows with data are read. Split the file or remove what is not needed", in(sheet), number, grouped(mostRows))
	}
	return nil
}

func (m *meter) cell(sheet string, row, column int, text string) error {
	m.cells++
	m.text += len(text)
	switch {
	case column > mostColumns:
		return refuse("%sв строке %d занят столбец %s: читаются первые %s столбцов. Удалите лишнее справа",
			"%srow %d has something in column %s: the first %s columns are read. Remove what is not needed on the right", in(sheet), row, ColumnName(column), grouped(mostColumns))
	case len(text) > mostChars && len([]rune(text)) > mostChars:
		return refuse("%sв ячейке %s больше %s знаков. Возможно, потеряна кавычка; исправьте ячейку",
			"%sthe cell %s has more than %s characters. A quote may have been lost; correct the cell", in(sheet), ColumnName(column)+strconv.Itoa(row), grouped(mostChars))
	case m.cells > mostCells || m.text > mostText:
		return refuse("%sк строке %d набралось слишком много данных: читается не больше %s ячеек. Разделите файл или удалите лишнее",
			"%sthere is too much data by row %d: at most %s cells are read. Split the file or remove what is not needed", in(sheet), row, grouped(mostCells))
	}
	return nil
}

// in names the sheet a fault is on; of a text there is no need.
func in(sheet string) app.Text {
	if sheet == "" {
		return app.L("", "")
	}
	return app.L("лист «"+sheet+"»: ", "sheet “"+sheet+"”: ")
}

func grouped(n int64) app.Text {
	return app.L(app.FormatNumber(n, 1, 0, app.RU), app.FormatNumber(n, 1, 0, app.EN))
}
