package submission_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/sample"
	"technopark/app/standing"
	"technopark/app/submission"
	"technopark/reports"
)

// summed is what the sheet of the sample park is made of.
func summed(t *testing.T) submission.Summed {
	t.Helper()
	b := sample.Park().Book()
	set, err := regulation.Program().For(b, 2020)
	if err != nil {
		t.Fatal(err)
	}
	result, err := rating.Compute(set.Method, b, 2020)
	if err != nil {
		t.Fatal(err)
	}
	report, err := set.Check(b, 2020, app.Date{})
	if err != nil {
		t.Fatal(err)
	}
	answers, err := reports.Answer(t.Context(), standing.Question{Method: set.Method, Parks: []standing.Park{{Book: b, Result: result}}, Year: 2020}, composite.Runs{Count: 100, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	return submission.Summed{Book: b, By: set, Result: result, Report: report, Answers: answers}
}

// The sheet is one page, in the language asked for, with the sum of the data of a package; it is
// written anew over itself, and over nothing else.
func TestSummaryPaper(t *testing.T) {
	of := summed(t)
	path := filepath.Join(t.TempDir(), "итоги.pdf")
	for lang, want := range map[app.Lang]string{app.RU: "Итоги 2020 года", app.EN: "Results of 2020"} {
		if err := (submission.SummaryPaper{Path: path, Lang: lang}).Write(t.Context(), of, aprilDay); err != nil {
			t.Fatal(err)
		}
		text, pages := textOf(t, path)
		if pages != 1 || !strings.Contains(text, want) || !strings.Contains(text, "12.04.2021") || !strings.Contains(text, freeze(t, of.Book).SHA256[:12]) {
			t.Errorf("%s: %d pages: %s", lang, pages, text)
		}
	}
	if err := os.WriteFile(path, []byte("other"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := submission.SummaryPaper{Path: path}.Write(t.Context(), of, aprilDay)
	var refused *app.Refusal
	if !errors.As(err, &refused) || refused.ID != "err.not_this_summary" {
		t.Errorf("got %v", err)
	}
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "other" {
		t.Errorf("what stood there is %q, %v", kept, err)
	}
}

// Whoever gives up leaves nothing behind, and nothing is written in a form there is not.
func TestSummaryPaperWhole(t *testing.T) {
	of, dir := summed(t), t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := (submission.SummaryPaper{Path: filepath.Join(dir, "итоги.pdf")}).Write(ctx, of, aprilDay); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if err := (submission.SummaryPaper{Path: filepath.Join(dir, "итоги.doc")}).Write(t.Context(), of, aprilDay); !errors.Is(err, submission.ErrFormat) {
		t.Errorf("got %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

// What is shown before it is printed is the sheet.
func TestShowSummary(t *testing.T) {
	shown, err := submission.ShowSummary(t.Context(), summed(t), aprilDay, app.RU)
	if err != nil || shown.Pages != 1 || !strings.HasPrefix(shown.Name, "Итоги ") || !strings.HasSuffix(shown.Name, " 2020") || len(shown.PDF) == 0 {
		t.Errorf("%q, %d pages, %v", shown.Name, shown.Pages, err)
	}
}

// The package has the sheet, made of its own data; without that part nothing is found out for it.
func TestPackageHasSummary(t *testing.T) {
	req := request(t.TempDir())
	req.Parts = []string{"title", reports.SummaryPart}
	out, err := submission.Build(t.Context(), library{book: sample.Park().Book()}, regulation.Program(), req, nil)
	if err != nil {
		t.Fatal(err)
	}
	text, pages := textOf(t, out.PDF)
	if pages != 2 || !strings.Contains(text, "1. Итоги") || !strings.Contains(text, "другие технопарки того же файла") {
		t.Errorf("%d pages: %s", pages, text)
	}
}
