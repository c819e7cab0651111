// Package check finds what the rating would reject (форматно-логический
// контроль): it reads a book and returns findings with their place and remedy.
// It is pure: no files, no clock.
//
// We check every record against the description of its fields first, because that
// covers all record types without a rule of their own: an identifier whose check
// digits do not fit, an answer outside the list, a required figure nobody gave.
// What is between fields, records and years is rules, and rules are data: a
// profile that a methodologist can read and change (see assets/rules).
package check

import (
	"cmp"
	"math/big"
	"slices"

	"technopark/app"
)

// Level tells what a finding does to a submission.
type Level string

// An error stops a final package; a warning is to be looked at and explained.
const (
	Error   Level = "error"
	Warning Level = "warning"
)

// Mark returns how the level is shown.
func (l Level) Mark() app.Mark {
	if l == Error {
		return app.MarkError
	}
	return app.MarkWarning
}

// Finding is one fault with its coordinates.
type Finding struct {
	Rule    string     // id in the profile of rules
	Level   Level      // how grave it is
	Type    *app.Type  // of the record
	ID      int64      // of the record; 0 for one that is not there
	Record  string     // title of the record
	Field   app.Field  // the one that is wrong; zero when the whole record is
	Period  app.Period // of the record; the year for what is missing from it; else zero
	Value   app.Value  // what was found in the field
	Message app.Text   // what is wrong
	Remedy  app.Text   // what to do

	// What was compared, with units; empty where nothing was.
	Left, Right, Difference app.Text

	Case     string    // tells apart what one rule finds on one field; see Place
	Basis    string    // all figures the rule read, by name, exactly: an explanation holds for them alone
	Resident int64     // whose record it is; 0 when the park's own
	Ask      Contact   // who knows
	Lacks    *app.Type // of the records that are not there and where they are to be added; else nil
	Absent   int       // how many of them
	Held     int64     // id of the empty report that keeps the place of the missing one; 0 when there is none

	// Explanation closes the finding; Outdated was written for other figures, which
	// opened it again. At most one of them is there.
	Explanation, Outdated *app.Explanation
}

// Indicator is an indicator of the method as far as rules read it.
type Indicator struct {
	Value *big.Rat        // in its own unit; nil when it is not computed
	Unit  app.Text        // that of Value
	Reads map[string]bool // fields it is computed from: «resident_report.revenue»
}

// Indicators are those of the method by their codes.
type Indicators map[string]Indicator

// Asked is what a check is to look at. The zero values of all but the book and the year
// mean that the matter is not known, and what would be compared with it passes.
type Asked struct {
	Book   *app.Book  // the records of the park
	Year   int        // whose data are checked
	Today  app.Date   // nothing has happened after it
	Known  Indicators // of the park in the year
	Frozen *app.Book  // the records as the last revision of the year holds them

	// GivenUp, where it is given, is asked between two rules whether nobody waits for the
	// check any more; then it ends, and the report is empty.
	GivenUp func() bool
}

// Report is the outcome of one pass.
type Report struct {
	Park     int64     // id
	Year     int       // whose data are checked
	Findings []Finding // the gravest first, then in the order of types and records
	Filled   []Filled  // by type, in the order of types
}

// Count returns how many findings are of the level.
func (r Report) Count(level Level) int {
	n := 0
	for _, f := range r.Findings {
		if f.Level == level {
			n++
		}
	}
	return n
}

// Run checks a year by the rules with no more known than the records and the indicators.
func Run(p *Profile, b *app.Book, year int, known Indicators) Report {
	return p.Check(Asked{Book: b, Year: year, Known: known})
}

// Check checks everything a submission of the year reads: the records of that year
// and those that belong to no year. Errors come first; within a level the order
// is that of types and records, and within a record that of fields, then of rules.
func (p *Profile) Check(asked Asked) Report {
	pass := newPass(p, asked)
	if !pass.whole() {
		return Report{Park: asked.Book.Park.ID, Year: asked.Year}
	}
	return pass.report()
}

// report returns what a pass that has come to its end has found.
func (s *pass) report() Report {
	report := Report{Park: s.book.Park.ID, Year: s.year, Findings: s.strongest()}
	report.arrange()
	report.fill(s)
	return report
}

// strongest returns the findings without the warnings of a figure that is also an error: a
// fault is told of once.
func (s *pass) strongest() []Finding {
	errors := map[cell]bool{}
	at := func(f Finding) cell { return cell{s.book.Get(f.Type.Key, f.ID), f.Field.Key} }
	for _, f := range s.findings {
		if f.Level == Error {
			errors[at(f)] = true
		}
	}
	return slices.DeleteFunc(s.findings, func(f Finding) bool {
		return f.Level == Warning && figure(f.Field) && f.Explanation == nil && errors[at(f)]
	})
}

// figure reports whether a field holds a number or a date.
func figure(f app.Field) bool { return f.Kind.Number() || f.Kind == app.KindDate }

// arrange puts the findings in the order of Check.
func (r *Report) arrange() {
	types := map[*app.Type]int{}
	fields := map[*app.Type]map[string]int{}
	for i, t := range app.Types() {
		types[t], fields[t] = i, map[string]int{}
		for j, f := range t.Fields {
			fields[t][f.Key] = j
		}
	}
	slices.SortStableFunc(r.Findings, func(x, y Finding) int {
		return cmp.Or(cmp.Compare(rank(x), rank(y)), cmp.Compare(types[x.Type], types[y.Type]), cmp.Compare(x.ID, y.ID),
			cmp.Compare(fields[x.Type][x.Field.Key], fields[y.Type][y.Field.Key]))
	})
}

func rank(f Finding) int {
	if f.Level == Error {
		return 0
	}
	return 1
}
