package check

import (
	"math/big"
	"slices"

	"technopark/app"
	"technopark/app/formula"
)

// Words that a rule may use besides fields and sums: what lies outside the record.

// Active reports whether the resident of the record has an agreement in force in the year;
// what belongs to no resident is always active.
func (s *scope) Active(string) bool {
	id := app.ResidentOf(s.rec)
	s.unknown = s.unknown || s.pass.stays[id].silences(s.pass.level)
	return id == 0 || s.pass.active(id)
}

// Entered is the first day of the first residency agreement of the record's resident.
func (s *scope) Entered() app.Date { return s.stay().first }

// Left is the last day of its last agreement; without end, the last day there is.
func (s *scope) Left() app.Date { return s.stay().last }

// Agreed reports whether it has any residency agreement with a first day.
func (s *scope) Agreed() bool {
	id := app.ResidentOf(s.rec)
	s.unknown = s.unknown || s.pass.stays[id].silences(s.pass.level)
	return id == 0 || !s.pass.stayOf(id).first.Zero()
}

// endless is the last day of what has no end.
var endless = app.Day(9999, 12, 31)

// stay is the time between entering the park and leaving it.
type stay struct{ first, last app.Date }

func (s *scope) stay() stay {
	id := app.ResidentOf(s.rec)
	is := s.pass.stayOf(id)
	s.unknown = s.unknown || is.first.Zero() || s.pass.stays[id].silences(s.pass.level)
	return is
}

func (s *pass) stayOf(resident int64) stay {
	if known, ok := s.resident[resident]; ok {
		return known
	}
	var is stay
	for _, c := range s.book.Agreements(resident) {
		if c.From.Zero() {
			continue
		}
		if is.first.Zero() || c.From.Before(is.first) {
			is.first = c.From
		}
		to := c.To
		if to.Zero() {
			to = endless
		}
		if to.After(is.last) {
			is.last = to
		}
	}
	s.resident[resident] = is
	return is
}

// YearOf is the year of a date.
func (s *scope) YearOf(d app.Date) formula.Number { return formula.Whole(d.Year) }

// Size is a number without its sign.
func (s *scope) Size(n formula.Number) formula.Number {
	return n.Abs()
}

// Indicator is the park's own figure of the year; unknown when it is computed from a figure
// that is wrong, or it would be told of at each value of another park too.
func (s *scope) Indicator(code string) formula.Number {
	known := s.pass.asked.Known[code]
	value := known.Value
	for field := range s.pass.spoilt {
		s.unknown = s.unknown || known.Reads[field]
	}
	if value == nil {
		s.unknown = true
		value = new(big.Rat)
	}
	return formula.Exact(value)
}

// Listed reports whether the method has an indicator or a sub-index of that code, or it is
// that of the index or of the place. Without a method nothing is known of codes.
func (s *scope) Listed(code string) bool {
	known := s.pass.asked.Known
	s.unknown = s.unknown || len(known) == 0
	if _, ok := known[code]; ok || code == app.IndexCode || code == app.PlaceCode {
		return true
	}
	for of := range known {
		if len(of) > len(code) && of[:len(code)+1] == code+"." {
			return true
		}
	}
	return false
}

// SameUnit reports whether a unit is that of the indicator, however it is spaced; one that
// nobody named passes. The index and its parts are percentages of the average.
func (s *scope) SameUnit(code, unit string) bool {
	known := s.pass.asked.Known
	if len(known) == 0 || unit == "" {
		return true
	}
	own := known[code].Unit
	if own.Zero() {
		own = percent
	}
	return slices.Contains([]string{spelled(own.RU), spelled(own.EN)}, spelled(unit))
}

var percent = app.L("%", "%")

// extreme names the figures that a record is compared with: of a field of a type, for one of
// another field where that is given.
type extreme struct {
	of         *app.Type
	field, per string
}

// enough is how many other records make a comparison worth while.
const enough = 5

// ends are the two largest and the two smallest of the figures, with whose they are, so that
// each record can be compared with the others.
type ends struct {
	n           int
	least, most [2]share
}

// share is a figure and the record it is of.
type share struct {
	of    app.Record
	value formula.Number
}

// Most is the largest figure of the field in the other records of the type.
func (s *scope) Most(name string) formula.Number { return s.among(name, "", ends.top) }

// Least is the smallest one that is not nought.
func (s *scope) Least(name string) formula.Number { return s.among(name, "", ends.bottom) }

// MostPerHead is the largest figure for one of the headcount in the other reports.
func (s *scope) MostPerHead(name string) formula.Number { return s.among(name, headKey, ends.top) }

// LeastPerHead is the smallest one that is not nought.
func (s *scope) LeastPerHead(name string) formula.Number {
	return s.among(name, headKey, ends.bottom)
}

// MostShare is the largest share of revenue in the other reports.
func (s *scope) MostShare(name string) formula.Number { return s.among(name, revenueKey, ends.top) }

// LeastShare is the smallest one that is not nought.
func (s *scope) LeastShare(name string) formula.Number {
	return s.among(name, revenueKey, ends.bottom)
}

const (
	headKey    = "headcount"
	revenueKey = "revenue"
)

func (e ends) top() [2]share    { return e.most }
func (e ends) bottom() [2]share { return e.least }

func (s *scope) among(name, per string, which func(ends) [2]share) formula.Number {
	all := s.pass.compared(extreme{s.rec.Type(), name, per})
	if all.n <= enough {
		s.unknown = true
		return formula.Whole(0)
	}
	two := which(all)
	if two[0].of == s.rec {
		return two[1].value
	}
	return two[0].value
}

// compared returns the ends that the rule in hand compares with.
func (s *pass) compared(x extreme) ends {
	if s.asks != nil {
		if s.asks[s.at] == nil {
			s.asks[s.at] = map[extreme]bool{}
		}
		s.asks[s.at][x] = true
	}
	return s.endsOf(x)
}

func (s *pass) endsOf(x extreme) ends {
	if known, ok := s.extremes[x]; ok {
		return known
	}
	var e ends
	figure := x.figure()
	for _, rec := range s.all(x.of) {
		if value, given := figure(rec); given {
			e.add(share{rec, value})
		}
	}
	s.extremes[x] = e
	return e
}

// figure returns what reads the figure of a record; given is false where there is none to compare
// with.
func (x extreme) figure() func(app.Record) (value formula.Number, given bool) {
	f, _ := x.of.Field(x.field)
	per, divided := x.of.Field(x.per)
	return func(rec app.Record) (formula.Number, bool) {
		v := f.Get(rec)
		if v.State != app.Given || v.N == 0 || app.PeriodOf(rec).Quarter != 0 {
			return formula.Number{}, false
		}
		value := formula.Fraction(v.N, f.Scale).Abs()
		if divided {
			w := per.Get(rec)
			if w.State != app.Given || w.N <= 0 {
				return formula.Number{}, false
			}
			value = value.Quo(formula.Fraction(w.N, per.Scale))
		}
		return value, true
	}
}

func (e *ends) add(x share) {
	e.n++
	e.most = two(e.most, x, 1)
	e.least = two(e.least, x, -1)
}

// two keeps the two shares that come first, the sign saying in which order.
func two(kept [2]share, x share, sign int) [2]share {
	switch {
	case kept[0].of == nil || x.value.Cmp(kept[0].value) == sign:
		return [2]share{x, kept[0]}
	case kept[1].of == nil || x.value.Cmp(kept[1].value) == sign:
		return [2]share{kept[0], x}
	}
	return kept
}
