package rating

import (
	"math/big"

	"technopark/app"
)

// Effect is an indicator in two results: of two revisions, or of the park as it is and as it
// would be.
type Effect struct {
	Indicator *Indicator // of the later result, if it has it
	Was, Is   app.Text   // as printed; a dash where the method has no such indicator
	Change    app.Text   // «+0,1»; a dash where there is no figure on both sides
}

// Effects returns the indicators that are printed otherwise in two results, in the order
// of the later method; those it does not have any more come last.
func Effects(a, b *Result) []Effect {
	var all []Effect
	for _, is := range b.All() {
		if e := effectOf(a.Find(is.Code), is); e.Was != e.Is {
			all = append(all, e)
		}
	}
	for _, was := range a.All() {
		if b.Find(was.Code) == nil {
			all = append(all, effectOf(was, nil))
		}
	}
	return all
}

// effectOf compares an indicator with itself; one of the two may be nil.
func effectOf(was, is *Indicator) Effect {
	e := Effect{Indicator: is, Was: valueText(was), Is: valueText(is), Change: app.L("—", "—")}
	if is == nil {
		e.Indicator = was
	}
	if was != nil && is != nil && was.Value != nil && is.Value != nil {
		e.Change = app.L(difference(was, is, app.RU), difference(was, is, app.EN))
	}
	return e
}

func valueText(i *Indicator) app.Text {
	if i == nil {
		return app.L("—", "—")
	}
	return app.L(i.MarkedText(app.RU), i.MarkedText(app.EN))
}

// difference writes how far an indicator moved, with its sign. It is taken of the figures
// as they are printed, so that a reader who subtracts them gets the same.
func difference(was, is *Indicator, lang app.Lang) string {
	by := new(big.Rat).Sub(printed(is), printed(was))
	sign := ""
	if by.Sign() > 0 {
		sign = "+"
	}
	return sign + FigureText(is, by, lang)
}

// printed is the value with the decimals that are shown.
func printed(i *Indicator) *big.Rat {
	r, ok := new(big.Rat).SetString(i.Value.FloatString(i.Digits))
	if !ok {
		return i.Value
	}
	return r
}
