package reports

import (
	"slices"
	"strconv"

	"technopark/app"
	"technopark/app/standing"
	"technopark/reports/chart"
)

// meanIndex is the mean of an index in percent of the mean.
const meanIndex = 100

// GroupScale returns where a park stands among the groups of its rating, for the paper and the
// window; false where its index is not known.
func GroupScale(s *standing.Standing, lang app.Lang) (chart.Scale, bool) {
	is := s.Is()
	if !is.Index.Known {
		return chart.Scale{}, false
	}
	var out chart.Scale
	percent := s.Index().Method().Percent
	for _, g := range slices.Backward(s.Index().Method().Groups) {
		out.Bands = append(out.Bands, chart.Band{Name: g.Name, From: g.Bound, Text: s.BoundText(g.Bound, lang), Own: g.Name == is.Group})
	}
	if percent {
		mean := s.BoundText(meanIndex, lang)
		out.Mean = &chart.Tick{At: meanIndex, Text: app.L(mean+" — среднее", mean+" — mean").In(lang)}
	}
	if was, ok := s.Was(); ok {
		out.Marks = append(out.Marks, chart.Mark{At: was.Index.Number, Text: strconv.Itoa(s.Year-1) + ":" + app.NBSP + s.IndexText(was.Index, lang)})
	}
	out.Marks = append(out.Marks, chart.Mark{At: is.Index.Number, Text: strconv.Itoa(s.Year) + ":" + app.NBSP + s.IndexText(is.Index, lang), Now: true})
	return out, true
}

// SubindexSpan returns how far from the mean the bars of the sub-indices reach; see chart.Deviation.
func SubindexSpan(all []standing.Subindex) float64 {
	var values []float64
	for _, sub := range all {
		if sub.Is.Known {
			values = append(values, sub.Is.Number)
		}
	}
	return chart.DeviationSpan(values...)
}
