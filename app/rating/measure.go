package rating

import "technopark/app"

// Measures returns what reference values may be of by the method, in its order: the indicators
// of a sub-index, the sub-index itself, after all of them the index and the place by it.
func (p *Profile) Measures() []app.Measure {
	var all []app.Measure
	share := app.Text{}
	if p.Composite != nil && p.Composite.Method().Percent {
		share = app.L("%", "%")
	}
	for _, s := range p.subindices {
		for _, d := range s.indicators {
			all = append(all, app.Measure{Code: d.head.Code, Name: d.head.Name, Unit: d.head.Unit, Digits: d.head.Digits})
		}
		all = append(all, app.Measure{Code: s.code, Name: s.name, Unit: share, Digits: 1})
	}
	index := app.Measure{Code: app.IndexCode, Name: app.L("Сводный индекс", "Index"), Unit: share, Digits: 1}
	return append(all, index, app.PlaceMeasure())
}
