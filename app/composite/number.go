package composite

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// absences are the ways to write in a table that there is no value, in small letters.
var absences = []string{"", "na", "n/a", "#n/a", "nan", "null", "н/д", "-", "—", "–"}

// Numbers are read from 10⁻³⁰ to 10³⁰: beyond, powers of them would be infinite or nought.
const (
	mostNumber  = 1e30
	leastNumber = 1e-30
)

// readNumber reads a cell: digits, in groups of three or not, a decimal comma or point, perhaps
// an exponent. NaN without a fault is a missing value.
func readNumber(text string) (float64, error) {
	s := app.Clean(text)
	if slices.Contains(absences, strings.ToLower(s)) {
		return missing(), nil
	}
	s = strings.Map(plainSign, s)
	switch {
	case strings.ContainsAny(s, ".,") && strings.Count(s, ".")+strings.Count(s, ",") > 1:
		return missing(), formula.Say("в числе больше одной запятой или точки: разряды разделяют пробелом, дробь — запятой или точкой",
			"the number has more than one comma or point: thousands are parted by a space, the fraction by a comma or a point")
	case strings.Trim(s, "0123456789.,+-eE") != "" || !strings.ContainsAny(s, "0123456789"):
		return missing(), formula.Say("не число", "no number")
	}
	x, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil && !math.IsInf(x, 0) {
		return missing(), formula.Say("не число", "no number")
	}
	return x, reckonable(x)
}

// plainSign drops the spaces that part thousands and takes every minus for one.
func plainSign(r rune) rune {
	switch r {
	case ' ', '\u00a0', '\u2009', '\u202f', '\'':
		return -1
	case '\u2212', '\u2013':
		return '-'
	}
	return r
}

func reckonable(x float64) error {
	switch size := math.Abs(x); {
	case math.IsNaN(x) || size > mostNumber:
		return formula.Say("число слишком велико: бывает до 10³⁰", "the number is too large: there may be up to 10³⁰")
	case size != 0 && size < leastNumber:
		return formula.Say("число слишком мало: бывает от 10⁻³⁰", "the number is too small: there may be from 10⁻³⁰")
	}
	return nil
}

// figure writes a number for a message, to ten digits.
func figure(x float64) app.Text {
	text := strconv.FormatFloat(x, 'g', 10, 64)
	if strings.ContainsAny(text, "e") {
		return app.L(strings.Replace(text, ".", ",", 1), text)
	}
	whole, frac, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	negative := strings.HasPrefix(text, "-")
	return app.L(app.WriteDecimal(negative, whole, frac, app.RU), app.WriteDecimal(negative, whole, frac, app.EN))
}
