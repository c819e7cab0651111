package card

import (
	"errors"
	"slices"
	"strconv"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/ui/kit"
)

// years is the block of the yearly reports of a part, side by side and edited in place.
type years struct {
	block
	screen *Screen
	part   int  // index in the parts of the card
	brief  bool // some rows of few years, with a link to all
	all    *kit.Link
	create *kit.Link // makes the report of the chosen year
	shown  app.Years
	rows   []int // indices of the rows that are shown
	chosen chosen
	walked bool // the keyboard was in the table since its rows were chosen
}

// chosen is what rows were chosen for.
type chosen struct {
	place app.Place
	year  int
	of    int // of how many
}

// How much of the reports is shown: in brief, and on their own tab.
const (
	briefYears = 3
	mostYears  = 6
	briefRows  = 8
)

// Keys of the columns that are no year.
const (
	columnField   = "field"
	columnChange  = "change"
	columnFinding = "finding"
)

func (s *Screen) yearsBlock(part int, brief bool) *block {
	d := s.desk
	y := &years{screen: s, part: part, brief: brief}
	y.grid = kit.NewGrid(nil)
	y.grid.Env = kit.Env{
		Lang: d.Lang, Words: d.Words, Names: d.Names, Fail: d.Fail,
		Overtaken: func() { d.Changed() },
		Year:      func() int { return d.Year }, Focus: d.Window.Canvas().Focus, Settled: d.Settled,
	}
	y.grid.Edit, y.grid.OnOpen = y.edit, y.open
	y.grid.OnFocus = func() { y.walked = true }
	y.create = kit.NewLink("", func() { y.report(d.Year) })
	y.all = kit.NewLink("", func() { s.chooseTab(y.of().Type.Key) })
	y.block.shown = kit.NewBlock("", y.grid, y.create, y.all)
	y.fill, y.block.goTo = y.refill, y.goTo
	return &y.block
}

// of returns the part as it is now.
func (y *years) of() app.Part { return y.screen.seen.parts[y.part] }

// refill shows the reports as they are now.
func (y *years) refill() {
	s, d := y.screen, y.screen.desk
	most := mostYears
	if y.brief {
		most = briefYears
	}
	y.shown = app.YearsOf(y.of(), d.Year, most)
	last := len(y.shown.Years) - 1
	y.create.SetText(d.T("ui.card.create", "Year", d.Year))
	y.create.Hidden = d.ReadOnly() || s.seen.foreign || y.shown.Reports[last] != nil
	y.choose()
	y.all.SetText(d.N("ui.card.all_figures", len(y.shown.Rows)))
	y.all.Hidden = !y.brief
	unit := commonUnit(y.shown.Rows)
	title := s.nameOf(y.shown.Type)
	if !unit.Zero() {
		title += ", " + unit.In(d.Lang)
	}
	y.block.shown.SetTitle(title)
	if y.shown.Empty() {
		y.grid.SetRows(none(s.nothing("ui.card.no_reports")))
		return
	}
	fresh := len(y.grid.Columns()) < len(y.shown.Years)
	y.grid.SetRows(y.columns(), y.lines(unit))
	if fresh {
		y.grid.StartAt(strconv.Itoa(d.Year))
	}
}

// none is a table of one line that says there is nothing.
func none(text string) ([]kit.GridColumn, []kit.GridRow) {
	return []kit.GridColumn{{Key: columnField, Wide: true}},
		[]kit.GridRow{{Cells: []kit.GridCell{{Text: text, Colour: kit.ColorMuted}}}}
}

// nothing says that there is nothing, in the message of the id; of another park nobody knows.
func (s *Screen) nothing(id string) string {
	if s.seen.foreign {
		id = "ui.card.foreign"
	}
	return s.desk.T(id)
}

// commonUnit is the unit that stands over the table, the one of most rows; the others name
// their own.
func commonUnit(rows []app.YearRow) app.Text {
	count, most := map[app.Text]int{}, app.Text{}
	for _, row := range rows {
		count[row.Field.Unit]++
		if count[row.Field.Unit] > count[most] {
			most = row.Field.Unit
		}
	}
	return most
}

