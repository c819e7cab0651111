package submission

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"math/big"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/rating"
	"technopark/reports"
	"technopark/reports/attach"
)

// paperOf says how a submission is put on paper.
type paperOf struct {
	form     Form
	final    bool
	revision int // 0 is not printed
	parts    []string
	day      app.Date
	bare     bool
	control  string // of the journal; «» is not printed
	dir      string // where the package lies until it has a place; see disk.NewLoose

	// empty, where it is given, lets documents be whose files are not at hand: so many
	// empty sheets stand for each, by the id of its record.
	empty map[int64]int
}

// render lays the papers out and puts the documents behind them.
func (s *state) render(ctx context.Context, records Records, how paperOf) error {
	s.out.Form, s.out.Draft, s.out.Revision = how.form, !how.final, how.revision
	lang := how.form.Lang
	year := s.out.Result.Year
	in := reports.Input{
		Book: s.book, Result: s.out.Result, Report: s.out.Report, RulesTitle: s.out.By.Rules.Title, Year: year,
		Lang: lang, Compressed: how.form.Compressed,
		Draft: s.out.Draft, Revision: how.revision, Parts: how.parts, Date: how.day, Created: how.day.Midnight(),
		DataSHA256: s.frozen.SHA256, Control: how.control, Program: program(lang),
		Code: codeOf(s.book, year, how.revision, Values(s.out.Result), s.frozen.SHA256).String(),
	}
	var err error
	if in.Earlier, err = earlier(s.book, s.out.Result); err != nil {
		return err
	}
	if in.Answers, err = s.answered(ctx, how.parts); err != nil {
		return err
	}
	all, err := gather(ctx, records, s.book, s.out.Result, how)
	if err != nil {
		return err
	}
	defer all.close()
	all.input = &in
	if s.base, err = all.papers(); err != nil {
		return err
	}
	s.input = in
	s.out.Documents, s.out.Pages = all.attachments, all.total
	s.pdf, err = s.bind(ctx, all, how)
	return err
}

// bind writes the whole package.
func (s *state) bind(ctx context.Context, all *bundle, how paperOf) (*disk.Loose, error) {
	pdf, err := disk.NewLoose(how.dir)
	if err != nil {
		return nil, err
	}
	buffered := bufio.NewWriterSize(pdf, 1<<16)
	if _, err = attach.Append(ctx, buffered, s.base, all.prepared, s.carried(all), s.seal(how, all)); err == nil {
		err = buffered.Flush()
	}
	if err == nil {
		err = pdf.Written()
	}
	if err != nil {
		return nil, errors.Join(err, pdf.Close())
	}
	return pdf, nil
}

// earlier computes the indicators of the year before the last two, for the charts.
func earlier(b *app.Book, result *rating.Result) (map[int]map[string]*big.Rat, error) {
	var codes []string
	for _, ind := range result.All() {
		codes = append(codes, ind.Code)
	}
	year := result.Year - 2
	values, err := rating.Values(result.Profile, b, year, codes)
	return map[int]map[string]*big.Rat{year: values}, err
}

// papers draws the sheets of the program's own until the places of the documents, which
// the inventory prints, have settled.
func (all *bundle) papers() ([]byte, error) {
	var press reports.Press
	for range 4 {
		all.input.Attachments = all.attachments
		paper := reports.Package(*all.input)
		if len(paper.Sections) == 0 {
			return nil, &app.Refusal{ID: "err.no_own_sheets", Cause: ErrNoOwnSheets}
		}
		sheets, err := press.Sheets(paper)
		if err != nil {
			return nil, err
		}
		if !all.settle(sheets) {
			var pdf bytes.Buffer
			_, err := press.WritePDF(&pdf, paper)
			return pdf.Bytes(), err
		}
	}
	return nil, errUnsettled
}
