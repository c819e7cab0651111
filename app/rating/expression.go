package rating

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"

	"technopark/app"
	"technopark/app/formula"
)

// helpers are the functions a profile may call, by the name it uses.
var helpers = map[string]string{"in_year": "InYear", "days_in_year": "DaysInYear"}

// openEnd is the one helper that changes how its argument is read.
const openEnd = "open_end"

// expression is a compiled condition or value over the records of one type.
type expression struct {
	program *vm.Program
	outline *outline
	paths   map[string]path
	calls   map[string]*vm.Program // leaves of the outline that are not fields
	order   []string               // names in the order they were met
}

// compileExpression compiles source over the fields of t. Its result must be of
// the wanted type: a number or a yes-or-no.
func compileExpression(t *app.Type, source string, want reflect.Type) (*expression, error) {
	tree, err := parser.Parse(source)
	if err != nil {
		return nil, formula.SyntaxError(err)
	}
	e := &expression{outline: outlineOf(tree.Node), paths: map[string]path{}, calls: map[string]*vm.Program{}}
	if e.program, err = e.compile(t, source, want); err != nil {
		return nil, err
	}
	for _, leaf := range e.outline.leaves() {
		if _, isField := e.paths[leaf]; isField || want != numberType {
			continue
		}
		if e.calls[leaf], err = e.compile(t, leaf, numberType); err != nil {
			return nil, err
		}
	}
	return e, nil
}

func (e *expression) compile(t *app.Type, source string, want reflect.Type) (*vm.Program, error) {
	names := &fieldNames{of: t, into: e}
	options := append([]expr.Option{expr.Env(&scope{}), expr.Patch(names)}, formula.Arithmetic()...)
	program, err := expr.Compile(source, options...)
	if names.unknown != "" {
		return nil, fmt.Errorf("поле «%s» не найдено у записей «%s» (%s); есть: %s", names.unknown, t.Many.RU, t.Key, fieldKeys(t))
	}
	if err != nil {
		return nil, formula.SyntaxError(err)
	}
	if got := program.Node().Type(); got != want {
		return nil, fmt.Errorf("выражение «%s» должно давать %s", source, kindWords(want))
	}
	return program, nil
}

func kindWords(t reflect.Type) string {
	if t == boolType {
		return "да или нет"
	}
	return "число"
}

func fieldKeys(t *app.Type) string {
	keys := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		keys[i] = f.Key
	}
	return strings.Join(keys, ", ")
}

// fieldNames turns the names of fields into readings of the scope.
type fieldNames struct {
	of      *app.Type
	into    *expression
	unknown string
}

// Visit sees a node after its children.
func (v *fieldNames) Visit(node *ast.Node) { //nolint:gocritic // the signature is ast.Visitor's
	switch n := (*node).(type) {
	case *ast.IdentifierNode:
		v.name(node, n.Value)
	case *ast.MemberNode:
		head, isName := n.Node.(*ast.IdentifierNode)
		tail, isText := n.Property.(*ast.StringNode)
		if isName && isText {
			v.name(node, head.Value+"."+tail.Value)
		}
	case *ast.CallNode:
		v.call(n)
	}
}

func (v *fieldNames) name(node *ast.Node, source string) { //nolint:gocritic // a node is replaced through its pointer
	p, ok := pathOf(v.of, source)
	if !ok {
		if !builtinName(source) && v.unknown == "" {
			v.unknown = source
		}
		return
	}
	method, t := reading(p.field.Kind)
	if method == "" { // a reference on its own is only the head of a longer name
		return
	}
	if _, known := v.into.paths[source]; !known {
		v.into.paths[source] = p
		v.into.order = append(v.into.order, source)
	}
	call := &ast.CallNode{Callee: &ast.IdentifierNode{Value: method}, Arguments: []ast.Node{&ast.StringNode{Value: source}}}
	formula.Patch(node, call, t)
}

// call gives a helper its Go name; open_end(until) reads until without noting
// that it is missing.
func (v *fieldNames) call(n *ast.CallNode) {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok {
		return
	}
	if method, known := helpers[callee.Value]; known {
		callee.Value = method
		return
	}
	if callee.Value != openEnd || len(n.Arguments) != 1 {
		return
	}
	if inner, isCall := n.Arguments[0].(*ast.CallNode); isCall {
		callee.Value, n.Arguments = "OpenEnd", inner.Arguments
		n.SetType(dateType)
	}
}

func builtinName(source string) bool {
	switch source {
	case daysName, "first_day", "last_day", openEnd:
		return true
	}
	_, helper := helpers[source]
	return helper
}

// reading is the method of scope that reads fields of a kind, and what it returns.
func reading(k app.Kind) (method string, t reflect.Type) {
	switch k {
	case app.KindCount, app.KindQuantity, app.KindMoney:
		return "Number", numberType
	case app.KindBool:
		return "Flag", boolType
	case app.KindDate:
		return "Date", dateType
	case app.KindText, app.KindNote, app.KindID, app.KindChoice:
		return "Text", reflect.TypeFor[string]()
	}
	return "", nil
}
