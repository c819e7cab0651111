package submission

import (
	"context"
	"fmt"
	"slices"
	"time"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/composite"
	"technopark/app/disk"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/standing"
	"technopark/reports"
	"technopark/reports/doc"
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

// Summed is what the sheet «Итоги» is made of when it is a paper of its own.
type Summed struct {
	Book    *app.Book        // the records of the park
	By      regulation.Set   // the method and the rules of the year
	Result  *rating.Result   // the indicators
	Report  check.Report     // what the check found
	Answers *reports.Answers // where the park stands, among all that is known
}

// ShowSummary returns the sheet «Итоги» in a language, to be looked at and printed.
func ShowSummary(ctx context.Context, of Summed, now time.Time, lang app.Lang) (Shown, error) {
	paper, err := of.paper(now, lang)
	if err != nil {
		return Shown{}, err
	}
	pdf, pages, err := draw(".pdf", paper, "")
	if err == nil {
		err = ctx.Err()
	}
	return Shown{Name: joined("Итоги", plainName(of.Book.Park.ShortName), fmt.Sprint(of.Result.Year)), PDF: pdf, Pages: pages}, err
}

// SummaryPaper is where the sheet «Итоги» goes.
type SummaryPaper struct {
	Path string   // PDF or XLSX by its ending
	Lang app.Lang // Russian when empty
}

// Ready refuses a name where the sheet cannot be written, before anything is found out.
func (s SummaryPaper) Ready() error { return readyPaper(s.Path) }

// Write writes the sheet whole or not at all. A sheet of the same park and year is written anew; a
// name that something else has is refused.
func (s SummaryPaper) Write(ctx context.Context, of Summed, now time.Time) error {
	if err := s.Ready(); err != nil {
		return err
	}
	paper, err := of.paper(now, s.Lang)
	if err != nil {
		return err
	}
	taken := &app.Refusal{ID: "err.not_this_summary", Data: map[string]any{"File": s.Path}, Cause: app.ErrExists}
	data, err := ownPaper(ctx, s.Path, paper, ofWhat("summary", parkSign(of.Book), of.Result.Year), taken)
	if err != nil {
		return err
	}
	staged, err := disk.Stage(ctx, disk.File{Path: s.Path, Data: data})
	if err != nil {
		return err
	}
	return staged.Commit()
}

// paper is the sheet, with the beginning of the sum of the data at its foot: a package of the same
// data has the same one.
func (of Summed) paper(now time.Time, lang app.Lang) (doc.Document, error) {
	frozen, err := Freeze(of.Book, of.By, of.Result)
	if err != nil {
		return doc.Document{}, err
	}
	day := app.DateOf(now)
	in := reports.Input{
		Book: of.Book, Result: of.Result, Report: of.Report, Year: of.Result.Year, Lang: lang, Answers: of.Answers,
		Date: day, Created: day.Midnight(), Program: program(lang), DataSHA256: frozen.SHA256,
	}
	for _, p := range Proofs(of.Book, of.Result) {
		in.Attachments = append(in.Attachments, reports.Attachment{Document: p.Document, Codes: p.Codes})
	}
	return reports.Summary(in), nil
}
