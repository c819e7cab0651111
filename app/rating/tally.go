package rating

import (
	"cmp"
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
	excluded     int    // residents out by «не применимо»
	roll         *roll  // whom it is about; nil where it is not about residents
	taken        []bool // by place on the roll: all that it needs is there
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

func (t *tally) count() error {
	for _, def := range t.def.terms {
		if def.list != nil {
			continue
		}
		if _, err := t.reader.entries(def); err != nil {
			return err
		}
	}
	t.findIdle()
	t.roll = t.reader.rollOf(t.def)
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

// countResidents decides about each resident by all terms at once, because a
// resident out of one sum is out of all.
func (t *tally) countResidents() {
	n := len(t.roll.units)
	out, lacking := make([]bool, n), make([]bool, n)
	for _, def := range t.ofResidents() {
		seen := make([]bool, n)
		for entry, at := range t.onRoll(def) {
			seen[at] = true
			out[at] = out[at] || def.base && entry.na
			lacking[at] = lacking[at] || len(entry.gaps) > 0
		}
		for at := range seen {
			lacking[at] = lacking[at] || def.report && !seen[at]
		}
	}
	t.taken, t.members = make([]bool, n), make([]Member, 0, n)
	for at, u := range t.roll.units {
		switch {
		case out[at]:
			t.excluded++
			lacking[at] = false
			t.member(u, Outside)
			continue
		case lacking[at]:
			t.member(u, Lacking)
		default:
			t.completeness.In++
			t.taken[at] = true
			t.member(u, Inside)
		}
		t.completeness.Of++
	}
	t.noteLacking(lacking)
}

// noteLacking notes what keeps units out, unit by unit.
func (t *tally) noteLacking(lacking []bool) {
	if !slices.Contains(lacking, true) {
		return
	}
	terms := t.ofResidents()
	of := make([]map[int][]*entry, len(terms)) // by term and unit
	for i, def := range terms {
		of[i] = map[int][]*entry{}
		for entry, at := range t.onRoll(def) {
			if lacking[at] {
				of[i][at] = append(of[i][at], entry)
			}
		}
	}
	for at, u := range t.roll.units {
		if !lacking[at] {
			continue
		}
		for i, def := range terms {
			if def.report && len(of[i][at]) == 0 {
				t.missing.report(def, u.resident, t.dueYear(def, u))
			}
			for _, e := range of[i][at] {
				t.missing.cells(e.gaps, u.resident)
			}
		}
	}
}

// ofResidents returns the terms that are sums over records of residents.
func (t *tally) ofResidents() []*termDef {
	return slices.DeleteFunc(slices.Clone(t.def.terms), func(def *termDef) bool { return !def.ofResidents })
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
	entries := t.reader.terms[def]
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

func has(fields []*app.Field, f *app.Field) bool {
	return slices.ContainsFunc(fields, func(g *app.Field) bool { return g.Key == f.Key })
}

// findIdle finds the terms that nobody is asked about, because they stand in a share whose
// base is nought: where the park has no production area, it owes no figure of how much of that
// area is free.
func (t *tally) findIdle() {
	t.idle = map[string]bool{}
	for _, def := range t.def.terms {
		t.idle[def.name] = true
	}
	t.def.formula.outline.needed(t.baseless, func(leaf string) { t.idle[leaf] = false })
}

// baseless reports whether all of what a share is taken of is known, and is nought.
func (t *tally) baseless(share *outline) bool {
	sums := map[string]*big.Rat{daysName: t.reader.days}
	for _, def := range t.def.terms {
		if !slices.Contains(share.right.leaves(), def.name) {
			continue
		}
		entries := t.reader.terms[def]
		lacking := slices.ContainsFunc(entries, func(e *entry) bool { return len(e.gaps) > 0 })
		if def.list != nil || def.ofResidents || lacking || def.report && len(entries) == 0 {
			return false
		}
		sums[def.name] = t.term(def).Sum
	}
	base, err := share.right.value(sums)
	return err != nil || base.Sign() == 0
}

// countRecords counts the records of active residents each for itself: one that lacks a cell
// takes no other out.
func (t *tally) countRecords() {
	with := make([]bool, len(t.roll.units))
	for _, def := range t.ofResidents() {
		for e, at := range t.onRoll(def) {
			whole := len(e.gaps) == 0
			if !e.counted && whole {
				continue
			}
			with[at] = true
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
	for at, u := range t.roll.units {
		if !with[at] {
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
