package reports_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/composite"
	"technopark/app/rating"
	"technopark/app/sample"
	"technopark/app/standing"
	"technopark/assets"
	"technopark/reports"
	"technopark/reports/doc"
	"technopark/reports/pdf"
)

// builtIn computes the indicators of the built-in profile.
func builtIn(t testing.TB, b *app.Book, year int) *rating.Result {
	t.Helper()
	m := assets.Methods()[0]
	return compute(t, m.Name, m.TOML, b, year)
}

func compute(t testing.TB, name string, profile []byte, b *app.Book, year int) *rating.Result {
	t.Helper()
	p, err := rating.Load(name, profile)
	if err != nil {
		t.Fatal(err)
	}
	r, err := rating.Compute(p, b, year)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// checkedBy runs the built-in rules.
func checkedBy(t testing.TB, b *app.Book, year int) check.Report {
	t.Helper()
	r := assets.Rules()[0]
	rules, err := check.Load(r.Name, r.TOML)
	if err != nil {
		t.Fatal(err)
	}
	return check.Run(rules, b, year, nil)
}

// demonstration is the final package of the sample park.
func demonstration(t testing.TB) reports.Input {
	book := sample.Park().Book()
	return reports.Input{
		Answers: sampleAnswers(t),
		Book:    book, Result: builtIn(t, book, 2020), Report: checkedBy(t, book, 2020), Year: 2020, Revision: 1,
		RulesTitle: app.L(assets.Rules()[0].Name, ""),
		Date:       app.Day(2021, 3, 12), Created: app.Day(2021, 3, 12).Midnight(), Program: "Технопарк 0.1.0",
		Control:    "1234-3F2A-91BC-04DE-7781",
		DataSHA256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
	}
}

// sampleAnswers are found once for all tests: nothing in them is changed.
func sampleAnswers(t testing.TB) *reports.Answers {
	t.Helper()
	foundOnce.Do(func() {
		book := sample.Park().Book()
		found = answersOf(t, reports.Input{Book: book, Result: builtIn(t, book, 2020), Year: 2020})
	})
	return found
}

var (
	foundOnce sync.Once
	found     *reports.Answers
)

// answersOf finds what the sheet of a paper says, as a package does.
func answersOf(t testing.TB, in reports.Input) *reports.Answers {
	t.Helper()
	a, err := reports.Answer(context.Background(), standing.Question{
		Method: in.Result.Profile, Parks: []standing.Park{{Book: in.Book, Result: in.Result}}, Year: in.Year,
	}, composite.Runs{Count: 200, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	a.Alone = true
	return a
}

func pdfOf(t testing.TB, in reports.Input) ([]byte, int) {
	t.Helper()
	var out bytes.Buffer
	pages, err := reports.WritePDF(&out, reports.Package(in))
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), pages
}

// tool runs a program that .ci/setup installs on the PDF and returns what it prints.
func tool(t *testing.T, content []byte, name string, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "package.pdf")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "FILE", file)
	}
	printed, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, printed)
	}
	return string(printed)
}

var spaces = regexp.MustCompile(`[\s\x{a0}]+`)

// flat makes one line of a text, so that where lines end does not matter.
func flat(s string) string { return spaces.ReplaceAllString(s, " ") }

func TestEveryResidentIsInTheRegister(t *testing.T) {
	in := demonstration(t)
	residents := in.Book.ActiveResidents(app.YearPeriod(2020))
	if len(residents) < 95 {
		t.Fatalf("the sample has %d residents", len(residents))
	}
	in.Parts = []string{"residents"}
	file, _ := pdfOf(t, in)
	for where, text := range map[string]string{
		"tree": flat(strings.ReplaceAll(doc.Text(reports.Package(in)), "⍽", " ")),
		"PDF":  flat(tool(t, file, "pdftotext", "FILE", "-")),
	} {
		for _, r := range residents {
			if !strings.Contains(text, flat(r.Name)) || !strings.Contains(text, r.INN) {
				t.Errorf("the %s lacks %s, ИНН %s", where, r.Name, r.INN)
			}
		}
	}
}

