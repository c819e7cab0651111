// Package check finds what the rating would reject (форматно-логический
// контроль): it reads a book and returns findings with their place and remedy.
// It is pure: no files, no clock.
//
// We check every record against the description of its fields first, because
// that covers all record types without a rule of their own: an identifier whose
// check digits do not fit, an answer outside the list, a required figure nobody gave.
package check

import (
	"errors"
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

// Rules of this package, as findings name them.
const (
	RuleValue    = "VALUE"    // a value that its field cannot hold
	RuleRequired = "REQUIRED" // a required field without a value
)

// Finding is one fault with its coordinates.
type Finding struct {
	Rule    string
	Level   Level
	Type    *app.Type
	ID      int64
	Record  string // title of the record
	Field   app.Field
	Period  app.Period // zero when the record is not of a period
	Value   app.Value  // what was found
	Message app.Text   // what is wrong
	Remedy  app.Text   // what to do
}

// Report is the outcome of one pass.
type Report struct{ Findings []Finding }

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
// is that of types, records and fields.
func Run(b *app.Book, year int) Report {
	var report Report
	for _, t := range app.Types() {
		for _, rec := range b.Of(t.Key) {
			if concerns(b, rec, year) {
				report.Findings = append(report.Findings, record(b, rec)...)
			}
		}
	}
	slices.SortStableFunc(report.Findings, func(x, y Finding) int { return rank(x) - rank(y) })
	return report
}

func rank(f Finding) int {
	if f.Level == Error {
		return 0
	}
	return 1
}

// concerns reports whether a submission of the year reads the record.
func concerns(b *app.Book, rec app.Record, year int) bool {
	if !b.Concerns(rec) {
		return false
	}
	asked := app.YearPeriod(year)
	switch x := rec.(type) {
	case *app.Resident:
		return b.Active(x.ID, asked)
	case *app.Contract: // over before the year or begun after it, it enters no figure
		over := !x.To.Zero() && x.To.Before(asked.First()) && !x.To.Before(x.From)
		return !over && !x.From.After(asked.Last())
	}
	p := app.PeriodOf(rec)
	return p.Zero() || p == asked
}

// record checks one record field by field.
func record(b *app.Book, rec app.Record) []Finding {
	t := rec.Type()
	found := func(rule string, level Level, f app.Field, message, remedy app.Text) Finding {
		return Finding{
			Rule: rule, Level: level, Type: t, ID: rec.Header().ID, Record: t.Title(rec, b.TitleOf),
			Field: f, Period: app.PeriodOf(rec), Value: f.Get(rec), Message: message, Remedy: remedy,
		}
	}
	var findings []Finding
	for _, f := range t.Stored() {
		v := f.Get(rec)
		var fault app.FieldError
		if err := f.Check(v); errors.As(err, &fault) {
			findings = append(findings, found(RuleValue, Error, f, fault.Message, app.L(
				"исправьте поле «"+f.Label.RU+"»", "correct “"+f.Label.EN+"”")))
		}
		if f.Required && v.Empty() {
			findings = append(findings, found(RuleRequired, missingLevel(f), f,
				app.L("не заполнено поле «"+f.Label.RU+"»", "“"+f.Label.EN+"” is empty"), missingRemedy(f)))
		}
	}
	if t.Check != nil {
		for _, fault := range t.Check(rec) {
			f, _ := t.Field(fault.Field)
			findings = append(findings, found(RuleValue, Error, f, fault.Message, app.L(
				"исправьте поле «"+f.Label.RU+"»", "correct “"+f.Label.EN+"”")))
		}
	}
	return findings
}

// missingLevel: a figure that a resident has not given is a matter of
// completeness, which the rating weighs; an empty line of a card is an error.
func missingLevel(f app.Field) Level {
	if f.CanNA {
		return Warning
	}
	return Error
}

func missingRemedy(f app.Field) app.Text {
	if f.CanNA {
		return app.L("запросите значение или укажите «не применимо»", "ask for the value or answer “not applicable”")
	}
	return app.L("заполните поле", "fill in the field")
}