// choose says which rows are shown: in brief those that wait for something and the first of
// the others. Once the keyboard was among them they stay, for the same record and year: a row that came
// or went while one types would put the next figure into another.
func (y *years) choose() {
	now := chosen{y.screen.place, y.screen.desk.Year, len(y.shown.Rows)}
	if y.walked && now == y.chosen {
		return
	}
	y.chosen, y.walked, y.rows = now, false, nil
	waits := 0
	for _, row := range y.shown.Rows {
		if f := y.finding(row.Field.Key); f != nil && f.Explanation == nil {
			waits++
		}
	}
	others := max(briefRows-waits, briefRows/2)
	for i, row := range y.shown.Rows {
		f := y.finding(row.Field.Key)
		if !y.brief || f != nil && f.Explanation == nil {
			y.rows = append(y.rows, i)
		} else if others > 0 && !row.Field.Hidden {
			others--
			y.rows = append(y.rows, i)
		}
	}
}

// finding returns what the check found in a figure of the chosen year, that which waits
// first; nil when nothing.
func (y *years) finding(field string) *check.Finding {
	rec := y.shown.Reports[len(y.shown.Reports)-1]
	if rec == nil {
		return nil
	}
	for i, f := range y.screen.seen.findings {
		if f.Field.Key == field && f.ID == rec.Header().ID && f.Type == rec.Type() {
			return &y.screen.seen.findings[i]
		}
	}
	return nil
}

func (y *years) columns() []kit.GridColumn {
	d := y.screen.desk
	columns := []kit.GridColumn{{Key: columnField, Head: d.T("ui.card.field"), Wide: true}}
	for i, year := range y.shown.Years {
		head := strconv.Itoa(year)
		if y.shown.Reports[i] == nil {
			head += ", " + d.T("ui.card.no_report")
		}
		columns = append(columns, kit.GridColumn{Key: strconv.Itoa(year), Head: head, Right: true})
	}
	if len(y.shown.Years) > 1 {
		head := d.T("ui.card.change", "Year", y.shown.Years[len(y.shown.Years)-2])
		columns = append(columns, kit.GridColumn{Key: columnChange, Head: head, Right: true, Spare: true, Told: true})
	}
	return append(columns, kit.GridColumn{Key: columnFinding, Head: d.T("ui.card.check"), Link: true, Whole: true})
}

// lines returns the rows, under the headings of their sections where all are shown.
func (y *years) lines(unit app.Text) []kit.GridRow {
	lang := y.screen.desk.Lang
	var lines []kit.GridRow
	section := ""
	for _, i := range y.rows {
		row := y.shown.Rows[i]
		if title := row.Field.Section.In(lang); !y.brief && title != section {
			section = title
			lines = append(lines, kit.GridRow{Heading: true, Cells: []kit.GridCell{{Text: title}}})
		}
		name := row.Field.Head(lang)
		if row.Field.Unit == unit {
			name = row.Field.Label.In(lang)
		}
		line := kit.GridRow{ID: int64(i + 1), Cells: []kit.GridCell{{Text: name}}}
		for at := range y.shown.Years {
			line.Cells = append(line.Cells, y.cell(row, at))
		}
		if len(y.shown.Years) > 1 {
			line.Cells = append(line.Cells, kit.GridCell{Text: row.Change(lang)})
		}
		lines = append(lines, kit.GridRow{ID: line.ID, Cells: append(line.Cells, y.state(row.Field.Key))})
	}
	return lines
}

// cell shows a figure, «н/п» and «○ нет» as three different things.
func (y *years) cell(row app.YearRow, at int) kit.GridCell {
	d := y.screen.desk
	switch v := row.Values[at]; {
	case y.shown.Reports[at] == nil:
		return kit.GridCell{}
	case v.State == app.NotApplicable:
		return kit.GridCell{Text: d.T("ui.card.na"), Colour: kit.ColorMuted}
	case v.State == app.NotProvided:
		return kit.GridCell{Text: app.MarkMissing.Before(d.T("ui.card.missing"))}
	}
	return kit.GridCell{Text: row.Words(at, nil, d.Lang)}
}

