package app_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// arrow says what the packages of one part of the module may import of the rest of
// it, outside their tests. A path ending in /... is the package and all below it.
type arrow struct {
	of  string
	may []string
	why string
}

// arrows are the one way imports point; the first that fits a package decides. A
// package that none fits needs a row here and a sentence in .github/CONTRIBUTING.md.
var arrows = []arrow{
	{"app", nil, "everything leans on the domain, so it leans on nothing"},
	{"assets", nil, "embedded files know nobody who reads them"},
	{"assets/sbom", []string{"assets"}, "what programs are linked of is read off them, and their licences are known to assets"},
	{"app/formula", []string{"app"}, "what profiles and rules share is numbers and how they are written"},
	{"app/composite", []string{"app", "app/formula"}, "an index is made of a table, whatever its figures are of"},
	{"app/rating/...", []string{"app", "app/formula", "app/composite", "app/rating/..."}, "formulas see records, not where they are kept or shown"},
	{"app/standing", []string{"app", "app/formula", "app/composite", "app/rating/...", "app/i18n/..."}, "answers are made of results, whoever shows them"},
	{"app/check/...", []string{"app", "app/formula", "app/rating/...", "app/check/..."}, "rules see records and results, not where they are kept or shown"},
	{"app/regulation", []string{"app", "app/disk", "app/composite", "app/rating/...", "app/check/...", "app/formula", "assets"}, "a regulation is a method and rules, whoever asks for it"},
	{"app/sample/...", []string{"app", "app/sample/..."}, "the demonstration park is plain records"},
	{"app/i18n/...", []string{"app", "assets", "app/i18n/..."}, "words know no screen"},
	{"app/guide", []string{"app", "assets"}, "the guide is read the same way by the window, a command and the search"},
	{"app/search", []string{"app", "app/guide", "app/formula", "app/rating/...", "app/check/..."}, "words are found in texts, wherever those are kept or shown"},
	{"app/signature/...", []string{"app", "app/signature/..."}, "a signature is bytes, whosever it is"},
	{"app/disk", []string{"app"}, "a file has bytes and a place, whatever is in it"},
	{"app/workbook", []string{"app", "app/formula"}, "a workbook has cells, whatever they say"},
	{"app/exchange", []string{"app", "app/formula", "app/workbook"}, "tables of others become records, wherever those are kept or shown"},
	{"app/template", []string{"app", "app/formula", "app/composite", "app/rating/...", "app/workbook"}, "forms of others are filled from results, whoever shows them"},
	{"app/questionnaire", []string{"app", "app/formula", "app/workbook", "app/exchange"}, "a questionnaire is what is asked and what came back, whatever sheet it is on"},
	{"app/logbook", []string{"app", "app/disk"}, "what is noted is sieved, whoever notes it"},
	{"app/bugreport", []string{"app", "app/disk", "app/i18n/...", "app/logbook"}, "what is known of a fault is gathered for the window and for commands alike"},
	{"app/rollover", []string{"app"}, "a year is turned over records, wherever they are kept or shown"},
	{"app/merging", []string{"app"}, "records that are one are made one, whoever shows it"},
	{"app/sandbox", nil, "work is done apart whatever it is"},
	{"app/history", []string{"app", "app/i18n/..."}, "what the journal remembers comes back the same way from the window and from a command"},
	{"app/copies", []string{"app", "app/disk"}, "copies are kept by their dates and bytes, whatever is in them"},
	{"app/recovery", []string{"app", "app/disk", "app/copies"}, "what is saved of a file is compared with its copies, whoever asks for it"},
	{"storage/btree", nil, "pages have rows, whatever they say"},
	{"storage/crash", []string{"app", "app/disk", "storage"}, "the harness breaks the program off from outside and looks into the data file, as no use of it would"},
	{"app/cli/year", nil, "the year is lived from outside, as a park lives it, and summed up without the program"},
	{"storage/...", []string{"app", "app/disk", "storage/..."}, "the data file keeps records and knows no use of them"},
	{"reports/...", below(), "papers are made of records and results"},
	{"app/submission/...", below("app/sample/...", "app/submission/..."), "main passes storage in"},
	{"app/collection", below("app/submission"), "figures are asked for and taken in by the window and by commands alike"},
	{"app/agenda", []string{"app", "app/merging", "app/check/...", "app/rating/...", "app/exchange", "app/collection", "app/i18n/..."}, "what is to be done is told of records and of what came of them, whoever shows it"},
	{"app/founding", []string{"app"}, "a park begins as answers and becomes records, whoever asks"},
	{"app/cli/...", below("app/sample/...", "app/submission/...", "app/collection", "app/agenda", "app/founding", "app/copies", "app/recovery", "app/history", "app/cli/..."), "main passes storage in; commands work without a window"},
	{"app/ui/kit/...", []string{"app", "app/i18n/...", "assets", "app/ui/kit/..."}, "widgets know fields, not what is done with them"},
	{"app/ui/port", below("app/submission/...", "app/collection", "app/founding", "app/copies", "app/recovery", "app/history"), "what the window asks for is said without a toolkit"},
	{"app/ui/desk", below("app/submission/...", "app/collection", "app/agenda", "app/founding", "app/copies", "app/history", "app/ui/port", "app/ui/kit"), "every screen works at the desk, so it knows none"},
	{"app/ui/desktest", below("app/sample/...", "app/submission/...", "app/collection", "app/agenda", "app/founding", "app/copies", "app/ui/port", "app/ui/kit", "app/ui/desk", "storage"), "tests work on real data files"},
	{"app/ui/records", family(), families},
	{"app/ui/card", family(), families},
	{"app/ui/place", family("app/ui/viewer"), families},
	{"app/ui/home", family(), families},
	{"app/ui/firstrun", family(), families},
	{"app/ui/indicators", family(), families},
	{"app/ui/checks", family("app/ui/viewer"), families},
	{"app/ui/others", family(), families},
	{"app/ui/collecting", family(), families},
	{"app/ui/intake", family(), families},
	{"app/ui/forms", family(), families},
	{"app/ui/profiles", family(), families},
	{"app/ui/journal", family(), families},
	{"app/ui/searching", family(), families},
	{"app/ui/manual", family(), families},
	{"app/ui/backups", family(), families},
	{"app/ui/turn", family(), families},
	{"app/ui/twins", family(), families},
	{"app/ui/documents", family("app/ui/viewer"), families},
	{"app/ui/packaging", family("app/ui/viewer"), families},
	{"app/ui/revisions", family("app/ui/viewer"), families},
	{"app/ui/viewer", family(), "a paper is shown the same way whoever made it"},
	{"app/ui/hush", nil, "it comes before the toolkit, so it waits for nobody"},
	{"app/ui/launch", []string{"assets", "app/ui", "app/ui/hush", "app/ui/kit", "app/ui/port"}, "it starts the window and shows nothing itself"},
	{"app/ui", below("app/sample/...", "app/submission/...", "app/collection", "app/agenda", "app/founding", "app/copies", "app/recovery", "app/history", "app/ui/..."), "main passes storage in; the shell stands on all families and runs no commands"},
	{"main", []string{"..."}, "main wires everything"},
}

