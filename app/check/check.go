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

// Finding is one fault with its coordinates.
type Finding struct {
	Rule    string
	Level   Level
	Type    *app.Type
	ID      int64
	Record  string // title of the record
	Field   app.Field
	Period  app.Period // of the record; the year for what is missing from it; else zero
	Value   app.Value  // what was found in the field
	Message app.Text   // what is wrong
	Remedy  app.Text   // what to do

	// What was compared, with units; empty where nothing was.
	Left, Right, Difference app.Text

	Case     string    // tells apart what one rule finds on one field; see Place
	Basis    string    // all figures the rule read, by name, exactly
	Resident int64     // whose record it is; 0 when the park's own
	Ask      Contact   // who knows
	Lacks    *app.Type // of the report that is not there; else nil

	// Explanation closes the finding; Outdated was written for other figures, which
	// opened it again. At most one of them is there.
	Explanation, Outdated *app.Explanation
}

// Indicators are computed figures by their codes, in their own units.
type Indicators map[string]*big.Rat

// Report is the outcome of one pass.
type Report struct {
	Park     int64
	Year     int
	Findings []Finding
	Filled   []Filled // by type, in the order of types
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

// Run checks everything a submission of the year reads: the records of that year
// and those that belong to no year. Errors come first; within a level the order
// is that of types and records, and within a record that of fields, then of rules.
//
// known gives the park's own indicators of the year, which rules may compare with those of
// others; a rule that asks for one that is not there passes.
func Run(p *Profile, b *app.Book, year int, known Indicators) Report {
	pass := newPass(p, b, year)
	pass.indicators = known
	report := Report{Park: b.Park.ID, Year: year}
	horizon := pass.horizon()
	for _, t := range app.Types() {
		if t.Aside || t.Made { // written by the program, and shown nowhere a fault could be mended
			continue
		}
		rules := p.of(t)
		for _, rec := range pass.records(t) {
			report.Findings = append(report.Findings, catalogue(b, rec)...)
			report.Findings = append(report.Findings, pass.check(rules, rec)...)
		}
		report.Findings = append(report.Findings, pass.ahead(t, horizon)...)
	}
	slices.SortStableFunc(report.Findings, func(x, y Finding) int { return cmp.Compare(rank(x), rank(y)) })
	report.explain(b)
	report.fill(pass)
	return report
}

func rank(f Finding) int {
	if f.Level == Error {
		return 0
	}
	return 1
}
