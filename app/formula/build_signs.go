package formula

import "github.com/expr-lang/expr/ast"

// sums are the signs of arithmetic.
var sums = map[string]func(x, y Number) Number{"+": Number.Add, "-": Number.Sub, "*": Number.Mul, "/": Number.Quo}

// orders are the signs that ask which of two comes first.
var orders = map[string]func(order int) bool{
	"<": func(o int) bool { return o < 0 }, "<=": func(o int) bool { return o <= 0 },
	">": func(o int) bool { return o > 0 }, ">=": func(o int) bool { return o >= 0 },
	"==": func(o int) bool { return o == 0 }, "!=": func(o int) bool { return o != 0 },
}

func (b *builder[S]) binary(n *ast.BinaryNode) step[S] {
	switch n.Operator {
	case "in":
		return b.among(n)
	case "not in":
		in := b.among(n)
		return func(s S) value { return value{yes: !in(s).yes} }
	}
	left, right := b.build(n.Left), b.build(n.Right)
	switch n.Operator {
	case "&&", "and":
		return func(s S) value { return value{yes: left(s).yes && right(s).yes} }
	case "||", "or":
		return func(s S) value { return value{yes: left(s).yes || right(s).yes} }
	}
	if do, known := sums[n.Operator]; known {
		return func(s S) value { return value{number: do(left(s).number, right(s).number)} }
	}
	if ask := textsSign(n.Operator, n.Right); ask != nil {
		return func(s S) value { return value{yes: ask(left(s).text, right(s).text)} }
	}
	holds := orders[n.Operator]
	return func(s S) value { return value{yes: holds(left(s).order(right(s)))} }
}

// order compares two values of one type; of texts and answers it tells only whether they are
// the same.
func (v value) order(w value) int {
	switch {
	case v.number != Number{}:
		return v.number.Cmp(w.number)
	case v.text != w.text || v.yes != w.yes:
		return 1
	case v.date.Before(w.date):
		return -1
	case v.date.After(w.date):
		return 1
	}
	return 0
}
