package exchange

import (
	"slices"
	"strings"

	"technopark/app"
)

// incoming is records of one type as a file has them.
type incoming struct {
	t     *app.Type
	sheet string // whose rows they are, as its file calls it
	rows  []inRow
	sums  []Row   // that are no records
	laid  *Layout // by which they were read; nil for an export, whose heads say it all
	part  bool    // they belong to the records of the same rows
}

// inRow is one record.
type inRow struct {
	number int   // of the row, as spreadsheets count
	id     int64 // of the record in the file it was exported from; 0 where nothing says so
	cells  []inCell
	parts  []partRow // what else the row has, of records that belong to it
}

// partRow is what a row says of a record that belongs to that of the row.
type partRow struct {
	t *app.Type
	inRow
}

// inCell is what a file says of one field.
type inCell struct {
	field  *app.Field
	column int
	found  string // as it stands there
	read   func(*recordsPlanner) (app.Value, error)
	fault  app.Text // why it cannot be read, whatever it says
	clear  bool     // it is empty, and takes away what the record has
	leave  bool     // one that cannot be read is left out, and the row lands
	loose  bool     // a name that is one with that of the record, written in another way, is none to change

	known bool // it was read: value and err are what came of it
	value app.Value
	err   error
}

// topRows is among how many rows with something in them the head of a table is looked for.
const topRows = 20

// columnIn is a column of a table that a field was recognised in.
type columnIn struct {
	field  app.Field
	column int
}

// tableHead is where the head of a table stands and what it says.
type tableHead struct {
	row     int // index
	columns []columnIn
	number  int // column of the numbers of records; 0 for none
	others  []string
}

// known counts the columns that say something of the records.
func (h tableHead) known() int { return len(h.columns) }

// headOf recognises the head of a table of records of a type.
func headOf(t *app.Type, sheet Sheet) tableHead {
	best := tableHead{row: -1}
	fields := namesOfFields(t)
	for i, row := range sheet.Rows[:min(len(sheet.Rows), topRows)] {
		h := tableHead{row: i}
		for _, cell := range row.Cells {
			folded := app.Fold(cell.Text)
			f, ok := fields.find(folded)
			switch {
			case folded == app.Fold(numberName.RU), folded == app.Fold(numberName.In(app.EN)):
				h.number = cell.Column
			case ok && !slices.ContainsFunc(h.columns, func(c columnIn) bool { return c.field.Key == f.Key }):
				h.columns = append(h.columns, columnIn{f, cell.Column})
			default:
				h.others = append(h.others, app.Clean(cell.Text))
			}
		}
		if h.known() > best.known() {
			best = h
		}
	}
	return best
}

// fieldNames are the fields of a type by what heads of columns call them, folded.
type fieldNames map[string]app.Field

func namesOfFields(t *app.Type) fieldNames {
	names, shared := fieldNames{}, map[string]bool{}
	for _, f := range t.Stored() {
		for _, lang := range []app.Lang{app.RU, app.EN} {
			for _, name := range []string{app.Fold(f.Label.In(lang)), app.Fold(f.Head(lang))} {
				other, known := names[name]
				shared[name] = shared[name] || known && other.Key != f.Key
				names[name] = f
			}
		}
	}
	for name := range shared { // which of them is meant nobody can say
		if shared[name] {
			delete(names, name)
		}
	}
	return names
}

// find returns the field that a head means: its label with the unit in any spelling, or alone. A
// label with another unit is no such head: nothing is converted.
func (n fieldNames) find(folded string) (app.Field, bool) {
	if f, ok := n[folded]; ok {
		return f, true
	}
	label, unit, ok := strings.Cut(folded, ", ")
	f, known := n[label]
	if !ok || !known || !f.Kind.Number() {
		return app.Field{}, false
	}
	_, err := f.Read("1 "+unit, nil)
	return f, err == nil
}

