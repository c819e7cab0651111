package cli

import (
	"fmt"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/regulation"
	"technopark/app/submission"
)

// checkCommand looks for what the rating would reject.
type checkCommand struct {
	yearOf
	profileFiles
	Protocol string `place:""`                  // path of the protocol, .pdf or .xlsx
	Letters  string `place:""`                  // directory for a letter to each resident asked
	Lang     string `enum:"ru,en" default:"ru"` // of both papers
}

type checkJSON struct {
	Errors    int           `json:"errors"`
	Warnings  int           `json:"warnings"`
	Explained int           `json:"explained"` // of both
	Findings  []findingJSON `json:"findings"`
	Rules     rulesJSON     `json:"rules"`
	Remarks   []string      `json:"remarks"` // of the method and the rules
	Protocol  string        `json:"protocol,omitempty"`
	Letters   []string      `json:"letters,omitempty"`
}

type rulesJSON struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Version string `json:"version"`
	Own     bool   `json:"own"` // put in place of the program's
}

type findingJSON struct {
	Rule        string           `json:"rule"`
	Level       string           `json:"level"`
	Record      string           `json:"record"`
	ID          int64            `json:"id"`
	Field       string           `json:"field"`
	Period      string           `json:"period"`
	Left        string           `json:"left"`
	Right       *string          `json:"right"`
	Difference  *string          `json:"difference"`
	Message     string           `json:"message"`
	Remedy      string           `json:"remedy"`
	Title       string           `json:"title"` // of the record
	Park        int64            `json:"park"`
	Resident    int64            `json:"resident"` // 0 of the park's own records
	Place       string           `json:"place"`    // what «explain» takes
	Ask         askJSON          `json:"ask"`
	Explanation *explanationJSON `json:"explanation"`
	Outdated    bool             `json:"outdated"` // explained for other figures
}

type askJSON struct {
	Company string `json:"company"`
	Name    string `json:"name"`
	Phone   string `json:"phone"`
	Email   string `json:"email"`
}

type explanationJSON struct {
	Text   string `json:"text"`
	Author string `json:"author"`
	Date   string `json:"date"`
}

// Run prints the findings and ends with exit code 1 when there are errors.
func (c checkCommand) Run(s *session) error {
	if err := s.force(c.profileFiles); err != nil {
		return err
	}
	to := submission.CheckPapers{Protocol: c.Protocol, Letters: c.Letters, Lang: app.Lang(c.Lang)}
	if err := to.Ready(); err != nil {
		return err
	}
	return s.read(c.yearOf, func(store Store, b *app.Book) error {
		set, err := s.by.For(b, c.Year)
		if err != nil {
			return err
		}
		report, err := s.checked(store, set, b, c.Year)
		if err != nil {
			return app.About(c.File, err)
		}
		letters, err := to.Write(s.ctx, b, report, set.Rules, s.Now())
		if err != nil {
			return err
		}
		if c.JSON {
			answer := checkAnswer(report, set)
			answer.Protocol, answer.Letters = c.Protocol, letters
			if err := s.printJSON(answer); err != nil {
				return err
			}
		} else {
			s.printFindings(report)
			s.printRemarks(set)
			c.printPapers(s, letters)
		}
		if report.Count(check.Error) > 0 {
			return errFindings
		}
		return nil
	})
}

// checked checks the records as they are now, against the last revision of the year.
func (s *session) checked(store Store, set regulation.Set, b *app.Book, year int) (check.Report, error) {
	last, err := new(submission.Last).Book(s.ctx, store, b, year)
	if err != nil {
		return check.Report{}, err
	}
	return set.CheckSince(last, b, year, app.DateOf(s.Now()))
}

func (c checkCommand) printPapers(s *session, letters []string) {
	if c.Protocol != "" {
		s.say("cli.protocol", map[string]any{"File": c.Protocol})
	}
	if c.Letters != "" {
		fmt.Fprintln(s.Stdout, s.words.N("cli.letters", len(letters), map[string]any{"Dir": c.Letters}))
	}
}

func checkAnswer(r check.Report, set regulation.Set) checkJSON {
	out := checkJSON{
		Errors: r.Count(check.Error), Warnings: r.Count(check.Warning), Explained: r.Explained(), Findings: []findingJSON{},
		Rules: rulesJSON{set.Rules.ID, set.Rules.Title.RU, set.Rules.Version, set.OwnRules}, Remarks: remarks(set),
	}
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, findingAnswer(r, f))
	}
	return out
}

func findingAnswer(r check.Report, f check.Finding) findingJSON {
	out := findingJSON{
		Rule: f.Rule, Level: string(f.Level), Record: f.Type.Key, ID: f.ID, Field: f.Field.Key,
		Period: f.Period.Key(), Left: f.Left.RU, Right: orNull(f.Right), Difference: orNull(f.Difference),
		Message: f.Message.RU, Remedy: f.Remedy.RU, Title: f.Record, Park: r.Park, Resident: f.Resident,
		Place: f.Place().String(), Ask: askJSON(f.Ask), Outdated: f.Outdated != nil,
	}
	if e := f.Explanation; e != nil {
		out.Explanation = &explanationJSON{e.Text, e.Author, e.Date.ISO()}
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
		switch {
		case f.Explanation != nil:
			s.say("cli.explained", map[string]any{"Text": f.Explanation.Text, "Author": f.Explanation.Author, "Date": f.Explanation.Date.String()})
		case f.Outdated != nil:
			s.say("cli.outdated", map[string]any{"Text": f.Outdated.Text})
		case f.Resident != 0 && f.Ask.String() != "":
			s.say("cli.ask", map[string]any{"Who": f.Ask.String()})
		}
	}
	s.printTotals(r)
}

// printTotals says in one line how many errors and warnings there are.
func (s *session) printTotals(r check.Report) {
	data := map[string]any{
		"Errors":   s.words.N("cli.errors", r.Count(check.Error), nil),
		"Warnings": s.words.N("cli.warnings", r.Count(check.Warning), nil),
	}
	if n := r.Explained(); n > 0 {
		data["Explained"] = s.words.N("cli.explained_count", n, nil)
		s.say("cli.totals_explained", data)
		return
	}
	s.say("cli.totals", data)
}
