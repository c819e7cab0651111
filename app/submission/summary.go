package submission

import (
	"context"
	"slices"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/standing"
	"technopark/reports"
)

// summaryRuns are how many times the rating is computed anew for a package to say how sure the
// place is: fixed, as the seed is, so that the frozen data give the same sheet.
func summaryRuns() composite.Runs { return composite.Runs{Count: 2000, Seed: 1} }

// asked asks where one park stands, by what its own records hold of others.
func asked(b *app.Book, set regulation.Set, result *rating.Result) standing.Question {
	return standing.Question{Method: set.Method, Parks: []standing.Park{{Book: b, Result: result}}, Year: result.Year}
}

// answered finds, once, what the sheet «Итоги» says; nil when it is not among the parts. It asks
// the frozen records alone: they hold the values of other parks, and no other park of the file.
func (s *state) answered(ctx context.Context, parts []string) (*reports.Answers, error) {
	if len(parts) > 0 && !slices.Contains(parts, reports.SummaryPart) {
		return nil, nil
	}
	if s.answers == nil {
		found, err := reports.Answer(ctx, asked(s.book, s.out.By, s.out.Result), summaryRuns())
		if err != nil {
			return nil, err
		}
		found.Alone = true
		s.answers = found
	}
	return s.answers, nil
}