// families is why no family of screens may import another.
const families = "a family of screens knows the desk and the kit alone: families meet through desk.Open"

// family is what a family of screens may import, and more.
func family(more ...string) []string {
	return below(append(more, "app/submission/...", "app/collection", "app/agenda", "app/founding", "app/copies", "app/history", "app/ui/desk", "app/ui/kit")...)
}

// below is what every user of results and papers may import, and more.
func below(more ...string) []string {
	return append(more, "app", "app/rollover", "app/merging", "app/formula", "app/disk", "app/workbook", "app/exchange", "app/questionnaire", "app/template", "app/sandbox", "app/logbook", "app/bugreport", "app/composite", "app/rating/...", "app/standing", "app/check/...", "app/regulation", "app/search", "app/signature", "app/guide", "app/i18n/...", "assets", "reports/...")
}

// homes says which packages alone may import what lies outside the module, outside
// their tests.
var homes = []struct {
	of   string
	only []string
	why  string
}{
	{"fyne.io/...", []string{"app/ui/..."}, "the rest must work, and be tested, without a window"},
	{"database/sql/...", []string{"storage/..."}, "SQL and pragmas have one home"},
	{"modernc.org/sqlite/...", []string{"storage/..."}, "SQL and pragmas have one home"},
	{"github.com/pressly/goose/...", []string{"storage/..."}, "migrations belong to the data file"},
	{"github.com/jung-kurt/gofpdf/...", []string{"reports/..."}, "a fork with the same API must be able to replace it in one line"},
	{"github.com/pdfcpu/...", []string{"reports/attach"}, "papers are finished where they are made"},
	{"github.com/klippa-app/go-pdfium/...", []string{"reports/attach"}, "it is asked for only what pdfcpu refuses"},
	{"github.com/xuri/excelize/...", []string{"reports/xlsx", "app/cli/year"}, "workbooks are written in one place, and answered from outside"},
	{"filippo.io/age/...", []string{"app/copies"}, "what is sealed is opened where it was sealed"},
	{"golang.org/x/term/...", []string{"app/cli"}, "a passphrase is typed where commands are"},
	{"net", nil, "the program never talks to a network"},
	{"net/http/...", nil, "the program never talks to a network"},
}

