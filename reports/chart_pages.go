package reports

import (
	"slices"

	"technopark/app"
	"technopark/reports/chart"
	"technopark/reports/doc"
)

// How much of a chart fits on one sheet under its title; a drawing is never split.
const (
	barsOnSheet   = 27
	trendsOnSheet = 21
)

// chartWords returns what stands in the figures.
func (p *paper) chartWords() chart.Words {
	return chart.Words{
		Percent: p.percent(), None: p.say("нет", "none"),
		Below: p.say("ниже среднего", "below average"), Above: p.say("не ниже среднего", "at or above average"),
		Cut:   p.say("больше 200"+app.NBSP+"%: полоса обрезана", "over 200%: the bar is cut"),
		Rings: p.say("сетка: 50, 100, 150 и 200"+app.NBSP+"%; большее показано на краю", "rings: 50, 100, 150 and 200%; what is more is shown at the edge"),
	}
}

// barPages draws the bars, a sub-index never being parted from its title.
func (p *paper) barPages(bars []chart.Bar) doc.KeepTogether {
	var pages doc.KeepTogether
	for len(bars) > 0 {
		n := min(len(bars), barsOnSheet)
		if n < len(bars) && bars[n-1].Heading {
			n--
		}
		pages.Blocks = append(pages.Blocks, chart.Bars(bars[:n], p.chartWords()))
		bars = bars[n:]
	}
	return pages
}

// trendPages draws the trends, as many on a sheet as fit.
func (p *paper) trendPages(all []chart.Trend) doc.KeepTogether {
	var pages doc.KeepTogether
	for some := range slices.Chunk(all, trendsOnSheet) {
		pages.Blocks = append(pages.Blocks, chart.Trends(some, p.chartWords()))
	}
	return pages
}
