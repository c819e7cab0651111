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
	terms   map[*termDef][]*entry     // in the order of ids
	read    map[*termDef][]app.Record // of which the terms are
	kept    map[*termDef]kept         // of other records, see Memory; nothing of what is in terms
	teller  *teller

	indicators map[*indicatorDef]*Indicator

	active   map[int][]int64 // by year, the ids of its residents
	numbered map[int64]int   // see rows
	rolls    map[rollKey]*roll
	placed   map[placeKey][]int
}

// kept is what was read of records: an entry of each.
type kept struct {
	records []app.Record
	entries []*entry
}

// entry is what one record gives to a term. It hangs on nothing but the term, the year, the record
// and what it sees beyond that.
type entry struct {
	rec      app.Record
	beyond   []app.Record // see termDef.beyond
	resident int64        // whose record it is; 0 for the park's own
	year     int
	counted  bool // the condition holds
	amount   formula.Number
	gaps     []gap
	na       bool
}

func newReader(p *Profile, x *index, year int) *reader {
	r := emptyReader(p, x, year)
	for _, t := range p.derives {
		r.derived[t.Key] = x.derived(t, r.lastDay())
	}
	return r
}

// emptyReader returns a reader without derived fields.
func emptyReader(p *Profile, x *index, year int) *reader {
	r := &reader{
		profile: p, index: x, year: year, days: big.NewRat(int64(app.YearPeriod(year).Days()), 1),
		derived: map[string]map[int64]app.Record{}, terms: map[*termDef][]*entry{}, read: map[*termDef][]app.Record{}, kept: map[*termDef]kept{},
		indicators: map[*indicatorDef]*Indicator{},
		active:     map[int][]int64{}, rolls: map[rollKey]*roll{}, placed: map[placeKey][]int{},
	}
	r.teller = &teller{book: x.book, find: r.find, told: map[*entry]Part{}}
	return r
}

// lastDay is the day as of which derived fields are.
func (r *reader) lastDay() app.Date { return app.YearPeriod(r.year).Last() }

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
	records, before := r.index.records(t.of, t.span, year), r.kept[t]
	found := make([]*entry, len(records))
	var room []entry
	if len(before.records) == 0 {
		room = make([]entry, len(records))
	}
	s, beyond := newScope(app.YearPeriod(year), r.find), t.beyond()
	at := 0 // among those before, which of them is next
	for i, rec := range records {
		at = next(before.records, at, rec)
		if s.rec = rec; at < len(before.records) && before.records[at] == rec {
			e := before.entries[at]
			at++
			if len(beyond) == 0 || s.sees(e.beyond, beyond) {
				found[i] = e
				continue
			}
		}
		if room == nil {
			found[i] = new(entry)
		} else {
			found[i] = &room[i]
		}
		if err := s.evaluate(t, year, beyond, found[i]); err != nil {
			return nil, fmt.Errorf("term %s, %s %d: %w", t.name, t.of.Key, rec.Header().ID, err)
		}
	}
	r.terms[t], r.read[t] = found, records
	delete(r.kept, t)
	return found, nil
}

// beyond returns the ways by which the term sees more than its own record as it is stored: what it
// refers to, and what is derived.
func (t *termDef) beyond() []*path {
	var all []*path
	for _, e := range t.expressions() {
		for _, name := range e.order {
			if p := e.paths[name]; p.ref != nil || p.field.Derived {
				all = append(all, p)
			}
		}
	}
	return all
}

// sees reports whether the ways from the record of the scope still lead to the same records.
func (s *scope) sees(was []app.Record, by []*path) bool {
	for i, p := range by {
		if owner, _ := s.owner(p); owner != was[i] {
			return false
		}
	}
	return true
}

func (r *reader) yearOf(t *termDef) int {
	if t.span == spanPrevious {
		return r.year - 1
	}
	return r.year
}

// evaluate evaluates a term over the record of the scope.
func (s *scope) evaluate(t *termDef, year int, beyond []*path, e *entry) (err error) {
	*e = entry{rec: s.rec, resident: app.ResidentOf(s.rec), year: year, counted: true, amount: formula.Whole(1)}
	if p := app.PeriodOf(s.rec); !p.Zero() {
		e.year = p.Year
	}
	for _, p := range beyond {
		owner, _ := s.owner(p)
		e.beyond = append(e.beyond, owner)
	}
	s.gaps, s.na = nil, false
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
