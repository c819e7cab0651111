package xlsx

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/questionnaire"
)

// WriteQuestionnaire writes what a resident is asked as a workbook: one printed page, of which
// only the answers can be edited. The same form and time give the same bytes.
func WriteQuestionnaire(w io.Writer, form *questionnaire.Form, made time.Time) error {
	return writeForm(w, form, nil, made)
}

// WriteAnswer writes a questionnaire as a resident sends it back, with answers in its cells by
// their keys: texts and numbers. The demonstration has such, for nobody ever answered it.
func WriteAnswer(w io.Writer, form *questionnaire.Form, answers map[string]any, made time.Time) error {
	return writeForm(w, form, answers, made)
}

func writeForm(w io.Writer, form *questionnaire.Form, answers map[string]any, made time.Time) (err error) {
	file := excelize.NewFile()
	defer func() {
		if closed := file.Close(); err == nil && closed != nil {
			err = fmt.Errorf("close questionnaire of %q: %w", form.Resident.Name, closed)
		}
	}()
	name := app.L(questionnaire.Sheet, questionnaire.SheetEN).In(form.Lang)
	q := &sheetForm{book: &book{file: file}, form: form, name: name, grid: gridOf(form), looks: map[answerLook]int{}, cells: map[string]string{}, lists: map[string]string{}}
	q.describe(made)
	q.do(file.SetSheetName("Sheet1", name))
	_, err = file.NewSheet(questionnaire.IdentitySheet)
	q.do(err)
	q.setUp()
	q.head()
	for _, s := range form.Sections {
		q.section(s)
	}
	q.identity()
	q.finish()
	for key, value := range answers {
		place, ok := questionnaire.PlaceOfKey(key)
		at := q.cells[place.Name()]
		if !ok || at == "" {
			return fmt.Errorf("write answer of %q: there is no %s in the questionnaire", form.Resident.Name, key)
		}
		q.do(file.SetCellValue(name, at, value))
	}
	if q.err == nil {
		_, q.err = file.WriteTo(w)
	}
	if q.err != nil {
		return fmt.Errorf("write questionnaire of %q: %w", form.Resident.Name, q.err)
	}
	return nil
}

// sheetForm is a questionnaire being written from the top.
type sheetForm struct {
	*book
	form  *questionnaire.Form
	name  string // of the sheet
	grid  grid
	row   int // the next free one
	looks map[answerLook]int
	cells map[string]string // of answers, by their names
	first string            // cell of the first answer of the period
	lists map[string]string // ranges of the hidden sheet with what may be chosen, by the choices
	told  bool              // whether the heads of the columns of figures stand already
	heads [][]string        // what each column holds, for questionnaire.HeadRow
}

// describe says what the workbook is, to people and to us.
func (q *sheetForm) describe(made time.Time) {
	stamp := made.UTC().Format(time.RFC3339)
	q.do(q.file.SetDocProps(&excelize.DocProperties{
		Title: q.form.Title(), Subject: q.form.Who(), Creator: q.form.Park.Name, LastModifiedBy: q.form.Park.Name,
		Description: "technopark " + app.Version, Language: string(q.form.Lang), Created: stamp, Modified: stamp,
	}))
	for _, p := range q.form.Identity.Properties() {
		q.do(q.file.SetCustomProps(excelize.CustomProperty{Name: p.Name, Value: p.Value}))
	}
}

// Margins of the printed page in inches: printers of offices reach so far.
const (
	sideMargin = 0.35
	topMargin  = 0.3
	baseSize   = 10.0 // of the letters that widths of columns are counted in, in points
)

