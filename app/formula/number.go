// Package formula is what the expressions of methodology profiles and of rules
// have in common: exact numbers, dates that compare, and how figures are written.
//
// We compute in fractions and not in floating point, because a figure of the rating
// or a difference in a finding must come out the same on paper and by hand.
package formula

import (
	"errors"
	"fmt"
	"math/big"
	"reflect"
	"strconv"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"

	"technopark/app"
)

// Number is an exact fraction as expressions see it. It is a struct, not a bare
// *big.Rat, because expr looks through pointers when it checks types.
type Number struct{ Rat *big.Rat }

// ErrZeroDivisor is what an expression that divides by zero fails with.
var ErrZeroDivisor = errors.New("division by zero")

// Whole returns n as an exact number.
func Whole(n int) Number { return Number{big.NewRat(int64(n), 1)} }

// Arithmetic gives expressions exact numbers and dates that compare. The clock
// and all other built-in functions are out: the same records give the same figure.
func Arithmetic() []expr.Option {
	options := []expr.Option{expr.DisableAllBuiltins(), expr.Patch(exactLiterals{})}
	for _, op := range []struct {
		sign, name string
		do         func(z, x, y *big.Rat) *big.Rat
	}{
		{"+", "add__", (*big.Rat).Add},
		{"-", "subtract__", (*big.Rat).Sub},
		{"*", "multiply__", (*big.Rat).Mul},
		{"/", "divide__", (*big.Rat).Quo},
	} {
		options = append(options, expr.Operator(op.sign, op.name),
			expr.Function(op.name, calculation(op.sign, op.do), new(func(Number, Number) Number)))
	}
	for _, op := range []struct {
		sign, name string
		holds      func(order int) bool
	}{
		{"<", "less__", func(o int) bool { return o < 0 }},
		{"<=", "at_most__", func(o int) bool { return o <= 0 }},
		{">", "more__", func(o int) bool { return o > 0 }},
		{">=", "at_least__", func(o int) bool { return o >= 0 }},
		{"==", "same__", func(o int) bool { return o == 0 }},
		{"!=", "other__", func(o int) bool { return o != 0 }},
	} {
		options = append(options, expr.Operator(op.sign, op.name), expr.Function(op.name, comparison(op.holds),
			new(func(Number, Number) bool), new(func(app.Date, app.Date) bool)))
	}
	return options
}

func calculation(sign string, do func(z, x, y *big.Rat) *big.Rat) func(...any) (any, error) {
	return func(args ...any) (any, error) {
		x, okX := args[0].(Number)
		y, okY := args[1].(Number)
		switch {
		case !okX || !okY:
			return nil, fmt.Errorf("%T %s %T", args[0], sign, args[1])
		case sign == "/" && y.Rat.Sign() == 0:
			return nil, ErrZeroDivisor
		}
		return Number{do(new(big.Rat), x.Rat, y.Rat)}, nil
	}
}

func comparison(holds func(order int) bool) func(...any) (any, error) {
	return func(args ...any) (any, error) {
		switch x := args[0].(type) {
		case Number:
			if y, ok := args[1].(Number); ok {
				return holds(x.Rat.Cmp(y.Rat)), nil
			}
		case app.Date:
			if y, ok := args[1].(app.Date); ok {
				return holds(x.Days() - y.Days()), nil
			}
		}
		return nil, fmt.Errorf("cannot compare %T and %T", args[0], args[1])
	}
}

// exactLiterals makes every number written in an expression exact: 0.1 is 1/10,
// not the nearest binary fraction.
type exactLiterals struct{}

// Visit replaces a literal, and a minus sign before a number by «0 −».
func (exactLiterals) Visit(node *ast.Node) { //nolint:gocritic // the signature is ast.Visitor's
	switch n := (*node).(type) {
	case *ast.IntegerNode:
		patch(node, &ast.ConstantNode{Value: Whole(n.Value)}, NumberType)
	case *ast.FloatNode:
		if r, ok := new(big.Rat).SetString(Shortest(n.Value)); ok {
			patch(node, &ast.ConstantNode{Value: Number{r}}, NumberType)
		}
	case *ast.UnaryNode:
		if n.Operator == "-" {
			zero := ast.Node(&ast.ConstantNode{Value: Whole(0)})
			zero.SetType(NumberType)
			patch(node, &ast.BinaryNode{Operator: "-", Left: zero, Right: n.Node}, NumberType)
		}
	}
}

// Shortest returns the decimal text the literal was written with: of all texts
// that read as x it is the shortest.
func Shortest(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// patch puts a node of a known type in the place of another.
func patch(node *ast.Node, by ast.Node, t reflect.Type) { //nolint:gocritic // a node is replaced through its pointer
	ast.Patch(node, by)
	by.SetType(t)
}
