package check

import (
	"math/big"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// scope is what one expression sees of one record. Its exported methods and fields
// are what names in the expression are compiled to. A value that is needed and not
// there makes the answer unknown: what is missing is found by other rules.
type scope struct {
	formula.Year
	pass    *pass
	rec     app.Record
	paths   map[string]*path
	unknown bool
}

// yes evaluates a condition; known is false when a value was missing or a divisor zero.
func (s *scope) yes(e *expression) (holds, known bool) {
	s.unknown, s.paths = false, e.paths
	holds, err := e.Holds(s)
	return holds, err == nil && !s.unknown
}

// amount evaluates a number; nil when a value was missing or a divisor zero.
func (s *scope) amount(e *expression) *big.Rat {
	s.unknown, s.paths = false, e.paths
	amount, err := e.Amount(s)
	if err != nil || s.unknown {
		return nil
	}
	return amount
}

// Latest is the last day records may be dated by.
func (s *scope) Latest() app.Date { return s.pass.horizon() }

// look returns the value a name leads to; a cell in doubt makes the answer unknown.
func (s *scope) look(name string) (*app.Field, app.Value) {
	p := s.paths[name]
	if p.hop == hopRefs {
		return &p.field, s.together(p)
	}
	owner := s.owner(p)
	if owner == nil {
		return &p.field, app.Value{}
	}
	return &p.field, p.field.Get(owner)
}

// owner returns the record a path leads to, nil when there is none; a cell in doubt makes the
// answer unknown, and so does a reference in doubt: whose report it is to be compared with is
// not known while it is doubted whose this one is.
func (s *scope) owner(p *path) app.Record {
	owner := s.pass.follow(p, s.rec)
	switch p.hop {
	case hopRef:
		s.unknown = s.unknown || s.pass.doubted(s.rec, p.ref.Key)
	case hopPrev:
		s.unknown = s.unknown || s.pass.doubted(s.rec, s.rec.Type().Per)
	case hopOwner:
		s.unknown = s.unknown || s.pass.doubted(s.rec, s.rec.Type().Owner)
	}
	s.unknown = s.unknown || owner != nil && s.pass.doubted(owner, p.field.Key)
	return owner
}

// day returns the date a name leads to, as it is kept: written out and read again, dates
// would take more time than all else.
func (s *scope) day(name string) app.Date {
	p := s.paths[name]
	owner := s.owner(p)
	switch {
	case owner == nil:
		return app.Date{}
	case p.field.Kind == app.KindPeriod:
		period, _ := app.ParsePeriod(p.field.Get(owner).S)
		return period.First()
	}
	return p.field.Day(owner)
}

// together returns what all the records that a list refers to have: figures added up, a
// yes when all say yes, texts joined with «;». It is missing when one of them lacks it.
func (s *scope) together(p *path) app.Value {
	ids := app.IDs(p.ref.Get(s.rec).S)
	all := app.Value{State: app.Given, N: 0}
	if p.field.Kind == app.KindBool {
		all.N = 1
	}
	var texts []string
	for _, id := range ids {
		rec := s.pass.book.Get(p.ref.Ref, id)
		if rec == nil {
			return app.Value{}
		}
		v := p.field.Get(rec)
		s.unknown = s.unknown || s.pass.doubted(rec, p.field.Key)
		switch {
		case v.State != app.Given:
			return app.Value{}
		case p.field.Kind == app.KindBool:
			all.N = min(all.N, v.N)
		default:
			all.N += v.N
		}
		texts = append(texts, v.S)
	}
	all.S = strings.Join(texts, ";")
	if len(ids) == 0 || s.pass.doubted(s.rec, p.ref.Key) {
		return app.Value{}
	}
	return all
}

func (s *scope) need(name string) (*app.Field, app.Value) {
	f, v := s.look(name)
	s.unknown = s.unknown || v.State != app.Given
	return f, v
}

// Number is a cell in its shown unit: kopecks become thousands of roubles.
func (s *scope) Number(name string) formula.Number {
	f, v := s.need(name)
	return formula.Fraction(v.N, f.Scale)
}

// OrZero is a cell in its shown unit, zero when there is no figure in it.
func (s *scope) OrZero(name string) formula.Number {
	f, v := s.look(name)
	return formula.Fraction(v.N, f.Scale)
}

// Sum is a figure added up over other records.
func (s *scope) Sum(name string) formula.Number {
	id := app.ResidentOf(s.rec)
	s.unknown = s.unknown || s.pass.shakes(name, id)
	return formula.Exact(s.pass.sum(name, id))
}

// Flag is a yes.
func (s *scope) Flag(name string) bool {
	_, v := s.need(name)
	return v.N != 0
}

// Text is a text, an identifier or the code of a choice; an empty one is a text too.
func (s *scope) Text(name string) string {
	_, v := s.look(name)
	return v.S
}

// Date is a day; the first one of a period.
func (s *scope) Date(name string) app.Date {
	d := s.day(name)
	s.unknown = s.unknown || d.Zero()
	return d
}

// OpenEnd is a day whose absence means «without end».
func (s *scope) OpenEnd(name string) app.Date {
	if d := s.day(name); !d.Zero() {
		return d
	}
	return endless
}

// Given reports whether the cell holds a value, be it in doubt.
func (s *scope) Given(name string) bool {
	was := s.unknown
	_, v := s.look(name)
	s.unknown = was
	return v.State == app.Given
}

// NotApplicable reports whether the cell says «не применимо», which adds nothing to a sum and
// may take the resident out of a ratio.
func (s *scope) NotApplicable(name string) bool {
	_, v := s.look(name)
	return v.State == app.NotApplicable
}