// pure packages give the same answer for the same records, so they touch no file.
// Their clock is watched by forbidigo (.golangci.yml).
var pure = []string{"app", "app/formula", "app/composite", "app/workbook", "app/exchange", "app/questionnaire", "app/rollover", "app/merging", "app/template", "app/rating/...", "app/standing", "app/agenda", "app/check/...", "app/guide", "app/search", "app/sample/...", "app/signature/...", "reports/doc/..."}

// builds are those whose files count: a file that only one of them compiles must
// not hide an arrow.
var builds = []struct{ goos, tags string }{
	{"linux", "migrated_fynedo"},
	{"windows", "migrated_fynedo"},
	{"linux", "headless"},
}

func TestArchitecture(t *testing.T) {
	imports := importsByPackage(t)
	t.Run("packages import one way", func(t *testing.T) { checkArrows(t, imports) })
	t.Run("libraries stay at home", func(t *testing.T) { checkHomes(t, imports) })
	t.Run("tests alone use what is made for tests", func(t *testing.T) { checkForTests(t, imports) })
	t.Run("pure packages touch no file", func(t *testing.T) { checkPure(t, imports) })
	t.Run("packages are named after what they hold", func(t *testing.T) { checkNames(t, imports) })
	t.Run("main is one file", checkMainIsOneFile)
	if _, ok := imports["main"]; ok {
		t.Run("headless draws nothing", checkHeadless)
	}
	t.Run("goroutines start where they are waited for", checkGoroutines)
}

func checkArrows(t *testing.T, imports map[string][]string) {
	for path, imported := range imports {
		i := slices.IndexFunc(arrows, func(a arrow) bool { return fits(path, a.of) })
		if i < 0 {
			t.Errorf("%s has no row in arrows: say what it may import, and why", path)
			continue
		}
		for _, other := range imported {
			inside, ok := strings.CutPrefix(other, "technopark/")
			if ok && !fits(inside, arrows[i].may...) {
				t.Errorf("%s imports %s, but %s", path, inside, arrows[i].why)
			}
		}
	}
}

func checkHomes(t *testing.T, imports map[string][]string) {
	for path, imported := range imports {
		for _, other := range imported {
			for _, home := range homes {
				if fits(other, home.of) && !fits(path, home.only...) {
					t.Errorf("%s imports %s, but %s", path, other, home.why)
				}
			}
			// Outside the standard library, a path begins with a host name. The standard
			// library has the same package inside and does not let others use it; a name
			// must be composed at every gate, and the gates are the domain's.
			host, _, _ := strings.Cut(other, "/")
			if path == "app" && strings.Contains(host, ".") && other != "golang.org/x/text/unicode/norm" {
				t.Errorf("app imports %s, but the domain is standard library only, and unicode/norm", other)
			}
		}
	}
}

// checkForTests keeps packages that are made for tests out of the program.
func checkForTests(t *testing.T, imports map[string][]string) {
	for path, imported := range imports {
		for _, other := range imported {
			if inside, ok := strings.CutPrefix(other, "technopark/"); ok && strings.HasSuffix(inside, "test") {
				t.Errorf("%s imports %s, which is made for tests", path, inside)
			}
			if inside, ok := strings.CutPrefix(other, "technopark/"); ok && fits(inside, "storage/crash/...", "app/cli/year", "assets/sbom") {
				t.Errorf("%s imports %s, which is no part of the product", path, inside)
			}
		}
	}
}

