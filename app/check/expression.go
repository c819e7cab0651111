package check

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/expr-lang/expr/ast"

	"technopark/app"
	"technopark/app/formula"
)

// The language of rules; helpers may be called, those of asIs take a
// field and not its value, so that a missing one stops nothing.
var (
	vocabulary = []string{"days", "first_day", "last_day", "latest_day", prevHead, parkHead, reportHead}
	helpers    = map[string]string{
		"in_year": "InYear", "days_in_year": "DaysInYear", "indicator": indicatorMethod, "listed": "Listed", "same_unit": "SameUnit",
		"entered": "Entered", "left": "Left", "agreed": "Agreed", "year_of": "YearOf", "size": "Size",
	}
	asIs = map[string]formula.Reading{
		"given":    {Method: "Given", Gives: formula.BoolType},
		"or_zero":  {Method: "OrZero", Gives: formula.NumberType},
		"open_end": {Method: "OpenEnd", Gives: formula.DateType},
		"most":     {Method: "Most", Gives: formula.NumberType},
		"least":    {Method: "Least", Gives: formula.NumberType},

		"not_applicable": {Method: "NotApplicable", Gives: formula.BoolType},
		"most_per_head":  {Method: "MostPerHead", Gives: formula.NumberType},
		"least_per_head": {Method: "LeastPerHead", Gives: formula.NumberType},
	}
)

const (
	indicatorMethod = "Indicator"
	activeWord      = "active" // the one word that is read like a field and is none
)

// expression is a compiled condition or value over the records of one type.
type expression struct {
	*formula.Expression
	source string
	paths  map[string]path
}

// compares reports whether the park's own indicators are asked for.
func (e *expression) compares() bool { return slices.Contains(e.Calls, indicatorMethod) }

// compile compiles source over the fields of t and the given sums.
func compile(t *app.Type, sums []*sum, source string) (*expression, error) {
	e := &expression{source: source, paths: map[string]path{}}
	language := formula.Language{Scope: &scope{}, Words: vocabulary, Helpers: helpers, AsIs: asIs}
	language.Read = func(name string) (formula.Reading, bool) {
		if i := slices.IndexFunc(sums, func(s *sum) bool { return s.name == name }); i >= 0 {
			return formula.Reading{Method: "Sum", Gives: formula.NumberType, Unit: formula.UnitOf(sums[i].unit)}, true
		}
		if name == activeWord {
			return formula.Reading{Method: "Active", Gives: formula.BoolType}, true
		}
		p, ok := pathOf(t, name)
		if !ok {
			return formula.Reading{}, false
		}
		r := formula.ReadingOf(p.field)
		if p.field.Kind == app.KindPeriod {
			r = formula.Reading{Method: "Date", Gives: formula.DateType}
		}
		if r.Method != "" {
			e.paths[name] = p
		}
		return r, true
	}
	compiled, err := language.Compile(source)
	var unknown *formula.UnknownName
	if errors.As(err, &unknown) {
		return nil, fmt.Errorf("имя «%s» не найдено у записей «%s» (%s); есть: %s", unknown.Name, t.Many.RU, t.Key, formula.FieldKeys(t))
	}
	e.Expression = compiled
	return e, err
}

// condition compiles a yes-or-no.
func condition(t *app.Type, sums []*sum, source string) (*expression, error) {
	e, err := compile(t, sums, source)
	if err == nil && e.Gives != formula.BoolType {
		return nil, fmt.Errorf("выражение «%s» должно давать да или нет", source)
	}
	return e, err
}

// sides returns the two sides of a condition that is one comparison, else nothing.
func sides(source string) (left, right string) {
	tree, err := formula.Parse(source)
	if err != nil {
		return "", ""
	}
	n, binary := tree.(*ast.BinaryNode)
	if !binary || !slices.Contains([]string{"<", "<=", ">", ">=", "==", "!="}, n.Operator) {
		return "", ""
	}
	return n.Left.String(), n.Right.String()
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
