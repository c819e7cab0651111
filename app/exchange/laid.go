package exchange

import (
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/workbook"
)

// laid reads the rows of a sheet as a layout says: the records of the rows, then those that belong to
// them, type by type.
func (p *recordsPlanner) laid(b *Book, l *Layout) []incoming {
	p.laying = true
	sheet := b.Sheets[l.Sheet]
	r := newLaidReader(p, l, sheet)
	for _, row := range below(sheet.Rows, l.Last) {
		if !r.leftOut(row) {
			r.row(row)
		}
	}
	r.tell()
	return r.all
}

// laidReader reads one sheet.
type laidReader struct {
	p       *recordsPlanner
	l       *Layout
	sheet   Sheet
	columns []laidColumn
	heads   map[int]string // what stands over the columns, folded
	numbers int            // column in which the rows are numbered; 0 for none
	above   map[int]Cell   // the last cells with something in them
	all     []incoming     // that of the rows first
	at      map[*app.Type]int
	first   bool        // no row was read yet
	ways    map[int]way // of the columns
	given   map[*app.Type][]inCell
	joined  map[int][]workbook.Area

	dashes int // cells that say that there is nothing
	hidden int // rows that are not shown to who opens the file
	sums   int // cells whose values a formula gave
	last   int // number of the row before
	over   int // row in which another table begins; 0 for none
	reader *headReader
}

// laidColumn is a column with the fields it goes into.
type laidColumn struct {
	LaidColumn
	targets []Target
}

func newLaidReader(p *recordsPlanner, l *Layout, sheet Sheet) *laidReader {
	r := &laidReader{p: p, l: l, sheet: sheet, above: map[int]Cell{}, at: map[*app.Type]int{}, heads: map[int]string{}, first: true, joined: map[int][]workbook.Area{}, ways: map[int]way{}}
	for _, row := range within(sheet.Rows, l.Last, l.Last) {
		for _, cell := range row.Cells {
			r.heads[cell.Column] = app.Fold(cell.Text)
		}
	}
	r.add(l.Type)
	r.given = r.fixed()
	for _, c := range l.Columns {
		if c.Why == WhyRows {
			r.numbers = c.Column
		}
		column := laidColumn{LaidColumn: c}
		for _, key := range c.Fields {
			if target, ok := TargetOf(l.Type, key); ok {
				column.targets = append(column.targets, target)
			}
		}
		if len(column.targets) > 0 {
			r.columns = append(r.columns, column)
			r.sayUnit(column)
			r.sayGuess(column)
			continue
		}
		r.sayLeftOut(c)
	}
	r.sayYear()
	for _, c := range r.columns {
		r.ways[c.Column] = wayOf(below(sheet.Rows, l.Last), c.Column, sheet.Text)
	}
	return r
}

// sayYear tells of a table over which another year stands than its rows are taken for.
func (r *laidReader) sayYear() {
	for _, target := range Targets(r.l.Type) {
		given := r.l.Given[target.Key]
		if target.Part || target.Field.Kind != app.KindPeriod || given == "" {
			continue
		}
		for _, c := range r.columns {
			if years := yearsIn(c.Head); c.targets[0].Field.Kind.Number() && len(years) > 0 && !slices.Contains(years, given) {
				r.p.note("в заголовке столбца «%s»%s назван %s год, а записи берутся за %s: проверьте год", "the head of the column “%s”%s names the year %s, and the records are taken for %s: see to the year", clip(app.Clean(c.Head)), onSheet(r.sheet.Name), strings.Join(years, ", "), given)
			}
		}
		years := yearsAbove(r.sheet.Rows, r.l.First)
		if len(years) > 0 && !slices.Contains(years, given) {
			r.p.note("над таблицей%s назван %s год, а записи берутся за %s: проверьте год", "the year over the table%s is %s, and the records are taken for %s: see to the year", onSheet(r.sheet.Name), strings.Join(years, ", "), given)
		}
	}
}

// yearsAbove returns the years that rows above a head name.
func yearsAbove(rows []Row, first int) (years []string) {
	for _, row := range rows {
		if row.Number >= first {
			break
		}
		for _, cell := range row.Cells {
			years = append(years, yearsIn(cell.Text)...)
		}
	}
	return years
}