// setUp lays the page out. Widths of columns are counted in digits of the first font of a
// workbook, so we name one that every office program has, or one as wide.
func (q *sheetForm) setUp() {
	q.do(q.file.SetDefaultFont(answerFont))
	if q.err == nil {
		q.file.Styles.Fonts.Font[0].Sz.Val = new(float64)
		*q.file.Styles.Fonts.Font[0].Sz.Val = baseSize
	}
	a4, upright, one, yes := 9, "portrait", 1, true
	side, top, none := sideMargin, topMargin, 0.1
	q.do(q.file.SetPageLayout(q.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &upright, FitToWidth: &one, FitToHeight: &one}))
	q.do(q.file.SetSheetProps(q.name, &excelize.SheetPropsOptions{FitToPage: &yes}))
	q.do(q.file.SetPageMargins(q.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &none, Footer: &none, Horizontally: &yes}))
	lines := false
	q.do(q.file.SetSheetView(q.name, 0, &excelize.ViewOptions{ShowGridLines: &lines}))
	for i, width := range q.grid.widths {
		q.do(q.file.SetColWidth(q.name, column(i+1), column(i+1), width))
	}
	q.do(q.file.SetColVisible(q.name, column(questionnaire.KeyColumn), false))
	q.heads = make([][]string, len(q.grid.widths))
	q.row = questionnaire.HeadRow + 1
}

// identity writes the hidden sheet: the properties a second time, since some programs drop
// them, the keys and names of all answers with what was known of them, so that it can be seen
// later which were touched, and of which records
// the rows of tables are. What may be chosen stands beside.
func (q *sheetForm) identity() {
	sheet, row := questionnaire.IdentitySheet, 0
	put := func(texts ...string) {
		row++
		for i, text := range texts {
			q.do(q.file.SetCellStr(sheet, cellName(i+1, row), text))
		}
	}
	for _, p := range q.form.Identity.Properties() {
		put(p.Name, p.Value)
	}
	for _, item := range q.form.Items() {
		put(item.Key(), item.Name(), item.Field.Entry(item.Now, nil, q.form.Lang))
	}
	for _, s := range q.form.Sections {
		if s.Table == nil {
			continue
		}
		for _, r := range s.Table.Rows {
			id := ""
			if r.ID != 0 {
				id = strconv.FormatInt(r.ID, 10)
			}
			put(r.Place().Key(), id)
			q.do(q.file.SetDefinedName(&excelize.DefinedName{Name: r.Place().Name(), RefersTo: fmt.Sprintf("'%s'!$B$%d", sheet, row)}))
		}
	}
	q.do(q.file.SetSheetVisible(sheet, false))
	q.protect(sheet)
}

// finish writes what is known only when all stands: the hidden row, what is printed, what
// is locked, and where the keyboard begins.
func (q *sheetForm) finish() {
	for i, held := range q.heads {
		text := ""
		for _, h := range held {
			text += " " + h
		}
		if text != "" {
			q.do(q.file.SetCellStr(q.name, cellName(i+1, questionnaire.HeadRow), text[1:]))
		}
	}
	q.do(q.file.SetRowVisible(q.name, questionnaire.HeadRow, false))
	q.do(q.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", Scope: q.name,
		RefersTo: q.absolute(questionnaire.KeyColumn+1, questionnaire.HeadRow+1) + ":" + fmt.Sprintf("$%s$%d", column(q.grid.last()), q.row-1),
	}))
	q.do(q.file.SetSheetDimension(q.name, cellName(1, 1)+":"+cellName(q.grid.last(), q.row-1)))
	// Identifiers are texts on purpose: no program need remark on it in their cells.
	q.do(q.file.AddIgnoredErrors(q.name, cellName(1, 1)+":"+cellName(q.grid.last(), q.row-1), excelize.IgnoredErrorsNumberStoredAsText))
	q.protect(q.name)
	q.do(q.file.SetPanes(q.name, &excelize.Panes{Selection: []excelize.Selection{{SQRef: q.first, ActiveCell: q.first}}}))
	q.file.SetActiveSheet(0)
}

// protect locks a sheet without a password: it is to keep slips out, not people. Who must
// may widen a row.
func (q *sheetForm) protect(sheet string) {
	q.do(q.file.ProtectSheet(sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatRows: true, FormatColumns: true}))
}

// absolute returns a cell of the sheet as names refer to it.
func (q *sheetForm) absolute(col, row int) string {
	return fmt.Sprintf("'%s'!$%s$%d", q.name, column(col), row)
}

// column returns the letters of a column, counted from 1. Our grids have a few columns, so
// there is no error to return.
func column(n int) string { return string(rune('A' + n - 1)) }

func cellName(col, row int) string { return fmt.Sprintf("%s%d", column(col), row) }
