package check

import (
	"technopark/app"
)

// One slip of the hand makes many figures disagree: area typed a thousandfold is too large
// for its rooms, for the site and for the rent. So a cell that a rule has found wrong is in
// doubt, and the rules below in the file read it as one that is missing: the reader is told
// once, where the slip is. When that is mended or explained, they speak again.
//
// A doubt cast by a warning silences no error: a warning stops no package, and what would
// stop it must not hide behind one.

// cell is one field of one record.
type cell struct {
	rec   app.Record
	field string
}

// doubts are the cells found wrong, with the level of what was found.
type doubts map[cell]Level

// strong reports whether a rule of a level must not read a cell in doubt.
func (d Level) silences(of Level) bool { return d == Error || of == Warning && d == Warning }

// doubted reports whether the rule in hand must not read the cell.
func (s *pass) doubted(rec app.Record, field string) bool {
	return s.doubts[cell{rec, field}].silences(s.level)
}

// doubt remembers that a cell was found wrong, and every sum that is added up from it.
func (s *pass) doubt(rec app.Record, field string, level Level) {
	if old := s.doubts[cell{rec, field}]; old == Error {
		return
	}
	s.doubts[cell{rec, field}] = level
	if level == Error || app.ResidentOf(rec) == 0 { // a warning about one resident of many bends no indicator
		s.spoilt[rec.Type().Key+"."+field] = true
	}
	for _, d := range s.profile.sums {
		if !d.reads(rec.Type(), field) {
			continue
		}
		id := int64(0)
		if d.byResident {
			id = app.ResidentOf(rec)
		}
		if of := (owned{d.name, id}); s.shaky[of] != Error {
			s.shaky[of] = level
		}
	}
	c, ok := rec.(*app.Contract) // one whose kind is not given may be of residency
	if ok && (c.Kind == app.ContractResidency || c.Kind == "") && s.stays[c.Resident] != Error {
		s.stays[c.Resident] = level
	}
}

// owned is a sum of one resident, or of the park when there is no id.
type owned struct {
	sum      string
	resident int64
}

// shakes reports whether the rule in hand must not read a sum: something in it is in doubt.
func (s *pass) shakes(name string, resident int64) bool {
	return s.shaky[owned{name, resident}].silences(s.level) || s.shaky[owned{name, 0}].silences(s.level)
}

// reads reports whether a sum is added up from a field of a type.
func (d *sum) reads(t *app.Type, field string) bool {
	for _, e := range d.expressions() {
		for _, p := range e.paths {
			if p.field.Key == field && p.owner == t {
				return true
			}
		}
	}
	return false
}
