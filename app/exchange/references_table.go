package exchange

import (
	"slices"
	"strconv"
	"strings"

	"technopark/app"
)

// How far down and to the right of a sheet its head is looked for.
const (
	headRows    = 60
	headColumns = 30
)

// spot is where a cell stands in its sheet, whichever way the table is read.
type spot struct{ row, column int }

func (s spot) where(sheet string) app.Text {
	at := ColumnName(s.column) + strconv.Itoa(s.row)
	return said("%s%s", "%s%s", at, onSheet(sheet))
}

// lines are the rows of a sheet or, turned, its columns.
type lines struct {
	rows   []Row
	turned bool
}

func (l lines) spot(row, column int) spot {
	if l.turned {
		row, column = column, row
	}
	return spot{row, column}
}

// turn makes rows of the columns of a sheet.
func turn(rows []Row) lines {
	columns := map[int]*Row{}
	var order []int
	for _, row := range rows {
		for _, c := range row.Cells {
			if columns[c.Column] == nil {
				columns[c.Column] = &Row{Number: c.Column}
				order = append(order, c.Column)
			}
			moved := c
			moved.Column = row.Number
			columns[c.Column].Cells = append(columns[c.Column].Cells, moved)
		}
	}
	slices.Sort(order)
	turned := lines{turned: true}
	for _, column := range order {
		turned.rows = append(turned.rows, *columns[column])
	}
	return turned
}

// layout is where a table has what.
type layout struct {
	lines
	head    int            // index of the row of heads
	heads   map[int]header // by column
	columns []int          // of measures, from the left
	parks   int            // column of the names
	region  int            // column of their regions; 0 where there is none
}

// table plans a sheet that has a column for each measure, or a row for each; false where it has
// neither.
func (p *referencePlan) table(sheet Sheet) bool {
	upright, turned := p.headOf(lines{rows: sheet.Rows}), p.headOf(turn(sheet.Rows))
	best, other := upright, turned
	if len(turned.columns) > len(upright.columns) {
		best, other = turned, upright
	}
	if !best.findParks() {
		if best = other; !best.findParks() {
			return false
		}
	}
	p.ignored(best)
	body := p.units(&best)
	for _, row := range best.rows[body:] {
		p.row(best, row)
	}
	return true
}

// headOf finds the row with most heads of measures.
func (p *referencePlan) headOf(l lines) layout {
	best := layout{lines: l}
	most := headRows
	if l.turned {
		most = headColumns
	}
	for i, row := range l.rows[:min(most, len(l.rows))] {
		heads, columns := map[int]header{}, []int(nil)
		for _, c := range row.Cells {
			if h, _, ok := p.headerOf(c.Text); ok {
				heads[c.Column] = h
				columns = append(columns, c.Column)
			}
		}
		if len(columns) > len(best.columns) {
			best.head, best.heads, best.columns = i, heads, columns
		}
	}
	return best
}

// findParks finds the column with the names: one that is called so, else the one with most words
// left of the figures.
func (l *layout) findParks() bool {
	if len(l.columns) == 0 {
		return false
	}
	most := 0
	words := map[int]int{}
	for _, row := range l.rows[l.head+1:] {
		for _, c := range row.Cells {
			if _, measure := l.heads[c.Column]; !measure && c.Kind == Typed && strings.Trim(c.Text, "0123456789 .,-—–/%") != "" {
				words[c.Column]++
			}
		}
	}
	for _, c := range l.rows[l.head].Cells {
		folded := app.Fold(c.Text)
		switch {
		case l.heads[c.Column].measure.Code != "":
		case called(folded, "регион", "субъект", "город", "region", "city"):
			l.region = c.Column
		case l.parks == 0 && words[c.Column] > 0 && called(folded, "технопарк", "парк", "наименование", "название", "park", "name", "unit"):
			l.parks = c.Column
		}
	}
	for column, n := range words {
		if l.parks == 0 && column != l.region && (n > words[most] || n == words[most] && column < most) {
			most = column
		}
	}
	if l.parks == 0 {
		l.parks = most
	}
	return l.parks > 0
}

func called(folded string, words ...string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(folded, app.Fold(word)) })
}

// ignored tells which columns are not taken: a code that the method does not have is rejected.
func (p *referencePlan) ignored(l layout) {
	var names []string
	for _, c := range l.rows[l.head].Cells {
		if l.heads[c.Column].measure.Code != "" || c.Column == l.parks || c.Column == l.region {
			continue
		}
		if _, unknown, _ := p.headerOf(c.Text); unknown != "" {
			p.reject(l.spot(l.rows[l.head].Number, c.Column), c.Text, said("код показателя методики года", "the code of an indicator of the method of the year"),
				said("показателя %s в методике года нет: исправьте код или удалите столбец", "the method of the year has no indicator %s: correct the code, or remove the column", unknown))
			continue
		}
		if name := clip(c.Text); strings.Trim(name, "0123456789№#.,/ ") != "" && !called(app.Fold(name), "№", "п/п", "n п/п") {
			names = append(names, "«"+name+"»")
		}
	}
	if len(names) > 0 {
		p.note("не взято, потому что это не показатели методики: %s", "not taken, since these are no indicators of the method: %s", strings.Join(names, ", "))
	}
}

