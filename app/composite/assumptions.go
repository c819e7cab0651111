package composite

import (
	"slices"

	"technopark/app/formula"
)

// Assumptions are the choices of a method that could have been made otherwise.
type Assumptions struct {
	Weights   float64     // each weight is multiplied by a number from 1−Weights to 1+Weights
	Normalise []Normalise // scales to be drawn beside the method's own, for all indicators
	Aggregate []Mean      // ways to be drawn beside the method's own, for nodes that have none of their own
	Leave     float64     // share of the units that is left out, from 0 to 1
}

// UsualAssumptions are those of a method that gives none: weights ± 25 %, min–max and z-scores
// beside the method's own scale, the geometric mean beside the arithmetic one or the other way
// round, every tenth unit left out.
func UsualAssumptions(own Mean) Assumptions {
	minmax, zscore := Usual(MinMax), Usual(ZScore)
	minmax.Range = [2]float64{1, 100}
	zscore.Mean, zscore.Deviation = 50, 10
	other := Geometric
	if own == Geometric {
		other = Arithmetic
	}
	return Assumptions{Weights: 0.25, Normalise: []Normalise{minmax, zscore}, Aggregate: []Mean{other}, Leave: 0.1}
}

func (x *Index) checkVary() error {
	a := x.method.Vary
	switch {
	case !(a.Weights >= 0 && a.Weights < 1):
		return wrong("uncertainty.weights", "weights — на сколько процентов меняются веса, от 0 до 99", "weights is by how many percent they vary, from 0 to 99")
	case !(a.Leave >= 0 && a.Leave <= 0.5):
		return wrong("uncertainty.units_missing", "units_missing — сколько процентов единиц убирать, от 0 до 50", "units_missing is how many percent of the units to leave out, from 0 to 50")
	}
	for _, n := range a.Normalise {
		if err := n.check(); err != nil {
			return wrong("uncertainty.normalise", "%s", "%s", formula.Said(err.Reason))
		}
	}
	for _, by := range a.Aggregate {
		if by == Copeland || !slices.Contains(Means(), by) {
			return wrong("uncertainty.aggregate", "«%s»: бывает arithmetic, geometric, harmonic", "“%s”: there are arithmetic, geometric, harmonic", by)
		}
	}
	return nil
}

// Factor is an assumption that is varied.
type Factor string

// Factors, in the order of a point.
const (
	FactorWeights   Factor = "weights"
	FactorNormalise Factor = "normalise"
	FactorAggregate Factor = "aggregate"
	FactorUnits     Factor = "units_missing"
)

// factors returns those that do vary.
func (a Assumptions) factors() []Factor {
	var vary []Factor
	for _, f := range []struct {
		factor Factor
		varies bool
	}{{FactorWeights, a.Weights > 0}, {FactorNormalise, len(a.Normalise) > 0}, {FactorAggregate, len(a.Aggregate) > 0}, {FactorUnits, a.Leave > 0}} {
		if f.varies {
			vary = append(vary, f.factor)
		}
	}
	return vary
}

// point is one choice of all assumptions: a number from 0 to 1 for each, by factorAt. It says
// all there is to a run, so that runs give the same whoever does them and in whatever order.
type point [4]float64

// factorAt is the place of a factor in a point.
func factorAt(f Factor) int {
	return slices.Index([]Factor{FactorWeights, FactorNormalise, FactorAggregate, FactorUnits}, f)
}
