package storage_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/regulation"
	"technopark/app/submission"
	"technopark/reports"
	"technopark/reports/doc"
	"technopark/storage"
)

// TestEveryPrintedNumberIsInTheFile takes part 10 of the package as it is printed and finds
// each number of it again by plain SQL at the place where it stands; and everything SQL
// knows of a place must be printed there.
func TestEveryPrintedNumberIsInTheFile(t *testing.T) {
	path := documentedFile(t)
	for _, year := range []int{2019, 2020} {
		t.Run(fmt.Sprint(year), func(t *testing.T) {
			made, sections := partTen(t, path, year)
			own := made.Pages
			for _, a := range made.Documents {
				own -= a.Sheets
			}
			o := newOracle(t, path, year, own)
			all := printedIn(sections)
			for _, p := range all {
				o.judge(t, p)
			}
			o.tellUnprinted(t)
			if len(all) < 2000 {
				t.Errorf("only %d places are printed", len(all))
			}
			findSheets(t, made)
		})
	}
}

// documentedFile is the sample park with documents of indicators, of contracts and of reports.
func documentedFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.tpark")
	store, err := storage.CreateFilled(path, testOptions(), "sample", func(ctx context.Context, tx app.Tx) error {
		if err := submission.FillSample(ctx, tx, 12); err != nil {
			return err
		}
		for i, subjects := range [][]string{{leaseOf(ctx, t, tx), "indicator/2019/S2.1"}, {reportOf(ctx, t, tx, 2019)}, {reportOf(ctx, t, tx, 2020), "indicator/2020/S5.1"}} {
			if err := keepPaper(ctx, tx, i+1, subjects); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// keepPaper keeps a document of so many sheets.
func keepPaper(ctx context.Context, tx app.Tx, sheets int, subjects []string) error {
	var paper bytes.Buffer
	d := doc.Document{}
	for range sheets {
		d.Sections = append(d.Sections, doc.Section{NewPage: true, Blocks: []doc.Block{doc.Paragraph{Text: fmt.Sprintf("Бумага %d", sheets)}}})
	}
	if _, err := reports.WritePDF(&paper, d); err != nil {
		return err
	}
	kept, err := submission.NewDocument(ctx, fmt.Sprintf("Бумага %d.pdf", sheets), paper.Bytes(), false)
	if err != nil {
		return err
	}
	kept.Park = 1
	return submission.KeepDocument(ctx, tx, kept, paper.Bytes(), subjects...)
}

// leaseOf returns a lease in force in both years; reportOf the report of somebody who gave all.
func leaseOf(ctx context.Context, t *testing.T, tx app.Tx) string {
	return subjectOf(ctx, t, tx, "contract", func(rec app.Record) bool {
		c := rec.(*app.Contract)
		return c.Kind == app.ContractLease && c.From.Before(app.Day(2019, 1, 1)) && c.To.Zero()
	})
}

func reportOf(ctx context.Context, t *testing.T, tx app.Tx, year int) string {
	return subjectOf(ctx, t, tx, "resident_report", func(rec app.Record) bool {
		r := rec.(*app.ResidentReport)
		return r.Period == app.YearPeriod(year) && r.Headcount.Given() && r.Revenue.Given()
	})
}

func subjectOf(ctx context.Context, t *testing.T, tx app.Tx, typeKey string, fits func(app.Record) bool) string {
	t.Helper()
	all, err := tx.List(ctx, app.TypeByKey(typeKey), 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, rec := range all {
		if fits(rec) {
			return app.SubjectOf(rec)
		}
	}
	t.Fatalf("the sample has no %s of this sort", typeKey)
	return ""
}

// partTen makes the whole package of a year and returns it with the sections of part 10.
func partTen(t *testing.T, path string, year int) (*submission.Made, []doc.Section) {
	t.Helper()
	store, err := storage.Open(path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	ctx := context.Background()
	made, err := submission.Make(ctx, store, regulation.Program(), submission.Request{Park: 1, Year: year, Now: testOptions().Now()}, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	book, err := store.Book(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	var sections []doc.Section
	tree := reports.Package(reports.Input{Book: book, Result: made.Result, Report: made.Report, Year: year, Attachments: made.Documents})
	for _, s := range tree.Sections {
		inside := len(sections) > 0 && (s.Level > 0 || s.Title == "")
		if strings.Contains(s.Title, "Показатели по субиндексам") || inside {
			sections = append(sections, s)
		} else if len(sections) > 0 {
			break
		}
	}
	if len(sections) < 2 {
		t.Fatalf("part 10 has %d sections", len(sections))
	}
	return made, sections
}

// findSheets looks for each document on the very sheet of the PDF that is printed for it.
func findSheets(t *testing.T, made *submission.Made) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "package.pdf")
	pdf, err := made.Bytes()
	if err == nil {
		err = os.WriteFile(file, pdf, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	sheets := strings.Split(string(text), "\f")
	if len(made.Documents) < 8 {
		t.Errorf("%d documents", len(made.Documents))
	}
	for i, a := range made.Documents {
		want := strings.ReplaceAll(reports.AttachmentSheet(app.RU, i+1, 1, a.Sheets), app.NBSP, " ")
		if got := strings.ReplaceAll(sheets[a.First-1], app.NBSP, " "); !strings.Contains(got, want) {
			t.Errorf("sheet %d lacks %q", a.First, want)
		}
	}
}
