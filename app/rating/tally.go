package rating

import (
	"cmp"
	"errors"
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
	absent       []absence       // own terms that cannot be added up
	idle         map[string]bool // names of terms that decide nothing: of a share without a base

	settled   map[string]bool  // codes of the items of a list that need no further answer
	unsettled map[string][]gap // by the code of an item: what is not known of whether it needs one
}

// absence is an own term that cannot be added up, and why.
type absence struct {
	def   *termDef
	lacks *missing
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
	if err := t.findIdle(); err != nil {
		return err
	}
	switch t.def.over {
	case overList:
		return t.countItems()
	case overOwn:
		t.countCells()
		return nil
	case overRecords:
		t.countRecords()
	default:
		t.countResidents()
	}
	for _, def := range t.def.terms {
		if !def.ofResidents {
			t.checkOwn(def, map[cell]bool{})
		}
	}
	return nil
}

// in reports whether the entry belongs to what is in the indicator.
func (t *tally) in(def *termDef, e *entry) bool {
	switch {
	case t.def.over == overList || !def.ofResidents:
		return true
	case t.def.over == overRecords:
		return t.active(e)
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

// cell is a figure of the park's own records that an indicator needs.
type cell struct {
	typeKey, field string
	id             int64
}

// checkOwn notes what the park's own records lack, and in known which cells of a term should be
// there and which are. A list of facts that happened has none missing when it is empty.
func (t *tally) checkOwn(def *termDef, known map[cell]bool) {
	if t.idle[def.name] {
		return
	}
	entries := t.reader.terms[def.name]
	lacks := newMissing(t.reader.index.book)
	if len(entries) == 0 && def.report {
		lacks.report(def, 0, t.reader.yearOf(def))
		def.need(known, cell{typeKey: def.of.Key}, false)
	}
	for _, e := range entries {
		if !e.counted && len(e.gaps) == 0 {
			continue
		}
		lacks.cells(e.gaps, 0)
		def.needOf(known, e)
	}
	if len(lacks.lacks) > 0 {
		t.absent = append(t.absent, absence{def, lacks})
		t.missing.take(lacks)
	}
}

// needOf notes the cells of one record: a record without what decides whether it counts has
// none of them.
func (t *termDef) needOf(known map[cell]bool, e *entry) {
	at := cell{typeKey: t.of.Key, id: e.rec.Header().ID}
	t.need(known, at, len(e.gaps) == 0)
	fields := t.cells()
	if !slices.ContainsFunc(e.gaps, func(g gap) bool { return !has(fields, g.field) }) {
		for _, f := range fields {
			at.field = f.Key
			known[at] = !slices.ContainsFunc(e.gaps, func(g gap) bool { return g.field.Key == f.Key })
		}
	}
}

// need notes the cells of the term at a record, or the record itself when it has none.
func (t *termDef) need(known map[cell]bool, at cell, whole bool) {
	fields := t.cells()
	if len(fields) == 0 {
		known[at] = whole
	}
	for _, f := range fields {
		at.field = f.Key
		known[at] = whole
	}
}

func has(fields []app.Field, f app.Field) bool {
	return slices.ContainsFunc(fields, func(g app.Field) bool { return g.Key == f.Key })
}

// findIdle finds the terms that nobody is asked about, because they stand in a share whose
// base is nought: where the park has no production area, it owes no figure of how much of that
// area is free.
func (t *tally) findIdle() error {
	t.idle = map[string]bool{}
	for _, def := range t.def.terms {
		t.idle[def.name] = true
	}
	var failed error
	baseless := func(share *outline) bool {
		without, err := t.baseless(share)
		failed = errors.Join(failed, err)
		return without
	}
	t.def.formula.outline.needed(baseless, func(leaf string) { t.idle[leaf] = false })
	return failed
}

// baseless reports whether all of what a share is taken of is known, and is nought.
func (t *tally) baseless(share *outline) (bool, error) {
	sums := map[string]*big.Rat{daysName: t.reader.days}
	for _, def := range t.def.terms {
		if !slices.Contains(share.right.leaves(), def.name) {
			continue
		}
		entries := t.reader.terms[def.name]
		lacking := slices.ContainsFunc(entries, func(e *entry) bool { return len(e.gaps) > 0 })
		if def.list != nil || def.ofResidents || lacking || def.report && len(entries) == 0 {
			return false, nil
		}
		term, err := t.term(def)
		if err != nil {
			return false, err
		}
		sums[def.name] = term.Sum
	}
	base, err := share.right.value(sums)
	return err != nil || base.Sign() == 0, nil
}

// active reports whether the entry is of a resident active in the year.
func (t *tally) active(e *entry) bool { return t.reader.activeIn(t.reader.year)[e.resident] }

// countRecords counts the records of active residents each for itself: one that lacks a cell
// takes no other out.
func (t *tally) countRecords() {
	with := map[int64]bool{}
	for _, def := range t.def.terms {
		if !def.ofResidents {
			continue
		}
		for _, e := range t.reader.terms[def.name] {
			whole := len(e.gaps) == 0
			if !t.active(e) || !e.counted && whole {
				continue
			}
			with[e.resident] = true
			t.completeness.Of++
			if whole {
				t.completeness.In++
				t.member(unit{resident: e.resident}, Inside)
				continue
			}
			t.member(unit{resident: e.resident}, Lacking)
			t.missing.cells(e.gaps, e.resident)
		}
	}
	for _, u := range t.units() {
		if !with[u.resident] {
			t.member(u, Without)
		}
	}
	slices.SortStableFunc(t.members, func(x, y Member) int { return cmp.Compare(x.Resident, y.Resident) })
}

func (t *tally) countCells() {
	known := map[cell]bool{}
	for _, def := range t.def.terms {
		t.checkOwn(def, known)
	}
	for _, there := range known {
		t.completeness.Of++
		if there {
			t.completeness.In++
		}
	}
}

// one is what a record or an item counts for.
func one() *big.Rat { return big.NewRat(1, 1) }
