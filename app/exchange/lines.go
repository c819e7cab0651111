package exchange

import (
	"technopark/app"
)

// rowKey is a row of a sheet.
type rowKey struct {
	sheet string
	row   int
}

// Line is what becomes of one row of a table that is read by a layout.
type Line struct {
	Sheet   string     // its name; empty for a text
	Row     int        // as spreadsheets count
	State   State      // what the row would do
	Parts   []LinePart // the record of the row, then those that belong to it
	Changes []int      // indices in Plan.Changes of what is changed or rejected in the row
}

// LinePart is one record that a row says something of.
type LinePart struct {
	Type *app.Type  // of the record
	Is   app.Record // as it would be; nil where it is rejected
	Was  app.Record // as it is; nil for a new one
}

// Part returns the record of a type that the line is about; false where it is about none.
func (l Line) Part(t *app.Type) (LinePart, bool) {
	for _, part := range l.Parts {
		if part.Type == t {
			return part, true
		}
	}
	return LinePart{}, false
}

// Lines returns what becomes of the rows of a table that is read by a layout, in their order.
func (p *RecordsPlan) Lines() []Line { return p.lines }

// TitleOf names the records that are there and those on their way.
func (p *RecordsPlan) TitleOf(typeKey string, id int64) string { return p.titles(typeKey, id) }

// Landing returns the records that are to be written, as they would be; new ones have ids of no file.
func (p *RecordsPlan) Landing() []app.Record {
	all := make([]app.Record, len(p.landings))
	for i, l := range p.landings {
		all[i] = l.rec
	}
	return all
}

// CountLines returns how many rows of tables that are read by a layout are in a state.
func (p *RecordsPlan) CountLines(s State) int {
	n := 0
	for _, l := range p.lines {
		if l.State == s {
			n++
		}
	}
	return n
}

// planLine plans one record and keeps what becomes of its row.
func (p *recordsPlanner) planLine(in incoming, row inRow, m *matcher) app.Record {
	if in.laid == nil {
		return p.planRow(in, row, m)
	}
	key := rowKey{in.sheet, row.number}
	if in.part && p.ofRow[key] == 0 {
		return nil // the row is rejected already
	}
	before, from, landed := p.rows, len(p.Changes), len(p.landings)
	rec := p.planRow(in, row, m)
	state := Same
	for s := range before {
		if p.rows[s] > before[s] {
			state = State(s)
		}
	}
	part := LinePart{Type: in.t, Is: rec}
	switch {
	case state == Same:
		part.Was = rec
	case state == Changed && len(p.landings) > landed:
		part.Was = p.landings[len(p.landings)-1].was
	}
	if in.part && state == Rejected {
		p.note("строка %d%s: %s из неё не берётся, остальное запишется", "row %d%s: its %s is not taken, the rest will be written", row.number, onSheet(in.sheet), in.t.One)
	}
	if !in.part && rec != nil {
		p.ofRow[key] = rec.Header().ID
	}
	at, known := p.lineOf[key]
	if !known {
		at = len(p.lines)
		p.lineOf[key] = at
		p.lines = append(p.lines, Line{Sheet: in.sheet, Row: row.number, State: state})
	}
	line := &p.lines[at]
	if known {
		line.State = both(line.State, state)
	}
	line.Parts = append(line.Parts, part)
	for i := from; i < len(p.Changes); i++ {
		line.Changes = append(line.Changes, i)
	}
	return rec
}

// both is the state of a row that says something of two records: rejected as soon as one is, and
// changed where one is there and the other comes.
func both(a, b State) State {
	switch {
	case a == Rejected || b == Rejected:
		return Rejected
	case a == b:
		return a
	case a == New:
		return New
	}
	return Changed
}

// partsRejected reports whether something else that the row has cannot land, so that nothing of it
// does; it tells what.
func (p *recordsPlanner) partsRejected(in incoming, row inRow) bool {
	rejected := false
	for _, part := range row.parts {
		of := incoming{t: part.t, sheet: in.sheet, laid: in.laid, part: true}
		from := len(p.Changes)
		rec, bad := p.compose(of, part.inRow)
		if !bad {
			p.Changes = p.Changes[:from] // what is left out is told when the record itself is planned
			owner, _ := part.t.Field(part.t.Owner)
			owner.Set(rec, app.NumberValue(firstNew))
			if faults := app.Validate(rec); len(faults) > 0 {
				p.faults(of, part.inRow, faults)
				p.rows[Rejected]-- // the row is counted once
				bad = true
			}
		}
		rejected = rejected || bad
	}
	return rejected
}

// repeats reports whether a row says of a record nothing that it does not have already.
func (p *recordsPlanner) repeats(row inRow, was app.Record) bool {
	is := p.byID[was.Type().Key][was.Header().ID]
	for i := range row.cells {
		c := &row.cells[i]
		v, err := p.value(c)
		if err != nil || !taken(c.field) || v.Empty() || v == c.field.Get(is) || c.loose && named(is, v.S) {
			continue
		}
		return false
	}
	return true
}
