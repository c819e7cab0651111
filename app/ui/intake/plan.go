package intake

import (
	"context"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/exchange"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// findings is what the check would say of the records after a plan that it does not say now.
type findings struct {
	known bool
	fresh []check.Finding
}

// says puts it into words; «» while it is not known.
func (f findings) says(d *desk.Desk) string {
	if !f.known {
		return ""
	}
	if len(f.fresh) == 0 {
		return app.MarkReady.Before(d.T("ui.intake.finds_nothing"))
	}
	lines := f.lines(d, mostTold)
	return d.N("ui.intake.finds", len(f.fresh), "Split", f.split(d)) + "\n" + strings.Join(lines, "\n")
}

// How many findings are told beside the rows, and how many where all are read.
const (
	mostTold = 3
	mostRead = 300
)

// split tells errors and warnings apart: «6 ошибок, 1 предупреждение».
func (f findings) split(d *desk.Desk) string {
	var parts []string
	for _, level := range []struct {
		is    check.Level
		count string
	}{{check.Error, "ui.check.errors"}, {check.Warning, "ui.check.warnings"}} {
		n := 0
		for _, finding := range f.fresh {
			if finding.Level == level.is {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, d.N(level.count, n))
		}
	}
	return strings.Join(parts, ", ")
}

// lines tell of each finding, errors first; of more than so many, how many more there are.
func (f findings) lines(d *desk.Desk, most int) []string {
	var lines []string
	for _, finding := range f.fresh[:min(most, len(f.fresh))] {
		lines = append(lines, finding.Level.Mark().Before(d.RecordOf(finding)+" — "+finding.Message.In(d.Lang)))
	}
	if more := len(f.fresh) - most; more > 0 {
		lines = append(lines, d.N("ui.intake.finds_more", more))
	}
	return lines
}

// onAllFindings shows what the check would find, in a text that scrolls.
func (s *Screen) onAllFindings() {
	d := s.desk
	text := s.raises.split(d) + "\n\n" + strings.Join(s.raises.lines(d, mostRead), "\n")
	kit.AskLong(d.Window, d.T("ui.intake.finds_title"), text, kit.Answer{Text: d.T("ui.ok"), Do: s.FocusList})
}

// planAnew says what would become of every row, beside the window, and shows it.
func (s *Screen) planAnew() {
	d := s.desk
	if s.source.book == nil || d.Store == nil {
		return
	}
	to, from, l, typ := s.recipient(), s.source, s.layout, s.typ
	var plan *exchange.RecordsPlan
	d.Tasks.Run(d.T("ui.intake.planning"), func(ctx context.Context, progress kit.Progress) (err error) {
		to.Tell = func(done, of int) error {
			progress("", kit.Count(done, of))
			return ctx.Err()
		}
		if from.records != nil {
			l, plan, err = planColumn(to, from, typ)
		} else {
			plan, err = to.Plan(exchange.From{Book: from.book, Layouts: []*exchange.Layout{l}})
		}
		if err == nil {
			err = ctx.Err()
		}
		return err
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		fresh := s.plan == nil
		s.layout, s.plan, s.raises, s.done = l, plan, findings{}, outcome{}
		if fresh {
			s.preview.chosen = 0
		}
		s.preview.use()
		s.show(stepPreview)
		s.FocusList()
		s.findAnew(plan)
	})
}

// planColumn plans values that were pasted into one column of a list.
func planColumn(to exchange.Recipient, from source, t *app.Type) (*exchange.Layout, *exchange.RecordsPlan, error) {
	return to.PlanColumn(from.book, t, from.fields[0], from.records)
}

// findAnew has the records checked as they would be, beside the window, and tells what is new.
func (s *Screen) findAnew(plan *exchange.RecordsPlan) {
	d := s.desk
	if d.Park == 0 || len(plan.Landing()) == 0 {
		return
	}
	d.Newest(func(seen *desk.Seen) {
		if seen.Book == nil || seen.Set.Rules == nil || seen.Set.Method == nil || s.plan != plan {
			return
		}
		book, set, today := seen.Book, seen.Set, d.Today()
		years := yearsOf(plan.Landing(), d.Year)
		var fresh []check.Finding
		d.Tasks.Quietly(func() error {
			ctx := context.Background()
			for _, year := range years {
				before, err := set.CheckWhile(ctx, nil, book, year, today)
				if err != nil {
					return err
				}
				after, err := set.CheckWhile(ctx, nil, book.With(plan.Landing()...), year, today)
				if err != nil {
					return err
				}
				fresh = append(fresh, newOf(before, after)...)
			}
			return nil
		}, func(err error) {
			if err == nil && s.plan == plan {
				s.raises = findings{true, fresh}
				s.preview.one.show(s.preview.list.Table.Selected())
				s.view.Refresh()
			}
		})
	})
}

// yearsOf returns the years of the reports among records, the newest first; the year in view where there
// are none.
func yearsOf(recs []app.Record, inView int) (years []int) {
	for _, rec := range recs {
		if p := app.PeriodOf(rec); !p.Zero() && !slices.Contains(years, p.Year) {
			years = append(years, p.Year)
		}
	}
	if len(years) == 0 {
		return []int{inView}
	}
	slices.SortFunc(years, func(a, b int) int { return b - a })
	return years[:min(len(years), mostYears)]
}

// mostYears is of how many years the findings of a plan are looked for.
const mostYears = 5

// newOf returns the findings of one report that another does not have, those closed by an explanation
// left out, errors first.
func newOf(before, after check.Report) []check.Finding {
	key := func(f check.Finding) string { return f.Rule + " " + f.Place().String() + " " + f.Case }
	there := map[string]bool{}
	for _, f := range before.Findings {
		there[key(f)] = true
	}
	var fresh []check.Finding
	for _, f := range after.Findings {
		if !there[key(f)] && f.Explanation == nil {
			fresh = append(fresh, f)
		}
	}
	slices.SortStableFunc(fresh, func(a, b check.Finding) int { return graveness(a) - graveness(b) })
	return fresh
}

// graveness puts errors before warnings.
func graveness(f check.Finding) int {
	if f.Level == check.Error {
		return 0
	}
	return 1
}
