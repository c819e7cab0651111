package reports

import (
	"slices"

	"technopark/app"
	"technopark/reports/chart"
	"technopark/reports/doc"
)

// barsOnSheet is how many bars fit on one sheet under their title; a drawing is never split.
const barsOnSheet = 25

// chartWords returns what stands in the figures.
func (p *paper) chartWords() chart.Words {
	return chart.Words{
		Lang: p.Lang, Percent: p.percent(), None: p.say("нет", "none"),
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

// trendRows draws the trends, each row of them a figure of its own, which goes where there is room.
func (p *paper) trendRows(all []chart.Trend) []doc.Block {
	var rows []doc.Block
	columns := chart.Columns(all)
	for some := range slices.Chunk(all, columns) {
		rows = append(rows, chart.Trends(some, columns, p.chartWords()))
	}
	return rows
}
