package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/exchange"
)

// WriteTables writes lists as a workbook, a sheet each: figures as numbers, dates as dates, all
// else as texts; heads that stay, a filter over the columns, sums under them. The same lists
// give the same bytes. Whoever opens the book is told its title and when it was made.
func WriteTables(w io.Writer, title string, made time.Time, tables ...*exchange.Table) (err error) {
	file := excelize.NewFile()
	defer func() {
		if closed := file.Close(); err == nil && closed != nil {
			err = fmt.Errorf("close workbook %q: %w", title, closed)
		}
	}()
	b := &book{file: file}
	stamp := made.UTC().Format(time.RFC3339)
	b.do(file.SetDocProps(&excelize.DocProperties{Title: title, Created: stamp, Modified: stamp, Creator: "technopark " + app.Version}))
	for i, t := range tables {
		if b.err == nil {
			b.addList(i, t)
		}
	}
	if b.err == nil { // the first sheet is the active one: to choose it once more would read back all that was written
		b.err = writeInOrder(w, file)
	}
	if b.err != nil {
		return fmt.Errorf("write workbook %q: %w", title, b.err)
	}
	return nil
}

// writeInOrder writes the parts of a workbook by their names: the library takes sheets that were
// written row by row in any order.
func writeInOrder(w io.Writer, file *excelize.File) error {
	packed, err := file.WriteToBuffer()
	if err != nil {
		return err
	}
	parts, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		return err
	}
	slices.SortFunc(parts.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, part := range parts.File {
		if err := out.Copy(part); err != nil {
			return err
		}
	}
	return out.Close()
}

// list is a sheet that is written row by row, from the top down: ten thousand rows are not
// kept.
type list struct {
	*book
	table *exchange.Table
	name  string
	out   *excelize.StreamWriter
	looks map[cellLook]int
}

func (b *book) addList(i int, t *exchange.Table) {
	name := b.sheetName(t.Title, i)
	if i == 0 {
		b.do(b.file.SetSheetName("Sheet1", name))
	} else {
		_, err := b.file.NewSheet(name)
		b.do(err)
	}
	s := &list{book: b, table: t, name: name, looks: map[cellLook]int{}}
	s.setUp()
	s.do(s.file.SetSheetDimension(name, s.extent()))
	out, err := b.file.NewStreamWriter(name)
	if err != nil {
		b.do(err)
		return
	}
	s.out = out
	s.columns()
	s.rows()
	b.do(out.Flush())
}

// extent returns the cells of the sheet: some programs read no others.
func (s *list) extent() string {
	rows := 1 + len(s.table.Rows)
	if s.hasTotal() {
		rows++
	}
	return cellName(1, 1) + ":" + cellName(max(1, len(s.table.Columns)), rows)
}

// hasTotal reports whether sums stand under the rows.
func (s *list) hasTotal() bool { return s.table.Total != nil && len(s.table.Rows) > 0 }

// setUp lays the printed sheet out, and the filter over the columns.
func (s *list) setUp() {
	orientation := "portrait"
	if len(s.table.Columns) > mostUpright {
		orientation = "landscape"
	}
	a4, fit, asMany, yes := 9, 1, 0, true
	s.do(s.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &fit, FitToHeight: &asMany}))
	s.do(s.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}))
	last, err := excelize.CoordinatesToCellName(len(s.table.Columns), len(s.table.Rows)+1)
	s.do(err)
	s.do(s.file.AutoFilter(s.name, "A1:"+last, nil))
	s.do(s.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + s.name + "'!$1:$1", Scope: s.name}))
}

// mostUpright is how many columns a printed sheet has upright.
const mostUpright = 7

