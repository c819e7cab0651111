package i18n

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"technopark/app"
)

// source calls visit with each node of the program's own code, tests left out.
func source(t *testing.T, visit func(path string, where token.Position, n ast.Node)) {
	t.Helper()
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := entry.Name(); entry.IsDir() && len(name) > 2 && (name[0] == '.' || name == "testdata") {
			return fs.SkipDir
		}
		if filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		inside, _ := filepath.Rel(root, path)
		ast.Inspect(file, func(n ast.Node) bool {
			if n != nil {
				visit(filepath.ToSlash(inside), files.Position(n.Pos()), n)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestEveryRefusalCanBeSaid finds every refusal in the code: its message is in both
// languages and needs no more data than the refusal brings. What the errors around it may
// lend, as the name of the file, must be possible to leave out.
func TestEveryRefusalCanBeSaid(t *testing.T) {
	found := 0
	printers := []*Printer{New(app.RU), New(app.EN)}
	source(t, func(path string, where token.Position, n ast.Node) {
		id, data := refusalIn(n)
		if id == nil {
			return
		}
		found++
		if name, ok := id.(*ast.Ident); ok && path == "app/errors.go" && name.Name == "id" {
			return // of fault, whose calls are looked at
		}
		key, ok := literal(id)
		if !ok {
			t.Errorf("%s: the id of a refusal is written out, so that it can be found", where)
			return
		}
		filled, ok := filling(data)
		if !ok {
			t.Errorf("%s: the data of a refusal are written out, so that its message can be tried", where)
			return
		}
		for _, p := range printers {
			said, _ := p.Sentence(&app.Refusal{ID: key, Data: filled}, nil)
			if strings.Contains(said, "«"+key+"»") || strings.Contains(said, "<no value>") || !strings.HasSuffix(said, ".") && !endsOpen(key) {
				t.Errorf("%s: %s %s says %q", where, p.Lang(), key, said)
			}
		}
	})
	if found < 80 {
		t.Errorf("%d refusals found: are they made in another way now?", found)
	}
}

// endsOpen reports a message that may end in a command or in somebody else's words, or that
// stands inside another.
func endsOpen(id string) bool {
	switch id {
	case "cryptopro.failed", "ui.print.no_command", "ui.print.no_verb", "ui.print.stopped", "ui.print.no_queue", "ui.print.no_default", "ui.print.gone", "ui.print.rejecting":
		return true
	}
	return strings.HasPrefix(id, "cli.")
}

// refusalIn returns the id and the data of a refusal that a node makes.
func refusalIn(n ast.Node) (id, data ast.Expr) {
	switch n := n.(type) {
	case *ast.CallExpr: // the sentinels of package app
		if name, ok := n.Fun.(*ast.Ident); ok && name.Name == "fault" && len(n.Args) == 2 {
			return n.Args[0], nil
		}
	case *ast.CompositeLit:
		if name := typeName(n.Type); name != "Refusal" && name != "app.Refusal" {
			return nil, nil
		}
		for _, element := range n.Elts {
			pair, ok := element.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			switch typeName(pair.Key) {
			case "ID":
				id = pair.Value
			case "Data":
				data = pair.Value
			}
		}
		if _, copied := id.(*ast.SelectorExpr); copied { // of another refusal
			return nil, nil
		}
	}
	return id, data
}

func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return typeName(e.X) + "." + e.Sel.Name
	case *ast.StarExpr:
		return "*" + typeName(e.X)
	}
	return ""
}

func literal(e ast.Expr) (string, bool) {
	if text, ok := e.(*ast.BasicLit); ok {
		value, err := strconv.Unquote(text.Value)
		return value, err == nil
	}
	return "", false
}

// filling returns something for each key of a literal map.
func filling(data ast.Expr) (map[string]any, bool) {
	filled := map[string]any{}
	if data == nil {
		return filled, true
	}
	written, ok := data.(*ast.CompositeLit)
	if !ok {
		return nil, false
	}
	for _, element := range written.Elts {
		key, ok := literal(element.(*ast.KeyValueExpr).Key)
		if !ok {
			return nil, false
		}
		filled[key] = "нечто"
		if key == "N" {
			filled[key] = 5
		}
	}
	return filled, true
}

// switches are the errors that code may ask for: they are answered by doing another thing.
// What only says another sentence is a refusal of its own.
var switches = map[string]string{
	"context.Canceled":             "who gave up himself is told nothing",
	"app.ErrNotFound":              "what is not there is made, left out, or named by those who know what it was",
	"app.ErrReadOnly":              "the file is opened for reading",
	"app.ErrExists":                "an export that was cut off is finished: what it has written already stays",
	"app.ErrLocked":                "the file is opened for reading",
	"app.ErrOvertaken":             "the record is shown as it is now",
	"app.ErrMoved":                 "the user is offered a copy",
	"app.ErrReplaced":              "the user is offered to open the file again",
	"app.ErrProtected":             "the user is offered a copy",
	"app.ErrUnreachable":           "the user is offered a copy",
	"app.ErrDamaged":               "the answer to a check is that the file is damaged, and the user is offered to save what is left",
	"app.ErrEmptyFile":             "of an empty file nothing can be saved, and the user is offered its copy",
	"app.ErrNotOurs":               "a data file whose beginning is gone is one for nobody, and the user is offered to save what is left",
	"submission.ErrErrorsFound":    "an exit code of its own",
	"submission.ErrNoOwnSheets":    "an exit code of its own",
	"rollover.ErrOrder":            "an exit code of its own",
	"merging.ErrOpen":              "what is to be chosen is listed, as a finding",
	"submission.ErrFilesElsewhere": "the user is asked for the directory",
	"errWords":                     "an exit code of its own",
	"errFindings":                  "an exit code of its own",
	"launch.ErrNoWindow":           "the command line has words for it",
	"errSlow":                      "the places are listed in its stead",
	"*kit.PanicError":              "it has a note of its own in the log",
	"*app.InUseError":              "the user is asked about those that depend",
	"app.FieldErrors":              "told under the inputs",
	"app.FieldError":               "told under the inputs",
}

// TestErrorsAreSaidInOnePlace lists where the surfaces tell errors apart by themselves.
func TestErrorsAreSaidInOnePlace(t *testing.T) {
	declared := map[string]string{} // type of a variable, by its name
	source(t, func(path string, where token.Position, n ast.Node) {
		if !strings.HasPrefix(path, "app/ui/") && !strings.HasPrefix(path, "app/cli/") && path != "main.go" {
			return
		}
		if v, ok := n.(*ast.ValueSpec); ok {
			for _, name := range v.Names {
				declared[name.Name] = typeName(v.Type)
			}
		}
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 2 {
			return
		}
		asked := ""
		switch typeName(call.Fun) {
		case "errors.Is":
			asked = typeName(call.Args[1])
		case "errors.As":
			if at, ok := call.Args[1].(*ast.UnaryExpr); ok {
				asked = declared[typeName(at.X)]
			}
		default:
			return
		}
		if switches[asked] == "" && !ofSystem(asked) {
			t.Errorf("%s tells %s apart by itself: return an app.Refusal and let the printer say it", where, asked)
		}
	})
}

// ofSystem reports what the system or a library answers, of which a refusal is made at once,
// and the end of what is read.
func ofSystem(asked string) bool {
	return slices.Contains([]string{"exec.ErrNotFound", "*fs.PathError", "syscall.Errno", "*kong.ParseError", "fs.ErrNotExist", "fs.ErrExist", "fs.ErrPermission", "io.EOF", "windows.ERROR_NO_ASSOCIATION"}, asked)
}
