package formula

import (
	"errors"
	"math/big"
	"regexp"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"

	"technopark/app"
)

// We build expressions of Go functions and do not let the library run them: it finds what names
// stand for by reflection at every record, which took four fifths of the time of a check.

// value is what a part of an expression gives; the member of its type is set.
type value struct {
	number Number
	yes    bool
	text   string
	date   app.Date
}

// step computes a part of an expression over a scope. A divisor of nought panics with
// ErrZeroDivisor, which the expression catches.
type step[S any] func(S) value

// Holds computes a condition. The only error is ErrZeroDivisor.
func (e *Expression[S]) Holds(s S) (bool, error) {
	v, err := e.compute(s)
	return v.yes, err
}

// Amount computes a number, which nobody may change; nil with an error. The only error is
// ErrZeroDivisor.
func (e *Expression[S]) Amount(s S) (*big.Rat, error) {
	v, err := e.compute(s)
	if err != nil {
		return nil, err
	}
	return v.number.Rat(), nil
}

// Number computes a number. The only error is ErrZeroDivisor.
func (e *Expression[S]) Number(s S) (Number, error) {
	v, err := e.compute(s)
	return v.number, err
}

// Value computes what the expression gives, as a value of its type. The only error is
// ErrZeroDivisor.
func (e *Expression[S]) Value(s S) (any, error) {
	v, err := e.compute(s)
	switch {
	case err != nil:
		return nil, err
	case e.Gives == NumberType:
		return v.number, nil
	case e.Gives == DateType:
		return v.date, nil
	case e.Gives == TextType:
		return v.text, nil
	}
	return v.yes, nil
}

func (e *Expression[S]) compute(s S) (v value, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = zeroDivisor(r)
		}
	}()
	return e.run(s), nil
}

// zeroDivisor returns what a division by zero panicked with; any other panic goes on.
func zeroDivisor(r any) error {
	if err, ok := r.(error); ok && errors.Is(err, ErrZeroDivisor) {
		return err
	}
	panic(r)
}

// builder makes steps of a tree that the inspector has found to be well.
type builder[S any] struct {
	language     *Language[S]
	names, calls []string
}

func (b *builder[S]) build(n ast.Node) step[S] {
	switch n := n.(type) {
	case *ast.IntegerNode:
		return always[S](value{number: Whole(n.Value)})
	case *ast.FloatNode:
		exact, _ := literal(n.Value)
		return always[S](value{number: exact})
	case *ast.BoolNode:
		return always[S](value{yes: n.Value})
	case *ast.StringNode:
		return always[S](value{text: n.Value})
	case *ast.IdentifierNode:
		return b.name(n.Value)
	case *ast.MemberNode:
		b.note(headOf(n)) // «rooms» of «rooms.area» may be a name of its own
		return b.name(memberName(n))
	case *ast.UnaryNode:
		return b.unary(n)
	case *ast.BinaryNode:
		return b.binary(n)
	case *ast.ConditionalNode:
		condition, yes, no := b.build(n.Cond), b.build(n.Exp1), b.build(n.Exp2)
		return func(s S) value {
			if condition(s).yes {
				return yes(s)
			}
			return no(s)
		}
	case *ast.CallNode:
		return b.call(n.Callee.String(), n.Arguments)
	case *ast.BuiltinNode: // «mean» is a word of the library's own too
		return b.call(n.Name, n.Arguments)
	}
	panic("the inspector let through " + n.String())
}

func always[S any](v value) step[S] { return func(S) value { return v } }

// note remembers a name that is read.
func (b *builder[S]) note(name string) (Reading, bool) {
	r, known := b.language.Read(name)
	if known && r.Gives != nil && !slices.Contains(b.names, name) {
		b.names = append(b.names, name)
	}
	return r, known
}

func (b *builder[S]) name(name string) step[S] {
	r, known := b.note(name)
	if !known {
		return called(b.language.Words[name], []step[S]{})
	}
	return called(b.reader(r), []step[S]{always[S](value{text: name})})
}

func (b *builder[S]) reader(r Reading) any {
	switch {
	case r.By != nil:
		return r.By
	case r.Gives == NumberType:
		return b.language.Number
	case r.Gives == BoolType:
		return b.language.Flag
	case r.Gives == DateType:
		return b.language.Date
	}
	return b.language.Text
}

func (b *builder[S]) call(name string, arguments []ast.Node) step[S] {
	if by, asIs := b.language.AsIs[name]; asIs {
		b.build(arguments[0]) // notes what it reads
		field := arguments[0].String()
		return called(by, []step[S]{always[S](value{text: field})})
	}
	b.calls = append(b.calls, name)
	args := make([]step[S], len(arguments))
	for i, a := range arguments {
		args[i] = b.build(a)
	}
	return called(b.language.Helpers[name], args)
}

func (b *builder[S]) unary(n *ast.UnaryNode) step[S] {
	of := b.build(n.Node)
	if n.Operator == "-" {
		return func(s S) value { return value{number: of(s).number.Neg()} }
	}
	return func(s S) value { return value{yes: !of(s).yes} }
}

// among builds «x in ['a', 'b']».
func (b *builder[S]) among(n *ast.BinaryNode) step[S] {
	left, list := b.build(n.Left), n.Right.(*ast.ArrayNode)
	texts := make([]string, len(list.Nodes))
	for i, item := range list.Nodes {
		texts[i] = item.(*ast.StringNode).Value
	}
	return func(s S) value { return value{yes: slices.Contains(texts, left(s).text)} }
}

// texts returns what a sign between texts asks; nil for a sign that stands elsewhere.
func textsSign(sign string, right ast.Node) func(x, y string) bool {
	switch sign {
	case "contains":
		return strings.Contains
	case "startsWith":
		return strings.HasPrefix
	case "endsWith":
		return strings.HasSuffix
	case "matches":
		pattern := regexp.MustCompile(right.(*ast.StringNode).Value)
		return func(x, _ string) bool { return pattern.MatchString(x) }
	}
	return nil
}
