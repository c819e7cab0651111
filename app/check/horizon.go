package check

import (
	"technopark/app"
)

// horizon is the last day records may be dated by: today, and no later than the end of the
// year after the last one the park itself has reported on, for that one is being filled in.
// A date beyond stands in no year that anybody looks at: most often its year is mistyped.
func (s *pass) horizon() app.Date {
	if !s.latest.Zero() {
		return s.latest
	}
	last := s.year
	for _, t := range app.Types() {
		if !t.Report || t.Per != "" {
			continue
		}
		for _, rec := range s.book.Of(t.Key) {
			if p := app.PeriodOf(rec); p.Quarter == 0 {
				last = max(last, p.Year)
			}
		}
	}
	s.latest = app.YearPeriod(last + 1).Last()
	if today := s.asked.Today; !today.Zero() && today.Before(s.latest) {
		s.latest = today
	}
	return s.latest
}

// lone is how many records of a later year are too few for it to have begun.
const lone = 2

// LoneAfterYear reports whether hardly any records of the type have that date after the year.
func (s *scope) LoneAfterYear(name string) bool {
	p := s.paths[name]
	return s.pass.afterYear(p.owner, p.field) <= lone
}

// dated names a date of the records of a type.
type dated struct {
	of    *app.Type
	field string
}

// afterYear counts the records with a date after the year.
func (s *pass) afterYear(t *app.Type, f app.Field) int {
	at := dated{t, f.Key}
	if n, known := s.later[at]; known {
		return n
	}
	n := 0
	for _, rec := range s.all(t) {
		if f.Day(rec).After(s.period.Last()) {
			n++
		}
	}
	s.later[at] = n
	return n
}
