package check

import (
	"errors"
	"math/big"

	"github.com/expr-lang/expr"

	"technopark/app"
	"technopark/app/formula"
)

// scope is what one expression sees of one record. Its exported methods and fields
// are what names in the expression are compiled to. A value that is needed and not
// there makes the answer unknown: what is missing is found by other rules.
type scope struct {
	formula.Year
	Active bool `expr:"active"` // its resident has an agreement in force in the year

	pass    *pass
	rec     app.Record
	paths   map[string]path
	unknown bool
}

// value evaluates an expression; unknown is left set when a value was missing or a
// divisor zero.
func (s *scope) value(e *expression) (any, error) {
	s.paths = e.paths
	out, err := expr.Run(e.Program, s)
	if errors.Is(err, formula.ErrZeroDivisor) {
		s.unknown = true
		return formula.Whole(0), nil
	}
	return out, err
}

// yes evaluates a condition; known is false when a value was missing.
func (s *scope) yes(e *expression) (holds, known bool, err error) {
	s.unknown = false
	out, err := s.value(e)
	if err != nil {
		return false, false, err
	}
	holds, _ = out.(bool)
	return holds, !s.unknown, nil
}

// look returns the value a name leads to.
func (s *scope) look(name string) (app.Field, app.Value) {
	p := s.paths[name]
	owner := s.pass.follow(p, s.rec)
	if owner == nil {
		return p.field, app.Value{}
	}
	return p.field, p.field.Get(owner)
}

func (s *scope) need(name string) (app.Field, app.Value) {
	f, v := s.look(name)
	s.unknown = s.unknown || v.State != app.Given
	return f, v
}

// Number is a cell in its shown unit: kopecks become thousands of roubles.
func (s *scope) Number(name string) formula.Number {
	f, v := s.need(name)
	return formula.Number{Rat: big.NewRat(v.N, f.Scale)}
}

// OrZero is a cell in its shown unit, zero when there is no figure in it.
func (s *scope) OrZero(name string) formula.Number {
	f, v := s.look(name)
	return formula.Number{Rat: big.NewRat(v.N, f.Scale)}
}

// Sum is a figure added up over other records.
func (s *scope) Sum(name string) formula.Number {
	return formula.Number{Rat: s.pass.sum(name, residentOf(s.rec))}
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

// Date is a day.
func (s *scope) Date(name string) app.Date {
	_, v := s.need(name)
	return formula.DateOf(v)
}

// OpenEnd is a day whose absence means «without end».
func (s *scope) OpenEnd(name string) app.Date {
	_, v := s.look(name)
	return formula.EndOf(v)
}

// Given reports whether the cell holds a value.
func (s *scope) Given(name string) bool {
	_, v := s.look(name)
	return v.State == app.Given
}

// NotApplicable reports whether the cell says «не применимо», which adds nothing to a sum and
// may take the resident out of a ratio.
func (s *scope) NotApplicable(name string) bool {
	_, v := s.look(name)
	return v.State == app.NotApplicable
}

// Indicator is the park's own figure of the year.
func (s *scope) Indicator(code string) formula.Number {
	value := s.pass.indicators[code]
	if value == nil {
		s.unknown = true
		value = new(big.Rat)
	}
	return formula.Number{Rat: value}
}
