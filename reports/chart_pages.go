package reports

import (
	"slices"

	"technopark/app"
	"technopark/reports/chart"
	"technopark/reports/doc"
)

// chartWords returns what stands in the figures.
func (p *paper) chartWords() chart.Words {
	return chart.Words{
		Lang: p.Lang, Percent: p.percent(), None: p.say("нет", "none"),
		Below: p.say("ниже среднего", "below average"), Above: p.say("не ниже среднего", "at or above average"),
		Cut:   p.say("больше 200"+app.NBSP+"%: полоса обрезана", "over 200%: the bar is cut"),
		Rings: p.say("сетка: 50, 100, 150 и 200"+app.NBSP+"%; большее показано на краю", "rings: 50, 100, 150 and 200%; what is more is shown at the edge"),
	}
}

// barGroups draws the bars, a figure for each sub-index, which goes where there is room, and
// the legend with the last.
func (p *paper) barGroups(bars []chart.Bar) []doc.Block {
	var groups []doc.Block
	for from := 0; from < len(bars); {
		to := from + 1
		for to < len(bars) && !bars[to].Heading {
			to++
		}
		groups = append(groups, chart.Bars(bars[from:to], p.chartWords()))
		from = to
	}
	last := len(groups) - 1
	return append(groups[:last], doc.KeepTogether{Blocks: []doc.Block{groups[last], chart.BarLegend(p.chartWords())}})
}

// trendRows draws the trends, each row of them a figure of its own, which goes where there is room.
func (p *paper) trendRows(all []chart.Trend) []doc.Block {
	var rows []doc.Block
	columns := chart.Columns(all)
	for some := range slices.Chunk(all, columns) {
		rows = append(rows, chart.Trends(some, columns, p.chartWords()))
	}
	return rows
}
