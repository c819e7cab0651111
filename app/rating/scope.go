package rating

import (
	"technopark/app"
	"technopark/app/formula"
)

// scope is what one expression sees of one record. Its exported methods and
// fields are what names in the expression are compiled to; each reading notes
// what was found missing.
type scope struct {
	formula.Year

	paths map[string]*path
	find  func(typeKey string, id int64) app.Record // references and derived fields
	rec   app.Record

	gaps []gap // cells found «не представлено»
	na   bool  // a cell said «не применимо»
}

// gap is a cell that was needed and not provided.
type gap struct {
	rec   app.Record
	field *app.Field
}

func newScope(period app.Period, find func(string, int64) app.Record) *scope {
	return &scope{Year: formula.YearOf(period), find: find}
}

// read returns the value a name leads to; a missing one is noted.
func (s *scope) read(name string) (*app.Field, app.Value) {
	p := s.paths[name]
	v, owner := s.look(p)
	switch v.State {
	case app.NotProvided:
		s.note(gap{owner, &p.field})
	case app.NotApplicable:
		s.na = true
	}
	return &p.field, v
}

func (s *scope) note(g gap) {
	for _, known := range s.gaps {
		if known.rec == g.rec && known.field.Key == g.field.Key {
			return
		}
	}
	s.gaps = append(s.gaps, g)
}

// look returns a value and the record it stands in; when a reference leads
// nowhere, the field that is missing is the reference's.
func (s *scope) look(p *path) (app.Value, app.Record) {
	owner, there := s.owner(p)
	if !there {
		return app.Value{}, owner
	}
	return p.field.Get(owner), owner
}

// owner returns the record in which a path ends; when a reference leads nowhere, the one in which
// that stands.
func (s *scope) owner(p *path) (owner app.Record, there bool) {
	owner = s.rec
	if p.ref != nil {
		target := s.find(p.owner.Key, p.ref.Get(s.rec).N)
		if target == nil {
			return s.rec, false
		}
		owner = target
	}
	if p.field.Derived {
		if derived := s.find(p.owner.Key, owner.Header().ID); derived != nil {
			owner = derived
		}
	}
	return owner, true
}

// day returns the date a path leads to, as it is kept where it is kept: written out and read
// again, dates would take more time than all else.
func (s *scope) day(p *path) (app.Date, app.Record) {
	owner, there := s.owner(p)
	switch {
	case !there:
		return app.Date{}, owner
	case p.field.Derived:
		return formula.DateOf(p.field.Get(owner)), owner
	}
	return p.field.Day(owner), owner
}

// Number is a cell in its shown unit: kopecks become thousands of roubles. What is
// missing or does not apply reads as zero, and is noted.
func (s *scope) Number(name string) formula.Number {
	f, v := s.read(name)
	return formula.Fraction(v.N, f.Scale)
}

// Flag is a yes; what is missing reads as no, and is noted.
func (s *scope) Flag(name string) bool {
	_, v := s.read(name)
	return v.N != 0
}

// Text is a text, an identifier or the code of a choice.
func (s *scope) Text(name string) string {
	_, v := s.read(name)
	return v.S
}

// Date is a day.
func (s *scope) Date(name string) app.Date {
	p := s.paths[name]
	d, owner := s.day(p)
	if d.Zero() {
		s.note(gap{owner, &p.field})
	}
	return d
}

// OpenEnd is a day whose absence means «without end», so it is not missing.
func (s *scope) OpenEnd(name string) app.Date {
	d, _ := s.day(s.paths[name])
	return formula.EndOf(d)
}