// state says what the check waits for in a figure of the chosen year.
func (y *years) state(field string) kit.GridCell {
	f := y.finding(field)
	if f == nil {
		return kit.GridCell{}
	}
	return kit.GridCell{Text: markOf(*f).Before(y.screen.desk.T(actOf(*f).short))}
}

// edit returns how the figure of a year is edited in place.
func (y *years) edit(id int64, column string) *kit.CellEdit {
	s := y.screen
	at := y.yearAt(column)
	if at < 0 || s.desk.ReadOnly() || s.seen.foreign || id < 1 {
		return nil
	}
	row := y.shown.Rows[id-1]
	return &kit.CellEdit{Field: row.Field, Value: row.Values[at], Commit: func(v app.Value) error {
		return y.record(column, row.Field, v)
	}}
}

// yearAt returns the place of a year among those shown, −1 for a column that is none.
func (y *years) yearAt(column string) int {
	year, err := strconv.Atoi(column)
	if err != nil {
		return -1
	}
	return slices.Index(y.shown.Years, year)
}

// record writes a figure into the report of a year. The first figure of a year makes its
// report.
func (y *years) record(column string, f app.Field, v app.Value) error {
	s, d := y.screen, y.screen.desk
	at := y.yearAt(column)
	if at < 0 {
		return app.ErrNotFound
	}
	var rec app.Record
	switch was := y.shown.Reports[at]; {
	case was != nil:
		rec = app.Clone(was)
	case v.Empty():
		return nil
	default:
		rec = app.YearReport(s.seen.book, s.seen.rec, y.shown.Type, y.shown.Years[at])
	}
	f.Set(rec, v)
	if err := d.Store.Save(d.Ctx(), rec); err != nil {
		return inCell(f.Key, err)
	}
	d.Changed()
	return nil
}

// inCell tells what is wrong with a record at the one cell of it that is seen.
func inCell(key string, err error) error {
	var faults app.FieldErrors
	if !errors.As(err, &faults) {
		return err
	}
	told := make(app.FieldErrors, len(faults))
	for i, fault := range faults {
		told[i] = app.FieldError{Field: key, Message: fault.Message}
	}
	return told
}

// report makes the report of a year and puts the keyboard on its first figure.
func (y *years) report(year int) {
	s, d := y.screen, y.screen.desk
	rec := app.YearReport(s.seen.book, s.seen.rec, y.of().Type, year)
	if err := d.Store.Save(d.Ctx(), rec); err != nil {
		d.Fail(err)
		return
	}
	d.Changed()
	if len(y.rows) > 0 {
		y.grid.Go(int64(y.rows[0]+1), strconv.Itoa(year))
	}
}

// open follows what stands in a column that is not edited.
func (y *years) open(id int64, column string) {
	field := y.shown.Rows[id-1].Field.Key
	if f := y.finding(field); column == columnFinding && f != nil {
		y.screen.act(*f)
		return
	}
	if rec := y.shown.Reports[len(y.shown.Reports)-1]; rec != nil {
		place := placeOf(rec)
		place.Field = field
		y.screen.desk.Open(place)
	}
}

// goTo puts the keyboard on the figure of a place, if it is shown; it reports whether it is.
func (y *years) goTo(p app.Place) bool {
	for at, rec := range y.shown.Reports {
		if rec == nil || placeOf(rec) != (app.Place{Type: p.Type, ID: p.ID}) {
			continue
		}
		for _, i := range y.rows {
			if y.shown.Rows[i].Field.Key == p.Field {
				y.grid.Go(int64(i+1), strconv.Itoa(y.shown.Years[at]))
				return true
			}
		}
	}
	return false
}
