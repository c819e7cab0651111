package rating

import (
	"math/big"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// ValueText writes the value without its unit: «1 234,5», or «не рассчитан».
func (i *Indicator) ValueText(lang app.Lang) string { return i.figure(i.Value, lang) }

// PreviousText writes the previous year's value like ValueText.
func (i *Indicator) PreviousText(lang app.Lang) string { return i.figure(i.Previous, lang) }

// MarkedText writes the value like ValueText, a bound with its words: «не меньше 45,3».
func (i *Indicator) MarkedText(lang app.Lang) string { return i.Bound.before(i.ValueText(lang), lang) }

// MarkedPreviousText writes the previous year's value like MarkedText.
func (i *Indicator) MarkedPreviousText(lang app.Lang) string {
	return i.PreviousBound.before(i.PreviousText(lang), lang)
}

// FigureText writes any figure of an indicator as its value is written: a mean, another
// year.
func FigureText(i *Indicator, r *big.Rat, lang app.Lang) string { return i.figure(r, lang) }

func (i *Indicator) figure(r *big.Rat, lang app.Lang) string {
	if r == nil {
		return NotCalculated.In(lang)
	}
	return formula.Write(r, i.Digits, lang)
}

// GrowthText writes the value in percent of the previous year's, with one
// decimal and without the sign: «108,5». It is empty when either is not
// calculated or the previous one is not positive, since such a ratio says nothing.
func (i *Indicator) GrowthText(lang app.Lang) string {
	if i.Value == nil || i.Previous == nil || i.Previous.Sign() <= 0 {
		return ""
	}
	ratio := new(big.Rat).Quo(i.Value, i.Previous)
	return formula.Write(ratio.Mul(ratio, hundred()), 1, lang)
}

// PointsText writes by how many percentage points a share has changed: «+1,9». It is
// empty for what is no share, and when either value is not calculated.
func (i *Indicator) PointsText(lang app.Lang) string {
	if i.Unit.RU != "%" || i.Value == nil || i.Previous == nil {
		return ""
	}
	change := formula.Write(new(big.Rat).Sub(i.Value, i.Previous), i.Digits, lang)
	if strings.HasPrefix(change, "\u2212") || strings.Trim(change, "0,.") == "" {
		return change
	}
	return "+" + change
}

// Substituted writes the formula with the sums put in and the result with its
// unit: «45 672,3 / 1 254 = 36,4 тыс. руб./чел.». Without a value it says why.
func (i *Indicator) Substituted(lang app.Lang) string {
	if i.Value == nil {
		return NotCalculated.In(lang) + ": " + i.Reason.In(lang)
	}
	figures := make(map[string]string, len(i.Terms)+1)
	figures[daysName] = formula.Write(i.days, 0, lang)
	for _, t := range i.Terms {
		figures[t.Name] = formula.WriteExact(t.Sum, t.Digits, lang)
	}
	result := i.Bound.before(app.InUnit(i.ValueText(lang), i.Unit.In(lang), lang), lang)
	if !i.reckoned.composite() {
		return result
	}
	numbers := i.reckoned.write(lang, func(leaf string) string { return figures[leaf] })
	return numbers + " = " + result
}

// SumText writes the sum of the term without its unit: «45 672,3».
func (t Term) SumText(lang app.Lang) string { return formula.Write(t.Sum, t.Digits, lang) }

// AmountText writes what the part adds in the digits of its term.
func (t Term) AmountText(p Part, lang app.Lang) string {
	return formula.Write(p.Amount, t.Digits, lang)
}

// MeasuredIn reports whether a unit in words is that of the indicator; where nothing is said, it is.
func (i *Indicator) MeasuredIn(unit string) bool {
	return unit == "" || !formula.UnitOf(app.L(unit, "")).Differs(formula.UnitOf(i.Unit))
}
