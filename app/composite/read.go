package composite

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"technopark/app"
)

// ReadTable reads a table of values: a head of codes, then a row a unit, its id first. Cells
// are parted as app.Separator says. The text is UTF-8;
// see formula.Text for others. Cells are read as numbers only when a method asks for them.
func ReadTable(text string) (*Table, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = app.Separator(text), -1
	t := &Table{}
	head, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, refuse("таблица пуста: первой строкой идут коды, под ними — строки единиц", "the table is empty: codes in the first row, rows of units below")
	}
	if err != nil {
		return nil, unreadable(err)
	}
	if len(head) < 2 {
		return nil, refuse("в первой строке один столбец: ячейки разделяют точкой с запятой, запятой или табуляцией, первой стоит единица, за ней — коды",
			"the first row has one column: cells are parted by semicolons, commas or tabs, the unit comes first, codes after it")
	}
	for i, code := range head[1:] {
		t.Columns = append(t.Columns, Column{Code: app.Clean(code), Place: i + 2})
	}
	if len(t.Columns) > mostColumns {
		return nil, refuse("в таблице больше %d столбцов", "the table has more than %d columns", mostColumns)
	}
	err = t.readRows(r, len(head))
	return t, err
}

func (t *Table) readRows(r *csv.Reader, width int) error {
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return unreadable(err)
		}
		line, _ := r.FieldPos(0)
		if blank(row) {
			continue
		}
		if len(row) != width {
			return refuse("строка %d: ячеек %d, а в первой строке %d. Проверьте разделители; запятую внутри числа берут в кавычки или разделяют ячейки точкой с запятой",
				"line %d: there are %d cells, and %d in the first row. Check the separators; a comma inside a number stands in quotes, or cells are parted by semicolons", line, len(row), width)
		}
		if len(t.Units) == mostUnits || (len(t.Units)+1)*len(t.Columns) > mostCells {
			return refuse("таблица слишком велика: бывает не больше %d строк и %d ячеек", "the table is too large: there may be %d rows and %d cells", mostUnits, mostCells)
		}
		t.Units = append(t.Units, Unit{ID: app.Clean(row[0]), Line: line})
		for i, cell := range row[1:] {
			t.Columns[i].Texts = append(t.Columns[i].Texts, cell)
		}
	}
}

// blank reports whether a row has nothing in it: a sheet is often saved with such rows below.
func blank(row []string) bool {
	for _, cell := range row {
		if app.Clean(cell) != "" {
			return false
		}
	}
	return true
}

func unreadable(err error) error {
	var at *csv.ParseError
	if errors.As(err, &at) {
		return refuse("строка %d: кавычки стоят не на месте. Кавычками берут ячейку целиком, кавычку внутри неё удваивают",
			"line %d: a quote is out of place. Quotes enclose a whole cell, and a quote inside is doubled", at.Line)
	}
	return err
}