// rowsOf reads the records of a table below its head.
func rowsOf(t *app.Type, sheet Sheet, h tableHead) incoming {
	in := incoming{t: t, sheet: sheet.Name}
	ways := make([]way, len(h.columns))
	for i, c := range h.columns {
		ways[i] = wayOf(sheet.Rows[h.row+1:], c.column, sheet.Text)
	}
	for _, row := range sheet.Rows[h.row+1:] {
		if len(row.Cells) == 0 {
			continue
		}
		if isSums(row, h) && isTotal(app.Fold(row.Cells[0].Text)) {
			in.sums = append(in.sums, row)
			continue
		}
		out := inRow{number: row.Number}
		if id, ok := app.ParseNumber(row.At(h.number).Text, 1); ok && h.number > 0 && id > 0 {
			out.id = id
		}
		for i, c := range h.columns {
			if cell := row.At(c.column); cell.Text != "" || cell.Kind == Fault {
				out.cells = append(out.cells, cellOf(&h.columns[i].field, cell, ways[i]))
			}
		}
		if len(out.cells) > 0 {
			in.rows = append(in.rows, out)
		}
	}
	return in
}

// isSums reports whether a row has nothing but figures behind its first cell.
func isSums(row Row, h tableHead) bool {
	for _, c := range h.columns {
		if c.column != row.Cells[0].Column && !c.field.Kind.Number() && row.At(c.column).Text != "" {
			return false
		}
	}
	return true
}

// cellOf reads a cell of a table; one of a text file may have what WriteText put before it.
func cellOf(f *app.Field, cell Cell, w way) inCell {
	in := inCell{field: f, column: cell.Column, found: cell.Text}
	text := cell.Text
	if w.text && !f.Kind.Number() {
		text = harmed(text)
	}
	switch {
	case cell.Kind == Fault && cell.Text == "":
		in.fault = said("в ячейке формула, которую никто не посчитал: откройте файл в Excel или LibreOffice, сохраните и повторите",
			"the cell has a formula that nobody computed: open the file in Excel or LibreOffice, save it and try again")
	case cell.Kind == Fault:
		in.fault = said("формула в ячейке дала ошибку %s: исправьте её", "the formula of the cell failed with %s: correct it", clip(cell.Text))
	case cell.Kind == Date && f.Kind.Number():
		in.fault = said("в ячейке дата %s: так Excel мог понять число; впишите число заново", "the cell has the date %s: Excel may have taken a number for it; write the number again", cell.Text)
	case cell.Kind == Number && f.Kind.Number():
		in.fault = ofFormat(f, cell)
	default:
		in.fault = w.doubt(f, cell)
	}
	in.read = func(p *recordsPlanner) (app.Value, error) { return f.Read(text, p.find) }
	return in
}

// ofFormat says that a cell shows another figure than it has: in thousands, or in another unit than its
// column is in.
func ofFormat(f *app.Field, cell Cell) app.Text {
	switch {
	case cell.Scaled:
		return said("формат ячейки показывает число в тысячах или миллионах, а в ней %s: какое из двух верно — неясно. Задайте ячейке обычный числовой формат и проверьте число", "the format of the cell shows the number in thousands or millions, and it has %s: it is not clear which of the two is right. Give the cell a plain number format and look at the number", strings.ReplaceAll(cell.Text, ".", ","))
	case cell.Unit == "":
		return app.Text{}
	}
	short := unitKey(cell.Unit)
	if _, err := f.Read("1 "+cell.Unit, nil); err == nil || slices.Contains([]string{"тыс", "млн", "млрд"}, short) && strings.HasPrefix(unitKey(f.Unit.RU), short) {
		return app.Text{}
	}
	return said("формат ячейки показывает «%s», а столбец читается в единице «%s»: какая из двух верна — неясно. Выберите единицу столбца или уберите её из формата", "the format of the cell shows “%s”, and the column is read in “%s”: it is not clear which of the two is right. Choose the unit of the column, or take it out of the format", cell.Unit, f.Unit)
}

// typeOf returns of which type the records of a sheet are: by its name, else by its heads.
func typeOf(sheet Sheet) (*app.Type, tableHead) {
	for _, t := range app.Types() {
		if name := app.Fold(sheet.Name); name != "" && (name == app.Fold(t.Many.RU) || name == app.Fold(t.Many.In(app.EN)) || name == app.Fold(t.Key)) {
			return t, headOf(t, sheet)
		}
	}
	var best *app.Type
	head := tableHead{row: -1}
	for _, t := range app.Types() {
		if h := headOf(t, sheet); h.known() > head.known() {
			best, head = t, h
		}
	}
	return best, head
}
