package exchange

import (
	"regexp"
	"slices"
	"strconv"

	"technopark/app"
	"technopark/app/workbook"
)

// Guess proposes how a sheet is read as records of a type: where its head is, what its columns are,
// by names, by other names that people give them, and by what stands in the cells. kept are the layouts
// of tables before; one of the same heads is followed. first and last are the rows of the head where
// somebody has said them, as spreadsheets count; both 0 to find it, both −1 for a table without one.
func (r Recipient) Guess(b *Book, sheet int, t *app.Type, first, last int, kept []KeptLayout) *Layout {
	l := r.Propose(b, sheet, t, first, last, kept)
	r.Survey(b, l)
	return l
}

// Propose is Guess without what Survey finds in the columns, which only a person looks at.
func (r Recipient) Propose(b *Book, sheet int, t *app.Type, first, last int, kept []KeptLayout) *Layout {
	l := &Layout{Type: t, Sheet: sheet, Given: map[string]string{}}
	rows := b.Sheets[sheet].Rows
	h := newHeadReader(t)
	switch {
	case first > 0:
		l.First, l.Last = first, max(first, last)
	case first == 0:
		l.First, l.Last = h.find(rows)
	}
	g := guesser{Recipient: r, p: r.planner(), sheet: b.Sheets[sheet], h: h, l: l, rows: rows}
	g.p.laying = true
	g.columns()
	if old := keptFor(kept, l); old != nil {
		l.follow(old)
	}
	g.content()
	g.settle()
	return l
}

// Heads proposes it by the heads of the columns alone, without a look at what is recorded: that is how
// the types of records are compared that a table may be of.
func (r Recipient) Heads(b *Book, sheet int, t *app.Type) *Layout {
	l := &Layout{Type: t, Sheet: sheet, Given: map[string]string{}}
	h := newHeadReader(t)
	l.First, l.Last = h.find(b.Sheets[sheet].Rows)
	g := guesser{Recipient: r, sheet: b.Sheets[sheet], h: h, l: l, rows: b.Sheets[sheet].Rows}
	g.columns()
	return l
}

// guesser is a layout in the making.
type guesser struct {
	Recipient
	p     *recordsPlanner // for names of records
	sheet Sheet
	h     *headReader
	l     *Layout
	rows  []Row
}

// find returns where the head of a table is: the rows, one to three, whose cells mean most fields;
// zeros where none mean any.
func (h *headReader) find(rows []Row) (first, last int) {
	best, sure := 0, len(rows) // sure is the first row that can hardly be anything but a head
	for i := range rows[:min(len(rows), topRows)] {
		if i > sure+1 {
			break // what follows is the head of another table
		}
		for n := 1; n <= mostHead && i+n <= len(rows); n++ {
			head := rows[i : i+n]
			if n > 1 && len(head[0].Cells) < 2 {
				break // a title stands over the head
			}
			if n > 1 && (!isHeadLike(head[n-1]) || isNumbering(head[n-1]) || head[n-1].Number != head[n-2].Number+1) {
				break
			}
			score := h.score(head)
			if score > best {
				best, first, last = score, head[0].Number, head[n-1].Number
			}
			if score >= sureScore && isHeadLike(rows[i]) {
				sure = min(sure, i)
			}
		}
	}
	return first, last
}

// sureScore is that of a head of which two columns are named as our fields are.
const sureScore = 40

// mostHead is how many rows a head has at most.
const mostHead = 3

// score tells how well rows are understood as a head. Each row more has to earn its place.
func (h *headReader) score(rows []Row) int {
	score, strong := 0, 0
	seen := map[string]bool{}
	alone := lowest(rows)
	for column, text := range joinHeads(rows) {
		found := h.readJoined(text, alone[column])
		for _, key := range found.fields {
			if seen[key] {
				continue
			}
			seen[key] = true
			switch found.why {
			case WhyLabel, WhyCalled:
				score, strong = score+20, strong+1
			default:
				score += 8
				if alone[column] != "" {
					score += 8 // the line above only says of what
				}
			}
		}
		if found.why == WhyNumbers || found.why == WhyDerived {
			score += 4
		}
	}
	cells := 0
	for _, row := range rows {
		cells = max(cells, len(row.Cells))
	}
	switch {
	case strong == 0 && len(seen) < 2:
		return 0
	case len(seen) < 2 && cells > 2 && !h.isSmall():
		score -= 10 // a title that happens to hold a name
	}
	if len(rows) > 1 && isUnits(rows[len(rows)-1]) {
		score += 10
	}
	return score - 3*(len(rows)-1)
}

// isUnits reports the row under a head that says in which units the columns are.
func isUnits(row Row) bool {
	return len(row.Cells) > 0 && !slices.ContainsFunc(row.Cells, func(c Cell) bool { return !isUnit(c.Text) && !isMeasure(c.Text) })
}

