package rating

import (
	"cmp"
	"math/big"
	"slices"
)

// Range is where a value would lie if what is missing were there.
type Range struct {
	Low, High *big.Rat // its ends, in the unit of the indicator
}

// Completed returns, by code, where the indicators would lie that residents are missing from, if
// each of these were like one of the residents that are in: at the low end like the one at the
// lower quartile of the indicator, at the high end like the one at the upper. It is an estimate to
// say what a missing report may cost, and enters no figure. There is none for an indicator that
// is not a ratio over residents of the year, or that fewer than four residents are in.
func (r *Result) Completed() map[string]Range {
	all := map[string]Range{}
	for _, s := range r.Profile.subindices {
		for _, d := range s.indicators {
			if d.over != overResidents && d.over != overBothYears || !d.formula.divides() {
				continue
			}
			if at, ok := d.completed(r.Find(d.head.Code)); ok {
				all[d.head.Code] = at
			}
		}
	}
	return all
}

func (d *indicatorDef) completed(ind *Indicator) (Range, bool) {
	lacking := ind.Completeness.Of - ind.Completeness.In
	if lacking == 0 {
		return Range{}, false
	}
	like := d.peers(ind)
	if len(like) < 4 {
		return Range{}, false
	}
	low, high := like[len(like)/4], like[len(like)-1-len(like)/4]
	at := Range{d.with(ind, times(low.sums, lacking)), d.with(ind, times(high.sums, lacking))}
	if at.Low == nil || at.High == nil {
		return Range{}, false
	}
	if at.Low.Cmp(at.High) > 0 {
		at.Low, at.High = at.High, at.Low
	}
	return at, true
}

// peer is a resident with what it gives to the sums of an indicator.
type peer struct {
	resident int64
	sums     map[string]*big.Rat
	value    *big.Rat // the indicator of this resident alone
}

// peers returns the residents of whom the indicator can be told alone, from the least of it to
// the greatest.
func (d *indicatorDef) peers(ind *Indicator) []peer {
	by := map[int64]map[string]*big.Rat{}
	for _, t := range ind.Terms {
		for _, e := range t.made.entries {
			if e.resident == 0 {
				continue
			}
			sums := by[e.resident]
			if sums == nil {
				sums = map[string]*big.Rat{}
				by[e.resident] = sums
			}
			amount := e.amount.Rat()
			if before := sums[t.Name]; before != nil {
				amount = new(big.Rat).Add(before, amount)
			}
			sums[t.Name] = amount
		}
	}
	nought, own := new(big.Rat), map[string]*big.Rat{daysName: ind.days}
	var all []peer
	for resident, sums := range by {
		for _, t := range ind.Terms {
			own[t.Name] = t.Sum
			if d.term(t.Name).ofResidents {
				own[t.Name] = cmp.Or(sums[t.Name], nought)
			}
		}
		if value := d.formula.value(own); value != nil {
			all = append(all, peer{resident, sums, value})
		}
	}
	slices.SortFunc(all, func(a, b peer) int {
		return cmp.Or(a.value.Cmp(b.value), cmp.Compare(a.resident, b.resident))
	})
	return all
}

// term returns the term of a name that is in the formula.
func (d *indicatorDef) term(name string) *termDef {
	return d.terms[slices.IndexFunc(d.terms, func(t *termDef) bool { return t.name == name })]
}

// times multiplies sums.
func times(sums map[string]*big.Rat, n int) map[string]*big.Rat {
	out := map[string]*big.Rat{}
	for name, sum := range sums {
		out[name] = new(big.Rat).Mul(sum, big.NewRat(int64(n), 1))
	}
	return out
}
