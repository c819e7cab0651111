package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// talkers are the packages outside the standard library that are linked into the program and
// could open a connection, and why none of them does. Another one fails the test: look what it
// is for before it is listed. What is really asked of the system while the program works is
// looked at by .ci/network.
var talkers = map[string]string{
	"fyne.io/fyne/v2":                                "LoadResourceFromURLString; see doors",
	"fyne.io/fyne/v2/internal/repository":            "reads http addresses that somebody makes a URI of; see doors",
	"github.com/godbus/dbus/v5":                      "the desktop of this computer, over a socket of its own, asks which look it has",
	"github.com/google/uuid":                         "knows the number of the network card; no id of ours is made of it",
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/primitives": "pictures of forms by address; pdfcpu is told that there is no network (reports/attach)",
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/sign":       "whether certificates are revoked; pdfcpu is told that there is no network",
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/validate":   "whether links lead somewhere; pdfcpu is told that there is no network",
	"github.com/tetratelabs/wazero":                  "sockets for what runs in it, if it is given any; the renderer is given none",
	"github.com/tetratelabs/wazero/internal/sock":    "as above",
	"github.com/tetratelabs/wazero/internal/sys":     "as above",
	"github.com/tetratelabs/wazero/internal/sysfs":   "as above",
	"golang.org/x/sys/windows":                       "has the calls of the system, sockets among them, and makes none itself",
	"github.com/xuri/excelize/v2":                    "tells kinds of pictures apart by net/http’s table of them",
}

// TestNobodyTalksButWhoIsKnown compares what is linked with talkers.
func TestNobodyTalksButWhoIsKnown(t *testing.T) {
	found := map[string]bool{}
	for _, b := range []struct{ goos, cgo, tags string }{
		{"linux", "1", "migrated_fynedo"}, {"windows", "1", "migrated_fynedo"}, {"linux", "0", "headless"}, {"windows", "0", "headless"},
	} {
		list := exec.Command("go", "list", "-deps", "-tags", b.tags, "-f", `{{if not .Standard}}{{.ImportPath}} {{join .Imports " "}}{{end}}`, ".")
		list.Dir = ".."
		list.Env = append(os.Environ(), "GOOS="+b.goos, "CGO_ENABLED="+b.cgo)
		out, err := list.Output()
		if err != nil {
			t.Fatalf("list the packages for %s %s: %v", b.goos, b.tags, err)
		}
		for line := range strings.Lines(string(out)) {
			words := strings.Fields(line)
			if len(words) > 1 && slices.ContainsFunc(words[1:], talks) {
				found[words[0]] = true
			}
		}
	}
	for pkg := range found {
		if talkers[pkg] == "" {
			t.Errorf("%s could open a connection: what for?", pkg)
		}
	}
	for pkg := range talkers {
		if !found[pkg] {
			t.Errorf("%s is listed and cannot open a connection any more", pkg)
		}
	}
}

// talks reports whether a package of the standard library, or what it offers in its stead, opens
// connections.
func talks(imported string) bool {
	switch imported {
	case "net", "net/http", "net/rpc", "net/smtp", "net/http/httputil", "crypto/tls", "log/syslog", "golang.org/x/net/http2", "golang.org/x/net/websocket":
		return true
	}
	return false
}

// doors are what libraries offer that leads to the network or hands an address to the system.
var doors = []string{"OpenURL", "LoadResourceFromURLString", "NewHyperlink", "NewHyperlinkWithStyle", "HyperlinkSegment", "ParseURI"}

// starters are the files that start other programs, and which.
var starters = map[string]string{
	"app/sandbox/process.go":      "this program once more, for the files of strangers",
	"app/submission/cryptopro.go": "the signing program of the user, when he signs",
	"app/ui/desk/open_file.go":    "the viewer of the system, for a file that the user asks for",
	"app/ui/launch/window.go":     "this program once more, after a crash",
	"app/ui/viewer/printer.go":    "the printer of the system, when the user prints",
}

// TestDoorsStayShut looks for doors in all our code, and for starters that nobody has listed.
func TestDoorsStayShut(t *testing.T) {
	starts := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		name := strings.TrimPrefix(filepath.ToSlash(path), "../")
		if strings.HasPrefix(name, "storage/crash/") || strings.HasPrefix(name, "app/cli/year/") || strings.HasPrefix(name, "app/cli/clitest/") {
			return nil // they run the program from outside and are no part of it
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if slices.Contains(doors, s.Sel.Name) {
				t.Errorf("%s uses %s, which may lead to the network", name, s.Sel.Name)
			}
			if pkg, ok := s.X.(*ast.Ident); ok && (pkg.Name == "exec" && strings.HasPrefix(s.Sel.Name, "Command") || pkg.Name == "os" && s.Sel.Name == "StartProcess") {
				starts[name] = true
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range starts {
		if starters[name] == "" {
			t.Errorf("%s starts a program: which, and on whose wish?", name)
		}
	}
	for name := range starters {
		if !starts[name] {
			t.Errorf("%s is listed and starts none any more", name)
		}
	}
}
