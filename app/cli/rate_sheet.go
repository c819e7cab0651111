package cli

import (
	"cmp"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/standing"
	"technopark/app/submission"
	"technopark/reports"
)

// sheetRuns are how many times the rating is computed anew for the sheet to say how sure the place
// is, where --uncertainty does not say.
const sheetRuns = 2000

// readySheet refuses a sheet that cannot be, before anything is computed.
func (c rateCommand) readySheet() error {
	switch {
	case c.Sheet == "":
		return nil
	case c.File == "" || len(c.WhatIf) > 0:
		return &app.Refusal{ID: "cli.rate.sheet_alone", Cause: errWords}
	}
	return c.sheet().Ready()
}

func (c rateCommand) sheet() submission.SummaryPaper {
	return submission.SummaryPaper{Path: c.Sheet, Lang: app.Lang(c.Lang)}
}

// writeSheet writes the sheet «Итоги» of a park, compared with all that the file knows.
func (c rateCommand) writeSheet(s *session, store Store, one *standing.Standing) error {
	set, err := s.by.For(one.Book(), c.Year)
	if err != nil {
		return err
	}
	report, err := s.checked(store, set, one.Book(), c.Year)
	if err != nil {
		return app.About(c.File, err)
	}
	answers := &reports.Answers{Standing: one, Lacks: one.Lacking()}
	if err := answers.Find(s.ctx, composite.Runs{Count: cmp.Or(c.Uncertainty, sheetRuns), Seed: c.Seed}); err != nil {
		return err
	}
	return c.sheet().Write(s.ctx, submission.Summed{Book: one.Book(), By: set, Result: one.Result, Report: report, Answers: answers}, s.Now())
}
