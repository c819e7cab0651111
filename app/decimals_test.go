package app

import (
	"slices"
	"testing"
)

// Figures under one another have the decimals of the most exact, up to two; of more only where
// half of them need it. None is ever written with less than it has.
func TestFiguresUnderOneAnotherHaveTheirDecimals(t *testing.T) {
	const thousands = 100_000 // kopecks in a thousand roubles
	many := slices.Repeat([]int64{14_897_340_000}, 96)
	for name, c := range map[string]struct {
		figures []int64
		scale   int64
		least   int
		want    int
	}{
		"none":                        {nil, 1000, 1, 1},
		"whole":                       {[]int64{1000, 2000}, 1000, 0, 0},
		"the least stays":             {[]int64{1000, 2000}, 1000, 1, 1},
		"1 060,25 makes 2 410,00":     {[]int64{1_060_250, 2_410_000}, 1000, 1, 2},
		"one with kopecks among many": {append(many, 24_117_899_958), thousands, 1, 2},
		"roubles in every second":     {[]int64{4_100_012_300, 14_897_340_000}, thousands, 1, 3},
		"kopecks in all":              {[]int64{24_117_899_958, 4_100_012_345, 10}, thousands, 1, 5},
		"alone":                       {[]int64{24_117_899_958}, thousands, 1, 5},
		"noughts need none":           {[]int64{0, 0, 0}, thousands, 1, 1},
	} {
		if got := CommonDecimals(slices.Values(c.figures), c.scale, c.least); got != c.want {
			t.Errorf("%s: %d decimals, want %d", name, got, c.want)
		}
		for _, n := range c.figures {
			if d := ExactDecimals(n, c.scale, c.want); d < exactDigits(n, c.scale, 0) || d < c.want {
				t.Errorf("%s: %d is written with %d decimals", name, n, d)
			}
		}
	}
}
