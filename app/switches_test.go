package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"technopark/app"
)

// permitted lists the functions outside app and app/sample that may ask which type a record
// is. What several packages must know of a type the catalogue says instead (see Type): a
// type that is added later is then known to all of them. To read the records of a type, as
// papers do of what they print, is not to ask; app.All, app.Find and app.As are for that.
var permitted = []struct{ tree, function, why string }{
	{"app/check", "addSum", "a rule names those its sum is of"},
	{"app/check", "compileNeeds", "a rule names those who owe a report"},
	{"app/check", "compileForm", "only the park can be asked whether its indicators have documents"},
	{"app/check", "owes", "who owes a report is the park or a resident"},
	{"app/check", "doubt", "a doubted residency agreement makes the stay of its resident doubtful"},
	{"app/check", "pathOf", "a name of a rule begins with the park"},
	{"app/cli", "ofOthers", "a table of other parks has forms of its own, which are read with the method of a year"},
	{"app/exchange", "adopt", "records land in the park that comes with them"},
	{"app/founding", "lacking", "a park is begun with its company and itself"},
	{"app/founding", "Asks", "a park is begun with its company and itself"},
	{"app/submission", "add", "a paper that makes a method official goes with the figures that the method computes, and no others"},
	{"app/submission", "FillFrozen", "a document whose file is not in the package has to say so"},
	{"app/submission", "explain", "an explanation that was changed speaks for itself"},
	{"app/ui", "toolsOver", "the screen of revisions has buttons of its own"},
	{"app/ui/documents", "Tools", "a document has its file and no documents"},
	{"app/ui/documents", "current", "these are the buttons of documents"},
	{"app/ui/home", "goTo", "the first step of a year may be to write its deadline down"},
	{"app/ui/revisions", "current", "these are the buttons of revisions"},
	{"storage", "dependencies", "records of a park refer to it by park_id, which is no field"},
	{"storage/crash", "changed", "the harness of faults edits residents, and nothing else"},
	{"storage/crash", "read", "the harness of faults edits residents, and nothing else"},
	{"reports", "personFields", "the card of the company is printed with the people it names"},
}

// TestTypesAreAskedForInPermittedPlaces finds type switches and assertions to types of records
// and comparisons with the keys of types.
func TestTypesAreAskedForInPermittedPlaces(t *testing.T) {
	found := map[string][]string{} // by directory and function
	for dir, files := range sources(t) {
		consts := constants(files)
		for _, file := range files {
			for _, decl := range file.Decls {
				if f, ok := decl.(*ast.FuncDecl); ok {
					at := dir + ": " + f.Name.Name
					found[at] = append(found[at], questionsIn(f, consts)...)
				}
			}
		}
	}
	for _, p := range permitted {
		used := false
		for at, asks := range found {
			dir, function, _ := strings.Cut(at, ": ")
			if function == p.function && fits(dir, p.tree+"/...") && len(asks) > 0 {
				used = true
				delete(found, at)
			}
		}
		if !used {
			t.Errorf("%s: %s asks for no type any more: take it off the list", p.tree, p.function)
		}
	}
	for at, asks := range found {
		if len(asks) > 0 {
			t.Errorf("%s asks for %s: say it in the catalogue, or here why not", at, strings.Join(asks, ", "))
		}
	}
}

// sources returns the files of the module by directory, without its tests, without the
// packages that define the types and make up records of them, and without app/composite,
// which reckons with bare tables and has words of its own that happen to be keys of types.
func sources(t *testing.T) map[string][]*ast.File {
	t.Helper()
	files := map[string][]*ast.File{}
	err := filepath.WalkDir("..", func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		rel, err := filepath.Rel("..", filepath.Dir(path))
		dir := filepath.ToSlash(rel)
		if !slices.Contains([]string{"app", "app/sample", "app/composite"}, dir) && err == nil {
			var file *ast.File
			file, err = parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			files[dir] = append(files[dir], file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// constants returns the values of the constants of a package that are plain literals.
func constants(files []*ast.File) map[string]ast.Expr {
	consts := map[string]ast.Expr{}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			for i := 0; ok && i < min(len(spec.Names), len(spec.Values)); i++ {
				consts[spec.Names[i].Name] = spec.Values[i]
			}
			return true
		})
	}
	return consts
}

// questionsIn returns the types that a function asks for.
func questionsIn(f *ast.FuncDecl, consts map[string]ast.Expr) []string {
	var asked []string
	ask := func(names ...string) {
		asked = append(asked, slices.DeleteFunc(names, func(s string) bool { return s == "" })...)
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.TypeAssertExpr:
			ask(recordType(n.Type))
		case *ast.CaseClause:
			for _, e := range n.List {
				ask(recordType(e), typeKey(e, consts))
			}
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				ask(typeKey(n.X, consts), typeKey(n.Y, consts))
			}
		}
		return true
	})
	return asked
}

// recordType returns «*app.Room» for the expression of a type of records.
func recordType(e ast.Expr) string {
	star, ok := e.(*ast.StarExpr)
	if !ok {
		return ""
	}
	s, ok := star.X.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	if p, ok := s.X.(*ast.Ident); !ok || p.Name != "app" {
		return ""
	}
	for _, typ := range app.Types() {
		if reflect.TypeOf(typ.New()).Elem().Name() == s.Sel.Name {
			return "*app." + s.Sel.Name
		}
	}
	return ""
}

// typeKey returns the key of a type that stands in the expression, as a literal or as a
// constant of the package.
func typeKey(e ast.Expr, consts map[string]ast.Expr) string {
	if id, ok := e.(*ast.Ident); ok {
		e = consts[id.Name]
	}
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil || app.TypeByKey(text) == nil {
		return ""
	}
	return text
}