// isSmall reports types that have hardly more than one field.
func (h *headReader) isSmall() bool { return len(Targets(h.t)) <= leastColumns }

// columns makes the columns of the layout with what their heads mean. A field goes to the head that
// means it best, of equal ones to the first.
func (g *guesser) columns() {
	rows := within(g.rows, g.l.First, g.l.Last)
	head, alone := joinHeads(rows), lowest(rows)
	data := g.data()
	cells := slices.Compact(slices.Sorted(slices.Values(slices.Concat(columnsOf(data), columnsOf(rows)))))
	found := map[int]recognised{}
	for _, column := range cells {
		g.l.Columns = append(g.l.Columns, LaidColumn{Column: column, Head: head[column]})
		if text := head[column]; text != "" {
			found[column] = g.settled(g.h.readJoined(text, alone[column]))
		}
	}
	g.codes(found, data)
	for _, hidden := range []bool{false, true} { // a field goes to what people see, and to nothing else unless it is nowhere
		for _, why := range []Why{WhyLabel, WhyCalled, WhyLike, WhyContent} {
			g.take(found, data, why, hidden)
		}
	}
	for i := range g.l.Columns {
		c := &g.l.Columns[i]
		switch why := found[c.Column].why; {
		case len(c.Fields) > 0:
		case len(found[c.Column].fields) > 0 && !(isNumberHead(c.Head) && isRowNumbers(c.Column, data)):
			c.Why = WhyTaken
		case why == WhyNumbers:
			c.Why, g.l.Number = why, c.Column
		case isNumberHead(c.Head) && isRowNumbers(c.Column, data):
			c.Why = WhyRows
		case why == WhyDerived || why == WhyUnit || why == WhyAnother:
			c.Why = why
		}
	}
}

// take gives the columns whose heads mean fields in one way these fields.
func (g *guesser) take(found map[int]recognised, data []Row, why Why, hidden bool) {
	for i := range g.l.Columns {
		c := &g.l.Columns[i]
		is := found[c.Column]
		if is.why != why || g.sheet.HidesColumn(c.Column) != hidden || slices.ContainsFunc(is.fields, func(key string) bool { return g.l.Column(key) != nil }) {
			continue
		}
		if isNumberHead(c.Head) && isRowNumbers(c.Column, data) {
			continue
		}
		c.Fields, c.Unit, c.Why, c.Unsaid = is.fields, is.unit, is.why, is.unsaid
	}
}

// settled takes a head that has the name of a figure or a day in it for none where the rest of it says that
// it is of another: of another year, planned, of a part.
func (g *guesser) settled(found recognised) recognised {
	if found.why != WhyLike || len(found.fields) != 1 {
		return found
	}
	target, _ := TargetOf(g.l.Type, found.fields[0])
	switch f := target.Field; {
	case f.Kind.Number() && changesFigure(f, found.beside, g.Year), f.Kind == app.KindDate && changesDay(found.beside):
		return recognised{why: WhyAnother}
	}
	return found
}

// data returns the rows below the head.
func (g *guesser) data() []Row { return below(g.rows, g.l.Last) }

// within returns the rows from one number to another.
func within(rows []Row, first, last int) []Row {
	var all []Row
	for _, row := range rows {
		if row.Number >= first && row.Number <= last && first > 0 {
			all = append(all, row)
		}
	}
	return all
}

// below returns the rows under a head.
func below(rows []Row, last int) []Row {
	at := slices.IndexFunc(rows, func(row Row) bool { return row.Number > last })
	if at < 0 {
		return nil
	}
	return rows[at:]
}

// isNumberHead reports the heads of columns in which rows are numbered.
func isNumberHead(head string) bool {
	switch wordsOf(head) {
	case "", wordsOf("№"), wordsOf("№ п/п"), wordsOf("№ пп"), wordsOf("п/п"), wordsOf("номер п/п"), wordsOf("n"), wordsOf("n п/п"), wordsOf("no"), "#":
		return true
	}
	return false
}

// isRowNumbers reports a column in which the rows are numbered: 1, 2, 3.
func isRowNumbers(column int, data []Row) bool {
	want, met := int64(0), 0
	for _, row := range data[:min(len(data), mostLooked)] {
		n, ok := app.ParseNumber(row.At(column).Text, 1)
		if !ok || row.At(column).Text == "" {
			continue
		}
		met++
		if want > 0 && n != want && n != want-1 {
			return false
		}
		if want == 0 && n != 1 {
			return false
		}
		want = n + 1
	}
	return met >= 2
}

// mostLooked is how many rows are looked at to understand a column.
const mostLooked = 300

