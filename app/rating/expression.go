package rating

import (
	"errors"
	"fmt"
	"math/big"
	"reflect"
	"slices"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"

	"technopark/app"
	"technopark/app/formula"
)

// The language of methods; a field under open_end is read without
// noting that it is missing.
var (
	vocabulary = []string{daysName, "first_day", "last_day"}
	helpers    = map[string]string{"in_year": "InYear", "days_in_year": "DaysInYear"}
	asIs       = map[string]formula.Reading{"open_end": {Method: "OpenEnd", Gives: formula.DateType}}
)

// expression is a compiled condition or value over the records of one type.
type expression struct {
	program *vm.Program
	outline *outline
	paths   map[string]path
	calls   map[string]*vm.Program // leaves of the outline that are not fields
	order   []string               // names in the order they were met
	texts   []formula.Compared     // names of records it asks for
}

// compileExpression compiles source over the fields of t. Its result must be of
// the wanted type: a number or a yes-or-no.
func compileExpression(t *app.Type, source string, want reflect.Type) (*expression, error) {
	tree, err := formula.Parse(source)
	if err != nil {
		return nil, err
	}
	e := &expression{outline: outlineOf(tree), paths: map[string]path{}, calls: map[string]*vm.Program{}}
	if e.program, err = e.compile(t, source, want); err != nil {
		return nil, err
	}
	for _, leaf := range e.outline.leaves() {
		if _, isField := e.paths[leaf]; isField || want != formula.NumberType {
			continue
		}
		if e.calls[leaf], err = e.compile(t, leaf, formula.NumberType); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// reads returns the fields of the record itself that the expression reads; none when there is
// no expression.
func (e *expression) reads() []app.Field {
	if e == nil {
		return nil
	}
	var fields []app.Field
	for _, name := range e.order {
		if p := e.paths[name]; p.ref == nil {
			fields = append(fields, p.field)
		}
	}
	return fields
}

func (e *expression) compile(t *app.Type, source string, want reflect.Type) (*vm.Program, error) {
	language := formula.Language{Scope: &scope{}, Words: vocabulary, Helpers: helpers, AsIs: asIs}
	language.Read = func(name string) (formula.Reading, bool) {
		p, ok := pathOf(t, name)
		if !ok {
			return formula.Reading{}, false
		}
		r := formula.ReadingOf(p.field)
		if _, known := e.paths[name]; !known && r.Method != "" {
			e.paths[name] = p
			e.order = append(e.order, name)
		}
		return r, true
	}
	compiled, err := language.Compile(source)
	var unknown *formula.UnknownName
	if errors.As(err, &unknown) {
		return nil, fmt.Errorf("поле «%s» не найдено у записей «%s» (%s); есть: %s", unknown.Name, t.Many.RU, t.Key, formula.FieldKeys(t))
	}
	if err != nil {
		return nil, err
	}
	if compiled.Gives != want {
		return nil, fmt.Errorf("выражение «%s» должно давать %s", source, kindWords(want))
	}
	for _, c := range compiled.Texts {
		if !slices.Contains(e.texts, c) {
			e.texts = append(e.texts, c)
		}
	}
	return compiled.Program, nil
}

func kindWords(t reflect.Type) string {
	if t == formula.BoolType {
		return "да или нет"
	}
	return "число"
}

// run evaluates a compiled value.
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
