// Package formula is what the profiles of methods and of rules share: the language of their
// expressions, which are checked before they run and computed in exact fractions, how
// numbers and units are written, and where in a file a fault is, in the words of both
// languages. It reads expressions with github.com/expr-lang/expr and runs them itself.
//
// We compute in fractions and not in floating point, because a figure of the rating or a
// difference in a finding must come out the same on paper and by hand.
package formula

import (
	"cmp"
	"errors"
	"math"
	"math/big"
	"math/bits"
	"strconv"
)

// Number is an exact fraction as expressions see it. Nearly all of them are a cell over its
// scale, and those we keep in two machine words: a check compares hundreds of thousands.
type Number struct {
	over, under int64    // a small fraction, perhaps not reduced; under is positive
	big         *big.Rat // what the two cannot hold; else nil
}

// ErrZeroDivisor is what an expression that divides by zero fails with.
var ErrZeroDivisor = errors.New("division by zero")

// Whole returns n as an exact number.
func Whole(n int) Number { return Number{over: int64(n), under: 1} }

// Fraction returns over divided by under, which is positive.
func Fraction(over, under int64) Number { return Number{over: over, under: under} }

// Exact returns r as a number; nobody may change r from then on.
func Exact(r *big.Rat) Number { return Number{big: r} }

// Rat returns the number, which nobody may change.
func (x Number) Rat() *big.Rat {
	if x.big != nil {
		return x.big
	}
	return big.NewRat(x.over, x.under)
}

// Sign is -1, 0 or 1.
func (x Number) Sign() int {
	switch {
	case x.big != nil:
		return x.big.Sign()
	case x.over < 0:
		return -1
	case x.over > 0:
		return 1
	}
	return 0
}

// Neg returns the number with the other sign.
func (x Number) Neg() Number {
	if x.big == nil && x.over != math.MinInt64 {
		return Number{over: -x.over, under: x.under}
	}
	return Exact(new(big.Rat).Neg(x.Rat()))
}

// Abs returns the number without its sign.
func (x Number) Abs() Number {
	if x.Sign() < 0 {
		return x.Neg()
	}
	return x
}

// Cmp is -1, 0 or 1, as x is less than y, the same or more.
func (x Number) Cmp(y Number) int {
	if x.big != nil || y.big != nil {
		return x.Rat().Cmp(y.Rat())
	}
	sign := x.Sign()
	if sign != y.Sign() {
		return cmp.Compare(sign, y.Sign())
	}
	// of one sign: the products of a comparison crosswise fit in two words each
	high, low := bits.Mul64(magnitude(x.over), magnitude(y.under))
	highY, lowY := bits.Mul64(magnitude(y.over), magnitude(x.under))
	return sign * cmp.Or(cmp.Compare(high, highY), cmp.Compare(low, lowY))
}

// Add returns the sum.
func (x Number) Add(y Number) Number {
	if sum, ok := x.plus(y); ok {
		return sum
	}
	return Exact(new(big.Rat).Add(x.Rat(), y.Rat()))
}

// plus adds up small numbers, unless the sum is not one.
func (x Number) plus(y Number) (Number, bool) {
	if x.big != nil || y.big != nil {
		return Number{}, false
	}
	under, ok := x.under, true
	switch {
	case x.under == y.under: // as cells of one unit are
	case x.under%y.under == 0:
		y.over, ok = times(y.over, x.under/y.under)
	case y.under%x.under == 0:
		x.over, ok = times(x.over, y.under/x.under)
		under = y.under
	default:
		return Number{}, false
	}
	sum := x.over + y.over
	fits := (sum > x.over) == (y.over > 0) // else it went round
	return Number{over: sum, under: under}, ok && fits
}

// Sub returns the difference.
func (x Number) Sub(y Number) Number { return x.Add(y.Neg()) }

// Mul returns the product.
func (x Number) Mul(y Number) Number {
	if x.big == nil && y.big == nil {
		over, fits := times(x.over, y.over)
		under, fitsToo := times(x.under, y.under)
		if fits && fitsToo {
			return Number{over: over, under: under}
		}
	}
	return Exact(new(big.Rat).Mul(x.Rat(), y.Rat()))
}

// Quo returns the quotient; it panics with ErrZeroDivisor when y is nought.
func (x Number) Quo(y Number) Number {
	if y.Sign() == 0 {
		panic(ErrZeroDivisor)
	}
	if x.big == nil && y.big == nil {
		over, fits := times(x.over, y.under)
		under, fitsToo := times(x.under, y.over)
		if fits && fitsToo && under > 0 {
			return Number{over: over, under: under}
		}
	}
	return Exact(new(big.Rat).Quo(x.Rat(), y.Rat()))
}

// times multiplies; ok is false when the product does not fit.
func times(x, y int64) (product int64, ok bool) {
	high, low := bits.Mul64(magnitude(x), magnitude(y))
	if high != 0 || low > math.MaxInt64 {
		return 0, false
	}
	if (x < 0) != (y < 0) {
		return -int64(low), true
	}
	return int64(low), true
}

func magnitude(x int64) uint64 {
	if x < 0 {
		return -uint64(x)
	}
	return uint64(x)
}

// literal returns a number as it is written in an expression: 0.1 is 1/10, not the nearest
// binary fraction.
func literal(value float64) (Number, bool) {
	r, ok := new(big.Rat).SetString(Shortest(value))
	if ok && r.Num().IsInt64() && r.Denom().IsInt64() {
		return Fraction(r.Num().Int64(), r.Denom().Int64()), true
	}
	return Exact(r), ok
}

// Shortest returns the decimal text the literal was written with: of all texts
// that read as x it is the shortest.
func Shortest(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
