package rating

import (
	"math/big"
	"slices"

	"technopark/app"
	"technopark/app/formula"
)

// Input is a sum over records that a park can move, and that indicators are made of: the
// revenue of its residents, the jobs they created. Terms of a method that add up the same
// records in the same way are one input, whatever each of them takes «не применимо» for.
type Input struct {
	Name   string   // of its first term in the method; names the input
	Title  app.Text // what is added up, in words
	Unit   app.Text // of the sum
	Digits int      // decimals on screens and papers; none where whole things are counted
	Sum    *big.Rat // as it stands in the indicator that has most of it
	Codes  []string // of the indicators it stands in, in the order of the method

	terms []string // names of its terms
}

// Inputs returns the inputs of the year that the result is computed from, in the order of the
// method. Sums of the year before are none of them, since the past cannot be moved, nor what
// stands on the card of the park, nor the number of items of a list, which the method gives.
func (r *Result) Inputs() []Input {
	var inputs []Input
	at := map[inputKey]int{}
	for _, s := range r.Profile.subindices {
		for _, d := range s.indicators {
			for _, t := range d.terms {
				if t.list != nil || t.span == spanPrevious || t.of.Key == r.park() {
					continue
				}
				key := t.input()
				i, known := at[key]
				if !known {
					i, at[key] = len(inputs), len(inputs)
					inputs = append(inputs, Input{Name: t.name, Title: t.title, Unit: t.unit, Digits: t.digits})
				}
				inputs[i].take(t, r.Find(d.head.Code))
			}
		}
	}
	return slices.DeleteFunc(inputs, func(in Input) bool { return in.Sum == nil })
}

// park is the key of the type of the card.
func (*Result) park() string { return (*app.Park)(nil).Type().Key }

// inputKey tells inputs apart.
type inputKey struct {
	of           string
	span         span
	where, value string
}

func (t *termDef) input() inputKey {
	return inputKey{t.of.Key, t.span, t.where.source(), t.value.source()}
}

// source is the expression as it was parsed; empty when there is none.
func (e *expression) source() string {
	if e == nil {
		return ""
	}
	return e.outline.source()
}

// take adds a term of the input, and the sum it has in an indicator.
func (in *Input) take(t *termDef, ind *Indicator) {
	if !slices.Contains(in.terms, t.name) {
		in.terms = append(in.terms, t.name)
	}
	if !slices.Contains(in.Codes, ind.Code) {
		in.Codes = append(in.Codes, ind.Code)
	}
	for _, term := range ind.Terms {
		if term.Name == t.name && (in.Sum == nil || term.Sum.Cmp(in.Sum) > 0) {
			in.Sum = term.Sum
		}
	}
}

// Moved returns the values of those indicators that would be others if sums moved: by maps the
// names of inputs to how much is added to each. An indicator that is not calculated stays so; one
// that the move leaves without a value is in the map as nil. A sum that is less in one indicator than in
// another, because fewer residents are in it there, moves by the same amount in both.
//
// It refuses an input that the method has not, and one that would fall below nought.
func (r *Result) Moved(by map[string]*big.Rat) (map[string]*big.Rat, error) {
	more := map[string]*big.Rat{}
	inputs := r.Inputs()
	for name, amount := range by {
		i := slices.IndexFunc(inputs, func(in Input) bool { return in.Name == name })
		if i < 0 {
			return nil, &app.Refusal{ID: "err.no_input", Data: map[string]any{"Name": name}}
		}
		in := inputs[i]
		if new(big.Rat).Add(in.Sum, amount).Sign() < 0 {
			return nil, &app.Refusal{ID: "err.input_below_nought", Data: map[string]any{"Title": in.Title, "Is": inBoth(in.Sum, in.Digits, in.Unit)}}
		}
		for _, term := range in.terms {
			more[term] = amount
		}
	}
	moved := map[string]*big.Rat{}
	for _, s := range r.Profile.subindices {
		for _, d := range s.indicators {
			if ind := r.Find(d.head.Code); ind.Value != nil && d.reads(more) {
				moved[ind.Code] = d.with(ind, more)
			}
		}
	}
	return moved, nil
}

// reads reports whether the formula names one of the terms.
func (d *indicatorDef) reads(terms map[string]*big.Rat) bool {
	return slices.ContainsFunc(d.terms, func(t *termDef) bool { return terms[t.name] != nil })
}

// with works the formula out over the sums of an indicator with more added to some of them; nil
// when that gives no value.
func (d *indicatorDef) with(ind *Indicator, more map[string]*big.Rat) *big.Rat {
	terms := slices.Clone(ind.Terms)
	for i, t := range terms {
		if amount := more[t.Name]; amount != nil {
			terms[i].Sum = new(big.Rat).Add(t.Sum, amount)
		}
	}
	value, _, _ := d.formula.evaluate(terms, ind.days)
	return value
}

// inBoth writes a figure with its unit in both languages.
func inBoth(r *big.Rat, digits int, unit app.Text) app.Text {
	in := func(lang app.Lang) string { return app.InUnit(formula.Write(r, digits, lang), unit.In(lang), lang) }
	return app.L(in(app.RU), in(app.EN))
}
