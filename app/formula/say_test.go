package formula

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"technopark/app"
)

var verb = regexp.MustCompile(`%[a-z]`)

// TestFaultsAreSaidInBothLanguages reads every sentence that Say is given in the packages that
// read profiles: the English one has no Russian letters, and both are filled in the same order.
func TestFaultsAreSaidInBothLanguages(t *testing.T) {
	said := 0
	for _, dir := range []string{".", "../rating", "../check", "../regulation"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, pair := range saidIn(t, path, text) {
				said++
				if strings.ContainsFunc(pair[1], func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) || pair[1] == "" {
					t.Errorf("%s: %q in English is %q", path, pair[0], pair[1])
				}
				if !slices.Equal(verb.FindAllString(pair[0], -1), verb.FindAllString(pair[1], -1)) {
					t.Errorf("%s: %q and %q are filled differently", path, pair[0], pair[1])
				}
			}
		}
	}
	if said < 90 {
		t.Errorf("only %d sentences were read", said)
	}
}

// saidIn returns the Russian and the English of each call of Say or at in a file.
func saidIn(t *testing.T, path string, text []byte) [][2]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var pairs [][2]string
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		name := ""
		switch f := call.Fun.(type) {
		case *ast.Ident:
			name = f.Name
		case *ast.SelectorExpr:
			name = f.Sel.Name
		}
		first := map[string]int{"Say": 0, "at": 1}
		if i, known := first[name]; known && len(call.Args) >= i+2 {
			ru, isText := literalOf(call.Args[i])
			en, _ := literalOf(call.Args[i+1])
			if isText {
				pairs = append(pairs, [2]string{ru, en})
			}
		}
		return true
	})
	return pairs
}

func literalOf(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// The faults of the libraries are said in both languages too, with what they caught.
func TestFaultsOfLibrariesAreSaidInBothLanguages(t *testing.T) {
	for _, s := range said {
		if s.words.EN == "" || strings.Count(s.words.RU, "%s") != strings.Count(s.words.EN, "%s") {
			t.Errorf("%q: %q", s.words.RU, s.words.EN)
		}
	}
	for _, s := range tomlSaid {
		if s.words.EN == "" || strings.Count(s.words.RU, "%s") != strings.Count(s.words.EN, "%s") {
			t.Errorf("%q: %q", s.words.RU, s.words.EN)
		}
	}
	_, err := Parse("1 +")
	if words := Said(err); words.EN != "the expression cannot be read, position 3: the expression breaks off: something is missing after a sign or a bracket" {
		t.Errorf("%+v", words)
	}
	fault := &ProfileError{File: "a.toml", Line: 3, Entry: "X", Reason: Said(Say("единица %s", "the unit %s", UnitOf(app.L("тыс. руб./чел.", ""))))}
	if words := fault.Words(); words.RU != "a.toml:3: X: единица тыс. руб./чел." || words.EN != "a.toml:3: X: the unit thousand RUB/people" {
		t.Errorf("%+v", words)
	}
}