func checkPure(t *testing.T, imports map[string][]string) {
	for path, imported := range imports {
		if !fits(path, pure...) {
			continue
		}
		for _, other := range imported {
			if fits(other, "os/...", "io/fs", "io/ioutil", "path/filepath", "embed", "syscall/...") {
				t.Errorf("%s imports %s, but it is pure", path, other)
			}
		}
	}
}

// checkNames refuses packages called after nothing, where anything would fit.
func checkNames(t *testing.T, imports map[string][]string) {
	vague := []string{"util", "utils", "common", "helper", "helpers", "model", "models", "manager", "managers", "service", "services", "misc", "base", "shared", "types"}
	top := []string{"main", "app", "storage", "reports", "assets"}
	for path := range imports {
		parts := strings.Split(path, "/")
		if !slices.Contains(top, parts[0]) {
			t.Errorf("%s stands at the top of the module, where only %s belong", path, strings.Join(top, ", "))
		}
		for _, part := range parts {
			if slices.Contains(vague, part) {
				t.Errorf("%s: %q does not say what the package holds", path, part)
			}
		}
	}
}

// checkMainIsOneFile keeps the top of the module to the wiring: the choice between
// window and headless is made by a tagged file of a package below app/ui.
func checkMainIsOneFile(t *testing.T) {
	files, err := filepath.Glob("../*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if name := filepath.Base(file); name != "main.go" && name != "main_test.go" {
			t.Errorf("%s stands beside main.go: wiring is one file", name)
		}
	}
}

// checkHeadless proves that the build without a C compiler has no window in it.
func checkHeadless(t *testing.T) {
	for _, p := range goList(t, "linux", "headless", "-deps", ".") {
		if fits(p.ImportPath, "fyne.io/...", "github.com/go-gl/...") {
			t.Errorf("the headless program holds %s", p.ImportPath)
		}
	}
}

// startGoroutines are the files that may, and why.
var startGoroutines = map[string]string{
	"app/ui/kit/run.go":         "the one place where work leaves the main goroutine",
	"app/composite/parallel.go": "runs of one computation are shared among processors while its caller waits and works, too; none outlives the call",
}

// checkGoroutines looks for go statements, which forbidigo cannot see: work leaves
// the main goroutine in one place, where it can be cancelled and its panic caught.
func checkGoroutines(t *testing.T) {
	err := filepath.WalkDir("..", func(path string, entry os.DirEntry, err error) error {
		outside := !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go")
		_, allowed := startGoroutines[filepath.ToSlash(strings.TrimPrefix(path, ".."+string(filepath.Separator)))]
		if err != nil || entry.IsDir() || outside || allowed {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if statement, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s starts a goroutine: use kit.Run, or composite's share", files.Position(statement.Pos()))
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// importsByPackage returns what each package of the module imports, outside its
// tests, on any of the builds. Paths are relative to the module; its top is "main".
func importsByPackage(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string]map[string]bool{}
	for _, build := range builds {
		for _, p := range goList(t, build.goos, build.tags, "./...") {
			path := strings.TrimPrefix(p.ImportPath, "technopark/")
			if p.ImportPath == "technopark" {
				path = "main"
			}
			if imports[path] == nil {
				imports[path] = map[string]bool{}
			}
			for _, other := range p.Imports {
				imports[path][other] = true
			}
		}
	}
	sorted := make(map[string][]string, len(imports))
	for path, others := range imports {
		sorted[path] = slices.Sorted(maps.Keys(others))
	}
	return sorted
}

// listed is what we read of a package from go list.
type listed struct {
	ImportPath string
	Imports    []string
}

// goList runs go list at the top of the module. What does not compile is left to
// the compiler (-e): its imports are listed all the same.
func goList(t *testing.T, goos, tags string, args ...string) []listed {
	t.Helper()
	cmd := exec.Command("go", slices.Concat([]string{"list", "-e", "-json=ImportPath,Imports", "-tags", tags}, args)...)
	cmd.Dir = ".."
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH=amd64")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list for %s, tags %s: %v\n%s", goos, tags, err, stderr.String())
	}
	var packages []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatalf("read the output of go list: %v", err)
		}
		packages = append(packages, p)
	}
}

// fits reports whether a path is one of the patterns; a pattern ending in /... is
// the path before it and all below.
func fits(path string, patterns ...string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		tree, isTree := strings.CutSuffix(pattern, "/...")
		return pattern == "..." || path == tree || isTree && strings.HasPrefix(path, tree+"/")
	})
}
