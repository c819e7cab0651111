package reports

import (
	"bytes"
	"path/filepath"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/reports/xlsx"
)

// ListFormats returns the endings of the files that lists are written to.
func ListFormats() []string { return []string{".xlsx", ".csv", ".json"} }

// ErrListFormat says that the name of a file ends in none of them.
var ErrListFormat error = &app.Refusal{ID: "err.list_format"}

// ListFile makes the file of a list that its name asks for: a workbook, a text with separators or
// JSON. The error names the file.
func ListFile(path string, t *exchange.Table, made time.Time) ([]byte, error) {
	var b bytes.Buffer
	err := ErrListFormat
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx":
		err = xlsx.WriteTables(&b, t.Title, made, t)
	case ".csv":
		err = exchange.WriteText(&b, t)
	case ".json":
		err = exchange.WriteList(&b, t)
	}
	return b.Bytes(), app.About(path, err)
}

// ListBook makes a workbook of lists, a sheet each.
func ListBook(title string, made time.Time, tables ...*exchange.Table) ([]byte, error) {
	var b bytes.Buffer
	err := xlsx.WriteTables(&b, title, made, tables...)
	return b.Bytes(), err
}