// yearsIn returns the years that a text names: «Выручка за 2019 год».
func yearsIn(text string) (years []string) {
	for _, w := range strings.Fields(wordsOf(text)) {
		w = strings.TrimSuffix(w, app.Fold("г"))
		if n, err := strconv.Atoi(w); err == nil && n >= 1990 && n <= 2199 {
			years = append(years, w)
		}
	}
	return years
}

// sayUnit tells of figures that are in another unit than they are kept in, or in one that nobody named.
func (r *laidReader) sayUnit(c laidColumn) {
	f := c.targets[0].Field
	switch units := UnitsOf(f); {
	case c.Unit > 0 && c.Unit < len(units):
		r.p.note("столбец «%s»%s пересчитан: в нём %s, в записях %s", "the column “%s”%s was converted: it is in %s, the records are in %s", clip(app.Clean(c.Head)), onSheet(r.sheet.Name), units[c.Unit].Name, f.Unit)
	case c.Unsaid:
		r.p.note("столбец «%s»%s: единица не названа, взято как %s", "the column “%s”%s names no unit and was taken as %s", clip(app.Clean(c.Head)), onSheet(r.sheet.Name), f.Unit)
	}
}

// sayGuess tells of a column of figures or days whose head says more than the name of the field.
func (r *laidReader) sayGuess(c laidColumn) {
	if f := c.targets[0].Field; c.Why == WhyLike && (f.Kind.Number() || f.Kind == app.KindDate) {
		r.p.note("столбец «%s»%s понят как «%s»: проверьте, то ли это", "the column “%s”%s was understood as “%s”: see whether it is", clip(app.Clean(c.Head)), onSheet(r.sheet.Name), f.Label)
	}
	if r.sheet.HidesColumn(c.Column) {
		r.p.note("столбец «%s»%s скрыт в файле, но взят", "the column “%s”%s is hidden in the file, and was taken", orElse(clip(app.Clean(c.Head)), ColumnName(c.Column)), onSheet(r.sheet.Name))
	}
}

// sayLeftOut tells of a column that is not taken.
func (r *laidReader) sayLeftOut(c LaidColumn) {
	head := orElse(clip(app.Clean(c.Head)), ColumnName(c.Column))
	switch c.Why {
	case WhyRows, WhyNumbers, WhyHand, WhyKept:
	case WhyDerived:
		r.p.note("столбец «%s»%s не взят: это программа считает сама", "the column “%s”%s was not taken: the program computes it itself", head, onSheet(r.sheet.Name))
	case WhyTaken:
		r.p.note("столбец «%s»%s не взят: поле, которое он значит, берётся из другого столбца", "the column “%s”%s was not taken: the field it means is taken from another column", head, onSheet(r.sheet.Name))
	case WhyUnit:
		r.p.note("столбец «%s»%s не взят: такого поля с такой единицей нет", "the column “%s”%s was not taken: there is no such field in that unit", head, onSheet(r.sheet.Name))
	case WhyAnother:
		r.p.note("столбец «%s»%s не взят: в заголовке есть название поля и слова о другом годе или другой величине; если это всё же она, выберите поле сами или назовите столбец как поле", "the column “%s”%s was not taken: its head has the name of a field, and words of another year or figure; if it is the field all the same, choose the field yourself or name the column as the field", head, onSheet(r.sheet.Name))
	default:
		r.p.note("столбец «%s»%s не взят: поле для него не найдено", "the column “%s”%s was not taken: no field was found for it", head, onSheet(r.sheet.Name))
	}
}

func (r *laidReader) add(t *app.Type) int {
	if at, ok := r.at[t]; ok {
		return at
	}
	r.at[t] = len(r.all)
	r.all = append(r.all, incoming{t: t, sheet: r.sheet.Name, laid: r.l, part: t != r.l.Type})
	return r.at[t]
}