// units takes the rows below the head that go on with it — names under codes, units, numbers of
// columns — and returns where the figures begin. Columns in another unit are rejected whole.
func (p *referencePlan) units(l *layout) int {
	at := l.head + 1
	for at < len(l.rows) && (l.repeats(p.References, l.rows[at]) || l.explains(l.rows[at])) {
		for _, column := range l.columns {
			if text := strings.Trim(l.rows[at].At(column).Text, " :(),"); isUnit(text) {
				h := l.heads[column]
				h.unit = text
				l.heads[column] = h
			}
		}
		at++
	}
	if at < len(l.rows) && l.numbers(l.rows[at]) {
		p.note("номера столбцов (%s) не взяты", "the numbers of columns (%s) were not taken", l.spot(l.rows[at].Number, l.parks).where(p.sheet))
		at++
	}
	l.columns = slices.DeleteFunc(l.columns, func(column int) bool {
		h := l.heads[column]
		if h.unit == "" || sameUnit(h.unit, h.measure) {
			return false
		}
		p.wrongUnit(h, l.rows[l.head].At(column).Text, l.spot(l.rows[l.head].Number, column))
		return true
	})
	return at
}

func (p *referencePlan) wrongUnit(h header, found string, at spot) {
	p.reject(at, found, h.measure.Unit,
		said("значения даны в «%s», а показатель %s — в «%s»; ни одно из них не взято. Пересчитайте их и исправьте единицу", "the values are in “%s”, and the indicator %s in “%s”; none of them was taken. Convert them and correct the unit",
			h.unit, h.measure.Code, h.measure.Unit))
}

// repeats reports whether a row has the heads once more: names under codes, or the head of the
// next page.
func (l layout) repeats(r References, row Row) bool {
	some := false
	for _, column := range l.columns {
		c := row.At(column)
		if c.Text == "" {
			continue
		}
		h, _, ok := r.headerOf(c.Text)
		if !ok || h.measure.Code != l.heads[column].measure.Code {
			return false
		}
		some = true
	}
	return some
}

// explains reports whether a row below the head says more of the columns, units or names, and is
// of no park.
func (l layout) explains(row Row) bool {
	some := false
	for _, column := range l.columns {
		c := row.At(column)
		if c.Text == "" {
			continue
		}
		if c.Kind != Typed || !isUnit(c.Text) && (isNothing(c.Text) || strings.ContainsAny(c.Text, "0123456789")) {
			return false
		}
		some = true
	}
	name := app.Fold(row.At(l.parks).Text)
	return some && (name == "" || called(name, "ед.", "единиц", "unit", "технопарк", "наименование", "название"))
}

// numbers reports whether a row below the head numbers the columns, as official forms do.
func (l layout) numbers(row Row) bool {
	last := 0
	for _, column := range l.columns {
		n, err := strconv.Atoi(strings.TrimSpace(row.At(column).Text))
		if err != nil || last > 0 && n != last+1 {
			return false
		}
		last = n
	}
	name := strings.TrimSpace(row.At(l.parks).Text)
	return len(l.columns) > 1 && (strings.Trim(name, "0123456789.") == "" || name == "А" || name == "A")
}

// row plans the figures of one park.
func (p *referencePlan) row(l layout, row Row) {
	some := slices.ContainsFunc(l.columns, func(column int) bool { c := row.At(column); return c.Text != "" || c.Kind == Fault })
	if !some || l.repeats(p.References, row) {
		return
	}
	name := row.At(l.parks)
	at := l.spot(row.Number, l.parks)
	if strings.TrimSpace(name.Text) == "" {
		p.reject(at, "", said("название технопарка", "the name of a park"), said("значения стоят в строке без названия технопарка: впишите его или удалите их", "there are values in a row without the name of a park: write it, or remove them"))
		return
	}
	region := ""
	if l.region > 0 {
		region = row.At(l.region).Text
	}
	whose, ok := p.subject(name.Text, region, at)
	if !ok {
		return
	}
	for _, column := range l.columns {
		if c := row.At(column); c.Text != "" || c.Kind == Fault {
			h := l.heads[column]
			p.put(whose, h.measure, h.unit, c, l.spot(row.Number, column))
		}
	}
}
