// Package submission makes the package of papers for the rating: it freezes the
// records, checks them, computes the indicators, lays out the papers and writes
// the files. What has been made it also keeps as revisions, compares, takes signatures
// into, inspects and opens again. The window and the command line call the same functions.
//
// We draw the papers from the frozen data read back, not from the records they were frozen
// from, so that nothing can be printed that the data do not hold: whoever has the package
// can draw the very same sheets.
//
// We hash the frozen data, not the PDF, for the page foot, because the foot is
// part of the PDF: the data hash ties paper to figures, the hash of the finished
// file ties a copy to the original.
//
// A package is made in Russian or English, full or compressed; see Form. The form is none of
// the data: a final package of the same data in another form is no new revision, because
// nothing has changed that somebody would have to compare or send. The form first made is
// the revision's own: it has the plain names, the data, the tables and the archive beside it
// and the hashes that are kept. Another form is one PDF beside them with the form in its
// name, with the same revision, code and data hash on its sheets.
package submission

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/disk"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/reports"
	"technopark/reports/attach"
)

// Records is what a submission is made of; package storage has it.
type Records interface {
	// Book returns all records of a park as they are at one moment.
	Book(ctx context.Context, park int64) (*app.Book, error)
	// Content returns the file of a document by its SHA-256.
	Content(ctx context.Context, sha256 string) ([]byte, error)
	// Verify says what of them is not as it was written: no final package is made of that.
	Verify(ctx context.Context) (app.Verdict, error)
}

// File is the data file a package is made of.
type File interface {
	Records
	// Journal returns the entries a filter chooses, the newest first: where it ends is printed.
	Journal(ctx context.Context, f app.JournalFilter) ([]app.JournalEntry, error)
}

// Request says what to make.
type Request struct {
	Park  int64     // id of the park
	Year  int       // of the data; the rating of the next year reads it
	Parts []string  // keys of reports.Parts; none means all
	Form            // of the papers
	Final bool      // without «ЧЕРНОВИК»; refused while there are errors nobody answers for
	Bare  bool      // without the files of the documents inside, whose sheets are there: half the size
	Dir   string    // existing directory for the file
	Now   time.Time // by the clock of the caller
	// Reason is why the year needs another final package; kept with the revision it makes.
	Reason string
}

// Output says what was made.
type Output struct {
	PDF        string               // path
	Pages      int                  // sheets, those of the documents included
	Documents  []reports.Attachment // in the order of their numbers
	SHA256     string               // of the PDF
	DataSHA256 string               // of the frozen data; its beginning stands at the foot of each page
	Form       Form                 // of the papers
	Draft      bool                 // «ЧЕРНОВИК» is across its sheets
	Revision   int                  // 0 for what is not kept
	Files      []string             // paths of all that was written
	Replaced   bool                 // a draft of the same park and year was there and is no more
	Taken      string               // the plain name, which something else has; «» when it was free
	By         regulation.Set       // the method and the rules it was made by
	Report     check.Report         // what the check found
	Result     *rating.Result       // the indicators
}

// Step is a stage of the work, for those who wait.
type Step int

// The stages in their order.
const (
	StepFreeze Step = iota
	StepCheck
	StepScore
	StepDocuments
	StepWrite
)

// ErrErrorsFound refuses a final package while the data have errors without an explanation.
var ErrErrorsFound = errors.New("the data have errors that no explanation answers for")

// ErrNoOwnSheets refuses a package of documents alone: nothing would say whose they are.
var ErrNoOwnSheets = errors.New("the chosen parts have no sheets of their own")

// Made is a package that has no place yet: its PDF lies on the disk, the very bytes Write
// writes, so that its pages can be looked at, and printed, before. Close removes it.
type Made struct {
	Output

	state *state
	req   Request
	rev   *app.Revision // of a final package
	isNew bool
	aside bool // a final package in another form than the revision's own
}

// Make makes a package and writes nothing. progress may be nil; who is printed as the
// maker of a final package. A package without «ЧЕРНОВИК» of data with errors that no
// explanation answers for is refused: ErrErrorsFound.
func Make(ctx context.Context, records File, by *regulation.Library, req Request, who string, progress func(Step)) (*Made, error) {
	return makeIn(ctx, "", records, by, req, who, progress)
}

// makeIn is Make of what lies in a directory until it is written; see disk.NewLoose.
func makeIn(ctx context.Context, dir string, records File, by *regulation.Library, req Request, who string, progress func(Step)) (*Made, error) {
	if progress == nil {
		progress = func(Step) {}
	}
	if len(req.Parts) == len(reports.Parts()) {
		req.Parts = nil // all
	}
	s, err := prepare(ctx, records, by, req, progress)
	if err != nil {
		return nil, err
	}
	m := &Made{state: s, req: req}
	how := paperOf{form: req.Form.known(), final: req.Final, parts: req.Parts, day: app.DateOf(req.Now), bare: req.Bare, dir: dir, control: s.control}
	if req.Final {
		m.rev, m.isNew = s.revision(req, who)
		m.aside = formOf(m.rev) != how.form
		how.revision, how.day, how.control = int(m.rev.Number.N), m.rev.Made, m.rev.Journal
	}
	progress(StepDocuments)
	if err := s.render(ctx, records, how); err != nil {
		return nil, fmt.Errorf("build package: %w", err)
	}
	m.Output = s.out
	if err := ctx.Err(); err != nil {
		return nil, errors.Join(err, m.Close())
	}
	return m, nil
}

