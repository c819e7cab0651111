package rating

import (
	"cmp"
	"math/big"
	"slices"

	"technopark/app"
	"technopark/app/formula"
)

// Asked computes what the method does not name as an indicator, but somebody else's form asks
// for: a formula over the terms of the method, or a sum over records. Both come out by the same
// rules as an indicator, with the same trace. It is about one park and one year.
type Asked struct {
	profile *Profile
	reader  *reader
	known   map[string]*Indicator // by what was asked
}

// Ask begins to ask for figures of a year.
func (p *Profile) Ask(b *app.Book, year int) *Asked {
	return &Asked{profile: p, reader: newReader(p, newIndex(b), year), known: map[string]*Indicator{}}
}

// TermHead is a term as a formula may name it.
type TermHead struct {
	Name        string   // as in formulas
	Title, Unit app.Text // of the sum
	Digits      int      // decimals on screens and papers
	OfResidents bool     // it is a sum over records of residents, so that each has a share of it
}

// Terms returns the terms of the method in the order of their names.
func (p *Profile) Terms() []TermHead {
	heads := make([]TermHead, 0, len(p.terms))
	for _, t := range p.terms {
		heads = append(heads, TermHead{t.name, t.title, t.unit, t.digits, t.ofResidents})
	}
	slices.SortFunc(heads, func(a, b TermHead) int { return cmp.Compare(a.Name, b.Name) })
	return heads
}

// Formula computes a formula over the terms of the method. A name that is no term is a
// *formula.UnknownName; another fault of the formula has the words of formula.Say.
func (a *Asked) Formula(source string) (*Indicator, error) {
	if known := a.known[source]; known != nil {
		return known, nil
	}
	d, err := a.define(source)
	if err != nil {
		return nil, err
	}
	return a.compute(source, d)
}

// Sum is a sum over the records of a type, as a term of a method says it: over which records,
// of what time, under which condition, of what value. What is empty is as in a method.
type Sum struct {
	Of    string // key of the type of the records
	When  string // previous or to_date; empty: of the year
	Where string // condition; empty: all
	Value string // what is added up; empty: each record counts for one
}

// Sum computes a sum over records. A fault of it has the words of formula.Say.
func (a *Asked) Sum(s Sum) (*Indicator, error) {
	key := "Σ " + s.Value + " " + s.Of + " " + s.When + " " + s.Where
	if known := a.known[key]; known != nil {
		return known, nil
	}
	const name = "Σ"
	l := &loader{Source: &formula.Source{}}
	of := app.TypeByKey(s.Of)
	file := termFile{Title: s.Of, Of: s.Of, When: s.When, Where: s.Where, Value: s.Value}
	t := &termDef{name: name}
	if err := l.compileSum(t, file, func(_ string, reason error) error { return reason }); err != nil {
		return nil, err
	}
	t.title = of.Many
	t.borrowUnit(file)
	a.derive(t)
	compiled, err := compileFormula(name, map[string]*termDef{name: t})
	if err != nil {
		return nil, err
	}
	d := &indicatorDef{formula: compiled, terms: []*termDef{t}}
	d.head = Indicator{Name: t.title, Unit: t.unit, Digits: t.digits}
	if d.head.Unit.Zero() {
		d.head.Unit = app.L("ед.", "units")
	}
	if _, err := d.resolve(d.runsOver()); err != nil {
		return nil, err
	}
	return a.compute(key, d)
}

func (a *Asked) define(source string) (*indicatorDef, error) {
	tree, err := formula.Parse(source)
	if err != nil {
		return nil, err
	}
	for _, leaf := range outlineOf(tree).leaves() {
		if leaf != daysName && a.profile.terms[leaf] == nil {
			return nil, &formula.UnknownName{Name: leaf}
		}
	}
	compiled, err := compileFormula(source, a.profile.terms)
	if err != nil {
		return nil, err
	}
	d := &indicatorDef{formula: compiled}
	for _, name := range compiled.terms {
		d.terms = append(d.terms, a.profile.terms[name])
	}
	d.head = a.headOf(d, source)
	_, err = d.resolve(d.runsOver())
	return d, err
}

