package rating

import (
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"

	"technopark/app"
	"technopark/app/formula"
)

// daysName is the number of days of the year, which formulas and values may name.
const daysName = "days"

// sumFormula is a compiled formula over sums.
type sumFormula struct {
	program  *vm.Program
	outline  *outline
	terms    []string // names of the sums in their order
	divisors []divisor
}

// divisor is the right side of a division, kept apart so that a zero in it can be
// named.
type divisor struct {
	outline *outline
	program *vm.Program
}

// compileFormula compiles a formula over the sums with the given names.
func compileFormula(source string, names []string) (*sumFormula, error) {
	tree, err := parser.Parse(source)
	if err != nil {
		return nil, formula.SyntaxError(err)
	}
	f := &sumFormula{outline: outlineOf(tree.Node)}
	for _, leaf := range f.outline.leaves() {
		switch {
		case leaf == daysName:
		case slices.Contains(names, leaf):
			f.terms = append(f.terms, leaf)
		default:
			return nil, fmt.Errorf("«%s»: такого слагаемого нет; в формуле бывают имена слагаемых, days, числа, + - * / и скобки", leaf)
		}
	}
	if len(f.terms) == 0 {
		return nil, errors.New("в формуле нет ни одного слагаемого")
	}
	options := append([]expr.Option{expr.Env(sums(f.terms))}, formula.Arithmetic()...)
	if f.program, err = expr.Compile(source, options...); err != nil {
		return nil, formula.SyntaxError(err)
	}
	for _, part := range f.outline.divisors() {
		program, err := expr.Compile(part.source, options...)
		if err != nil {
			return nil, formula.SyntaxError(err)
		}
		f.divisors = append(f.divisors, divisor{part, program})
	}
	return f, nil
}

// sums is an environment with a zero for every name.
func sums(names []string) map[string]any {
	env := map[string]any{daysName: formula.Whole(0)}
	for _, name := range names {
		env[name] = formula.Whole(0)
	}
	return env
}

// evaluate returns the value of the formula, or the reason why there is none:
// the divisor that is zero, by the titles of its terms.
func (f *sumFormula) evaluate(terms []Term, days *big.Rat) (*big.Rat, app.Text, error) {
	env := map[string]any{daysName: formula.Number{Rat: days}}
	titles := map[string]app.Text{daysName: app.L("дней в году", "days of the year")}
	for _, t := range terms {
		env[t.Name], titles[t.Name] = formula.Number{Rat: t.Sum}, t.Title
	}
	for _, d := range f.divisors {
		value, err := run(d.program, env)
		if errors.Is(err, formula.ErrZeroDivisor) || (err == nil && value.Sign() == 0) {
			return nil, zeroDivisor(d.outline, titles), nil
		}
		if err != nil {
			return nil, app.Text{}, err
		}
	}
	value, err := run(f.program, maps.Clone(env))
	return value, app.Text{}, err
}

func zeroDivisor(o *outline, titles map[string]app.Text) app.Text {
	in := func(lang app.Lang) string {
		return o.write(lang, func(leaf string) string { return titles[leaf].In(lang) })
	}
	return app.L("знаменатель равен нулю: "+in(app.RU), "the denominator is zero: "+in(app.EN))
}

func run(program *vm.Program, env any) (*big.Rat, error) {
	out, err := expr.Run(program, env)
	if err != nil {
		return nil, err
	}
	n, ok := out.(formula.Number)
	if !ok {
		return nil, fmt.Errorf("expression gave %T, not a number", out)
	}
	return n.Rat, nil
}
