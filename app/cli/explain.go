package cli

import (
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/check"
)

// explainCommand closes a finding by an explanation, or takes the explanation away.
type explainCommand struct {
	yearOf
	Rule   string `required:""`
	Place  string `required:""` // as check --json names it
	Text   string
	Author string
	Remove bool
}

// Run saves the explanation of the finding the rule and the place name.
func (c explainCommand) Run(s *session) error {
	c.Text, c.Author = app.CleanNote(c.Text), app.Clean(c.Author)
	c.Rule, c.Place = app.Clean(c.Rule), app.Clean(c.Place)
	switch {
	case c.Remove && c.Text+c.Author != "":
		return &app.Refusal{ID: "cli.explain_both", Cause: errWords}
	case !c.Remove && (c.Text == "" || c.Author == ""):
		return &app.Refusal{ID: "cli.explain_what", Cause: errWords}
	}
	return s.write(c.yearOf, func(store Store, b *app.Book) error {
		set, err := s.by.For(b, c.Year)
		if err != nil {
			return err
		}
		report, err := s.checked(store, set, b, c.Year)
		if err != nil {
			return app.About(c.File, err)
		}
		i := slices.IndexFunc(report.Findings, c.means)
		if i < 0 {
			return c.notFound(report)
		}
		f := report.Findings[i]
		if err := c.apply(s, store, report, f); err != nil {
			return app.About(c.File, err)
		}
		if b, err = store.Book(s.ctx, b.Park.ID); err != nil {
			return app.About(c.File, err)
		}
		if report, err = s.checked(store, set, b, c.Year); err != nil {
			return app.About(c.File, err)
		}
		if c.JSON {
			return s.printJSON(findingAnswer(report, c.again(f, report)))
		}
		s.printTotals(report)
		return nil
	})
}

// means reports whether the finding is the one that the command is about.
func (c explainCommand) means(f check.Finding) bool {
	return f.Rule == c.Rule && f.Place().String() == c.Place
}

// again returns the finding as a later check has it. It may stand elsewhere among the others:
// what is explained silences no other rule any more, and what is not explained does. One that
// is silenced itself is answered as it was.
func (c explainCommand) again(f check.Finding, report check.Report) check.Finding {
	if i := slices.IndexFunc(report.Findings, c.means); i >= 0 {
		return report.Findings[i]
	}
	return f
}

func (c explainCommand) apply(s *session, store Store, report check.Report, f check.Finding) error {
	e := report.Explain(f, c.Text, c.Author, app.DateOf(s.Now()))
	what := s.words.T("step.explain", map[string]any{"Record": f.Record})
	return store.Change(s.ctx, what, func(tx app.Tx) error {
		switch {
		case !c.Remove:
			return tx.Save(s.ctx, e)
		case e.ID == 0:
			return &app.Refusal{ID: "cli.explain_none"}
		}
		return tx.Delete(s.ctx, e)
	})
}

// notFound names the places where the rule did find something.
func (c explainCommand) notFound(report check.Report) error {
	var places []string
	for _, f := range report.Findings {
		if f.Rule == c.Rule {
			places = append(places, f.Place().String())
		}
	}
	if len(places) == 0 {
		return &app.Refusal{ID: "cli.explain_no_rule", Data: map[string]any{"Rule": c.Rule}}
	}
	return &app.Refusal{ID: "cli.explain_no_place", Data: map[string]any{"Rule": c.Rule, "What": strings.Join(places, ", ")}}
}
