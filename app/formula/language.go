package formula

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/vm"

	"technopark/app"
)

// The types that expressions compute with.
var (
	NumberType = reflect.TypeFor[Number]()
	BoolType   = reflect.TypeFor[bool]()
	DateType   = reflect.TypeFor[app.Date]()
	TextType   = reflect.TypeFor[string]()
)

// Reading is a method of the scope that reads what a name stands for.
type Reading struct {
	Method  string // takes the name; empty for a name that is only the head of a longer one
	Gives   reflect.Type
	Unit    Unit         // of a number; nil when unknown
	Options []app.Option // of a choice: the codes it may be compared with
}

// Language is what expressions over the records of one type may name.
type Language struct {
	Scope   any                                       // a value of the type whose methods and fields names are compiled to
	Read    func(name string) (r Reading, known bool) // fields and what is read like them
	Words   []string                                  // fields of the scope, and heads of longer names
	Helpers map[string]string                         // functions: the name used → method
	AsIs    map[string]Reading                        // functions that take a name and not its value: one that is missing stops nothing
}

// Expression is a compiled condition or value.
type Expression struct {
	Program *vm.Program
	Gives   reflect.Type
	Unit    Unit       // of a number; nil when unknown
	Texts   []Compared // what fields of texts are compared with
	Names   []string   // what it reads, in the order met, each once
	Calls   []string   // methods of the helpers it calls
}

// Compared is a field of texts and a text it is compared with: the name of an entry of a
// dictionary that staff edit.
type Compared struct {
	Name string // of the field, as the expression writes it
	Text string // as it is written between the quotes
}

// UnknownName is the fault of an expression that names what is not there.
type UnknownName struct{ Name string }

// Error names it.
func (e *UnknownName) Error() string { return fmt.Sprintf("unknown name %q", e.Name) }

// Compile compiles source. A name that is not in the language is an *UnknownName,
// another fault a text in Russian with its position.
func (l *Language) Compile(source string) (*Expression, error) {
	tree, err := Parse(source)
	if err != nil {
		return nil, err
	}
	var texts []Compared
	means, err := inspector{l, &texts}.meaning(tree)
	if err != nil {
		return nil, err
	}
	v := &visitor{language: l}
	options := append([]expr.Option{expr.Env(l.Scope), expr.Patch(v)}, Arithmetic()...)
	program, err := expr.Compile(source, options...)
	if v.unknown != "" {
		return nil, &UnknownName{v.unknown}
	}
	if err != nil {
		return nil, SyntaxError(err)
	}
	return &Expression{Program: program, Gives: program.Node().Type(), Unit: means.unit, Texts: texts, Names: v.names, Calls: v.calls}, nil
}

// visitor turns names into readings of the scope.
type visitor struct {
	language     *Language
	names, calls []string
	unknown      string
}

// Visit sees a node after its children.
func (v *visitor) Visit(node *ast.Node) { //nolint:gocritic // the signature is ast.Visitor's
	switch n := (*node).(type) {
	case *ast.IdentifierNode:
		v.name(node, n.Value)
	case *ast.MemberNode:
		head, isName := nameOf(n.Node)
		tail, isText := n.Property.(*ast.StringNode)
		if isName && isText {
			v.name(node, head+"."+tail.Value)
		}
	case *ast.CallNode:
		v.call(n)
	}
}

// nameOf returns the name a node stands for: as it was written, or as it was read already,
// for children are seen first and the head of a longer name may be a name of its own.
func nameOf(node ast.Node) (string, bool) {
	switch n := node.(type) {
	case *ast.IdentifierNode:
		return n.Value, true
	case *ast.CallNode:
		if len(n.Arguments) == 1 {
			if name, ok := n.Arguments[0].(*ast.StringNode); ok {
				return name.Value, true
			}
		}
	}
	return "", false
}

func (v *visitor) name(node *ast.Node, source string) { //nolint:gocritic // a node is replaced through its pointer
	r, known := v.language.Read(source)
	if !known {
		if !v.language.has(source) && v.unknown == "" {
			v.unknown = source
		}
		return
	}
	if r.Method == "" {
		return
	}
	if !slices.Contains(v.names, source) {
		v.names = append(v.names, source)
	}
	call := &ast.CallNode{Callee: &ast.IdentifierNode{Value: r.Method}, Arguments: []ast.Node{&ast.StringNode{Value: source}}}
	patch(node, call, r.Gives)
}

// call gives a helper its Go name.
func (v *visitor) call(n *ast.CallNode) {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok {
		return
	}
	if method, known := v.language.Helpers[callee.Value]; known {
		v.calls = append(v.calls, method)
		callee.Value = method
		return
	}
	whole, known := v.language.AsIs[callee.Value]
	if !known || len(n.Arguments) != 1 {
		return
	}
	if inner, isCall := n.Arguments[0].(*ast.CallNode); isCall {
		callee.Value, n.Arguments = whole.Method, inner.Arguments
		n.SetType(whole.Gives)
	}
}

// has reports the names that may be used besides those that are read.
func (l *Language) has(source string) bool {
	_, helper := l.Helpers[source]
	_, whole := l.AsIs[source]
	return helper || whole || slices.Contains(l.Words, source)
}

// ReadingOf returns how the scope reads a field.
func ReadingOf(f app.Field) Reading {
	switch f.Kind {
	case app.KindCount, app.KindQuantity, app.KindMoney:
		return Reading{Method: "Number", Gives: NumberType, Unit: UnitOf(f.Unit)}
	case app.KindBool:
		return Reading{Method: "Flag", Gives: BoolType}
	case app.KindDate:
		return Reading{Method: "Date", Gives: DateType}
	case app.KindText, app.KindNote, app.KindID, app.KindChoice, app.KindRefs:
		return Reading{Method: "Text", Gives: TextType, Options: f.Options}
	}
	return Reading{}
}

// FieldKeys lists the fields of a type, for the text of a fault.
func FieldKeys(t *app.Type) string {
	keys := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		keys[i] = f.Key
	}
	return strings.Join(keys, ", ")
}
