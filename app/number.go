package app

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NBSP is the non-breaking space, which groups digits and joins «№» with what follows it.
const NBSP = "\u00a0"

// FormatNumber writes n/scale with the given number of decimals: groups of three
// joined by non-breaking spaces, a decimal comma, a real minus sign, rounded half
// away from zero. In English: commas and a point. With digits < 0 it writes all
// decimals there are, so that no figure is hidden from the one who edits it;
// −2 means all there are and at least one, and so on.
func FormatNumber(n, scale int64, digits int, lang Lang) string {
	if digits < 0 {
		digits = exactDigits(n, scale, -digits-1)
	}
	whole, frac := roundParts(n, scale, digits)
	negative := n < 0 && (whole != 0 || strings.Trim(frac, "0") != "")
	return WriteDecimal(negative, strconv.FormatInt(whole, 10), frac, lang)
}

// WriteDecimal writes the digits of a number in the typography of the language:
// «−1 234,5» with non-breaking spaces, or “−1,234.5”.
func WriteDecimal(negative bool, whole, frac string, lang Lang) string {
	sep, point := NBSP, ","
	if lang == EN {
		sep, point = ",", "."
	}
	out := groupDigits(whole, sep)
	if frac != "" {
		out += point + frac
	}
	if negative {
		return "\u2212" + out
	}
	return out
}

// Decimals returns how many decimals write n/scale exactly, at least least.
func Decimals(n, scale int64, least int) int { return exactDigits(n, scale, least) }

// exactDigits returns how many decimals write n/scale exactly, at least least.
func exactDigits(n, scale int64, least int) int {
	digits := 0
	for s := scale; s > 1; s /= 10 {
		digits++
	}
	for digits > least && n%10 == 0 {
		n /= 10
		digits--
	}
	return digits
}

// roundParts splits |n|/scale, rounded half away from zero, into the whole part
// and exactly digits decimals. Scale is a power of ten.
func roundParts(n, scale int64, digits int) (int64, string) {
	if n < 0 {
		n = -n
	}
	step := scale
	for i := 0; i < digits; i++ {
		step /= 10
	}
	pow := pow10(digits)
	if step > 1 {
		units := n / step
		if n%step*2 >= step {
			units++
		}
		return units / pow, padLeft(units%pow, digits)
	}
	frac := strconv.FormatInt(n%scale, 10)
	width := len(strconv.FormatInt(scale, 10)) - 1
	for len(frac) < width {
		frac = "0" + frac
	}
	if width == 0 {
		frac = ""
	}
	for len(frac) < digits {
		frac += "0"
	}
	return n / scale, frac
}

func padLeft(n int64, width int) string {
	s := strconv.FormatInt(n, 10)
	if width == 0 {
		return ""
	}
	for len(s) < width {
		s = "0" + s
	}
	return s
}

func pow10(n int) int64 {
	p := int64(1)
	for ; n > 0; n-- {
		p *= 10
	}
	return p
}

func groupDigits(s, sep string) string {
	var b strings.Builder
	for i, r := range s {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteString(sep)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// ParseNumber reads a number as people type or paste it — «1 234,5», «1234.5»,
// «−3» — into units of 1/scale (a power of ten). The comma is the Russian decimal
// one: «1,234» is 1.234. ok is false when the text is not a number, has more decimals
// than the scale holds, or does not fit; and where a figure would have to be guessed:
// «12 5» or two cells of a sheet are not 125, «1,000» people are not one.
func ParseNumber(text string, scale int64) (n int64, ok bool) {
	s := strings.TrimSpace(text)
	sign, size := utf8.DecodeRuneInString(s)
	negative := isDash(sign)
	if negative || sign == '+' {
		s = strings.TrimSpace(s[size:])
	}
	whole, frac, ok := splitNumber(s, scale)
	width := len(strconv.FormatInt(scale, 10)) - 1
	if !ok || len(frac) > width {
		return 0, false
	}
	n, err := strconv.ParseInt(whole+frac+strings.Repeat("0", width-len(frac)), 10, 64)
	if err != nil || n > mostStored {
		return 0, false
	}
	if negative {
		n = -n
	}
	return n, true
}

// mostStored is the greatest number of stored units: a thousand of such still add up.
const mostStored = math.MaxInt64 / 1000

// splitNumber parts a number without a sign into its digits before and after the decimal
// comma or point, without spaces and without zeros at the end.
func splitNumber(s string, scale int64) (whole, frac string, ok bool) {
	whole, frac, _ = strings.Cut(strings.ReplaceAll(s, ",", "."), ".")
	whole, ok = joinGroups(whole)
	if !ok || !digitsOnly(whole) || !digitsOnly(frac) || whole+frac == "" {
		return "", "", false
	}
	if scale == 1 && len(frac) >= groupSize {
		return "", "", false
	}
	return whole, strings.TrimRight(frac, "0"), true
}

// groupSize is how many digits stand between two spaces of a long number.
const groupSize = 3

// joinGroups takes out the spaces between groups of digits; ok is false when what they
// part is not groups of three.
func joinGroups(whole string) (digits string, ok bool) {
	groups := strings.FieldsFunc(whole, isGroupSpace)
	for i, g := range groups {
		if len(groups) > 1 && (len(g) > groupSize || i > 0 && len(g) < groupSize) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// isGroupSpace reports the signs that group digits: spaces of any width that a line of
// figures may have, and the apostrophe. A tab or a line break parts two cells of a sheet.
func isGroupSpace(r rune) bool { return unicode.Is(unicode.Zs, r) || r == '\'' || r == '’' }

func digitsOnly(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}
