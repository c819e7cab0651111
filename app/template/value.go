package template

import (
	"math/big"
	"strings"

	"technopark/app"
	"technopark/app/formula"
	"technopark/app/rating"
)

// kind is what a value is written into a cell as.
type kind uint8

const (
	words kind = iota
	figure
	day
)

// value is what a name or a formula of a form stands for.
type value struct {
	kind   kind
	amount *big.Rat // of a figure, in the unit shown
	digits int      // decimals when it stands within words
	text   string
	code   string // of the answer of a choice, which text says in words
	date   app.Date
	bare   bool // a figure that counts nothing, so that its digits stand in no groups: a year
	yes    bool // of a yes-or-no, which is written as words
	unit   app.Text

	state     State
	why       app.Text
	indicator *rating.Indicator
	year      int
	places    []app.Place
}

// missing is a value that is not there.
func missing(why app.Text, places ...app.Place) value {
	return value{state: Missing, why: why, places: places}
}

// shown writes the value for people; a missing one is empty.
func (v value) shown(lang app.Lang) string {
	switch {
	case v.state == NotApplicable:
		return notApplicable.In(lang)
	case v.state == Missing:
		return ""
	case v.bare:
		return v.amount.FloatString(0)
	case v.kind == figure:
		return formula.Write(v.amount, v.digits, lang)
	case v.kind == day:
		return v.date.String()
	}
	return v.text
}

// notApplicable is how forms say it.
var notApplicable = app.L("н/п", "n/a")

// number writes a figure for the file: exactly where decimals can, else with more digits than a
// spreadsheet keeps.
func (v value) number() string {
	const decimals = 15
	text := v.amount.FloatString(decimals)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// ofField reads a cell of a record as people see it.
func (f *filling) ofField(rec app.Record, field app.Field) value {
	place := app.Place{Type: rec.Type().Key, ID: rec.Header().ID, Field: field.Key}
	if unit, ok := rec.Type().Field(field.UnitIn); ok {
		field = field.Measured(unit.Get(rec).S)
	}
	v := field.Get(rec)
	out := value{places: []app.Place{place}, unit: field.Unit, year: f.Year}
	switch {
	case v.State == app.NotApplicable:
		out.state = NotApplicable
		return out
	case v.State != app.Given:
		return missing(app.L("не представлено: «"+field.Label.RU+"»", "not provided: “"+field.Label.In(app.EN)+"”"), place)
	}
	switch field.Kind {
	case app.KindCount, app.KindQuantity, app.KindMoney:
		out.kind, out.amount = figure, big.NewRat(v.N, field.Scale)
		out.digits = app.Decimals(v.N, field.Scale, field.Digits)
	case app.KindDate:
		if out.date = field.Day(rec); out.date.Zero() {
			out.date = formula.DateOf(v)
		}
		out.kind = day
	case app.KindChoice:
		out.code, out.text = v.S, field.Words(v, nil, f.Lang)
	default:
		out.yes = v.N != 0
		out.text = field.Words(v, f.Book.TitlesIn(f.Lang), f.Lang)
	}
	return out
}

// ofIndicator reads an indicator as it is shown everywhere: rounded to its digits.
func (f *filling) ofIndicator(ind *rating.Indicator) value {
	v := value{indicator: ind, unit: ind.Unit, year: f.Year, digits: ind.Digits}
	for _, m := range ind.Missing {
		if at := m.Place(); len(v.places) < mostPlaces {
			v.places = append(v.places, at)
		}
	}
	if ind.Value == nil {
		v.state, v.why = Missing, ind.Reason
		return v
	}
	v.kind, v.amount = figure, ind.Value
	if c := ind.Completeness; c.In < c.Of {
		v.state, v.why = Partial, partial(ind)
	}
	return v
}

// mostPlaces are told of what an indicator lacks: a trace leads to the first, not to all.
const mostPlaces = 20

func partial(ind *rating.Indicator) app.Text {
	c := ind.Completeness
	said := func(lang app.Lang) string {
		of := app.L("вошло %d из %d", "%d of %d are in")
		return formula.Said(formula.Say(of.RU, of.EN, c.In, c.Of)).In(lang)
	}
	if b := ind.Bound.Words(); !b.Zero() {
		return app.L(said(app.RU)+", "+b.RU, said(app.EN)+", "+b.In(app.EN))
	}
	return app.L(said(app.RU), said(app.EN))
}

// rounded is a figure as the program shows it.
func rounded(v value) value {
	if v.kind == figure && v.amount != nil {
		text := v.amount.FloatString(v.digits)
		if r, ok := new(big.Rat).SetString(text); ok {
			v.amount = r
		}
	}
	return v
}
