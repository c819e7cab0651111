package rating

import (
	"errors"
	"math/big"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// daysName is the number of days of the year, which formulas and values may name.
const daysName = "days"

// sumFormula is a formula over sums. We work out its outline ourselves, in exact fractions,
// because that same outline is printed with the numbers put in: the two cannot differ.
type sumFormula struct {
	outline *outline
	terms   []string // names of the sums in their order
}

// compileFormula reads a formula over the given sums.
func compileFormula(source string, sums map[string]*termDef) (*sumFormula, error) {
	tree, err := formula.Parse(source)
	if err != nil {
		return nil, err
	}
	f := &sumFormula{outline: outlineOf(tree)}
	if !f.outline.sharesOnly() {
		return nil, formula.Say("mean — среднее долей, их не меньше двух, и каждая — деление: mean(a / b, c / d)",
			"mean is that of shares, two at least, each a division: mean(a / b, c / d)")
	}
	for _, leaf := range f.outline.leaves() {
		switch {
		case leaf == daysName:
		case sums[leaf] != nil:
			f.terms = append(f.terms, leaf)
		default:
			return nil, formula.Say("«%s»: такого слагаемого нет; в формуле бывают имена слагаемых, days, числа, + - * /, скобки и mean(доля, доля)",
				"“%s”: there is no such term; a formula is of names of terms, days, numbers, + - * /, brackets and mean(share, share)", leaf)
		}
	}
	if len(f.terms) == 0 {
		return nil, formula.Say("в формуле нет ни одного слагаемого",
			"the formula has no term")
	}
	_, err = f.outline.unit(sums)
	return f, err
}

// unit returns what the outline is measured in, and refuses to add what is measured in
// different units.
func (o *outline) unit(sums map[string]*termDef) (formula.Unit, error) {
	switch {
	case o.literal != nil:
		return nil, formula.Bounded(o.literal)
	case o.leaf == daysName:
		return formula.Days(), nil
	case o.shares != nil:
		return o.unitOfMean(sums)
	case o.sign == "":
		return formula.UnitOf(sums[o.leaf].unit), nil
	}
	left, err := o.left.unit(sums)
	if err != nil {
		return nil, err
	}
	right, err := o.right.unit(sums)
	switch {
	case err != nil:
		return nil, err
	case o.sign == "*":
		return left.Times(right), nil
	case o.sign == "/":
		return left.Over(right), nil
	case left.Differs(right):
		return nil, formula.Say("складывать и вычитать можно одинаковые единицы, а «%s» — %s и «%s» — %s",
			"only equal units can be added and subtracted, and “%s” is in %s, “%s” in %s", o.left.source(), left, o.right.source(), right)
	case left == nil:
		return right, nil
	}
	return left, nil
}

func (o *outline) unitOfMean(sums map[string]*termDef) (formula.Unit, error) {
	var first formula.Unit
	for i, share := range o.shares {
		u, err := share.unit(sums)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			first = u
		}
		if first.Differs(u) {
			return nil, formula.Say("среднее берут от одинаковых единиц, а «%s» — %s и «%s» — %s",
				"a mean is of equal units, and “%s” is in %s, “%s” in %s", o.shares[0].source(), first, share.source(), u)
		}
	}
	return first, nil
}

// zeroDivisor is a divisor that is nought; of a mean, those of all its shares.
type zeroDivisor struct{ divisors []*outline }

// Error names the divisors as the profile writes them.
func (e *zeroDivisor) Error() string {
	names := make([]string, len(e.divisors))
	for i, d := range e.divisors {
		names[i] = d.source()
	}
	return "division by zero: " + strings.Join(names, ", ")
}

// text says it by the titles of the terms.
func (e *zeroDivisor) text(titles map[string]app.Text) app.Text {
	in := func(lang app.Lang) string {
		parts := make([]string, len(e.divisors))
		for i, d := range e.divisors {
			parts[i] = d.write(lang, func(leaf string) string { return titles[leaf].In(lang) })
		}
		return strings.Join(parts, "; ")
	}
	if len(e.divisors) > 1 {
		return app.L("знаменатели равны нулю: "+in(app.RU), "the denominators are zero: "+in(app.EN))
	}
	return app.L("знаменатель равен нулю: "+in(app.RU), "the denominator is zero: "+in(app.EN))
}

// evaluate returns the value of the formula and what was reckoned, or the reason why there is
// no value.
func (f *sumFormula) evaluate(terms []Term, days *big.Rat) (value *big.Rat, reckoned *outline, reason app.Text) {
	sums := map[string]*big.Rat{daysName: days}
	titles := map[string]app.Text{daysName: app.L("дней в году", "days of the year")}
	for _, t := range terms {
		sums[t.Name], titles[t.Name] = t.Sum, t.Title
	}
	reckoned, err := f.outline.reckoned(sums)
	if err == nil {
		value, err = reckoned.value(sums)
	}
	var zero *zeroDivisor
	if errors.As(err, &zero) {
		return nil, nil, zero.text(titles)
	}
	return value, reckoned, app.Text{}
}

// value returns the value of the formula; nil where there is none.
func (f *sumFormula) value(sums map[string]*big.Rat) *big.Rat {
	reckoned, err := f.outline.reckoned(sums)
	if err != nil {
		return nil
	}
	value, err := reckoned.value(sums)
	if err != nil {
		return nil
	}
	return value
}

// value works the outline out; the error is a *zeroDivisor.
func (o *outline) value(sums map[string]*big.Rat) (*big.Rat, error) {
	switch {
	case o.literal != nil:
		return o.literal, nil
	case o.sign == "":
		return sums[o.leaf], nil
	}
	left, err := o.left.value(sums)
	if err != nil {
		return nil, err
	}
	right, err := o.right.value(sums)
	switch {
	case err != nil:
		return nil, err
	case o.sign == "+":
		return new(big.Rat).Add(left, right), nil
	case o.sign == "-":
		return new(big.Rat).Sub(left, right), nil
	case o.sign == "*":
		return new(big.Rat).Mul(left, right), nil
	case right.Sign() == 0:
		return nil, &zeroDivisor{[]*outline{o.right}}
	}
	return new(big.Rat).Quo(left, right), nil
}

// reckoned returns the outline with every mean written out over those of its shares that
// have a base; the error is a *zeroDivisor when none of them has.
func (o *outline) reckoned(sums map[string]*big.Rat) (*outline, error) {
	switch {
	case o.shares != nil:
		return o.meanOver(sums)
	case o.sign == "":
		return o, nil
	}
	left, err := o.left.reckoned(sums)
	if err != nil {
		return nil, err
	}
	right, err := o.right.reckoned(sums)
	if err != nil {
		return nil, err
	}
	return &outline{sign: o.sign, left: left, right: right}, nil
}

func (o *outline) meanOver(sums map[string]*big.Rat) (*outline, error) {
	var sum *outline
	based := 0
	none := &zeroDivisor{}
	for _, share := range o.shares {
		base, err := share.right.value(sums)
		if err != nil || base.Sign() == 0 {
			none.divisors = append(none.divisors, share.right)
			continue
		}
		based++
		if sum == nil {
			sum = share
		} else {
			sum = &outline{sign: "+", left: sum, right: share}
		}
	}
	switch based {
	case 0:
		return nil, none
	case 1:
		return sum, nil
	}
	return &outline{sign: "/", left: sum, right: &outline{literal: big.NewRat(int64(based), 1)}}, nil
}

// divides reports whether there is any division in the formula, so that it is more than a count.
func (f *sumFormula) divides() bool {
	found := false
	f.outline.walk(func(part *outline) { found = found || part.sign == "/" })
	return found
}
