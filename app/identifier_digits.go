package app

import (
	"fmt"
	"strconv"
	"strings"
)

// checkRule computes the check digits that close an identifier.
type checkRule struct {
	body  int                      // digits before the check digits
	tail  int                      // check digits
	close func(body string) string // returns exactly tail digits
	free  func(body string) bool   // reports that any check digits are accepted; may be nil
}

// rules lists the checksum rules of a scheme; a scheme without check digits has none.
func (s Scheme) rules() []checkRule {
	switch s {
	case SchemeINN:
		return []checkRule{{body: 9, tail: 1, close: closeINN10}, {body: 10, tail: 2, close: closeINN12}}
	case SchemeOGRN:
		return []checkRule{{body: 12, tail: 1, close: remainder(11)}, {body: 14, tail: 1, close: remainder(13)}}
	case SchemeOKPO:
		return []checkRule{{body: 7, tail: 1, close: closeOKPO}, {body: 9, tail: 1, close: closeOKPO}}
	case SchemeSNILS:
		return []checkRule{{body: 9, tail: 2, close: closeSNILS, free: earlySNILS}}
	}
	return nil
}

// rule returns the checksum rule of identifiers of the given length.
func (s Scheme) rule(length int) (checkRule, bool) {
	for _, r := range s.rules() {
		if r.body+r.tail == length {
			return r, true
		}
	}
	return checkRule{}, false
}

// lengths lists the lengths of all-digit identifiers of the scheme.
func (s Scheme) lengths() []int {
	if s == SchemeOKTMO {
		return []int{8, 11}
	}
	var lengths []int
	for _, r := range s.rules() {
		lengths = append(lengths, r.body+r.tail)
	}
	return lengths
}

// Complete returns the prefix with valid check digits appended: ИНН from 9 or 10
// digits, ОГРН from 12, ОГРНИП from 14, ОКПО from 7 or 9, СНИЛС from 9. It fails on
// another length, on a sign that is not a digit, on nothing but zeros, and for
// schemes without check digits.
func (s Scheme) Complete(prefix string) (string, error) {
	for _, r := range s.rules() {
		if r.body != len(prefix) || strings.ContainsFunc(prefix, notDigit) {
			continue
		}
		whole := prefix + r.close(prefix)
		if err := s.Check(whole); err != nil {
			return "", fmt.Errorf("complete %s %q: %w", s, prefix, err)
		}
		return whole, nil
	}
	return "", fmt.Errorf("complete %s %q: no check digits follow such a prefix", s, prefix)
}

func (r checkRule) fault(name Text, found string) Text {
	body, tail := found[:r.body], found[r.body:]
	want := r.close(body)
	switch {
	case tail == want, r.free != nil && r.free(body):
		return Text{}
	case r.tail == 1:
		return L(
			name.RU+" "+found+": контрольная цифра не сходится — последней должна быть "+want+". Проверьте по документу",
			name.EN+" "+found+": the check digit does not agree, the last one should be "+want+". Check it against the document")
	}
	return L(
		name.RU+" "+found+": контрольные цифры не сходятся — последними должны быть "+want+". Проверьте по документу",
		name.EN+" "+found+": the check digits do not agree, the last ones should be "+want+". Check it against the document")
}

// closeINN10 closes the ИНН of an organisation with the tax service's weights.
func closeINN10(body string) string {
	return digit(weigh(body, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11)
}

// closeINN12 closes the ИНН of a person; the second check digit covers the first.
func closeINN12(body string) string {
	first := digit(weigh(body, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11)
	return first + digit(weigh(body+first, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)%11)
}

// remainder closes ОГРН and ОГРНИП: the number before the check digit, modulo.
func remainder(modulo int) func(string) string {
	return func(body string) string {
		rest := 0
		for i := range len(body) {
			rest = (rest*10 + int(body[i]-'0')) % modulo
		}
		return digit(rest)
	}
}

// closeOKPO weighs from 1, and once more from 3 where the remainder is not a digit,
// as the all-Russian classifiers do.
func closeOKPO(body string) string {
	rest := weigh(body, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 11
	if rest == 10 {
		rest = weigh(body, 3, 4, 5, 6, 7, 8, 9, 10, 11) % 11
	}
	return digit(rest)
}

// closeSNILS keeps two digits of the remainder: 100 becomes 00.
func closeSNILS(body string) string {
	return fmt.Sprintf("%02d", weigh(body, 9, 8, 7, 6, 5, 4, 3, 2, 1)%101%100)
}

// earlySNILS reports the numbers up to 001-001-998, given out before check digits.
func earlySNILS(body string) bool { return body <= "001001998" }

// weigh sums the digits, each times its weight; spare weights are not used.
func weigh(digits string, weights ...int) int {
	sum := 0
	for i := range len(digits) {
		sum += int(digits[i]-'0') * weights[i]
	}
	return sum
}

// digit writes a remainder as one digit; 10 becomes 0.
func digit(rest int) string { return strconv.Itoa(rest % 10) }
