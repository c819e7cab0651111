package rating

import (
	"technopark/app/composite"
	"technopark/app/formula"
)

// varyFile is what is varied to say how sure places are.
type varyFile struct {
	Weights      float64         `toml:"weights"`
	UnitsMissing float64         `toml:"units_missing"`
	Normalise    []normaliseFile `toml:"normalise"`
	Aggregate    []string        `toml:"aggregate"`
}

// vary reads the assumptions. Without them the usual ones are varied; with them, those that are
// named.
func (l *compositeLoader) vary() error {
	f := l.file.Uncertainty
	if f == nil {
		l.method.Vary = composite.UsualAssumptions(l.method.Aggregate.By)
		return nil
	}
	a := composite.Assumptions{Weights: f.Weights / 100, Leave: f.UnitsMissing / 100}
	for i := range f.Normalise {
		n := &f.Normalise[i]
		if n.By == nil {
			return l.Fault(l.Line("[rating.uncertainty]", "normalise"), "", formula.Say("у каждой нормировки в перечне укажите by: normalise = [{ by = \"zscore\" }]", "each normalisation of the list needs by: normalise = [{ by = \"zscore\" }]"))
		}
		scale, err := n.over(nil)
		if err != nil {
			return l.Fault(l.Line("[rating.uncertainty]", "normalise"), "", err)
		}
		a.Normalise = append(a.Normalise, scale)
	}
	for _, by := range f.Aggregate {
		a.Aggregate = append(a.Aggregate, composite.Mean(by))
	}
	l.method.Vary = a
	return nil
}
