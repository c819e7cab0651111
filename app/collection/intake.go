package collection

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/exchange"
	"technopark/app/formula"
	"technopark/app/questionnaire"
	"technopark/app/regulation"
)

// Intake is what the answers that came are read against.
type Intake struct {
	Book   *app.Book  // of the park
	Period app.Period // that is gathered; zero for whichever the answers are of
	Today  app.Date   // the day

	// Rules returns by what a year is checked; nil where nobody asks which findings there would be.
	Rules func(year int) (regulation.Set, error)
	// Content returns the bytes of a file that is kept, by its SHA-256: an answer is compared with
	// the one that was accepted before it. Nil where none is kept.
	Content func(ctx context.Context, sha256 string) ([]byte, error)
}

// Plan says of each file what it would change, which of several answers of one resident is the
// newest, and which findings the figures would raise. Nothing is written. progress is called
// before each file.
func (in Intake) Plan(ctx context.Context, files []*Received, progress func(done, of int)) error {
	planner := questionnaire.Against(in.Book, in.Period)
	for i, r := range files {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("plan the answers: %w", err)
		}
		if progress != nil {
			progress(i, len(files))
		}
		r.Plan, r.Findings, r.Confirm = nil, nil, app.Text{}
		if r.Answer != nil {
			r.Plan = planner.Plan(r.Answer)
		}
	}
	compare(files)
	for _, r := range files {
		in.again(ctx, planner, r)
		in.named(r)
	}
	if in.Rules == nil {
		return nil
	}
	return in.look(ctx, files)
}

func said(ru, en string, args ...any) app.Text { return formula.Said(formula.Say(ru, en, args...)) }

// look runs the check over the records as they are and as they would be with all that can be taken,
// and gives each file the findings that its figures raise.
func (in Intake) look(ctx context.Context, files []*Received) error {
	changed := map[int][]app.Record{} // by year
	for _, r := range files {
		switch r.Verdict() {
		case Ready, Unsure:
			year := r.Plan.Period.Year
			changed[year] = append(changed[year], r.Plan.Records()...)
		case Nothing, AsSent, Rejected, Unfit, Unread, PassedBy:
		}
	}
	for year, records := range changed {
		before, err := in.checked(ctx, in.Book, year)
		if err != nil {
			return err
		}
		after, err := in.checked(ctx, in.Book.With(records...), year)
		if err != nil {
			return err
		}
		share(files, year, fresh(before, after))
	}
	return nil
}

func (in Intake) checked(ctx context.Context, b *app.Book, year int) ([]check.Finding, error) {
	set, err := in.Rules(year)
	if err != nil {
		return nil, err
	}
	report, err := set.CheckWhile(ctx, nil, b, year, in.Today)
	return report.Findings, err
}

// fresh returns the findings that were not there before.
func fresh(before, after []check.Finding) []check.Finding {
	type place struct {
		rule, typeKey, field, of string
		id                       int64
		period                   app.Period
	}
	at := func(f check.Finding) place {
		return place{f.Rule, f.Type.Key, f.Field.Key, f.Case, f.ID, f.Period}
	}
	known := map[place]bool{}
	for _, f := range before {
		known[at(f)] = true
	}
	return slices.DeleteFunc(slices.Clone(after), func(f check.Finding) bool { return known[at(f)] })
}

// slipRules is in the names of the rules that look for amounts in another unit.
const slipRules = "SLIP"

// share gives each finding to the file of the resident it is about. What looks like a slip of the
// unit makes the cell doubtful.
func share(files []*Received, year int, findings []check.Finding) {
	of := map[int64][]check.Finding{}
	for _, f := range findings {
		of[f.Resident] = append(of[f.Resident], f)
	}
	for _, r := range files {
		if v := r.Verdict(); v != Ready && v != Unsure || r.Plan.Period.Year != year {
			continue
		}
		r.Findings = of[r.Plan.Resident.ID]
		for _, f := range r.Findings {
			if strings.Contains(f.Rule, slipRules) {
				r.Plan.Doubt(f.Type.Key, f.ID, f.Field.Key, f.Message)
			}
		}
	}
}

// Count returns how many cells of all files are in a state.
func Count(files []*Received, s exchange.State) int {
	n := 0
	for _, r := range files {
		if r.Plan != nil {
			n += r.Plan.Count(s)
		}
	}
	return n
}
