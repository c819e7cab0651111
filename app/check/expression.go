package check

import (
	"errors"
	"slices"

	"github.com/expr-lang/expr/ast"

	"technopark/app"
	"technopark/app/formula"
)

// language is that of the rules, without the names of fields; helpers may be called, those of
// AsIs take a field and not its value, so that a missing one stops nothing.
func language(read func(name string) (formula.Reading, bool)) formula.Language[*scope] {
	return formula.Language[*scope]{
		Number: (*scope).Number, Flag: (*scope).Flag, Text: (*scope).Text, Date: (*scope).Date,
		Vocabulary: formula.Vocabulary{Read: read, Words: vocabulary, Helpers: helpers, AsIs: asIs},
	}
}

var (
	vocabulary = map[string]any{
		"days": (*scope).Days, "first_day": (*scope).First, "last_day": (*scope).Last, "latest_day": (*scope).Latest,
		prevHead: nil, parkHead: nil, reportHead: nil,
	}
	helpers = map[string]any{
		"in_year": (*scope).InYear, "days_in_year": (*scope).DaysInYear, indicatorWord: (*scope).Indicator, "listed": (*scope).Listed,
		"same_unit": (*scope).SameUnit, "entered": (*scope).Entered, "left": (*scope).Left, "agreed": (*scope).Agreed,
		"year_of": (*scope).YearOf, "size": (*scope).Size,
	}
	asIs = map[string]any{
		"given": (*scope).Given, "or_zero": (*scope).OrZero, "open_end": (*scope).OpenEnd, "most": (*scope).Most, "least": (*scope).Least,
		"not_applicable": (*scope).NotApplicable, "most_per_head": (*scope).MostPerHead, "least_per_head": (*scope).LeastPerHead,
		"most_share": (*scope).MostShare, "least_share": (*scope).LeastShare, "lone_after_year": (*scope).LoneAfterYear,
	}
)

// gathered are the helpers whose answer is gathered over many records.
var gathered = map[string]bool{
	indicatorWord: true, "most": true, "least": true, "most_per_head": true, "least_per_head": true, "most_share": true, "least_share": true,
}

const (
	indicatorWord = "indicator"
	activeWord    = "active" // the one word that is read like a field and is none
)

// expression is a compiled condition or value over the records of one type.
type expression struct {
	*formula.Expression[*scope]
	source string
	paths  map[string]*path
}

// compares reports whether the park's own indicators are asked for.
func (e *expression) compares() bool { return slices.Contains(e.Calls, indicatorWord) }

// compile compiles source over the fields of t and the given sums.
func compile(t *app.Type, sums []*sum, source string) (*expression, error) {
	e := &expression{source: source, paths: map[string]*path{}}
	language := language(func(name string) (formula.Reading, bool) {
		if i := slices.IndexFunc(sums, func(s *sum) bool { return s.name == name }); i >= 0 {
			return formula.Reading{Gives: formula.NumberType, By: (*scope).Sum, Unit: formula.UnitOf(sums[i].unit)}, true
		}
		if name == activeWord {
			return formula.Reading{Gives: formula.BoolType, By: (*scope).Active}, true
		}
		p, ok := pathOf(t, name)
		if !ok {
			return formula.Reading{}, false
		}
		r := formula.ReadingOf(p.field)
		if p.field.Kind == app.KindPeriod {
			r = formula.Reading{Gives: formula.DateType}
		}
		if r.Gives != nil {
			e.paths[name] = &p
		}
		return r, true
	})
	compiled, err := language.Compile(source)
	var unknown *formula.UnknownName
	if errors.As(err, &unknown) {
		return nil, formula.Say("имя «%s» не найдено у записей «%s» (%s); есть: %s",
			"there is no name “%s” of the records “%s” (%s); there are: %s", unknown.Name, t.Many, t.Key, formula.FieldKeys(t))
	}
	e.Expression = compiled
	return e, err
}

// condition compiles a yes-or-no.
func condition(t *app.Type, sums []*sum, source string) (*expression, error) {
	e, err := compile(t, sums, source)
	if err == nil && e.Gives != formula.BoolType {
		return nil, formula.Say("выражение «%s» должно давать да или нет", "the expression “%s” should give yes or no", source)
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
