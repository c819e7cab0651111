package questionnaire

import (
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/workbook"
)

// locator finds the cells of the answers: by the names the book gives them, and by the keys of the
// rows. Never by their place alone: people insert rows, and programs move what they save.
type locator struct {
	book   *workbook.Book
	answer *Answer
	hidden *hiddenSheet
	named  map[Place][]spot
	keyed  map[Place][]spot
	sheets map[string]*workbook.Sheet
	rowKey map[rowAt]string // what the hidden column says of a row
}

// spot is a cell of the workbook.
type spot struct {
	sheet       string
	row, column int
}

type rowAt struct {
	sheet string
	row   int
}

func (l *locator) locate() {
	l.named, l.keyed = map[Place][]spot{}, map[Place][]spot{}
	l.sheets, l.rowKey = map[string]*workbook.Sheet{}, map[rowAt]string{}
	for i := range l.book.Sheets {
		s := &l.book.Sheets[i]
		if l.sheets[s.Name] = s; s.Name != IdentitySheet {
			l.byKeys(s)
		}
	}
	places := l.asked()
	seen, same := map[spot][]Place{}, map[spot]int{}
	for _, p := range places {
		g := l.given(p)
		if p.Field == RowID {
			l.rowID(g)
			continue
		}
		if g.Trouble != Lost {
			at := l.joined(spot{g.Sheet, g.Row, g.Column})
			seen[at] = append(seen[at], p)
			same[spot{g.Sheet, g.Row, g.Column}]++
		}
		l.answer.Given = append(l.answer.Given, g)
	}
	for i := range l.answer.Given { // two answers in one cell: nobody can say whose it is
		g := &l.answer.Given[i]
		if g.Trouble == NoTrouble && len(seen[l.joined(spot{g.Sheet, g.Row, g.Column})]) > 1 {
			g.Trouble = Joined
			if same[spot{g.Sheet, g.Row, g.Column}] > 1 {
				g.Trouble = Shared
			}
		}
	}
	l.answer.inOrder()
}

// asked returns what is asked, and the ids of rows: as the hidden sheet lists it, else as the names
// and keys do.
func (l *locator) asked() []Place {
	var all []Place
	known := map[Place]bool{}
	add := func(p Place, ok bool) {
		if ok && !known[p] {
			known[p] = true
			all = append(all, p)
		}
	}
	for _, key := range l.hidden.keys {
		add(PlaceOfKey(key))
	}
	listed := len(all) > 0
	for _, n := range l.book.Names {
		p, ours := PlaceOfName(n.Name)
		if !ours {
			continue
		}
		if !listed || p.Field == RowID {
			add(p, true)
		}
		if n.Sheet != "" && l.sheets[n.Sheet] != nil {
			l.named[p] = append(l.named[p], spot{n.Sheet, n.Area.Top, n.Area.Left})
		}
	}
	for p := range l.hidden.ids {
		add(p, true)
	}
	for _, p := range sortedPlaces(l.keyed) {
		if !listed || p.Field == RowID {
			add(p, true)
		}
	}
	return all
}

func sortedPlaces(of map[Place][]spot) []Place {
	var keys []string
	for p := range of {
		keys = append(keys, p.Key())
	}
	var all []Place
	for _, key := range sorted(keys) {
		p, _ := PlaceOfKey(key) // it was made of one
		all = append(all, p)
	}
	return all
}

// rowKeyOf reads the key of a row: «resident_report.revenue» of a single answer, «job.3» of a row
// of a table.
func rowKeyOf(text string) (single Place, typeKey string, row int, ok bool) {
	if typeKey, number, two := strings.Cut(text, "."); two && app.TypeByKey(typeKey) != nil {
		if n, err := strconv.Atoi(number); err == nil && n > 0 {
			return Place{}, typeKey, n, true
		}
	}
	p, ok := PlaceOfKey(text)
	return p, "", 0, ok && p.Row == 0
}

// keysOn returns the column of keys of a sheet, that which has the most, and how many it has; 0
// for none.
func keysOn(s *workbook.Sheet) (column, count int) {
	counts := map[int]int{}
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			if _, _, _, ok := rowKeyOf(c.Text); ok {
				counts[c.Column]++
			}
		}
	}
	for c, n := range counts {
		if n > count || n == count && c < column {
			column, count = c, n
		}
	}
	return column, count
}

// mostSpots is how many cells of one answer are noted: two are one too many already.
const mostSpots = 8

