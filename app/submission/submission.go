// Package submission makes the package of papers for the rating: it freezes the
// records, checks them, computes the indicators, lays out the papers and writes
// the file. The window and the command line both call Build.
//
// We hash the frozen data, not the PDF, for the page foot, because the foot is
// part of the PDF: the data hash ties paper to figures, the hash of the finished
// file ties a copy to the original.
package submission

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"github.com/natefinch/atomic"

	"technopark/app"
	"technopark/app/check"
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
}

// Request says what to make.
type Request struct {
	Park  int64
	Year  int      // of the data; the rating of the next year reads it
	Parts []string // keys of reports.Parts; none means all
	Final bool     // without «ЧЕРНОВИК»; refused while there are errors nobody answers for
	Dir   string   // existing directory for the file
	Now   time.Time
}

// Output says what was made.
type Output struct {
	PDF        string // path
	Pages      int    // sheets, those of the documents included
	Documents  []reports.Attachment
	SHA256     string // of the PDF
	DataSHA256 string // of the frozen data; its beginning stands at the foot of each page
	Draft      bool
	By         regulation.Set
	Report     check.Report
	Result     *rating.Result
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

// ErrorsFound refuses a final package while the data has errors without an explanation.
type ErrorsFound struct{ Report check.Report }

// Error counts the errors.
func (e *ErrorsFound) Error() string {
	return fmt.Sprintf("final package refused: %d errors in the data", e.Report.Open(check.Error))
}

// Build makes the package and writes it as one PDF into req.Dir. The file
// appears whole or not at all. progress may be nil. A final package of data with
// errors that no explanation answers for is refused with *ErrorsFound.
func Build(ctx context.Context, records Records, by *regulation.Library, req Request, progress func(Step)) (Output, error) {
	if progress == nil {
		progress = func(Step) {}
	}
	if err := existingDir(req.Dir); err != nil {
		return Output{}, err
	}
	progress(StepFreeze)
	book, err := records.Book(ctx, req.Park)
	if err != nil {
		return Output{}, fmt.Errorf("build package: %w", err)
	}
	set, err := by.For(book, req.Year)
	if err != nil {
		return Output{}, fmt.Errorf("build package: %w", err)
	}
	progress(StepCheck)
	out := Output{Draft: !req.Final, By: set}
	if out.Report, err = set.Check(book, req.Year); err != nil {
		return Output{}, fmt.Errorf("build package: %w", err)
	}
	if req.Final && out.Report.Open(check.Error) > 0 {
		return Output{}, &ErrorsFound{out.Report}
	}
	progress(StepScore)
	if out.Result, err = rating.Compute(set.Method, book, req.Year); err != nil {
		return Output{}, fmt.Errorf("build package: %w", err)
	}
	frozen, err := Freeze(book, set, out.Result)
	if err != nil {
		return Output{}, err
	}
	out.DataSHA256 = frozen.SHA256
	if err := ctx.Err(); err != nil {
		return Output{}, err
	}
	progress(StepDocuments)
	pdf, err := out.render(ctx, records, book, frozen, req)
	if err != nil {
		return Output{}, fmt.Errorf("build package: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return Output{}, err
	}
	progress(StepWrite)
	if err := out.write(filepath.Join(req.Dir, FileName(book.Park, req.Year, req.Final)), pdf); err != nil {
		return Output{}, err
	}
	return out, nil
}

// render lays the papers out, puts the documents behind them and returns the PDF.
func (out *Output) render(ctx context.Context, records Records, book *app.Book, frozen Frozen, req Request) ([]byte, error) {
	var err error
	in := reports.Input{
		Book: book, Result: out.Result, Report: out.Report, RulesTitle: out.By.Rules.Title.RU, Year: req.Year, Draft: out.Draft, Parts: req.Parts,
		Date: app.DateOf(req.Now), Created: app.DateOf(req.Now).Midnight(), DataSHA256: out.DataSHA256,
		Program: program(), Code: codeOf(book, req.Year, 0, Values(out.Result), frozen.SHA256).String(),
	}
	if in.Earlier, err = earlier(book, out.Result); err != nil {
		return nil, err
	}
	all, err := gather(ctx, records, Proofs(book, out.Result), book, out.Result, reports.Attached(req.Parts))
	if err != nil {
		return nil, err
	}
	all.input = &in
	base, err := all.papers()
	if err != nil {
		return nil, err
	}
	out.Documents, out.Pages = all.attachments, all.total
	whole, _, err := attach.Append(ctx, base, all.prepared, &attach.File{
		Name: DataName, Data: frozen.JSON, MIME: "application/json", About: "Данные пакета документов", Date: in.Created,
	})
	return whole, err
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
	for range 4 {
		all.input.Attachments = all.attachments
		var pdf bytes.Buffer
		pages, err := reports.WritePDF(&pdf, reports.Package(*all.input))
		if err != nil {
			return nil, err
		}
		if !all.settle(pages) {
			return pdf.Bytes(), nil
		}
	}
	return nil, errUnsettled
}

func (out *Output) write(path string, pdf []byte) error {
	if err := writeFile(path, pdf); err != nil {
		return err
	}
	sum := sha256.Sum256(pdf)
	out.PDF, out.SHA256 = path, hex.EncodeToString(sum[:])
	return nil
}

// writeFile writes a file whole or not at all.
func writeFile(path string, data []byte) error {
	if err := atomic.WriteFile(path, bytes.NewReader(data)); err != nil {
		return fmt.Errorf("write %s: %w: %w", path, app.ErrNoWrite, err)
	}
	// A paper is everybody's who may read the directory; the writer makes it private.
	if err := os.Chmod(path, 0o644); err != nil {
		return fmt.Errorf("share %s: %w", path, err)
	}
	return nil
}

func program() string { return "Технопарк " + app.Version }

func existingDir(dir string) error {
	info, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) || (err == nil && !info.IsDir()) {
		return fmt.Errorf("%s: %w", dir, app.ErrMissingDir)
	}
	if err != nil {
		return fmt.Errorf("%s: %w: %w", dir, app.ErrNoWrite, err)
	}
	return nil
}

// FileName returns the name of the package's file: «Пакет Пример 2020 черновик.pdf».
func FileName(park *app.Park, year int, final bool) string {
	name := park.ShortName
	if name == "" {
		name = park.Name
	}
	suffix := " черновик"
	if final {
		suffix = ""
	}
	return fmt.Sprintf("Пакет %s %d%s.pdf", plainName(name), year, suffix)
}

// plainName keeps letters, digits and single spaces: safe in every file system.
func plainName(name string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' {
			return r
		}
		return ' '
	}, name)
	short := []rune(strings.Join(strings.Fields(plain), " "))
	return string(short[:min(len(short), 60)])
}
