package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEverythingExportedIsDocumented holds a package and what it shows to say what it is: types,
// functions, methods, constants, variables, the fields of structs and the methods of
// interfaces. A group of constants or variables may be documented as a whole, a line of
// fields once for all of them.
func TestEverythingExportedIsDocumented(t *testing.T) {
	described := map[string]bool{} // directories, by whether one of their files has a comment of the package
	err := filepath.WalkDir("..", func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		described[filepath.Dir(path)] = described[filepath.Dir(path)] || file.Doc != nil
		for _, found := range undocumented(file) {
			t.Errorf("%s: %s has no comment: say what it is, in which unit, and which errors it returns", files.Position(found.pos), found.name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for dir, is := range described {
		if !is {
			t.Errorf("%s has no comment of its package: say what it is for", dir)
		}
	}
}

// bare is something exported without a comment.
type bare struct {
	name string
	pos  token.Pos
}

// undocumented returns what a file exports without a comment.
func undocumented(file *ast.File) []bare {
	var found []bare
	for _, decl := range file.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() && ofExported(d) && d.Doc == nil {
				found = append(found, bare{d.Name.Name, d.Pos()})
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				found = append(found, undocumentedSpec(spec, d.Doc != nil)...)
			}
		}
	}
	return found
}

// ofExported reports whether a function belongs to no type, or to one that is exported: the
// methods of others are seen through an interface alone, which documents them.
func ofExported(f *ast.FuncDecl) bool {
	if f.Recv == nil {
		return true
	}
	typ := f.Recv.List[0].Type
	for {
		switch x := typ.(type) {
		case *ast.StarExpr:
			typ = x.X
		case *ast.IndexExpr:
			typ = x.X
		case *ast.IndexListExpr:
			typ = x.X
		case *ast.Ident:
			return x.IsExported()
		default:
			return true
		}
	}
}

// undocumentedSpec returns what is bare of a type, constants or variables; covered says that
// their group has a comment.
func undocumentedSpec(spec ast.Spec, covered bool) []bare {
	switch s := spec.(type) {
	case *ast.ValueSpec:
		if covered || s.Doc != nil || s.Comment != nil {
			return nil
		}
		return exportedOf(s.Names)
	case *ast.TypeSpec:
		if !s.Name.IsExported() {
			return nil
		}
		var found []bare
		if !covered && s.Doc == nil && s.Comment == nil {
			found = append(found, bare{s.Name.Name, s.Pos()})
		}
		for _, inside := range undocumentedMembers(s.Type) {
			found = append(found, bare{s.Name.Name + "." + inside.name, inside.pos})
		}
		return found
	}
	return nil
}

// undocumentedMembers returns the bare fields of a struct and methods of an interface; what
// is embedded is documented where it is from.
func undocumentedMembers(typ ast.Expr) []bare {
	var members *ast.FieldList
	switch x := typ.(type) {
	case *ast.StructType:
		members = x.Fields
	case *ast.InterfaceType:
		members = x.Methods
	default:
		return nil
	}
	var found []bare
	for _, m := range members.List {
		if m.Doc == nil && m.Comment == nil {
			found = append(found, exportedOf(m.Names)...)
		}
		found = append(found, undocumentedMembers(m.Type)...)
	}
	return found
}

// exportedOf returns the exported ones of some names.
func exportedOf(names []*ast.Ident) []bare {
	var found []bare
	for _, name := range names {
		if name.IsExported() {
			found = append(found, bare{name.Name, name.Pos()})
		}
	}
	return found
}

// A file that documents nothing shows each kind of thing the test looks for.
func TestUndocumentedThingsAreFound(t *testing.T) {
	const source = `package p
type T struct {
	A, B int
	c    int
	D    int // said
	E    struct{ F int }
}
type I interface{ M() }
type hidden struct{ X int }
func (hidden) Seen() {}
func (t *T) Do() {}
func (g G[K]) Get() {}
func F() {}
const One, two = 1, 2
// Said together.
const (
	Three = 3
	Four  = 4
)
`
	file, err := parser.ParseFile(token.NewFileSet(), "p.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, found := range undocumented(file) {
		names = append(names, found.name)
	}
	if got, want := strings.Join(names, " "), "T T.A T.B T.E T.F I I.M Do Get F One"; got != want {
		t.Errorf("found %s, want %s", got, want)
	}
}
