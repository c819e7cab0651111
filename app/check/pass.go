package check

import (
	"math/big"
	"slices"

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
	before   map[string]map[app.Value]app.Record // by type and owner, reports of the year before
	reports  map[int64]app.Record                // by resident, reports of the year
	sums     map[string]map[int64]*big.Rat       // by name and resident; 0 is the whole park
	present  map[int64]bool                      // by resident, whether active in the year

	level     Level // of the rule in hand
	findings  []Finding
	about     map[app.Record][]int // places in findings
	explained explanations
	doubts    doubts
	shaky     map[owned]Level // sums added up from something in doubt
	stays     map[int64]Level // residents with an agreement in doubt
	spoilt    map[string]bool // fields that are wrong in some record: «resident_report.revenue»

	repeated map[*rule]map[app.Record]app.Record // see repeats
	handed   map[*needs]map[handed]holds         // see handedIn
	clashing map[*rule]map[int64][]clash         // see clashes
	quarters map[*app.Type]map[app.Value][]app.Record
	extremes map[extreme]ends
	resident map[int64]stay
	latest   app.Date       // see horizon
	later    map[string]int // by field, see afterYear
}

func newPass(p *Profile, asked Asked) *pass {
	b, year := asked.Book, asked.Year
	s := &pass{
		profile: p, steps: p.steps(), book: b, year: year, period: app.YearPeriod(year), words: formula.YearOf(app.YearPeriod(year)), asked: asked,
		read: map[string][]app.Record{}, everyone: map[string][]app.Record{}, present: map[int64]bool{},
		before: map[string]map[app.Value]app.Record{}, reports: map[int64]app.Record{}, sums: map[string]map[int64]*big.Rat{},
		about: map[app.Record][]int{}, explained: explanationsOf(b, year), doubts: doubts{}, shaky: map[owned]Level{}, stays: map[int64]Level{}, spoilt: map[string]bool{},
		repeated: map[*rule]map[app.Record]app.Record{}, handed: map[*needs]map[handed]holds{}, clashing: map[*rule]map[int64][]clash{},
		quarters: map[*app.Type]map[app.Value][]app.Record{}, extremes: map[extreme]ends{}, resident: map[int64]stay{}, later: map[string]int{},
	}
	last := app.YearPeriod(year - 1)
	for _, t := range app.Types() {
		if !t.Report {
			continue
		}
		s.before[t.Key] = map[app.Value]app.Record{}
		for _, rec := range b.Of(t.Key) {
			if app.PeriodOf(rec) == last && !app.SaysNothing(rec) {
				s.before[t.Key][app.PerOf(rec)] = rec
			}
		}
	}
	for _, rec := range b.Of(residentReportKey) {
		if app.PeriodOf(rec) == s.period && !app.SaysNothing(rec) {
			s.reports[app.ResidentOf(rec)] = rec
		}
	}
	return s
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
		return s.before[rec.Type().Key][app.PerOf(rec)]
	case hopPark:
		return s.book.Park
	case hopOwner:
		return s.reports[app.ResidentOf(rec)]
	}
	return rec
}

// sum returns a named sum for a resident, for the park when the sum is the park's.
func (s *pass) sum(name string, resident int64) *big.Rat {
	i := slices.IndexFunc(s.profile.sums, func(d *sum) bool { return d.name == name })
	d := s.profile.sums[i]
	if s.sums[name] == nil {
		s.sums[name] = s.add(d)
	}
	if !d.byResident {
		resident = 0
	}
	if total := s.sums[name][resident]; total != nil {
		return total
	}
	return new(big.Rat)
}

// add adds a sum up over the records of the year. A record that lacks a value the
// sum needs adds nothing: a sum that is compared from above can only grow by it.
func (s *pass) add(d *sum) map[int64]*big.Rat {
	totals := map[int64]*big.Rat{}
	for _, rec := range s.records(d.of) {
		amount, ok := s.addend(d, rec)
		if !ok {
			continue
		}
		id := int64(0)
		if d.byResident {
			id = app.ResidentOf(rec)
		}
		if totals[id] == nil {
			totals[id] = new(big.Rat)
		}
		totals[id].Add(totals[id], amount)
	}
	return totals
}

func (s *pass) addend(d *sum, rec app.Record) (*big.Rat, bool) {
	view := s.scope(rec)
	if d.where != nil && !holdsFor(view, d.where) {
		return nil, false
	}
	if d.value == nil {
		return big.NewRat(1, 1), true
	}
	amount := view.amount(d.value)
	return amount, amount != nil
}

// holdsFor reports whether a condition is known to hold.
func holdsFor(view *scope, e *expression) bool {
	holds, known := view.yes(e)
	return holds && known
}
