// Package printed_test runs what the guide and the help print. It stands apart from the other tests of the
// command line because it takes as long as all of them.
package printed_test

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/cli"
	"technopark/app/cli/clitest"
	"technopark/app/guide"
	"technopark/assets"
)

func TestMain(m *testing.M) {
	code := m.Run()
	clitest.End()
	os.Exit(code)
}

// printed are the commands that a page of the guide or the help shows, in their order.
type printed struct {
	where string
	lines []string
}

// printedCommands returns what staff can copy out of the guide and out of the help.
func printedCommands(t *testing.T) []printed {
	t.Helper()
	var all []printed
	for _, lang := range []app.Lang{app.RU, app.EN} {
		for _, p := range guide.In(lang).Pages() {
			if p.Lang != lang {
				continue
			}
			found := printed{where: string(lang) + "/" + p.File}
			for _, b := range p.Blocks {
				for _, line := range b.Lines {
					if b.Kind == guide.Code && strings.HasPrefix(line, "technopark ") {
						found.lines = append(found.lines, line)
					}
				}
			}
			all = append(all, found)
		}
	}
	var messages map[string]any
	if _, err := toml.DecodeFile("../../i18n/active.ru.toml", &messages); err != nil {
		t.Fatal(err)
	}
	for id, text := range messages {
		if strings.HasPrefix(id, "cli.example.") {
			all = append(all, printed{where: id, lines: []string{text.(string)}})
		}
	}
	return all
}

// needs are commands that want what no page can prepare: a script of testdata runs them.
var needs = map[string]string{
	"technopark revision changes": "two revisions: revision.txt",
	"technopark rollover технопарк.tpark --from 2020 --to 2021 --graduate": "a resident that has left: rollover.txt",
}

// alone are commands of the help that want what the lines before them prepare on a page of the guide.
var alone = map[string]string{
	"technopark revision rebuild": "a revision: revision.txt",
	"technopark revision sign":    "a signature: sign.txt",
	"technopark revision unsign":  "a signature: sign.txt",
	"technopark revision state":   "a revision; the page of revisions makes one",
	"technopark restore":          "a copy under a passphrase: backup.txt",
	"technopark backup":           "a passphrase: backup.txt",
	"technopark inspect":          "a package: inspect.txt",
	"technopark document save":    "a document: document.txt",
	"technopark profile reset":    "a profile of one’s own: profile.txt",
	"technopark profile compare":  "two methods; the page of methods makes one",
	"technopark profile official": "a method of one’s own; the page of methods makes one",
	"technopark profile versions": "a method of one’s own; the page of methods makes one",
}

// elsewhere reports whether a command is run by something else.
func elsewhere(p printed, line string) bool {
	begins := func(begin string) bool { return strings.HasPrefix(line, begin) }
	return slices.ContainsFunc(slices.Collect(maps.Keys(needs)), begins) ||
		len(p.lines) == 1 && slices.ContainsFunc(slices.Collect(maps.Keys(alone)), begins)
}

// remark is what follows a command for people.
var remark = regexp.MustCompile(`\s+#.*$`)

// Every command that the guide and the help print runs as it is printed: it is worded rightly, and what
// it is about is there.
func TestPrintedCommandsRun(t *testing.T) {
	program := clitest.Program(t)
	shared := filepath.Join(t.TempDir(), "primer.tpark")
	clitest.MakePark(t, program, shared)
	paper := filepath.Join(t.TempDir(), "paper.pdf")
	if out, err := exec.Command(program, "rate", shared, "--year", "2020", "--sheet", paper).CombinedOutput(); err != nil {
		t.Fatalf("make a paper: %v\n%s", err, out)
	}
	ran := map[string]bool{}
	for _, p := range printedCommands(t) {
		lines := slices.DeleteFunc(slices.Clone(p.lines), func(line string) bool { return elsewhere(p, line) })
		for i := range lines {
			lines[i] = remark.ReplaceAllString(lines[i], "")
		}
		if !slices.ContainsFunc(lines, func(line string) bool { return !ran[line] }) {
			continue // another page, or the other language, has them too
		}
		dir := t.TempDir()
		prepareFor(t, program, dir, shared, paper, p)
		for _, line := range lines {
			ran[line] = true
			c := exec.Command("sh", "-c", strings.ReplaceAll(line, "/tmp/demo", filepath.Join(dir, "demo")))
			c.Dir = dir
			c.Env = append(os.Environ(), "PATH="+filepath.Dir(program)+":"+os.Getenv("PATH"), "XDG_CONFIG_HOME="+filepath.Join(dir, "settings"))
			out, err := c.CombinedOutput()
			if code := c.ProcessState.ExitCode(); code > cli.ExitFindings {
				t.Errorf("%s: %s ends with %d: %v\n%s", p.where, line, code, err, out)
			}
		}
	}
	if len(ran) < 50 {
		t.Errorf("%d commands only were run", len(ran))
	}
}

// prepareFor puts into a folder what commands are about.
func prepareFor(t *testing.T, program, dir, shared, paper string, p printed) {
	t.Helper()
	put := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	read := func(path string) []byte {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	run := func(args ...string) {
		c := exec.Command(program, args...)
		c.Dir = dir
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s: prepare: %v\n%s", p.where, err, out)
		}
	}
	all := strings.Join(p.lines, "\n")
	if !strings.Contains(all, "technopark new ") {
		put("технопарк.tpark", read(shared))
	}
	put("справка.pdf", read(paper))
	put("приказ.pdf", read(paper))
	if strings.Contains(all, "правила.toml") && !strings.Contains(all, "export rules") {
		run("profile", "export", "rules", "--to", "правила.toml")
	}
	switch {
	case strings.Contains(all, "значения.csv"):
		for _, r := range assets.RatingExamples() {
			if r.Name == "means" {
				put("методика.toml", r.Method)
				put("значения.csv", r.Values)
			}
		}
	case strings.Contains(all, "методика.toml"):
		run("profile", "export", "method", "--to", "методика.toml")
	}
	if strings.Contains(all, "обзор.xlsx") {
		survey(t, filepath.Join(dir, "обзор.xlsx"))
	}
	if strings.Contains(all, "форма.xlsx") && !strings.Contains(all, "--example") {
		run("fill", "--example", "residents", "--to", "форма.xlsx")
	}
	if strings.Contains(all, "technopark collect") {
		run("questionnaires", "технопарк.tpark", "--year", "2020", "--out", "ответы", "--resident", "5098234932")
	}
}

// survey writes a table of the indicators of others.
func survey(t *testing.T, path string) {
	t.Helper()
	book := excelize.NewFile()
	for at, value := range map[string]any{"A1": "Технопарк", "B1": "S2.1", "A2": "Иной парк", "B2": 3210.5} {
		if err := book.SetCellValue("Sheet1", at, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}