// The register's totals are those the indicators use, but for who is out of them.
func TestRegisterAddsUp(t *testing.T) {
	in := demonstration(t)
	var revenue int64
	for _, r := range app.All[app.ResidentReport](in.Book, "resident_report") {
		if r.Period == app.YearPeriod(2020) && in.Book.Active(r.Resident, r.Period) && r.Revenue.Given() {
			revenue += int64(r.Revenue.N)
		}
	}
	in.Parts = []string{"residents"}
	want := regexp.MustCompile(`total \| Всего за 2020⍽год: 100⍽резидентов <6> \| .* \| ` +
		strings.ReplaceAll(app.FormatNumber(revenue, 100_000, 1, app.RU), app.NBSP, "⍽") + ` \| ×` + "\n")
	if text := doc.Text(reports.Package(in)); !want.MatchString(text) {
		t.Errorf("no line %s", want)
	}
}

func TestContentsNameTheRealPages(t *testing.T) {
	file, pages := pdfOf(t, demonstration(t))
	line := regexp.MustCompile(`(?m)^ *(\S.*?)[ .]*\. +(\d+)$`)
	entries := line.FindAllStringSubmatch(tool(t, file, "pdftotext", "-layout", "-f", "2", "-l", "2", "FILE", "-"), -1)
	if len(entries) < 20 {
		t.Fatalf("%d entries in the contents", len(entries))
	}
	for _, e := range entries {
		if n, _ := strconv.Atoi(e[2]); n < 3 || n > pages {
			t.Fatalf("%s is on page %d of %d", e[1], n, pages)
		}
		if text := flat(tool(t, file, "pdftotext", "-f", e[2], "-l", e[2], "FILE", "-")); !strings.Contains(text, flat(e[1])) {
			t.Errorf("page %s has no «%s»", e[2], e[1])
		}
	}
}

func TestPDFIsSound(t *testing.T) {
	in := demonstration(t)
	in.Draft = true
	file, pages := pdfOf(t, in)
	if again, _ := pdfOf(t, in); !bytes.Equal(file, again) {
		t.Error("the same data gave other bytes")
	}
	if said := tool(t, file, "qpdf", "--check", "FILE"); strings.Contains(said, "WARNING") {
		t.Error(said)
	}
	for _, font := range strings.Split(strings.TrimSpace(tool(t, file, "pdffonts", "FILE")), "\n")[2:] {
		if !regexp.MustCompile(` yes yes yes +\d+ +\d+$`).MatchString(font) {
			t.Errorf("font is not embedded, subset and mapped to Unicode: %s", font)
		}
	}
	sheets := strings.Split(tool(t, file, "pdftotext", "-raw", "FILE", "-"), "\f")
	for i, sheet := range sheets[:pages] {
		for _, want := range []string{
			"ДЕМОНСТРАЦИОННЫЕ ДАННЫЕ", "Рейтинг 2021 года, редакция 1, черновик", "данные 9f86d081884c",
			fmt.Sprintf("лист %d из %d", i+1, pages),
		} {
			if !strings.Contains(flat(sheet), want) {
				t.Errorf("sheet %d lacks «%s»", i+1, want)
			}
		}
	}
}

// No text leaves its cell, and no character lacks a glyph.
func TestEverythingFits(t *testing.T) {
	all := map[string]reports.Input{}
	for name, in := range map[string]reports.Input{"sample": demonstration(t), "small": small(t)} {
		for form, in := range forms(in) {
			all[name+" "+form] = in
		}
	}
	for name, in := range all {
		laid, err := pdf.Layout(reports.Package(in))
		if err != nil {
			t.Fatal(err)
		}
		if laid.Replaced > 0 {
			t.Errorf("%s: %d characters have no glyph", name, laid.Replaced)
		}
		for i, page := range laid.Pages {
			for _, text := range page.Strays() {
				t.Errorf("%s, sheet %d: «%s» leaves its place", name, i+1, text.Text)
			}
			for _, text := range page.Texts {
				if strings.HasSuffix(text.Text, "…") {
					t.Errorf("%s, sheet %d: «%s» is cut", name, i+1, text.Text)
				}
			}
		}
	}
}

// Wherever the profile shows, its standing is said.
func TestUnofficialMethodSaysSo(t *testing.T) {
	in := demonstration(t)
	const notice = "еконструкция по открытым источникам; не является официальной методикой АКИТ РФ"
	for _, part := range []string{"title", "indicators", "signatures"} {
		in.Parts = []string{part}
		text := doc.Text(reports.Package(in))
		if !strings.Contains(text, "Рейтинг-2021 (реконструкция)") || !strings.Contains(text, notice) {
			t.Errorf("part %s does not say what its profile is", part)
		}
	}
}
