package rating

import (
	"math/big"
	"slices"

	"technopark/app"
)

// tally decides what is in one indicator: which residents, items or cells, and
// what is missing.
type tally struct {
	reader *reader
	def    *indicatorDef

	completeness Completeness
	excluded     int           // residents out by «не применимо»
	taken        map[unit]bool // residents that are in
	members      []Member
	missing      *missing
	absent       []*termDef // own terms that cannot be added up
}

// unit is a resident, or a resident in one year.
type unit struct {
	resident int64
	year     int // 0 unless the indicator runs over pairs
}

func (t *tally) count() error {
	for _, def := range t.def.terms {
		if def.list != nil {
			continue
		}
		if _, err := t.reader.entries(def); err != nil {
			return err
		}
	}
	switch t.def.over {
	case overList:
		return t.countItems()
	case overOwn:
		t.countCells()
		return nil
	}
	t.countResidents()
	for _, def := range t.def.terms {
		if !def.ofResidents {
			t.checkOwn(def)
		}
	}
	return nil
}

// in reports whether the entry belongs to what is in the indicator.
func (t *tally) in(def *termDef, e *entry) bool {
	if t.def.over == overList || !def.ofResidents {
		return true
	}
	return t.taken[t.unitOf(e)]
}

func (t *tally) unitOf(e *entry) unit {
	if t.def.over == overEveryYear {
		return unit{e.resident, e.year}
	}
	return unit{resident: e.resident}
}

// units returns the residents the indicator is about.
func (t *tally) units() []unit {
	var units []unit
	year := t.reader.year
	switch t.def.over {
	case overEveryYear:
		for y := t.firstYear(); y <= year; y++ {
			for id := range t.reader.activeIn(y) {
				units = append(units, unit{id, y})
			}
		}
	case overBothYears:
		before := t.reader.activeIn(year - 1)
		for id := range t.reader.activeIn(year) {
			if before[id] {
				units = append(units, unit{resident: id})
			}
		}
	default:
		for id := range t.reader.activeIn(year) {
			units = append(units, unit{resident: id})
		}
	}
	slices.SortFunc(units, func(x, y unit) int {
		if x.resident != y.resident {
			return int(x.resident - y.resident)
		}
		return x.year - y.year
	})
	return units
}

// firstYear is the first year of which the file has records of residents; what
// was before it is in an opening figure.
func (t *tally) firstYear() int {
	first := t.reader.year + 1
	for _, def := range t.def.terms {
		if !def.ofResidents {
			continue
		}
		if y, ok := t.reader.index.first(def.of); ok && y < first {
			first = y
		}
	}
	return first
}

// activeIn returns the residents active in a year.
func (r *reader) activeIn(year int) map[int64]bool {
	if known, ok := r.active[year]; ok {
		return known
	}
	active := map[int64]bool{}
	for _, res := range r.index.book.ActiveResidents(app.YearPeriod(year)) {
		active[res.ID] = true
	}
	r.active[year] = active
	return active
}

// countResidents decides about each resident by all terms at once, because a
// resident out of one sum is out of all.
func (t *tally) countResidents() {
	grouped := make([]map[unit][]*entry, len(t.def.terms))
	for i, def := range t.def.terms {
		grouped[i] = map[unit][]*entry{}
		if !def.ofResidents {
			continue
		}
		for _, e := range t.reader.terms[def.name] {
			u := t.unitOf(e)
			grouped[i][u] = append(grouped[i][u], e)
		}
	}
	t.taken = map[unit]bool{}
	for _, u := range t.units() {
		t.countResident(u, grouped)
	}
}

func (t *tally) countResident(u unit, grouped []map[unit][]*entry) {
	whole := true
	lacks := newMissing(t.reader.index.book)
	for i, def := range t.def.terms {
		if !def.ofResidents {
			continue
		}
		entries := grouped[i][u]
		if def.report && len(entries) == 0 {
			whole = false
			lacks.report(def, u.resident, t.dueYear(def, u))
		}
		for _, e := range entries {
			if def.base && e.na {
				t.excluded++
				t.member(u, Outside)
				return
			}
			if len(e.gaps) > 0 {
				whole = false
				lacks.cells(e.gaps, u.resident)
			}
		}
	}
	t.completeness.Of++
	if whole {
		t.completeness.In++
		t.taken[u] = true
		t.member(u, Inside)
		return
	}
	t.member(u, Lacking)
	t.missing.take(lacks)
}

func (t *tally) member(u unit, s Standing) {
	if u.year == 0 {
		u.year = t.reader.year
	}
	t.members = append(t.members, Member{Resident: u.resident, Year: u.year, Standing: s})
}

func (t *tally) dueYear(def *termDef, u unit) int {
	if u.year != 0 {
		return u.year
	}
	return t.reader.yearOf(def)
}

// checkOwn notes what the park's own records lack; it returns how many cells of
// the term are there and how many should be. A list of facts that happened has
// none missing when it is empty.
func (t *tally) checkOwn(def *termDef) (in, of int) {
	entries := t.reader.terms[def.name]
	cells := max(1, len(def.cells()))
	if len(entries) == 0 {
		if !def.report {
			return 1, 1
		}
		t.missing.report(def, 0, t.reader.yearOf(def))
		t.absent = append(t.absent, def)
		return 0, cells
	}
	lacking := false
	for _, e := range entries {
		if !e.counted && len(e.gaps) == 0 {
			continue
		}
		of += cells
		in += max(0, cells-len(e.gaps))
		if len(e.gaps) > 0 {
			lacking = true
			t.missing.cells(e.gaps, 0)
		}
	}
	if lacking {
		t.absent = append(t.absent, def)
	}
	if of == 0 {
		return 1, 1
	}
	return in, of
}

func (t *tally) countCells() {
	for _, def := range t.def.terms {
		in, of := t.checkOwn(def)
		t.completeness.In += in
		t.completeness.Of += of
	}
}

// one is what a record or an item counts for.
func one() *big.Rat { return big.NewRat(1, 1) }
