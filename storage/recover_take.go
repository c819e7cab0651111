package storage

import (
	"slices"

	"technopark/app"
	"technopark/storage/btree"
)

// take takes rows of a table and returns how many.
func (r *remains) take(l *layout, rows []numberedRow, from origin) (taken int) {
	for _, row := range rows {
		if !l.fits(row.values) {
			continue
		}
		taken++
		for _, v := range row.values {
			r.held += int64(len(v.Bytes))
		}
		switch {
		case l.typ != nil:
			values, spoiled := l.legible(row.values)
			r.rows[l.name][row.id] = append(r.rows[l.name][row.id], rowFound{
				values: values, spoiled: spoiled, park: l.at(row.values, "park_id").Int, from: from,
				created: string(l.at(row.values, "created").Bytes), changed: string(l.at(row.values, "changed").Bytes),
			})
		case l.name == "journal":
			r.takeLine(l, row, from)
		case l.name == "change":
			if _, known := r.steps[row.id]; !known || from == inTable {
				r.steps[row.id] = stepFound{string(row.values[1].Bytes), string(row.values[2].Bytes)}
			}
		case l.name == "content":
			name := string(row.values[0].Bytes)
			r.contents[name] = append(r.contents[name], row.cell)
		case l.name == "sqlite_sequence":
			r.given[string(row.values[0].Bytes)] = row.values[1].Int
		}
	}
	return taken
}

// takeLine takes an entry of the journal.
func (r *remains) takeLine(l *layout, row numberedRow, from origin) {
	text := func(name string) string { return string(l.at(row.values, name).Bytes) }
	e := app.JournalEntry{
		ID: row.id, Who: text("who"), Change: l.at(row.values, "change_id").Int, Cause: app.Cause(text("cause")),
		Action: app.Action(text("action")), Type: text("type"), Record: l.at(row.values, "record").Int,
		Before: text("before"), After: text("after"), Hash: text("hash"), Begins: text("what"),
	}
	at, prev := text("at"), text("prev")
	e.At, _ = parseStamp(at) // one that cannot be read proves nothing
	same := func(x lineFound) bool { return x.entry == e && x.at == at && x.prev == prev }
	if !slices.ContainsFunc(r.lines[row.id], same) && len(r.lines[row.id]) < mostVersions {
		r.lines[row.id] = append(r.lines[row.id], lineFound{e, at, prev, from})
	}
}

// mostVersions is how many rows of one number are looked at.
const mostVersions = 8

// readStray notes a page that has rows and to which nothing leads.
func (r *remains) readStray(n int64) {
	p := r.file.Page(n)
	if p.Kind != btree.TableLeaf || len(p.Cells) == 0 {
		return
	}
	from := astray
	if r.free[n] {
		from = deleted
	}
	r.stray = append(r.stray, strayPage{p, from})
}

// settleStray finds out of which table the rows of each stray page are. All rows of a page are
// of one table. What several tables could have is looked up in the journal, which is read first:
// its rows are like no others.
func (r *remains) settleStray() {
	var open []strayPage
	for _, s := range r.stray {
		rows := r.rowsOf(s.page)
		switch of := r.tablesOf(rows); {
		case len(of) == 1:
			r.takeStray(of[0], rows, s.from)
		case len(of) > 1:
			open = append(open, s)
		case s.from == astray && !r.ofOthers(rows):
			r.unknown += len(rows)
		}
	}
	for _, s := range open {
		rows := r.rowsOf(s.page)
		if l := r.byJournal(r.tablesOf(rows), rows); l != nil {
			r.takeStray(l, rows, s.from)
		} else if s.from == astray {
			r.unknown += len(rows)
		}
	}
}

// takeStray takes the rows of a page that nothing leads to: their table is not whole.
func (r *remains) takeStray(l *layout, rows []numberedRow, from origin) {
	if from == astray {
		r.whole[l.name] = false
	}
	r.take(l, rows, from)
}

// tablesOf returns the tables whose rows these can be.
func (r *remains) tablesOf(rows []numberedRow) (all []*layout) {
	if len(rows) == 0 {
		return nil
	}
	for _, l := range r.layouts {
		if l.typ == nil && l.name != "journal" && l.name != "change" && l.name != "content" && l.name != "sqlite_sequence" {
			continue
		}
		fit := 0
		for _, row := range rows {
			if l.telling(row.values) {
				fit++
			}
		}
		if 2*fit > len(rows) {
			all = append(all, l)
		}
	}
	return all
}

// ofOthers reports whether rows are of a table that keeps nothing people wrote.
func (r *remains) ofOthers(rows []numberedRow) bool {
	for _, l := range r.layouts {
		if l.typ == nil && mostFit(l, rows) {
			return true
		}
	}
	return len(rows) == 0 || len(rows[0].values) == 5 // the schema
}

// byJournal returns the one table whose records the journal knows by the numbers of the rows,
// added when these say; nil when it does not decide.
func (r *remains) byJournal(of []*layout, rows []numberedRow) *layout {
	born := r.births()
	var best *layout
	most, twice := 0, false
	for _, l := range of {
		if l.typ == nil {
			continue
		}
		known := 0
		for _, row := range rows {
			if at := string(l.at(row.values, "created").Bytes); at != "" && born[reference{l.name, row.id}] == at {
				known++
			}
		}
		if twice = known == most && best != nil; known > most {
			best, most, twice = l, known, false
		}
	}
	if twice {
		return nil
	}
	return best
}

// births returns when each record was added, by the entries that were read.
func (r *remains) births() map[reference]string {
	if r.born == nil {
		r.born = map[reference]string{}
		for _, lines := range r.lines {
			for _, l := range lines {
				if l.entry.Action == app.ActionAdd {
					r.born[reference{l.entry.Type, l.entry.Record}] = l.at
				}
			}
		}
	}
	return r.born
}
