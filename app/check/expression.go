package check

import (
	"fmt"
	"math/big"
	"reflect"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"

	"technopark/app"
	"technopark/app/formula"
)

var (
	numberType = reflect.TypeFor[formula.Number]()
	dateType   = reflect.TypeFor[app.Date]()
	boolType   = reflect.TypeFor[bool]()
	textType   = reflect.TypeFor[string]()
)

// helpers are the functions a rule may call, by the name it uses. Those of asIs take
// a field and not its value, so that a missing one stops nothing.
var (
	helpers = map[string]string{"in_year": "InYear", "days_in_year": "DaysInYear", "indicator": "Indicator"}
	asIs    = map[string]struct {
		method string
		gives  reflect.Type
	}{
		"given":    {"Given", boolType},
		"or_zero":  {"OrZero", numberType},
		"open_end": {"OpenEnd", dateType},
	}
)

// expression is a compiled condition or value over the records of one type.
type expression struct {
	source   string
	program  *vm.Program
	gives    reflect.Type
	compares bool // with an indicator of the park
	paths    map[string]path
	order    []string // names in the order they were met
}

// compile compiles source over the fields of t and the sums with the given names.
func compile(t *app.Type, sums []*sum, source string) (*expression, error) {
	e := &expression{source: source, paths: map[string]path{}}
	names := &names{of: t, into: e, sums: sums}
	options := append([]expr.Option{expr.Env(&scope{}), expr.Patch(names)}, formula.Arithmetic()...)
	program, err := expr.Compile(source, options...)
	if names.unknown != "" {
		return nil, fmt.Errorf("имя «%s» не найдено у записей «%s» (%s); есть: %s", names.unknown, t.Many.RU, t.Key, fieldKeys(t))
	}
	if err != nil {
		return nil, formula.SyntaxError(err)
	}
	e.program, e.gives = program, program.Node().Type()
	return e, nil
}

// condition compiles a yes-or-no.
func condition(t *app.Type, sums []*sum, source string) (*expression, error) {
	e, err := compile(t, sums, source)
	if err == nil && e.gives != boolType {
		return nil, fmt.Errorf("выражение «%s» должно давать да или нет", source)
	}
	return e, err
}

// sides returns the two sides of a condition that is one comparison, else nothing.
func sides(source string) (left, right string) {
	tree, err := parser.Parse(source)
	if err != nil {
		return "", ""
	}
	n, binary := tree.Node.(*ast.BinaryNode)
	if !binary || !slices.Contains([]string{"<", "<=", ">", ">=", "==", "!="}, n.Operator) {
		return "", ""
	}
	return n.Left.String(), n.Right.String()
}

func fieldKeys(t *app.Type) string {
	keys := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		keys[i] = f.Key
	}
	return strings.Join(keys, ", ")
}

// names turns the names of fields and sums into readings of the scope.
type names struct {
	of      *app.Type
	into    *expression
	sums    []*sum
	unknown string
}

// Visit sees a node after its children.
func (v *names) Visit(node *ast.Node) { //nolint:gocritic // the signature is ast.Visitor's
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

func (v *names) name(node *ast.Node, source string) { //nolint:gocritic // a node is replaced through its pointer
	if slices.ContainsFunc(v.sums, func(s *sum) bool { return s.name == source }) {
		v.read(node, "Sum", source, numberType)
		return
	}
	p, ok := pathOf(v.of, source)
	if !ok {
		if !builtin(source) && v.unknown == "" {
			v.unknown = source
		}
		return
	}
	method, t := reading(p.field.Kind)
	if method == "" { // a reference on its own is only the head of a longer name
		return
	}
	v.into.paths[source] = p
	v.read(node, method, source, t)
}

func (v *names) read(node *ast.Node, method, source string, t reflect.Type) { //nolint:gocritic // a node is replaced through its pointer
	if !slices.Contains(v.into.order, source) {
		v.into.order = append(v.into.order, source)
	}
	call := &ast.CallNode{Callee: &ast.IdentifierNode{Value: method}, Arguments: []ast.Node{&ast.StringNode{Value: source}}}
	formula.Patch(node, call, t)
}

// call gives a helper its Go name.
func (v *names) call(n *ast.CallNode) {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok {
		return
	}
	if method, known := helpers[callee.Value]; known {
		v.into.compares = v.into.compares || method == "Indicator"
		callee.Value = method
		return
	}
	helper, known := asIs[callee.Value]
	if !known || len(n.Arguments) != 1 {
		return
	}
	if inner, isCall := n.Arguments[0].(*ast.CallNode); isCall {
		callee.Value, n.Arguments = helper.method, inner.Arguments
		n.SetType(helper.gives)
	}
}

// builtin reports the names that a rule may use besides fields and sums.
func builtin(source string) bool {
	switch source {
	case "days", "first_day", "last_day", "active", prevHead, parkHead, reportHead:
		return true
	}
	_, helper := helpers[source]
	_, whole := asIs[source]
	return helper || whole
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
	case app.KindText, app.KindNote, app.KindID, app.KindChoice, app.KindRefs:
		return "Text", textType
	}
	return "", nil
}

// amount returns what a number expression gives over the record of the scope.
func (s *scope) amount(e *expression) (*big.Rat, error) {
	out, err := s.value(e)
	if err != nil {
		return nil, err
	}
	n, ok := out.(formula.Number)
	if !ok {
		return nil, fmt.Errorf("«%s» gave %T, not a number", e.source, out)
	}
	return n.Rat, nil
}