// settle fills in what a table of strangers leaves unsaid.
func (g *guesser) settle() {
	l := g.l
	for _, target := range Targets(l.Type) {
		if target.Part || !target.Field.Essential || l.Column(target.Key) != nil {
			continue
		}
		f := target.Field
		switch {
		case f.Telling: // one name alone is the name without which there is no record
			for i := range l.Columns {
				c := &l.Columns[i]
				if len(c.Fields) != 1 || c.Why == WhyLabel || c.Why == WhyHand || c.Why == WhyKept {
					continue
				}
				if other, ok := l.Type.Field(c.Fields[0]); ok && other.Telling && other.Kind == app.KindText && other.Scheme == "" {
					c.Fields, c.Loose = []string{target.Key}, true
					break
				}
			}
		case f.Kind == app.KindPeriod && g.Year > 0 && l.Given[target.Key] == "":
			l.Given[target.Key] = strconv.Itoa(g.Year)
		}
	}
	data, above := g.data(), g.unitAbove()
	for i := range l.Columns {
		c := &l.Columns[i]
		if len(c.Fields) != 1 || c.Why == WhyKept {
			continue
		}
		target, _ := TargetOf(l.Type, c.Fields[0])
		if shown := shownUnit(c.Column, data); c.Unsaid && shown != "" && unitNamed(target.Field, shown) >= 0 {
			c.Unit, c.Unsaid = unitNamed(target.Field, shown), false
		}
		if c.Unsaid && above != "" && unitNamed(target.Field, above) >= 0 {
			c.Unit, c.Unsaid = unitNamed(target.Field, above), false
		}
		if f := target.Field; f.Telling && f.Kind == app.KindText && c.Why != WhyLabel {
			c.Loose = true
		}
		if f := target.Field; (f.Repeated || f.Kind == app.KindRef && (f.Essential || f.Key == target.Type.Owner)) && mostlyAbove(c.Column, data) ||
			!f.Kind.Number() && f.Kind != app.KindBool && g.joins(c.Column) {
			c.Blank = Above
		}
		if adds(target.Field) {
			c.Adds = true
		}
	}
}

// joins reports a column that has joined cells below the head.
func (g *guesser) joins(column int) bool {
	return slices.ContainsFunc(joinedIn(g.sheet, column), func(a workbook.Area) bool { return a.Top > g.l.Last })
}

// moneyAbove is how a title names the unit of all sums of a table: «Единица измерения: млн руб.», «в рублях».
var moneyAbove = regexp.MustCompile(`(?:^|[^\p{L}])(?:(тыс|млн|млрд|миллион|миллиард)\p{L}*\.?\s*)?(?:руб|рублей|рублях)(?:[^\p{L}]|$)`)

// ofASum is a unit behind a number, which is that of one sum: «выручка до 800 млн руб.».
var ofASum = regexp.MustCompile(`\d\s*(?:(?:тыс|млн|млрд|миллион|миллиард)\p{L}*\.?\s*)?руб`)

// moneyNames are the units by how their names begin there.
var moneyNames = map[string]string{
	"": "руб.", "тыс": "тыс. руб.", "млн": "млн руб.", "миллион": "млн руб.", "млрд": "млрд руб.", "миллиард": "млрд руб.",
}

// unitAbove returns the unit of money that the rows above the head name; «» where they name none, or
// several.
func (g *guesser) unitAbove() string {
	unit := ""
	for _, row := range g.rows {
		if row.Number >= g.l.First {
			break
		}
		for _, cell := range row.Cells {
			text := app.Fold(cell.Text)
			m := moneyAbove.FindStringSubmatch(text)
			if m == nil || ofASum.MatchString(text) {
				continue
			}
			named := moneyNames[m[1]]
			if unit != "" && unit != named {
				return ""
			}
			unit = named
		}
	}
	return unit
}

// shownUnit returns the unit that the formats of all figures of a column show beside them; «» for none.
func shownUnit(column int, data []Row) string {
	unit := ""
	for _, row := range data[:min(len(data), mostLooked)] {
		cell := row.At(column)
		if cell.Kind != Number {
			continue
		}
		if cell.Unit == "" || cell.Scaled || unit != "" && cell.Unit != unit {
			return ""
		}
		unit = cell.Unit
	}
	return unit
}

// adds reports the references whose names may become records: of types that are nothing but a name.
func adds(f app.Field) bool {
	t := app.TypeByKey(f.Ref)
	return t != nil && len(t.Stored()) == 1
}

// mostlyAbove reports a column of which some cells have a value for themselves and the rows below, as
// joined cells do.
func mostlyAbove(column int, data []Row) bool {
	blank, filled := 0, 0
	for i, row := range data[:min(len(data), mostLooked)] {
		if len(row.Cells) < 2 {
			continue
		}
		switch text := row.At(column).Text; {
		case text != "":
			filled++
		case i == 0:
			return false
		default:
			blank++
		}
	}
	return filled > 0 && blank*5 > filled+blank
}
