package composite

import (
	"fmt"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// Table is what is scored: units × columns.
type Table struct {
	Units   []Unit   // the rows
	Columns []Column // a method takes those it names; others may hold anything
}

// Unit is a row of a table.
type Unit struct {
	ID   string // told apart by it
	Name string // for people; may be empty
	Line int    // of the file it was read from; 0 when it was not
}

// Column is a column of a table: texts as they were read, or values.
type Column struct {
	Code   string   // its head
	Place  int      // number of the column in the file, from 1; 0 when it was not read from one
	Texts  []string // one a unit; nil when Values are given
	Values []Value  // one a unit; nil when Texts are given
}

// Value is a number or its absence.
type Value struct {
	Number float64 // 0 when it is not known
	Known  bool    // there is one
}

// Bounds of a table: many times what a rating has.
const (
	mostUnits   = 50_000
	mostColumns = 2_000
	mostCells   = 10_000_000
)

func (t *Table) check() error {
	switch {
	case len(t.Units) == 0:
		return refuse("в таблице нет ни одной единицы: под строкой с кодами должны идти строки со значениями", "the table has no unit: rows with values follow the row of codes")
	case len(t.Units) == 1:
		return refuse("в таблице одна единица, «%s», а рейтинг сравнивает хотя бы две: добавьте строки других", "the table has one unit, “%s”, and a rating compares two at least: add the rows of others", t.Units[0].ID)
	case len(t.Units) > mostUnits || len(t.Columns) > mostColumns || len(t.Units)*len(t.Columns) > mostCells:
		return refuse("таблица слишком велика: строк %d, столбцов %d; бывает не больше %d строк, %d столбцов и %d ячеек",
			"the table is too large: %d rows, %d columns; there may be %d rows, %d columns and %d cells", len(t.Units), len(t.Columns), mostUnits, mostColumns, mostCells)
	}
	first := make(map[string]int, len(t.Units))
	for u, unit := range t.Units {
		if unit.ID == "" {
			return refuse("%s: у единицы нет обозначения, первая ячейка пуста", "%s: the unit has no id, the first cell is empty", t.row(u))
		}
		if before, ok := first[unit.ID]; ok {
			return refuse("единица «%s» стоит дважды: %s и %s. Оставьте одну строку", "the unit “%s” stands twice: %s and %s. Leave one row", unit.ID, t.row(before), t.row(u))
		}
		first[unit.ID] = u
	}
	return nil
}

// row says where a unit stands.
func (t *Table) row(u int) app.Text {
	if line := t.Units[u].Line; line > 0 {
		return app.L(fmt.Sprintf("строка %d", line), fmt.Sprintf("line %d", line))
	}
	return app.L(fmt.Sprintf("%d-я по счёту", u+1), fmt.Sprintf("number %d", u+1))
}

// find returns the one column of a code.
func (t *Table) find(code string) (*Column, error) {
	var found *Column
	for i := range t.Columns {
		if t.Columns[i].Code != code {
			continue
		}
		if found != nil {
			return nil, refuse("столбец «%s» в таблице стоит дважды: %d-й и %d-й. Оставьте один", "the column “%s” stands twice in the table: as number %d and %d. Leave one", code, found.Place, t.Columns[i].Place)
		}
		found = &t.Columns[i]
	}
	if found == nil {
		return nil, refuse("в таблице нет столбца «%s», который нужен методике. Есть: %s", "the table has no column “%s”, which the method needs. There are: %s", code, t.codes())
	}
	return found, nil
}

// codes lists the columns of the table, the first of many.
func (t *Table) codes() app.Text {
	const most = 40
	var codes []string
	for _, c := range t.Columns[:min(most, len(t.Columns))] {
		codes = append(codes, c.Code)
	}
	list := strings.Join(codes, ", ")
	if more := len(t.Columns) - most; more > 0 {
		return app.L(fmt.Sprintf("%s и ещё %d", list, more), fmt.Sprintf("%s and %d more", list, more))
	}
	return app.L(list, list)
}

// numbers returns the values of the columns with the given codes; all cells that are no
// numbers are told of at once.
func (t *Table) numbers(codes []string) (map[string][]float64, error) {
	columns := make(map[string][]float64, len(codes))
	var bad []badCell
	for _, code := range codes {
		if columns[code] != nil {
			continue
		}
		c, err := t.find(code)
		if err != nil {
			return nil, err
		}
		values, faults := t.read(c)
		if len(faults) == len(t.Units) && len(faults) > 2 {
			return nil, refuse("в столбце «%s» (%d-й) числа не стоят ни в одной строке, например «%s»: это столбец текста. Укажите методике другой столбец или исправьте таблицу",
				"the column “%s” (number %d) has a number in no row, for example “%s”: it is a column of text. Give the method another column, or mend the table", code, c.Place, clipped(faults[0].found))
		}
		columns[code] = values
		bad = append(bad, faults...)
	}
	if len(bad) > 0 {
		return nil, refuseCells(bad)
	}
	return columns, nil
}

func (t *Table) read(c *Column) (values []float64, bad []badCell) {
	values = make([]float64, len(t.Units))
	for u := range t.Units {
		x, why := c.number(u)
		if why != nil {
			found := ""
			if c.Texts != nil {
				found = c.Texts[u]
			}
			bad = append(bad, badCell{row: t.row(u), unit: t.Units[u].ID, column: c, found: found, why: why})
		}
		values[u] = x
	}
	return values, bad
}

// number returns the value of one unit, NaN for a missing one.
func (c *Column) number(u int) (x float64, why error) {
	if c.Texts != nil {
		return readNumber(c.Texts[u])
	}
	if v := c.Values[u]; v.Known {
		return v.Number, reckonable(v.Number)
	}
	return missing(), nil
}

// text returns what a cell of a column of names or groups says.
func (c *Column) text(u int) string {
	if c.Texts != nil {
		if text := app.Clean(c.Texts[u]); !slices.Contains(absences, strings.ToLower(text)) {
			return text
		}
		return ""
	}
	if v := c.Values[u]; v.Known {
		return figure(v.Number).RU
	}
	return ""
}

// badCell is a cell that is no number.
type badCell struct {
	row    app.Text
	unit   string
	column *Column
	found  string
	why    error
}

func refuseCells(bad []badCell) error {
	const most = 12
	ru, en := make([]string, 0, most), make([]string, 0, most)
	for _, b := range bad[:min(most, len(bad))] {
		why := formula.Said(b.why)
		ru = append(ru, fmt.Sprintf("%s («%s»), столбец «%s» (%d-й): «%s» — %s", b.row.RU, b.unit, b.column.Code, b.column.Place, clipped(b.found), why.RU))
		en = append(en, fmt.Sprintf("%s (“%s”), column “%s” (number %d): “%s” — %s", b.row.In(app.EN), b.unit, b.column.Code, b.column.Place, clipped(b.found), why.In(app.EN)))
	}
	if more := len(bad) - most; more > 0 {
		ru, en = append(ru, fmt.Sprintf("и ещё %d", more)), append(en, fmt.Sprintf("and %d more", more))
	}
	return refuse("ячейки не прочитаны (исправьте их или оставьте пустыми):\n%s", "cells cannot be read (mend them or leave them empty):\n%s", app.L(strings.Join(ru, "\n"), strings.Join(en, "\n")))
}

// clipped is the beginning of a text from a file, short enough for a message.
func clipped(text string) string {
	const most = 40
	if runes := []rune(app.Clean(text)); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return app.Clean(text)
}