// leftOut reports rows under a head that are no records, and tells of them.
func (r *laidReader) leftOut(row Row) bool {
	first := r.first
	if len(row.Cells) == 0 || r.over > 0 {
		return true
	}
	apart := r.last > 0 && row.Number > r.last+1
	r.last = row.Number
	r.first = false
	said := clip(app.Clean(row.Cells[0].Text))
	at := row.Number
	switch {
	case first && isNumbering(row):
		return true
	case r.isHeadAgain(row):
		return true
	case apart && r.isOther(row):
		r.over = row.Number
		r.p.note("со строки %d%s начинается другая таблица («%s»), она не взята: выберите её заголовок отдельно", "another table begins in row %d%s (“%s”), and was not taken: choose its head apart", at, onSheet(r.sheet.Name), said)
	case r.isSums(row):
		r.p.note("строка %d%s не взята: это итог («%s»)", "row %d%s was not taken: it has sums (“%s”)", at, onSheet(r.sheet.Name), said)
	case r.isHeading(row):
		r.p.note("строка %d%s не взята: это подзаголовок или подпись («%s»)", "row %d%s was not taken: it is a heading or a signature (“%s”)", at, onSheet(r.sheet.Name), said)
	default:
		return false
	}
	return true
}

// isHeadAgain reports the head that printed tables repeat on every page.
func (r *laidReader) isHeadAgain(row Row) bool {
	if r.l.Last == 0 || len(r.heads) < 2 {
		return false
	}
	same := 0
	for _, cell := range row.Cells {
		if r.heads[cell.Column] != app.Fold(cell.Text) {
			return false
		}
		same++
	}
	return same == len(row.Cells) && same > 1
}

// isOther reports the head of another table below an empty row: a row of heads that are not those of
// this one.
func (r *laidReader) isOther(row Row) bool {
	if len(row.Cells) < 3 || !isHeadLike(row) || r.l.First == 0 {
		return false
	}
	if r.reader == nil {
		r.reader = newHeadReader(r.l.Type)
	}
	strong := 0
	for _, cell := range row.Cells {
		if why := r.reader.read(cell.Text).why; why == WhyLabel || why == WhyCalled {
			strong++
		}
	}
	return strong >= 2
}

// isSums reports a row that adds up those above it: «Итого», and figures.
func (r *laidReader) isSums(row Row) bool {
	word := slices.IndexFunc(row.Cells, func(c Cell) bool { return c.Kind == Typed })
	if word < 0 || !isTotal(strings.Trim(app.Fold(row.Cells[word].Text), " :.")) {
		return false
	}
	for _, c := range r.columns {
		if c.Column != row.Cells[word].Column && !slices.ContainsFunc(c.targets, func(t Target) bool { return t.Field.Kind.Number() }) && !saysNothing(row.At(c.Column).Text) {
			if _, figure := app.ParseNumber(row.At(c.Column).Text, 1_000); !figure || c.targets[0].Field.Kind == app.KindID {
				return false
			}
		}
	}
	return true
}

// isHeading reports a row of one text among rows of several, where no number of a row, or no column
// that is taken, says that it is one of them.
func (r *laidReader) isHeading(row Row) bool {
	if len(row.Cells) != 1 || len(r.l.Columns) < 3 || row.Cells[0].Kind != Typed {
		return false
	}
	if r.isJoined(row) || r.lacksEssentials(row.Cells[0].Column) {
		return true
	}
	return r.numbers > 0 || !slices.ContainsFunc(r.columns, func(c laidColumn) bool { return c.Column == row.Cells[0].Column })
}

// isJoined reports a row whose one cell was joined with those beside it.
func (r *laidReader) isJoined(row Row) bool {
	return slices.ContainsFunc(r.sheet.Merged, func(a workbook.Area) bool { return a.Has(row.Number, row.Cells[0].Column) && a.Right > a.Left })
}

// lacksEssentials reports whether a record cannot be of what stands in one column alone, though the table
// has the other columns that it needs.
func (r *laidReader) lacksEssentials(column int) bool {
	return slices.ContainsFunc(r.columns, func(c laidColumn) bool {
		t := c.targets[0]
		return c.Column != column && !t.Part && t.Field.Essential && c.Blank != Above
	})
}

