package submission_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/sample"
	"technopark/app/submission"
)

var aprilDay = time.Date(2021, 4, 12, 15, 4, 5, 0, time.UTC)

// textOf returns the words of a PDF and how many pages it has.
func textOf(t *testing.T, path string) (text string, pages int) {
	t.Helper()
	out, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", path, err, out)
	}
	return strings.ReplaceAll(string(out), app.NBSP, " "), strings.Count(string(out), "\f")
}

func TestProtocolNamesEveryFinding(t *testing.T) {
	b, set := sample.Park().Book(), rules(t)
	r := check.Run(set, b, 2020, nil)
	dir := t.TempDir()
	for _, name := range []string{"протокол.pdf", "протокол.XLSX"} {
		if _, err := (submission.CheckPapers{Protocol: filepath.Join(dir, name)}).Write(t.Context(), b, r, set, aprilDay); err != nil {
			t.Fatal(err)
		}
	}
	text, _ := textOf(t, filepath.Join(dir, "протокол.pdf"))
	for _, want := range []string{"Протокол проверки", "32 649,4", "12.04.2021", "▲", "◊"} {
		if !strings.Contains(text, want) {
			t.Errorf("the protocol lacks %q", want)
		}
	}
	for _, f := range r.Findings { // a code says nothing to who reads the paper
		if strings.Contains(text, f.Rule) {
			t.Fatalf("the protocol has the code %s", f.Rule)
		}
	}
	book, err := excelize.OpenFile(filepath.Join(dir, "протокол.XLSX"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("Замечания")
	if err != nil {
		t.Fatal(err)
	}
	found, marks := 0, ""
	for _, row := range rows[1:] {
		if len(row) > 7 {
			found++
		} else if len(row) > 0 {
			marks += app.MarkOf(row[0]).Shape()
		}
	}
	if marks != "▲◊" {
		t.Errorf("the parts of the workbook are marked %q", marks)
	}
	if found != len(r.Findings) {
		t.Errorf("the workbook has %d findings of %d", found, len(r.Findings))
	}
}

func TestProtocolOfAnotherKindIsRefused(t *testing.T) {
	b, set := sample.Park().Book(), rules(t)
	path := filepath.Join(t.TempDir(), "протокол.docx")
	_, err := submission.CheckPapers{Protocol: path}.Write(t.Context(), b, check.Run(set, b, 2020, nil), set, aprilDay)
	if _, there := os.Stat(path); !errors.Is(err, submission.ErrFormat) || there == nil {
		t.Errorf("%v", err)
	}
}

// Every letter is one page, even to the one whose whole report is missing.
func TestLettersAreOnePageEach(t *testing.T) {
	b, set := sample.Park().Book(), rules(t)
	for _, r := range app.All[app.ResidentReport](b, "resident_report") { // one that answered nothing
		if r.Period == app.YearPeriod(2020) && r.ID == 62 {
			*r = app.ResidentReport{Head: r.Head, Resident: r.Resident, Period: r.Period}
		}
	}
	r := check.Run(set, b, 2020, nil)
	want := map[int64]bool{}
	for _, f := range r.Findings {
		if f.Resident != 0 && f.Explanation == nil {
			want[f.Resident] = true
		}
	}
	dir := t.TempDir()
	paths, err := submission.CheckPapers{Letters: dir}.Write(t.Context(), b, r, set, aprilDay)
	if err != nil || len(paths) != len(want) {
		t.Fatalf("%d letters to %d residents, %v", len(paths), len(want), err)
	}
	for _, path := range paths {
		text, pages := textOf(t, path)
		if pages != 1 || !strings.Contains(text, "Национального рейтинга") || !strings.Contains(text, "Ёжикова-Преображенская") {
			t.Errorf("%s: %d pages", filepath.Base(path), pages)
		}
	}
	if text, _ := textOf(t, filepath.Join(dir, "Запрос ООО Препрег-П 2020.pdf")); !strings.Contains(text, "Выручка") || !strings.Contains(text, "тыс. руб.") {
		t.Error("who gave no report is not asked for its cells")
	}
	again, err := submission.CheckPapers{Letters: dir}.Write(t.Context(), b, r, set, aprilDay)
	if err != nil || !cmp.Equal(paths, again) {
		t.Errorf("written anew: %v, %v", again, err)
	}
	if files, _ := os.ReadDir(dir); len(files) != len(paths) {
		t.Errorf("%d files for %d letters", len(files), len(paths))
	}
}

func TestLettersOfTwoResidentsOfOneName(t *testing.T) {
	b, set := sample.Park().Book(), rules(t)
	r := check.Run(set, b, 2020, nil)
	for _, resident := range app.All[app.Resident](b, "resident") {
		resident.ShortName = "ООО «Ёлка»"
	}
	paths, err := submission.CheckPapers{Letters: t.TempDir()}.Write(t.Context(), b, r, set, aprilDay)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, path := range paths {
		if seen[path] {
			t.Fatalf("%s is written twice", path)
		}
		seen[path] = true
	}
}

func TestLettersToNowhere(t *testing.T) {
	b, set := sample.Park().Book(), rules(t)
	_, err := submission.CheckPapers{Letters: filepath.Join(t.TempDir(), "нет")}.Write(t.Context(), b, check.Run(set, b, 2020, nil), set, aprilDay)
	if !errors.Is(err, app.ErrMissingDir) {
		t.Errorf("%v", err)
	}
}

// A protocol takes the place of its like, as that was written, and of nothing else.
func TestProtocolReplacesOnlyItsLike(t *testing.T) {
	set, b, other := rules(t), sample.Park().Book(), sample.Park().Book()
	other.Company.INN = "7707083893"
	report := check.Run(set, b, 2020, nil)
	for _, name := range []string{"протокол.pdf", "протокол.xlsx"} {
		dir := t.TempDir()
		c := submission.CheckPapers{Protocol: filepath.Join(dir, name)}
		for day := range 2 {
			was := contents(t, dir)
			if _, err := c.Write(t.Context(), b, report, set, aprilDay.AddDate(0, 0, day)); err != nil || cmp.Equal(contents(t, dir), was) {
				t.Fatalf("%s on day %d: %v", name, day, err)
			}
		}
		was := contents(t, dir)
		if _, err := c.Write(t.Context(), other, report, set, aprilDay); !errors.Is(err, app.ErrExists) || !cmp.Equal(contents(t, dir), was) {
			t.Errorf("%s of another park: %v", name, err)
		}
		appendTo(t, c.Protocol)
		if _, err := c.Write(t.Context(), b, report, set, aprilDay); !errors.Is(err, app.ErrExists) {
			t.Errorf("%s that was noted on: %v", name, err)
		}
	}
}

// So does a letter, which gets another name where its own is taken.
func TestLettersReplaceOnlyTheirLike(t *testing.T) {
	set, b, other := rules(t), sample.Park().Book(), sample.Park().Book()
	other.Company.INN = "7707083893"
	report := check.Run(set, b, 2020, nil)
	at := slices.IndexFunc(report.Findings, func(f check.Finding) bool { return f.Resident != 0 && f.Explanation == nil })
	first := report.Findings[at].Resident
	report.Findings = slices.DeleteFunc(report.Findings, func(f check.Finding) bool { return f.Resident != 0 && f.Resident != first })
	dir := t.TempDir()
	c := submission.CheckPapers{Letters: dir}
	mine, err := c.Write(t.Context(), b, report, set, aprilDay)
	if err != nil || len(mine) == 0 {
		t.Fatal(mine, err)
	}
	if again, err := c.Write(t.Context(), b, report, set, aprilDay.AddDate(0, 0, 1)); err != nil || !cmp.Equal(again, mine) {
		t.Errorf("a day later %v, %v", again, err)
	}
	was := contents(t, dir)
	theirs, err := c.Write(t.Context(), other, report, set, aprilDay)
	is := contents(t, dir)
	if err != nil || len(is) != len(was)+len(theirs) {
		t.Errorf("letters of another park: %d files, were %d, %v", len(is), len(was), err)
	}
	for file, data := range was {
		if !cmp.Equal(is[file], data) {
			t.Errorf("%s was written over", file)
		}
	}
	appendTo(t, mine[0])
	if again, err := c.Write(t.Context(), b, report, set, aprilDay); err != nil || again[0] == mine[0] {
		t.Errorf("a letter that was noted on: %v, %v", again, err)
	}
}

// appendTo changes a file as somebody else would.
func appendTo(t *testing.T, path string) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := file.WriteString("% заметка"); err != nil {
		t.Fatal(err)
	}
}

// Who gives up while papers are drawn or written finds nothing written, not even in part.
func TestPapersThatAreGivenUpLeaveNothing(t *testing.T) {
	set, b := rules(t), sample.Park().Book()
	r := check.Run(set, b, 2020, nil)
	all, err := submission.CheckPapers{Letters: t.TempDir()}.Write(t.Context(), b, r, set, aprilDay)
	n := len(all)
	if err != nil || n < 3 {
		t.Fatal(n, err)
	}
	for _, looks := range []int{0, n - 1, n, n + 1, n + 2, 2*n + 1} { // before letters, the protocol, and each that is put down
		dir := t.TempDir()
		ctx := &patience{Context: t.Context(), left: looks}
		c := submission.CheckPapers{Letters: dir, Protocol: filepath.Join(dir, "протокол.pdf")}
		_, err := c.Write(ctx, b, r, set, aprilDay)
		if entries, _ := os.ReadDir(dir); !errors.Is(err, context.Canceled) || len(entries) > 0 {
			t.Errorf("given up at look %d: %v, left %v", looks, err, entries)
		}
	}
	if _, err := submission.ShowProtocol(&patience{Context: t.Context()}, b, r, set, aprilDay, app.RU); !errors.Is(err, context.Canceled) {
		t.Errorf("shown: %v", err)
	}
}

// patience is cancelled after so many looks.
type patience struct {
	context.Context
	left int
}

func (p *patience) Err() error {
	p.left--
	if p.left < 0 {
		return context.Canceled
	}
	return nil
}
