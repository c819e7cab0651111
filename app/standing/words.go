package standing

import (
	"math"
	"math/big"
	"strconv"

	"technopark/app"
	"technopark/app/formula"
	"technopark/app/i18n"
	"technopark/app/rating"
)

// PercentDigits are the decimals of an index in percent of the mean.
const PercentDigits = 1

// Percent writes a share or an index in percent: «106,4 %».
func Percent(x float64, lang app.Lang) string {
	return app.InUnit(Decimals(x, PercentDigits, lang), "%", lang)
}

// Place writes a place: «9-е место», «9th place».
func Place(n int, lang app.Lang) string {
	return app.L(strconv.Itoa(n)+"-е"+app.NBSP+"место", strconv.Itoa(n)+ordinal(n)+" place").In(lang)
}

// PlaceOf writes a place among how many: «9-е место из 40».
func PlaceOf(n, of int, lang app.Lang) string {
	return app.L(Place(n, app.RU)+" из"+app.NBSP+strconv.Itoa(of), Place(n, app.EN)+" of "+strconv.Itoa(of)).In(lang)
}

// ordinal is the ending of an English ordinal number.
func ordinal(n int) string {
	if tens := n % 100; tens >= 11 && tens <= 13 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}

// Group writes a group with its title: «группа II, „высокий уровень“»; empty when there is none.
func (s *Standing) Group(name string, lang app.Lang) string {
	for _, g := range s.Index().Method().Groups {
		if g.Name != name {
			continue
		}
		words := app.L("группа"+app.NBSP+name, "group "+name).In(lang)
		if title := g.Title.In(lang); title != "" {
			words += app.L(", «"+title+"»", ", “"+title+"”").In(lang)
		}
		return words
	}
	return ""
}

// Decimals writes a number with the given decimals, in the typography of the language; a dash for
// what is none.
func Decimals(x float64, digits int, lang app.Lang) string {
	r := new(big.Rat)
	if math.IsInf(x, 0) || math.IsNaN(x) || r.SetFloat64(x) == nil {
		return "—"
	}
	return formula.Write(r, digits, lang)
}

// withUnit writes the value of an indicator with its unit.
func withUnit(i *rating.Indicator, lang app.Lang) string {
	unit := i.Unit.In(lang)
	if i.Value == nil || unit == "" {
		return i.MarkedText(lang)
	}
	return app.InUnit(i.MarkedText(lang), unit, lang)
}

// times writes how many times as much: «2,1 раза», «3 раза», «12 раз», «2.1 times».
func times(ratio float64, lang app.Lang) string {
	if ratio >= 9.95 || math.Abs(ratio-math.Round(ratio)) < 0.05 {
		return i18n.Count(lang, int64(math.Round(ratio)), i18n.Forms{RU: [3]string{"раз", "раза", "раз"}, EN: [2]string{"times", "times"}})
	}
	return Decimals(ratio, 1, lang) + app.L(app.NBSP+"раза", " times").In(lang)
}
