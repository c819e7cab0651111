package app

import "iter"

// mostPadded is how many decimals figures are filled up to with noughts because one among them
// has as many.
const mostPadded = 2

// CommonDecimals returns with how many decimals figures are written that stand under or beside
// one another, at least least: the decimals of the most exactly typed, 1 060,25 beside 2 410,00.
// More than two it is only where every second figure needs them: one sum with its kopecks among
// thousands of roubles, 241 178,99958, would fill a hundred others with noughts that nobody
// typed. Such a figure is written with all it has, so who writes takes ExactDecimals of each;
// no figure is rounded. Scale is how many stored units are one that is written.
func CommonDecimals(figures iter.Seq[int64], scale int64, least int) int {
	var needing [20]int // by decimals; an int64 has no more
	all, most := 0, 0
	for n := range figures {
		d := exactDigits(n, scale, 0)
		needing[d]++
		all++
		most = max(most, d)
	}
	common := max(least, min(most, mostPadded))
	for d, more := most, 0; d > common; d-- {
		more += needing[d]
		if 2*more >= all {
			return d
		}
	}
	return common
}

// ExactDecimals returns how many decimals a figure is written with where the others have common
// ones: as many, or all it has.
func ExactDecimals(n, scale int64, common int) int { return max(common, exactDigits(n, scale, 0)) }
