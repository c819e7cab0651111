package workbook

import (
	"technopark/app"
	"technopark/app/formula"
)

// Bounds of what is read. A register of ten thousand companies needs a hundredth of them.
const (
	MostBytes   = 64 << 20  // of a file
	mostUnpack  = 256 << 20 // of all parts of a workbook
	mostPart    = 96 << 20  // of one of them
	mostParts   = 5_000     // of a workbook
	MostRows    = 200_000   // with something in them
	MostRow     = 1 << 20   // the last row a sheet has
	mostColumns = 2_000
	MostCells   = 1_500_000 // likewise
	mostChars   = 32_767    // of a cell, as in Excel
	mostText    = 128 << 20
	mostSheets  = 200
	mostNames   = 50_000  // that a book gives to its cells, properties and joined areas, each
	mostStrings = 600_000 // different texts that cells share
)

// Meter refuses what is beyond the bounds of a book, whatever part of it grows.
type Meter struct{ rows, cells, text int }

// Row counts a row with something in it.
func (m *Meter) Row(sheet string, number int) error {
	m.rows++
	if m.rows > MostRows {
		return refuse("%sв строке %d кончается отведённое: строк с данными бывает не больше %s. Разделите файл или удалите лишнее",
			"%sthere is no room after row %d: at most %s rows with data are read. Split the file or remove what is not needed", in(sheet), number, grouped(MostRows))
	}
	return nil
}

// Cell counts a cell with something in it.
func (m *Meter) Cell(sheet string, row, column int, text string) error {
	m.cells++
	m.text += len(text)
	switch {
	case column > mostColumns:
		return refuse("%sв строке %d занят столбец %s: читаются первые %s столбцов. Удалите лишнее справа",
			"%srow %d has something in column %s: the first %s columns are read. Remove what is not needed on the right", in(sheet), row, ColumnName(column), grouped(mostColumns))
	case len(text) > mostChars && len([]rune(text)) > mostChars:
		return refuse("%sв ячейке %s больше %s знаков. Возможно, потеряна кавычка; исправьте ячейку",
			"%sthe cell %s has more than %s characters. A quote may have been lost; correct the cell", in(sheet), Address(row, column), grouped(mostChars))
	case m.cells > MostCells || m.text > mostText:
		return refuse("%sк строке %d набралось слишком много данных: читается не больше %s ячеек. Разделите файл или удалите лишнее",
			"%sthere is too much data by row %d: at most %s cells are read. Split the file or remove what is not needed", in(sheet), row, grouped(MostCells))
	}
	return nil
}

// refuse makes what the user reads of a file that is no table the program can read.
func refuse(ru, en string, args ...any) error {
	return &app.Refusal{ID: "err.table", Data: map[string]any{"Reason": formula.Said(formula.Say(ru, en, args...))}}
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

func tooMuch() error {
	return refuse("в распакованном виде он больше %d МБ, таких таблиц не бывает: внутри лишнее или файл опасен. Скопируйте нужную таблицу в новую книгу",
		"unpacked it is bigger than %d MB, and no table is: there is something else inside, or the file is dangerous. Copy the table into a new workbook", mostPart>>20)
}

// tooMany says that a list of a workbook has no end that people make.
func tooMany(what app.Text, most int64) error {
	return refuse("%s в ней больше %s, таких таблиц не бывает: внутри лишнее или файл опасен. Скопируйте нужную таблицу в новую книгу",
		"it has more than %[2]s %[1]s, and no table has: there is something else inside, or the file is dangerous. Copy the table into a new workbook", what, grouped(most))
}

// Damaged says that a part of a workbook is not what it has to be.
func Damaged(cause error) error {
	return &app.Refusal{ID: "err.table", Data: map[string]any{"Reason": app.L(
		"книга повреждена или записана не до конца. Откройте её в Excel или LibreOffice, сохраните заново и повторите",
		"the workbook is damaged or was not written to its end. Open it in Excel or LibreOffice, save it anew and try again")}, Cause: cause}
}

// cut says that the end of a workbook is not there.
func cut(cause error) error {
	return &app.Refusal{ID: "err.table", Data: map[string]any{"Reason": app.L(
		"у книги нет конца: она скачана, скопирована или записана не полностью. Возьмите файл ещё раз оттуда, откуда он пришёл, и повторите",
		"the end of the workbook is missing: it was downloaded, copied or written in part. Take the file once more from where it came, and try again")}, Cause: cause}
}
