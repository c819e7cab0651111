package rating

import (
	"fmt"
	"math/big"

	"technopark/app"
	"technopark/app/formula"
)

// reader evaluates the terms of a profile over one year of a book.
type reader struct {
	profile *Profile
	index   *index
	year    int
	days    *big.Rat
	derived map[string]map[int64]app.Record
	terms   map[*termDef][]*entry // in the order of ids
	teller  *teller

	active   map[int][]int64 // by year, the ids of its residents
	numbered map[int64]int   // see rows
	rolls    map[rollKey]*roll
	placed   map[placeKey][]int
}

// entry is what one record gives to a term.
type entry struct {
	rec      app.Record
	resident int64 // whose record it is; 0 for the park's own
	year     int
	counted  bool // the condition holds
	amount   formula.Number
	gaps     []gap
	na       bool
}

func newReader(p *Profile, x *index, year int) *reader {
	period := app.YearPeriod(year)
	r := &reader{
		profile: p, index: x, year: year, days: big.NewRat(int64(period.Days()), 1),
		derived: map[string]map[int64]app.Record{}, terms: map[*termDef][]*entry{},
		active: map[int][]int64{}, rolls: map[rollKey]*roll{}, placed: map[placeKey][]int{},
	}
	r.teller = &teller{book: x.book, find: r.find, told: map[*entry]Part{}}
	for _, t := range p.derives {
		r.derived[t.Key] = x.derived(t, period.Last())
	}
	return r
}

// find returns a record with its derived fields, or nil.
func (r *reader) find(typeKey string, id int64) app.Record {
	if rec, ok := r.derived[typeKey][id]; ok {
		return rec
	}
	return r.index.book.Get(typeKey, id)
}

// entries evaluates a term over its records, once for all indicators.
func (r *reader) entries(t *termDef) ([]*entry, error) {
	if known, ok := r.terms[t]; ok {
		return known, nil
	}
	year := r.yearOf(t)
	records := r.index.records(t.of, t.span, year)
	found := make([]*entry, len(records))
	fresh := make([]entry, len(records))
	s := newScope(app.YearPeriod(year), r.find)
	for i, rec := range records {
		found[i] = &fresh[i]
		if err := s.evaluate(t, rec, year, found[i]); err != nil {
			return nil, fmt.Errorf("term %s, %s %d: %w", t.name, t.of.Key, rec.Header().ID, err)
		}
	}
	r.terms[t] = found
	return found, nil
}

func (r *reader) yearOf(t *termDef) int {
	if t.span == spanPrevious {
		return r.year - 1
	}
	return r.year
}

// evaluate evaluates a term over one record.
func (s *scope) evaluate(t *termDef, rec app.Record, year int, e *entry) (err error) {
	*e = entry{rec: rec, resident: app.ResidentOf(rec), year: year, counted: true, amount: formula.Whole(1)}
	if p := app.PeriodOf(rec); !p.Zero() {
		e.year = p.Year
	}
	s.rec, s.gaps, s.na = rec, nil, false
	if t.where != nil {
		if e.counted, err = s.holds(t.where); err != nil {
			return err
		}
	}
	s.na = false
	if t.value != nil && e.counted && len(s.gaps) == 0 {
		if e.amount, err = s.amount(t.value.program, t.value); err != nil {
			return err
		}
	}
	e.gaps, e.na = s.gaps, s.na
	return nil
}

// holds evaluates a condition over the record of the scope.
func (s *scope) holds(e *expression) (bool, error) {
	s.paths = e.paths
	return e.program.Holds(s)
}

// amount evaluates a program of the expression over the record of the scope.
func (s *scope) amount(program *compiled, e *expression) (formula.Number, error) {
	s.paths = e.paths
	return program.Number(s)
}
