package check

import (
	"math/big"

	"technopark/app"
	"technopark/app/formula"
)

// Filled counts the cells of one type that a submission of the year needs. A report
// that is due and not there counts with all its cells.
type Filled struct {
	Type    *app.Type // of the records
	Given   int       // «не применимо» is an answer
	Needed  int       // how many there should be
	Reports int       // due for the year and not there
}

// Lacking returns how many cells wait for an answer, those of missing reports left out.
func (f Filled) Lacking() int { return f.Needed - f.Given - f.Reports*needed(f.Type) }

// Ratio returns the share of cells that are there, from 0 to 1; 1 when none is needed.
func (f Filled) Ratio() *big.Rat {
	if f.Needed == 0 {
		return big.NewRat(1, 1)
	}
	return big.NewRat(int64(f.Given), int64(f.Needed))
}

// Percent writes the ratio in percent with one decimal and without the sign: «97,9».
// What is not whole is never written as 100.
func (f Filled) Percent(lang app.Lang) string {
	percent := new(big.Rat).Mul(f.Ratio(), big.NewRat(100, 1))
	if most := big.NewRat(999, 10); f.Given < f.Needed && percent.Cmp(most) > 0 {
		percent = most
	}
	return formula.Write(percent, 1, lang)
}

// needed counts the required cells of a record that is due.
func needed(t *app.Type) int {
	n := 0
	for _, f := range t.Stored() {
		if f.Required {
			n++
		}
	}
	return n
}

// fill counts the cells of all types with records or with reports that are due.
func (r *Report) fill(s *pass) {
	due := map[*app.Type]int{}
	for _, f := range r.Findings {
		if f.Lacks != nil && f.Period == s.period {
			due[f.Lacks] += f.Absent
		}
	}
	for _, t := range app.Types() {
		if t.Aside || t.Made {
			continue
		}
		filled := Filled{Type: t, Reports: due[t], Needed: needed(t) * due[t]}
		there := s.counted(t)
		filled.Given, filled.Needed = filled.Given+there.has, filled.Needed+there.owes
		if filled.Needed > 0 {
			r.Filled = append(r.Filled, filled)
		}
	}
}

// counted is how many required cells the records of a type have, and how many are filled in.
type counted struct {
	has, owes int
	of        map[int64][2]int // by record, the same two
}

// counted counts the cells of the records of a type.
func (s *pass) counted(t *app.Type) *counted {
	if known, ok := s.cells[t]; ok {
		return known
	}
	all := &counted{of: map[int64][2]int{}}
	for _, rec := range s.records(t) {
		all.put(rec.Header().ID, rec)
	}
	s.cells[t] = all
	return all
}

// put counts one record anew; nil is one that is not there any more.
func (c *counted) put(id int64, rec app.Record) {
	was, now := c.of[id], [2]int{}
	delete(c.of, id)
	if rec != nil {
		now[0], now[1] = cells(rec, rec.Type().Stored())
		c.of[id] = now
	}
	c.has, c.owes = c.has+now[0]-was[0], c.owes+now[1]-was[1]
}

// cells counts the required ones of the cells of a record and those of them that are filled in.
func cells(rec app.Record, fields []app.Field) (has, owes int) {
	for _, f := range fields {
		if !f.RequiredOf(rec) {
			continue
		}
		owes++
		if !f.Blank(f.Get(rec)) {
			has++
		}
	}
	return has, owes
}
