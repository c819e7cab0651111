package workbook

import (
	"regexp"
	"strconv"
	"strings"

	"technopark/app"
)

// Area is a rectangle of cells, from 1; of one cell both corners are equal.
type Area struct {
	Top, Left     int // row and column of the first cell
	Bottom, Right int // likewise of the last
}

// Has reports whether a cell lies in the area.
func (a Area) Has(row, column int) bool {
	return a.Top <= row && row <= a.Bottom && a.Left <= column && column <= a.Right
}

// Name is what a book calls an area of its cells, or a formula.
type Name struct {
	Name   string // as it is written
	Sheet  string // of the area; empty where the name means no area
	Area   Area   // zero where the name means no area: its cells were removed, or it is a formula
	Broken bool   // the cells it meant were removed
	Local  bool   // it is known on one sheet alone, as where a sheet was copied
}

// ColumnName returns how spreadsheets call a column: 1 is A, 28 is AB.
func ColumnName(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// Address returns how spreadsheets call a cell: row 7 of column 2 is B7.
func Address(row, column int) string { return ColumnName(column) + strconv.Itoa(row) }

// ColumnOf returns the column of an address, AB12; 0 of what is none.
func ColumnOf(address string) int {
	column := 0
	for _, r := range address {
		if r >= 'a' && r <= 'z' {
			r -= 'a' - 'A'
		}
		if r < 'A' || r > 'Z' || column > 1<<20 {
			break
		}
		column = column*26 + int(r-'A'+1)
	}
	return column
}

var cornerForm = regexp.MustCompile(`^\$?([A-Za-z]{1,3})\$?(\d{1,7})$`)

// corner reads the address of a cell.
func corner(text string) (row, column int, ok bool) {
	m := cornerForm.FindStringSubmatch(text)
	if m == nil {
		return 0, 0, false
	}
	row, err := strconv.Atoi(m[2])
	return row, ColumnOf(m[1]), err == nil && row > 0
}

// areaOf reads an area: B7, $B$7:$C$9; false of what is none.
func areaOf(text string) (Area, bool) {
	first, second, several := strings.Cut(text, ":")
	if !several {
		second = first
	}
	top, left, ok := corner(first)
	bottom, right, too := corner(second)
	if !ok || !too || bottom < top || right < left {
		return Area{}, false
	}
	return Area{top, left, bottom, right}, true
}

// meaning returns the name with what it means: Лист1!$B$7, 'Лист № 1'!$B$7:$C$9.
func (n Name) meaning(refers string) Name {
	n.Broken = strings.Contains(refers, "#REF!")
	at := strings.LastIndexByte(refers, '!')
	if at < 0 || n.Broken {
		return n
	}
	sheet := refers[:at]
	if quoted, ok := strings.CutPrefix(sheet, "'"); ok {
		sheet = strings.ReplaceAll(strings.TrimSuffix(quoted, "'"), "''", "'")
	}
	if area, ok := areaOf(refers[at+1:]); ok {
		n.Sheet, n.Area = app.Clean(strings.TrimPrefix(sheet, "$")), area
	}
	return n
}