// row reads one row.
func (r *laidReader) row(row Row) {
	own := &inRow{number: row.Number, cells: make([]inCell, 0, len(r.columns))}
	rows := map[*app.Type]*inRow{r.l.Type: own}
	of := func(t *app.Type) *inRow {
		if rows[t] == nil {
			rows[t] = &inRow{number: row.Number}
		}
		return rows[t]
	}
	if id, ok := app.ParseNumber(row.At(r.l.Number).Text, 1); ok && r.l.Number > 0 && id > 0 {
		own.id = id
	}
	said := false
	for _, c := range r.columns {
		cell := row.At(c.Column)
		empty := cell.Text == "" && cell.Kind != Fault
		switch {
		case empty && c.Blank == Above && r.above[c.Column].Text != "" && r.goesOn(row.Number, c.Column):
			cell, empty = r.above[c.Column], false
		case !empty:
			r.above[c.Column], said = cell, true
			if cell.Formula {
				r.sums++
			}
		}
		for _, in := range r.cells(c, cell, empty) {
			out := of(in.target)
			out.cells = append(out.cells, in.inCell)
		}
	}
	if !said {
		return
	}
	if row.Hidden {
		r.hidden++
	}
	for t, text := range r.given {
		if rows[t] != nil {
			rows[t].cells = append(rows[t].cells, text...)
		}
	}
	for _, t := range app.Types() {
		out := rows[t]
		if out == nil || t == r.l.Type || !slices.ContainsFunc(out.cells, func(c inCell) bool { return c.column > 0 && !c.clear }) {
			continue
		}
		owner, _ := t.Field(t.Owner)
		at := r.add(t)
		own.parts = append(own.parts, partRow{t, *out})
		with := *out
		with.cells = append([]inCell{ownerCell(owner, row.Number, r.sheet.Name, out.cells[0])}, out.cells...)
		r.all[at].rows = append(r.all[at].rows, with)
	}
	if len(own.cells) > 0 {
		r.all[0].rows = append(r.all[0].rows, *own)
	}
}

// goesOn reports whether an empty cell takes what stands above it: in a column with joined cells, only
// inside of them.
func (r *laidReader) goesOn(row, column int) bool {
	joined, known := r.joined[column]
	if !known {
		joined = joinedIn(r.sheet, column)
		r.joined[column] = joined
	}
	return len(joined) == 0 || slices.ContainsFunc(joined, func(a workbook.Area) bool { return a.Has(row, column) && row > a.Top })
}

// joinedIn returns the cells of a column that were joined with those under them.
func joinedIn(sheet Sheet, column int) []workbook.Area {
	return slices.DeleteFunc(slices.Clone(sheet.Merged), func(a workbook.Area) bool {
		return a.Bottom == a.Top || column < a.Left || column > a.Right
	})
}

// fixed returns what is said of all rows, by the type that has the field.
func (r *laidReader) fixed() map[*app.Type][]inCell {
	all := map[*app.Type][]inCell{}
	for _, target := range Targets(r.l.Type) {
		if text, given := r.l.Given[target.Key]; given && strings.TrimSpace(text) != "" && r.l.Column(target.Key) == nil {
			f := &target.Field
			all[target.Type] = append(all[target.Type], inCell{field: f, found: text, read: func(p *recordsPlanner) (app.Value, error) { return f.Read(text, p.find) }})
		}
	}
	return all
}

// ownerCell refers to the record of the row itself.
func ownerCell(f app.Field, row int, sheet string, beside inCell) inCell {
	return inCell{field: &f, column: beside.column, found: beside.found, read: func(p *recordsPlanner) (app.Value, error) {
		return app.NumberValue(p.ofRow[rowKey{sheet, row}]), nil
	}}
}

// tell says what cells were passed over.
func (r *laidReader) tell() {
	if r.sums > 0 {
		r.p.note("ячеек%s с формулами — %d; взяты значения, сохранённые в файле", "cells%s with formulas: %d; the values kept in the file were taken", onSheet(r.sheet.Name), r.sums)
	}
	if r.hidden > 0 {
		r.p.note("скрытых строк%s — %d; они взяты наравне с другими", "hidden rows%s: %d; they were taken like the others", onSheet(r.sheet.Name), r.hidden)
	}
	if r.dashes > 0 {
		r.p.note("ячеек%s, где сказано, что значения нет («-», «нет данных», «н/д»), — %d; они пропущены", "cells%s that say there is no value (“-”, “n/a”): %d; they were passed over", onSheet(r.sheet.Name), r.dashes)
	}
}
