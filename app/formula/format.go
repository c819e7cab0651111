package formula

import (
	"math/big"
	"strings"

	"technopark/app"
)

// Write writes r with the given number of decimals, rounded half away from
// zero (big.Rat.FloatString), in the typography of the language: «1 234,5».
func Write(r *big.Rat, digits int, lang app.Lang) string {
	text := r.FloatString(digits)
	negative := strings.HasPrefix(text, "-") && strings.Trim(text, "-0.") != ""
	whole, frac, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return app.WriteDecimal(negative, whole, frac, lang)
}

// maxExactDigits is what kopecks in thousands of roubles need.
const maxExactDigits = 5

// WriteExact writes r with at least the given number of decimals, and with as
// many more as it takes to write it exactly, so that the figures put into a
// formula give the printed result; a fraction that no five decimals can write is
// rounded to digits.
func WriteExact(r *big.Rat, digits int, lang app.Lang) string {
	for d := digits; d <= maxExactDigits; d++ {
		if new(big.Int).Rem(pow10(d), r.Denom()).Sign() == 0 {
			return Write(r, d, lang)
		}
	}
	return Write(r, digits, lang)
}

func pow10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }
