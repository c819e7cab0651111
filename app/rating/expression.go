package rating

import (
	"errors"
	"reflect"
	"slices"

	"technopark/app"
	"technopark/app/formula"
)

// language is that of the methods, without the names of fields; a field under open_end is read
// without noting that it is missing.
func language(read func(name string) (formula.Reading, bool)) formula.Language[*scope] {
	return formula.Language[*scope]{
		Number: (*scope).Number, Flag: (*scope).Flag, Text: (*scope).Text, Date: (*scope).Date,
		Vocabulary: formula.Vocabulary{
			Read:    read,
			Words:   map[string]any{daysName: (*scope).Days, "first_day": (*scope).First, "last_day": (*scope).Last},
			Helpers: map[string]any{"in_year": (*scope).InYear, "days_in_year": (*scope).DaysInYear},
			AsIs:    map[string]any{"open_end": (*scope).OpenEnd},
		},
	}
}

// compiled is an expression over the records of one type.
type compiled = formula.Expression[*scope]

// expression is a compiled condition or value over the records of one type.
type expression struct {
	program *compiled
	outline *outline
	paths   map[string]*path
	calls   map[string]*compiled // leaves of the outline that are not fields
	order   []string             // names in the order they were met
	texts   []formula.Compared   // names of records it asks for
}

// compileExpression compiles source over the fields of t. Its result must be of
// the wanted type: a number or a yes-or-no.
func compileExpression(t *app.Type, source string, want reflect.Type) (*expression, error) {
	tree, err := formula.Parse(source)
	if err != nil {
		return nil, err
	}
	e := &expression{outline: outlineOf(tree), paths: map[string]*path{}, calls: map[string]*compiled{}}
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
func (e *expression) reads() []*app.Field {
	if e == nil {
		return nil
	}
	var fields []*app.Field
	for _, name := range e.order {
		if p := e.paths[name]; p.ref == nil {
			fields = append(fields, &p.field)
		}
	}
	return fields
}

func (e *expression) compile(t *app.Type, source string, want reflect.Type) (*compiled, error) {
	language := language(func(name string) (formula.Reading, bool) {
		p, ok := pathOf(t, name)
		if !ok {
			return formula.Reading{}, false
		}
		r := formula.ReadingOf(p.field)
		if _, known := e.paths[name]; !known && r.Gives != nil {
			e.paths[name] = &p
			e.order = append(e.order, name)
		}
		return r, true
	})
	found, err := language.Compile(source)
	var unknown *formula.UnknownName
	if errors.As(err, &unknown) {
		return nil, formula.Say("поле «%s» не найдено у записей «%s» (%s); есть: %s",
			"there is no field “%s” of the records “%s” (%s); there are: %s", unknown.Name, t.Many, t.Key, formula.FieldKeys(t))
	}
	if err != nil {
		return nil, err
	}
	if found.Gives != want {
		return nil, formula.Say("выражение «%s» должно давать %s", "the expression “%s” should give %s", source, kindWords(want))
	}
	for _, c := range found.Texts {
		if !slices.Contains(e.texts, c) {
			e.texts = append(e.texts, c)
		}
	}
	return found, nil
}

func kindWords(t reflect.Type) app.Text {
	if t == formula.BoolType {
		return app.L("да или нет", "yes or no")
	}
	return app.L("число", "a number")
}