// Bytes reads the PDF, all of it.
func (m *Made) Bytes() ([]byte, error) { return m.state.pdf.Bytes() }

// Close removes what Make has written; what Write wrote stays.
func (m *Made) Close() error { return m.state.pdf.Close() }

// Build makes a draft and writes it as one PDF into req.Dir. The file appears whole or not
// at all. progress may be nil. Finalise makes what is kept.
func Build(ctx context.Context, records File, by *regulation.Library, req Request, progress func(Step)) (Output, error) {
	req.Final = false
	if err := disk.Into(req.Dir); err != nil {
		return Output{}, err
	}
	m, err := makeIn(ctx, req.Dir, records, by, req, "", progress)
	if err != nil {
		return Output{}, err
	}
	defer m.Close() //nolint:errcheck // it is swept at the next start
	if progress != nil {
		progress(StepWrite)
	}
	return m.writePDF(req.Dir)
}

// writePDF writes the package alone.
func (m *Made) writePDF(dir string) (Output, error) {
	out, b := m.Output, m.state.book
	stem := strings.TrimSuffix(DraftName(b.Park, m.req.Year, m.req.Form), ".pdf")
	err := out.write(dir, stem, b, m.state.pdf, draftOf(b, m.req.Year))
	return out, err
}

// state is a submission on its way to paper.
type state struct {
	book    *app.Book // as it was frozen
	live    *app.Book // as the data file has it, revisions included
	frozen  Frozen
	control string            // of the journal as the book was read
	values  map[string]string // of the indicators, frozen with data that were thawed
	out     Output
	input   reports.Input // what the program's own sheets are made of
	base    []byte        // these sheets as a PDF
	pdf     *disk.Loose   // the whole package

	answers *reports.Answers // of the sheet «Итоги»; nil until a paper asks for them

	digests attach.Digests // of its sheets
}

// prepare reads, checks, computes and freezes.
func prepare(ctx context.Context, records File, by *regulation.Library, req Request, progress func(Step)) (*state, error) {
	progress(StepFreeze)
	if req.Final {
		if err := verified(ctx, records); err != nil {
			return nil, fmt.Errorf("build package: %w", err)
		}
	}
	control, err := controlOf(ctx, records)
	if err != nil {
		return nil, fmt.Errorf("build package: %w", err)
	}
	book, err := records.Book(ctx, req.Park)
	if err != nil {
		return nil, fmt.Errorf("build package: %w", err)
	}
	last, err := new(Last).Book(ctx, records, book, req.Year)
	if err != nil {
		return nil, fmt.Errorf("build package: %w", err)
	}
	s, err := judged(last, book, by, req.Year, app.DateOf(req.Now), progress)
	if err != nil {
		return nil, fmt.Errorf("build package: %w", err)
	}
	if n := s.out.Report.Open(check.Error); req.Final && n > 0 {
		return nil, &app.Refusal{ID: "err.final_refused", Data: map[string]any{"N": n}, Cause: ErrErrorsFound}
	}
	if s, err = s.freeze(); err != nil {
		return nil, fmt.Errorf("build package: %w", err)
	}
	s.control = control
	return s, ctx.Err()
}

// controlOf returns the control value of the journal of a file.
func controlOf(ctx context.Context, file File) (string, error) {
	last, err := file.Journal(ctx, app.JournalFilter{Limit: 1})
	if err != nil || len(last) == 0 {
		return "", err
	}
	return app.ControlOf(last[0]).String(), nil
}

// verified proves that the records are those that were written, before they are submitted.
func verified(ctx context.Context, records Records) error {
	verdict, err := records.Verify(ctx)
	if err != nil {
		return err
	}
	return verdict.Err()
}

// judged checks a book, against what the last revision holds, and computes its indicators.
// What is frozen is checked without today and without a revision before it, so that its data
// alone give the same pages on any day.
func judged(last, book *app.Book, by *regulation.Library, year int, today app.Date, progress func(Step)) (*state, error) {
	s := &state{book: book, live: book}
	var err error
	if s.out.By, err = by.For(book, year); err != nil {
		return nil, err
	}
	progress(StepCheck)
	if s.out.Report, err = s.out.By.CheckSince(last, book, year, today); err != nil {
		return nil, err
	}
	progress(StepScore)
	s.out.Result, err = rating.Compute(s.out.By.Method, book, year)
	return s, err
}

// freeze returns the same submission as its frozen data give it.
func (s *state) freeze() (*state, error) {
	frozen, err := Freeze(s.book, s.out.By, s.out.Result)
	if err != nil {
		return nil, err
	}
	t, err := thaw(frozen.JSON)
	if err != nil {
		return nil, err
	}
	again, err := t.judged(frozen.JSON, nil)
	if err != nil {
		return nil, err
	}
	again.live = s.live
	return again, nil
}

func program(lang app.Lang) string {
	return app.L("Технопарк ", "Technopark ").In(lang) + app.Version
}
