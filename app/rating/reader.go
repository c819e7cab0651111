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
	traced  bool // parts say how they came about; only the sums matter otherwise
	days    *big.Rat
	derived map[string]map[int64]app.Record
	terms   map[string][]*entry // by name of the term, in the order of ids
	active  map[int]map[int64]bool
}

// entry is what one record gives to a term.
type entry struct {
	rec      app.Record
	resident int64 // whose record it is; 0 for the park's own
	year     int
	counted  bool // the condition holds
	amount   *big.Rat
	gaps     []gap
	na       bool
	part     *Part // once it has been asked for
}

func newReader(p *Profile, x *index, year int, traced bool) *reader {
	period := app.YearPeriod(year)
	r := &reader{
		profile: p, index: x, year: year, traced: traced, days: big.NewRat(int64(period.Days()), 1),
		derived: map[string]map[int64]app.Record{}, terms: map[string][]*entry{}, active: map[int]map[int64]bool{},
	}
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
	if known, ok := r.terms[t.name]; ok {
		return known, nil
	}
	year := r.yearOf(t)
	records := r.index.records(t.of, t.span, year)
	found := make([]*entry, 0, len(records))
	s := newScope(app.YearPeriod(year), r.find)
	for _, rec := range records {
		e, err := s.entry(t, rec, year)
		if err != nil {
			return nil, fmt.Errorf("term %s, %s %d: %w", t.name, t.of.Key, rec.Header().ID, err)
		}
		found = append(found, e)
	}
	r.terms[t.name] = found
	return found, nil
}

func (r *reader) yearOf(t *termDef) int {
	if t.span == spanPrevious {
		return r.year - 1
	}
	return r.year
}

// entry evaluates a term over one record.
func (s *scope) entry(t *termDef, rec app.Record, year int) (*entry, error) {
	e := &entry{rec: rec, resident: app.ResidentOf(rec), year: year, counted: true, amount: one()}
	if p := app.PeriodOf(rec); !p.Zero() {
		e.year = p.Year
	}
	s.rec, s.gaps, s.na = rec, nil, false
	if t.where != nil {
		var err error
		if e.counted, err = s.holds(t.where); err != nil {
			return nil, err
		}
	}
	s.na = false
	if t.value != nil && e.counted && len(s.gaps) == 0 {
		var err error
		if e.amount, err = s.amount(t.value.program, t.value); err != nil {
			return nil, err
		}
	}
	e.gaps, e.na = s.gaps, s.na
	return e, nil
}

// holds evaluates a condition over the record of the scope.
func (s *scope) holds(e *expression) (bool, error) {
	s.paths = e.paths
	return e.program.Holds(s)
}

// amount evaluates a program of the expression over the record of the scope.
func (s *scope) amount(program *compiled, e *expression) (*big.Rat, error) {
	s.paths = e.paths
	return program.Amount(s)
}

// part says what the entry adds to its term and how that came about.
func (r *reader) part(t *termDef, e *entry) (Part, error) {
	if e.part != nil {
		return *e.part, nil
	}
	part, err := r.newPart(t, e)
	e.part = &part
	return part, err
}

func (r *reader) newPart(t *termDef, e *entry) (Part, error) {
	if !r.traced {
		return Part{Amount: e.amount}, nil
	}
	key, head := e.rec.Type().Key, e.rec.Header()
	part := Part{Type: key, ID: head.ID, Title: r.index.title(e.rec), Resident: e.resident, Amount: e.amount, NA: e.na}
	in := func(lang app.Lang) string { return formula.WriteExact(e.amount, t.digits, lang) }
	part.Text = app.L(in(app.RU), in(app.EN))
	part.AllNA = e.na && r.allNA(t, e)
	if t.value == nil || !t.value.outline.composite() {
		return part, nil
	}
	s := newScope(app.YearPeriod(r.yearOf(t)), r.find)
	s.rec = e.rec
	ru, err := s.substituted(t.value, app.RU)
	if err != nil {
		return Part{}, err
	}
	en, err := s.substituted(t.value, app.EN)
	if err != nil {
		return Part{}, err
	}
	part.Text = app.L(ru+" = "+part.Text.RU, en+" = "+part.Text.EN)
	return part, nil
}

// allNA reports whether every cell that the value of a term reads says «не применимо».
func (r *reader) allNA(t *termDef, e *entry) bool {
	if t.value == nil {
		return false
	}
	s := newScope(app.YearPeriod(r.yearOf(t)), r.find)
	s.rec = e.rec
	for _, name := range t.value.order {
		if v, _ := s.look(t.value.paths[name]); v.State != app.NotApplicable {
			return false
		}
	}
	return true
}

// substituted writes a value with the figures of the record put in.
func (s *scope) substituted(e *expression, lang app.Lang) (string, error) {
	figures := map[string]string{}
	for _, leaf := range e.outline.leaves() {
		if p, isField := e.paths[leaf]; isField {
			v, _ := s.look(p)
			figures[leaf] = p.field.Exact(v, nil, lang)
			continue
		}
		n, err := s.amount(e.calls[leaf], e)
		if err != nil {
			return "", err
		}
		figures[leaf] = formula.WriteExact(n, 0, lang)
	}
	return e.outline.write(lang, func(leaf string) string { return figures[leaf] }), nil
}

func (x *index) title(rec app.Record) string { return rec.Type().Title(rec, x.book.TitleOf) }