// columns sets the widths and the looks, and keeps the head in view.
func (s *list) columns() {
	for i, c := range s.table.Columns {
		s.do(s.out.SetColWidth(i+1, i+1, float64(min(maxWidth, max(minWidth+2, c.Chars+3)))))
	}
	s.do(s.out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
}

// cellLook is how a cell of a column is to look; each is made once for a sheet.
type cellLook struct {
	column, decimals int
	bold, wrong      bool
}

// look returns the look of a value.
func (s *list) look(v exchange.Value, column int) int {
	want := cellLook{column: column, wrong: v.Wrong}
	if s.table.IsNumber(v, column) {
		want.decimals = s.table.Decimals(column)
		if _, fraction, _ := strings.Cut(strings.ReplaceAll(v.Text, ",", "."), "."); v.Text != "" {
			want.decimals = len(fraction)
		}
	}
	return s.looked(want)
}

func (s *list) looked(want cellLook) int {
	if id, known := s.looks[want]; known {
		return id
	}
	c, bold := s.table.Columns[want.column], want.bold
	look := &excelize.Style{Font: &excelize.Font{Size: 10, Bold: bold}, Alignment: &excelize.Alignment{Vertical: "top", WrapText: c.Long}}
	if want.wrong {
		look.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFC7CE"}}
	}
	text := 49 // «@»: who edits it does not make a formula or a number of it
	switch c.Form {
	case exchange.Figures:
		format := "#,##0"
		if want.decimals > 0 {
			format += "." + strings.Repeat("0", want.decimals)
		}
		if bold && c.Unit != "" {
			format += `"` + strings.ReplaceAll(app.InUnit("", c.Unit, s.table.Lang), `"`, "") + `"`
		}
		look.CustomNumFmt, look.Alignment.Horizontal = &format, "right"
	case exchange.Days:
		format := "dd.mm.yyyy"
		look.CustomNumFmt, look.Alignment.Horizontal = &format, "left"
	case exchange.Words:
		look.NumFmt = text
	}
	id, err := s.file.NewStyle(look)
	s.do(err)
	s.looks[want] = id
	return id
}

func (s *list) rows() {
	head := s.styled(style{bold: true, wrap: true, shaded: true, ruled: true})
	cells := make([]any, len(s.table.Columns))
	for i, c := range s.table.Columns {
		cells[i] = excelize.Cell{StyleID: head, Value: c.Head()}
	}
	s.row(1, cells)
	for n, row := range s.table.Rows {
		clear(cells)
		for i, v := range row {
			cells[i] = excelize.Cell{StyleID: s.look(v, i), Value: s.value(v, i, n)}
		}
		if s.table.IsHeading(row) {
			cells[0] = excelize.Cell{StyleID: s.styled(style{bold: true, shaded: true}), Value: row[0].Text}
		}
		s.row(n+2, cells)
	}
	if s.hasTotal() {
		s.total(len(s.table.Rows) + 2)
	}
}

func (s *list) row(n int, cells []any) {
	if s.err == nil {
		s.do(s.out.SetRow("A"+strconv.Itoa(n), cells))
	}
}

// value returns what a cell holds. What has more digits than a spreadsheet keeps is written as a
// text: it would be rounded silently.
func (s *list) value(v exchange.Value, column, row int) any {
	c := s.table.Columns[column]
	switch {
	case v.State == app.NotProvided && (v.Text == "" || v.Muted):
		return nil
	case s.table.IsNumber(v, column):
		return number15(v.N, c.Scale)
	case v.State == app.Given && c.Form == exchange.Days && v.N >= firstSerialDay:
		return v.N - firstSerialDay + firstSerial
	}
	text := s.table.Written(v, column)
	if len([]rune(text)) > excelize.TotalCellChars {
		at, err := excelize.CoordinatesToCellName(column+1, row+2)
		s.do(err)
		s.do(&app.Refusal{ID: "err.long_cell", Data: map[string]any{"Sheet": s.name, "Cell": at, "Column": c.Name}})
	}
	return text
}

// Days are numbers in a sheet; those up to the 1st of March 1900 are not counted alike by all.
var firstSerialDay = int64(app.Day(1900, 3, 1).Days())

const firstSerial = 61

// number15 returns n/scale as a number, or as a text where it has more than the 15 digits that
// spreadsheets keep.
func number15(n, scale int64) any {
	digits := n
	for digits != 0 && digits%10 == 0 && scale > 1 {
		digits /= 10
	}
	if most := int64(1_000_000_000_000_000); digits <= -most || digits >= most || n == math.MinInt64 {
		return app.FormatNumber(n, scale, -1, app.RU)
	}
	x, err := strconv.ParseFloat(strconv.FormatInt(n, 10)+"e-"+strconv.Itoa(app.Decimals(1, scale, 0)), 64)
	if err != nil {
		return app.FormatNumber(n, scale, -1, app.RU)
	}
	return x
}

// total writes what stands under the columns; the label stands in the first, which holds no sum.
func (s *list) total(row int) {
	words := s.styled(style{bold: true})
	cells := make([]any, len(s.table.Columns))
	for i, sum := range s.table.Total.Sums {
		switch {
		case i == 0:
			cells[i] = excelize.Cell{StyleID: words, Value: s.table.Total.Label}
		case sum.Exact:
			cells[i] = excelize.Cell{StyleID: s.looked(cellLook{column: i, decimals: s.table.Decimals(i), bold: true}), Value: number15(sum.N, s.table.Columns[i].Scale)}
		case sum.Words != "":
			cells[i] = excelize.Cell{StyleID: s.styled(style{bold: true, right: true}), Value: sum.Words}
		}
	}
	s.row(row, cells)
}