// runsOver says over which units a formula runs that nobody has said it of: the reports of all
// years by pairs of a resident and a year, records of which there may be any number each for
// itself, and whatever is divided by a report by residents.
func (d *indicatorDef) runsOver() string {
	reports, toDate, others := 0, 0, 0
	for _, t := range d.terms {
		switch {
		case !t.ofResidents:
		case !t.report:
			others++
		case t.span == spanToDate:
			toDate++
		default:
			reports++
		}
	}
	switch {
	case slices.ContainsFunc(d.terms, func(t *termDef) bool { return t.list != nil }):
		return ""
	case reports == 0 && toDate > 0 && others == 0:
		return "every_year"
	case reports == 0 && toDate == 0 && others > 0:
		return "each_record"
	}
	return ""
}

// headOf names what was asked: a term by its title, a formula by itself.
func (a *Asked) headOf(d *indicatorDef, source string) Indicator {
	if first := d.terms[0]; first.name == source {
		return Indicator{Name: first.title, Unit: first.unit, Digits: first.digits}
	}
	unit, err := d.formula.outline.unit(a.profile.terms)
	words := app.Text{}
	if err == nil && unit != nil {
		words = app.L(unit.In(app.RU), unit.In(app.EN))
	}
	return Indicator{Name: app.L(source, source), Unit: words, Digits: askedDigits}
}

// askedDigits are the decimals of a formula of which nobody has said how many it has.
const askedDigits = 4

// derive fills in the derived fields that a term reads and no term of the method does.
func (a *Asked) derive(t *termDef) {
	for _, e := range t.expressions() {
		for _, p := range e.paths {
			if p.field.Derived && a.reader.derived[p.owner.Key] == nil {
				a.reader.derived[p.owner.Key] = a.reader.index.derived(p.owner, app.YearPeriod(a.reader.year).Last())
			}
		}
	}
}

func (a *Asked) compute(key string, d *indicatorDef) (*Indicator, error) {
	ind, err := a.reader.indicator(d)
	if err == nil {
		a.known[key] = ind
	}
	return ind, err
}

// Share is what one resident gives to an indicator of a single term.
type Share struct {
	Amount *big.Rat // in the unit of the term; nil where there is none
	NA     bool     // «не применимо», so there is no amount
	Lacks  app.Text // what is missing where there is neither
	Parts  []Part   // records it is made of
}

// ShareOf returns what a resident gives to the first term of the indicator.
func (i *Indicator) ShareOf(resident int64) Share {
	s := Share{Lacks: app.L("не резидент этого года", "no resident of this year")}
	for _, m := range i.Members {
		switch {
		case m.Resident != resident:
		case m.Standing == Lacking:
			return Share{Lacks: i.lacking(resident)}
		case m.Standing == Outside:
			s.NA, s.Lacks = true, app.Text{}
		default:
			s.Amount, s.Lacks = new(big.Rat), app.Text{}
		}
	}
	if s.Amount == nil || len(i.Terms) == 0 {
		return s
	}
	applies := false
	for _, part := range i.Terms[0].Parts() {
		if part.Resident == resident {
			s.Parts = append(s.Parts, part)
			s.Amount.Add(s.Amount, part.Amount)
			applies = applies || !part.AllNA
		}
	}
	if len(s.Parts) > 0 && !applies {
		return Share{NA: true, Parts: s.Parts}
	}
	return s
}

// lacking says what of a resident is missing.
func (i *Indicator) lacking(resident int64) app.Text {
	for _, m := range i.Missing {
		if m.Resident == resident {
			return m.Words
		}
	}
	return app.NotProvidedText
}
