package check

import (
	"technopark/app"
	"technopark/app/formula"
)

// pass is one run of the rules over a book: it finds related records and adds up
// sums once for all rules.
type pass struct {
	profile  *Profile
	steps    []step
	book     *app.Book
	year     int
	period   app.Period
	words    formula.Year
	asked    Asked
	read     map[string][]app.Record             // by type, once asked for
	everyone map[string][]app.Record             // the same for the records of all years
	priors   map[string]map[app.Value]app.Record // by type and owner, reports of the year before
	reports  map[int64]app.Record                // by resident, reports of the year
	sums     map[string]*total                   // by name
	present  map[int64]bool                      // by resident, whether active in the year

	level     Level // of the rule in hand
	findings  []Finding
	about     map[app.Record][]int // places in findings
	explained explanations
	doubts    doubts
	shaky     map[owned]Level // sums added up from something in doubt
	stays     map[int64]Level // residents with an agreement in doubt
	spoilt    map[string]bool // fields that are wrong in some record: «resident_report.revenue»

	repeated map[*rule]*repetition       // see repeats
	handed   map[*needs]map[handed]holds // see handedIn
	clashing map[*rule]*collision        // see clashes
	quarters map[*app.Type]map[app.Value][]app.Record
	extremes map[extreme]ends
	resident map[int64]stay
	latest   app.Date      // see horizon
	later    map[dated]int // see afterYear
	cells    map[*app.Type]*counted

	// What the next pass over nearly the same records goes by; nothing where there is to be none.
	tellings []tellings         // by step
	asks     []map[extreme]bool // by step, with which ends its records are compared
	circle   *circle
	at       int // the step in hand

	// Of a pass that goes by another.
	before  *pass
	changed map[*app.Type][]app.Versions
	astray  astray
}

func newPass(p *Profile, asked Asked) *pass {
	b, year := asked.Book, asked.Year
	return &pass{
		profile: p, steps: p.steps(), book: b, year: year, period: app.YearPeriod(year), words: formula.YearOf(app.YearPeriod(year)), asked: asked,
		read: map[string][]app.Record{}, everyone: map[string][]app.Record{}, present: map[int64]bool{},
		priors: map[string]map[app.Value]app.Record{}, sums: map[string]*total{},
		about: map[app.Record][]int{}, explained: explanationsOf(b, year), doubts: doubts{}, shaky: map[owned]Level{}, stays: map[int64]Level{}, spoilt: map[string]bool{},
		repeated: map[*rule]*repetition{}, handed: map[*needs]map[handed]holds{}, clashing: map[*rule]*collision{},
		quarters: map[*app.Type]map[app.Value][]app.Record{}, extremes: map[extreme]ends{}, resident: map[int64]stay{}, later: map[dated]int{}, cells: map[*app.Type]*counted{},
	}
}

// reportsBefore returns the reports of the year before of a type by whose they are.
func (s *pass) reportsBefore(t *app.Type) map[app.Value]app.Record {
	if known, ok := s.priors[t.Key]; ok {
		return known
	}
	by, last := map[app.Value]app.Record{}, app.YearPeriod(s.year-1)
	for _, rec := range s.book.Of(t.Key) {
		if app.PeriodOf(rec) == last && !app.SaysNothing(rec) {
			by[app.PerOf(rec)] = rec
		}
	}
	s.priors[t.Key] = by
	return by
}

// reportOf returns the report of a resident of the year, nil when there is none.
func (s *pass) reportOf(resident int64) app.Record {
	if s.reports == nil {
		s.reports = map[int64]app.Record{}
		for _, rec := range s.book.Of(residentReportKey) {
			if app.PeriodOf(rec) == s.period && !app.SaysNothing(rec) {
				s.reports[app.ResidentOf(rec)] = rec
			}
		}
	}
	return s.reports[resident]
}

// records returns the records of a type that a submission of the year reads. A report that says
// nothing yet is none: it is missing, which is told once and not of every cell.
func (s *pass) records(t *app.Type) []app.Record {
	if recs, known := s.read[t.Key]; known {
		return recs
	}
	var recs []app.Record
	for _, rec := range s.book.Of(t.Key) {
		if s.book.Reads(rec, s.year) && !app.SaysNothing(rec) {
			recs = append(recs, rec)
		}
	}
	s.read[t.Key] = recs
	return recs
}

// all returns the records of a type of all years that are about the park.
func (s *pass) all(t *app.Type) []app.Record {
	if recs, known := s.everyone[t.Key]; known {
		return recs
	}
	var recs []app.Record
	for _, rec := range s.book.Of(t.Key) {
		if s.book.Concerns(rec) && !app.SaysNothing(rec) {
			recs = append(recs, rec)
		}
	}
	s.everyone[t.Key] = recs
	return recs
}

// ofRule returns the records that a rule looks at.
func (s *pass) ofRule(r *rule) []app.Record {
	if r.everyYear {
		return s.all(r.of)
	}
	return s.records(r.of)
}

// active reports whether a resident has an agreement in force in the year.
func (s *pass) active(resident int64) bool {
	is, known := s.present[resident]
	if !known {
		is = s.book.Active(resident, s.period)
		s.present[resident] = is
	}
	return is
}

func (s *pass) scope(rec app.Record) *scope {
	return &scope{Year: s.words, pass: s, rec: rec}
}

// follow returns the record a path leads to from rec, nil when there is none.
func (s *pass) follow(p *path, rec app.Record) app.Record {
	switch p.hop {
	case hopRef:
		return s.book.Get(p.ref.Ref, p.ref.Get(rec).N)
	case hopPrev:
		return s.reportsBefore(rec.Type())[app.PerOf(rec)]
	case hopPark:
		return s.book.Park
	case hopOwner:
		return s.reportOf(app.ResidentOf(rec))
	}
	return rec
}

// holdsFor reports whether a condition is known to hold.
func holdsFor(view *scope, e *expression) bool {
	holds, known := view.yes(e)
	return holds && known
}
