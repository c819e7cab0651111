package composite

import (
	"math"

	"technopark/app/formula"
)

// Outliers treats indicators whose values lie too far apart.
type Outliers struct {
	Skewness float64 // |G1| from which an indicator is treated, if G2 is too high as well
	Kurtosis float64 // G2 from which it is, if G1 is too high as well
	Most     int     // points to winsorise at the most; none: none
	Log      bool    // take logarithms where winsorising does not help
}

// passes is check_SkewKurt of COINr: one of the two below its threshold is enough. ok is false
// where shape cannot be told.
func (o Outliers) passes(column []float64) (passed, ok bool) {
	skewness, kurtosis, ok := shape(sorted(column))
	return math.Abs(skewness) < o.Skewness || kurtosis < o.Kurtosis, ok
}

// outliers is Treat of COINr: what does not pass is winsorised; what does not pass then is
// transformed from the values it had before winsorising (combine_treat = FALSE). An indicator
// with fewer than four values, or equal ones, has no shape: COINr stops there or gives NA, and
// we leave it as it is. Without log, what winsorising did not mend stays winsorised.
func (c *computation) outliers() {
	o := *c.index.method.Outliers
	for i, leaf := range c.index.leaves {
		if c.index.method.Nodes[leaf].Untreated {
			continue
		}
		passed, ok := o.passes(c.values[i])
		switch {
		case !ok:
			c.note(StepOutliers, -1, leaf, "значений меньше четырёх или все равны: выбросы не проверяются", "there are fewer than four values, or all are equal: outliers are not looked for")
			continue
		case passed:
			continue
		}
		treated := o.winsorise(c.values[i])
		how := formula.Say("подтянуто к ближайшему значению", "pulled in to the nearest value")
		if passed, _ = o.passes(treated); !passed && o.Log {
			treated, how = logged(c.values[i]), formula.Say("взят логарифм ln(x − min + 0,01·(max − min))", "logarithm ln(x − min + 0.01·(max − min)) taken")
			passed, _ = o.passes(treated)
		}
		if !passed {
			c.note(StepOutliers, -1, leaf, "асимметрия и эксцесс и после обработки выше порогов", "skewness and kurtosis are above the thresholds even when treated")
		}
		for u, x := range treated {
			if known(x) && x != c.values[i][u] {
				c.change(i, u, x, how)
			}
		}
	}
}

// winsorise is winsorise of COINr: as long as the shape does not pass, the highest values
// become the next highest, or the lowest the next lowest when the skewness is negative. Tied
// points count each, so one step may go beyond the limit, as there.
func (o Outliers) winsorise(column []float64) []float64 {
	x := append([]float64(nil), column...)
	high, low := 0, 0
	for high+low < o.Most {
		values := sorted(x)
		skewness, _, ok := shape(values)
		if passed, _ := o.passes(x); passed || !ok {
			break
		}
		if skewness >= 0 {
			high = replace(x, values[len(values)-1], below(values))
		} else {
			low = replace(x, values[0], above(values))
		}
	}
	return x
}

// replace puts a value in the place of another and returns how often.
func replace(column []float64, old, fresh float64) (n int) {
	for u, x := range column {
		if x == old {
			column[u] = fresh
			n++
		}
	}
	return n
}

// below returns the greatest of sorted values that is not the greatest; there are two.
func below(values []float64) float64 {
	last := len(values) - 1
	for i := last; i >= 0; i-- {
		if values[i] != values[last] {
			return values[i]
		}
	}
	return values[last]
}

func above(values []float64) float64 {
	for _, x := range values {
		if x != values[0] {
			return x
		}
	}
	return values[0]
}

// logged is log_CT of COINr.
func logged(column []float64) []float64 {
	values := sorted(column)
	least, most := values[0], values[len(values)-1]
	x := make([]float64, len(column))
	for u := range column {
		x[u] = math.Log(column[u] - least + 0.01*(most-least))
	}
	return x
}