// byKeys notes the cells that the hidden column and the hidden row of a sheet lead to.
func (l *locator) byKeys(s *workbook.Sheet) {
	column, count := keysOn(s)
	const fewest = 3 // a head alone has as many as its table has columns
	if count < fewest {
		return
	}
	heads := headsOn(s, column)
	for _, row := range s.Rows {
		text := row.At(column).Text
		single, typeKey, number, ok := rowKeyOf(text)
		if !ok {
			continue
		}
		l.rowKey[rowAt{s.Name, row.Number}] = text
		for key, at := range heads {
			p := single
			if typeKey != "" {
				record, field, _ := strings.Cut(key, ".")
				if record != typeKey {
					continue
				}
				p = Place{record, number, field}
			} else if key != ValueHead {
				continue
			}
			if len(l.keyed[p]) < mostSpots {
				l.keyed[p] = append(l.keyed[p], spot{s.Name, row.Number, at})
			}
		}
	}
}

// headsOn reads what the columns of a sheet hold, from the row that says so.
func headsOn(s *workbook.Sheet, keys int) map[string]int {
	heads := map[string]int{}
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			words := strings.Fields(c.Text)
			if c.Column == keys || len(words) == 0 || !slices.ContainsFunc(words, isHead) || slices.ContainsFunc(words, func(w string) bool { return !isHead(w) }) {
				continue
			}
			for _, w := range words {
				heads[w] = c.Column
			}
		}
		if heads[ValueHead] > 0 {
			return heads
		}
		clear(heads)
	}
	return heads
}

// isHead reports whether a word says what a column holds.
func isHead(word string) bool {
	if typeKey, field, two := strings.Cut(word, "."); two && field == RowID {
		return app.TypeByKey(typeKey) != nil
	}
	p, ok := PlaceOfKey(word)
	return word == ValueHead || ok && p.Row == 0
}

// given reads the cell of an answer.
func (l *locator) given(p Place) Given {
	known := l.hidden.known[p.Key()]
	g := Given{Place: p, Known: known, Told: l.hidden.told}
	named, keyed := l.named[p], l.keyed[p]
	all := append(slices.Clone(named), keyed...)
	if len(all) == 0 {
		g.Trouble = Lost
		return g
	}
	l.put(&g, all[0])
	key := l.rowKey[rowAt{g.Sheet, g.Row}]
	for _, other := range all[1:] {
		if l.joined(other) == l.joined(all[0]) {
			continue
		}
		g.Other = other.sheet + "!" + workbook.Address(other.row, other.column)
		switch same := l.cell(other).Text == g.Cell.Text; {
		case other.sheet == g.Sheet && len(named) > 0 && slices.Contains(keyed, other):
			g.Trouble = Moved
			return g
		case !same:
			g.Trouble = Twice
			return g
		}
	}
	switch {
	case key != "" && !leadsTo(key, p): // the row says it is of something else
		g.Trouble, g.Other = Shifted, key
	case l.joined(all[0]) != all[0]:
		g.Trouble = Joined
	}
	return g
}

// leadsTo reports whether the key of a row is that of a place.
func leadsTo(key string, p Place) bool {
	single, typeKey, row, ok := rowKeyOf(key)
	return ok && (typeKey == "" && single == p || typeKey == p.Record && row == p.Row)
}

func (l *locator) put(g *Given, at spot) {
	g.Sheet, g.Row, g.Column, g.Cell = at.sheet, at.row, at.column, l.cell(at)
}

func (l *locator) cell(at spot) workbook.Cell { return l.sheets[at.sheet].At(at.row, at.column) }

// joined returns the cell that shows what was typed into a cell: of joined ones the first.
func (l *locator) joined(at spot) spot {
	for _, area := range l.sheets[at.sheet].Merged {
		if area.Has(at.row, at.column) {
			return spot{at.sheet, area.Top, area.Left}
		}
	}
	return at
}

// rowID notes which record a row of a table shows: 0 for none, below 0 where nobody can say.
func (l *locator) rowID(g Given) {
	listed, is := l.hidden.ids[g.Place]
	text := strings.TrimSpace(g.Cell.Text)
	switch {
	case g.Trouble == Lost && is:
		text = listed
	case g.Trouble == Lost:
		return
	case is && listed != text:
		text = "?"
	}
	id, ok := idOf(text)
	if g.Trouble != NoTrouble && g.Trouble != Lost || !ok && text != "" {
		id = -1
	}
	rows := l.answer.rows[g.Place.Record]
	if rows == nil {
		rows = map[int]int64{}
		l.answer.rows[g.Place.Record] = rows
	}
	rows[g.Place.Row] = id
}
