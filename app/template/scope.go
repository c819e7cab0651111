package template

import (
	"errors"

	"technopark/app"
	"technopark/app/formula"
)

// scope is what one cell of a form sees: the park, the year, and in a row that repeats its record.
type scope struct {
	formula.Year
	filling *filling
	rec     app.Record // nil outside rows
	row     int        // which copy of the row it is, from 1
	names   map[string]named

	read []value // what was read
}

func (f *filling) scope(rec app.Record, row int) *scope {
	return &scope{Year: formula.YearOf(app.YearPeriod(f.Year)), filling: f, rec: rec, row: row}
}

// look reads a name and notes what came of it.
func (s *scope) look(name string) value {
	v := s.names[name].get(s)
	s.read = append(s.read, v)
	return v
}

func (s *scope) number(name string) formula.Number {
	if v := s.look(name); v.amount != nil {
		return formula.Exact(v.amount)
	}
	return formula.Whole(0)
}

func (s *scope) flag(name string) bool { return s.look(name).yes }

// text is the code of a choice, as formulas of methods compare it.
func (s *scope) text(name string) string {
	v := s.look(name)
	if v.code != "" {
		return v.code
	}
	return v.text
}

func (s *scope) date(name string) app.Date { return s.look(name).date }

// openEnd is a day whose absence means «without end».
func (s *scope) openEnd(name string) app.Date {
	v := s.names[name].get(s)
	if v.date.Zero() {
		return app.Day(9999, 12, 31)
	}
	return v.date
}

// previous is a figure of the year before.
func (s *scope) previous(name string) formula.Number {
	before, err := s.filling.before()
	if err != nil {
		s.read = append(s.read, missing(formula.Said(err)))
		return formula.Whole(0)
	}
	earlier := *s
	earlier.filling, earlier.read = before, nil
	n := earlier.number(name)
	s.read = append(s.read, earlier.read...)
	return n
}

func (s *scope) yearNumber() formula.Number { return formula.Whole(s.filling.Year) }
func (s *scope) rowNumber() formula.Number  { return formula.Whole(s.row) }
func (s *scope) today() app.Date            { return s.filling.Today }

// expression is a formula of a form, compiled.
type expression struct {
	*formula.Expression[*scope]
	names map[string]named
}

// compile reads a formula over the names that a cell has, or a row of records of a type.
func (f *filling) compile(of *app.Type, source string) (*expression, error) {
	e := &expression{names: map[string]named{}}
	words := map[string]any{
		"days": (*scope).Days, "first_day": (*scope).First, "last_day": (*scope).Last,
		"year": (*scope).yearNumber, "today": (*scope).today,
	}
	if of != nil {
		words["row"] = (*scope).rowNumber
	}
	language := formula.Language[*scope]{
		Number: (*scope).number, Flag: (*scope).flag, Text: (*scope).text, Date: (*scope).date,
		Vocabulary: formula.Vocabulary{
			Read: func(name string) (formula.Reading, bool) {
				n, ok := f.find(of, name)
				if ok {
					e.names[name] = n
				}
				return n.reading, ok
			},
			Words:   words,
			Helpers: map[string]any{"in_year": (*scope).InYear, "days_in_year": (*scope).DaysInYear},
			AsIs:    map[string]any{"open_end": (*scope).openEnd, "previous": (*scope).previous},
		},
	}
	var err error
	e.Expression, err = language.Compile(source)
	return e, err
}

// value computes the formula. What is missing of it leaves no value; «не применимо» adds nothing,
// unless there is nothing else.
func (e *expression) value(s *scope) value {
	s.names, s.read = e.names, nil
	got, err := e.Value(s)
	out := value{year: s.filling.Year, digits: mostDigits}
	applies := false
	for _, v := range s.read {
		out.places = append(out.places, v.places...)
		switch v.state {
		case Missing:
			return missing(v.why, v.places...)
		case Partial:
			out.state, out.why = Partial, v.why
		}
		applies = applies || v.state != NotApplicable
	}
	switch {
	case len(s.read) > 0 && !applies:
		out.state = NotApplicable
		return out
	case errors.Is(err, formula.ErrZeroDivisor):
		return missing(app.L("деление на ноль", "division by zero"), out.places...)
	}
	switch x := got.(type) {
	case formula.Number:
		out.kind, out.amount = figure, x.Rat()
		if out.amount.IsInt() {
			out.digits = 0
		}
		if e.Unit != nil {
			out.unit = app.L(e.Unit.In(app.RU), e.Unit.In(app.EN))
		}
	case app.Date:
		out.kind, out.date = day, x
		if x.Zero() {
			return missing(app.NotProvidedText, out.places...)
		}
	case bool:
		out.yes, out.text = x, yesNo(x).In(s.filling.Lang)
	case string:
		out.text = x
	}
	return out
}

func yesNo(yes bool) app.Text {
	if yes {
		return app.L("да", "yes")
	}
	return app.L("нет", "no")
}

// mostDigits are decimals of a figure that a formula gives, within words.
const mostDigits = 4
