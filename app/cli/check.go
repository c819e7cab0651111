package cli

import (
	"fmt"

	"technopark/app"
	"technopark/app/check"
)

// checkCommand looks for what the rating would reject.
type checkCommand struct{ yearOf }

type checkJSON struct {
	Errors    int           `json:"errors"`
	Warnings  int           `json:"warnings"`
	Explained int           `json:"explained"`
	Findings  []findingJSON `json:"findings"`
}

type findingJSON struct {
	Rule       string  `json:"rule"`
	Level      string  `json:"level"`
	Record     string  `json:"record"`
	ID         int64   `json:"id"`
	Field      string  `json:"field"`
	Period     string  `json:"period"`
	Left       string  `json:"left"`
	Right      *string `json:"right"`
	Difference *string `json:"difference"`
	Message    string  `json:"message"`
	Remedy     string  `json:"remedy"`
}

// Run prints the findings and ends with exit code 1 when there are errors.
func (c checkCommand) Run(s *session) error {
	return s.read(c.yearOf, func(_ Store, b *app.Book) error {
		rules, err := s.Rules()
		if err != nil {
			return err
		}
		report := check.Run(rules, b, c.Year)
		if c.JSON {
			if err := s.printJSON(checkAnswer(report)); err != nil {
				return err
			}
		} else {
			s.printFindings(report)
		}
		if report.Count(check.Error) > 0 {
			return errFindings
		}
		return nil
	})
}

func checkAnswer(r check.Report) checkJSON {
	out := checkJSON{Errors: r.Count(check.Error), Warnings: r.Count(check.Warning), Explained: r.Explained(), Findings: []findingJSON{}}
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, findingJSON{
			Rule: f.Rule, Level: string(f.Level), Record: f.Type.Key, ID: f.ID, Field: f.Field.Key,
			Period: f.Period.Key(), Left: f.Left.RU, Right: orNull(f.Right), Difference: orNull(f.Difference),
			Message: f.Message.RU, Remedy: f.Remedy.RU,
		})
	}
	return out
}

// orNull returns nil for what was not compared.
func orNull(t app.Text) *string {
	if t.Zero() {
		return nil
	}
	return &t.RU
}

func (s *session) printFindings(r check.Report) {
	for _, f := range r.Findings {
		where := f.Type.One.RU + " — " + f.Record
		if !f.Period.Zero() && f.Type.Period == "date" {
			where += ", " + f.Period.In(app.RU)
		}
		fmt.Fprintf(s.Stdout, "%s  %s: %s; %s\n", s.words.T("cli.level."+string(f.Level), nil), where, f.Message.RU, f.Remedy.RU)
	}
	s.printTotals(r)
}

// printTotals says in one line how many errors and warnings there are.
func (s *session) printTotals(r check.Report) {
	fmt.Fprintln(s.Stdout, s.words.T("cli.totals", map[string]any{
		"Errors":   s.words.N("cli.errors", r.Count(check.Error), nil),
		"Warnings": s.words.N("cli.warnings", r.Count(check.Warning), nil),
	}))
}
