// Package formula is what the expressions of methodology profiles and of rules
// have in common: exact numbers, dates that compare, and how figures are written.
//
// We compute in fractions and not in floating point, because a figure of the rating
// or a difference in a finding must come out the same on paper and by hand.
package formula

import (
	"errors"
	"math/big"
	"strconv"
)

// Number is an exact fraction as expressions see it.
type Number struct{ Rat *big.Rat }

// ErrZeroDivisor is what an expression that divides by zero fails with.
var ErrZeroDivisor = errors.New("division by zero")

// Whole returns n as an exact number.
func Whole(n int) Number { return Number{big.NewRat(int64(n), 1)} }

// literal returns a number as it is written in an expression: 0.1 is 1/10, not the nearest
// binary fraction.
func literal(value float64) (Number, bool) {
	r, ok := new(big.Rat).SetString(Shortest(value))
	return Number{r}, ok
}

// Shortest returns the decimal text the literal was written with: of all texts
// that read as x it is the shortest.
func Shortest(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
