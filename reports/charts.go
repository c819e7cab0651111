package reports

import (
	"math"
	"math/big"

	"technopark/app"
	"technopark/app/rating"
	"technopark/reports/chart"
	"technopark/reports/doc"
)

// charts makes part 11: the indicators beside the means of the rating, the sub-indices
// at a glance, and three years of each indicator.
func (p *paper) charts() doc.Section {
	means := p.means()
	blocks := []doc.Block{chapter(p.say("Показатели и средние по рейтингу", "Indicators and rating averages"))}
	bars := p.bars(means)
	if len(bars) == 0 {
		blocks = append(blocks, doc.Paragraph{Indent: true, Align: doc.Justify, Text: p.say("Средних по рейтингу за "+p.inYear()+
			" в файле нет, поэтому сравнить с ними нечего.", "The file has no rating averages for "+p.inYear()+", so there is nothing to compare with.")})
	} else {
		blocks = append(blocks,
			doc.Paragraph{Size: registerText, Align: doc.Justify, Keep: true, Text: p.say(
				"Длина полосы — показатель технопарка в процентах от среднего по рейтингу за "+
					p.inYear()+"; "+p.meansFrom()+". Черта — 100"+app.NBSP+"%.",
				"The length of a bar is the indicator of the park as a percentage of the rating average for "+
					p.inYear()+"; "+p.meansFrom()+". The line is 100%.")})
		blocks = append(blocks, p.barGroups(bars)...)
		if rest := p.unmatched(means); len(rest.Rows) > 0 {
			blocks = append(blocks, doc.Heading{Text: p.say("Показатели, которые сравнить не с чем", "Indicators without a comparison"), Level: 2}, rest)
		}
	}
	blocks = append(blocks, chapter(p.say("Субиндексы", "Sub-indices")))
	if axes := p.axes(means); len(axes) > 0 {
		blocks = append(blocks,
			doc.Paragraph{Size: registerText, Align: doc.Justify, Keep: true, Text: p.say(
				"Среднее отношение показателей субиндекса к средним по рейтингу, для субиндексов, где есть с чем сравнить; "+
					"сколько показателей в нём участвует, показано в таблице. Это наглядная картина, а не балл рейтинга.",
				"The mean ratio of the indicators of a sub-index to the rating averages, for the sub-indices that have any; "+
					"the table shows how many indicators it covers. This is an illustration, not a rating score.")},
			doc.KeepTogether{Blocks: []doc.Block{p.radar(axes), p.axisTable(axes)}})
	} else {
		blocks = append(blocks, doc.Paragraph{Indent: true, Text: p.say("Для картины субиндексов не хватает средних по рейтингу.", "There are too few rating averages for a picture of the sub-indices.")})
	}
	blocks = append(blocks, chapter(p.say("Три года", "Three years")))
	return doc.Section{Blocks: append(blocks, p.trendRows(p.trends())...)}
}

// parkShortBare is the short name without quotes round the whole of it.
func (p *paper) parkShortBare() string {
	name := []rune(p.parkShort())
	if n := len(name); n > 2 && name[0] == '«' && name[n-1] == '»' {
		return string(name[1 : n-1])
	}
	return string(name)
}

// share returns value as a part of mean; ok is false where either is missing.
func share(ind *rating.Indicator, means map[string]*big.Rat) (part float64, ok bool) {
	mean := means[ind.Code]
	if mean == nil || ind.Value == nil {
		return 0, false
	}
	part, _ = new(big.Rat).Quo(ind.Value, mean).Float64()
	return part, true
}

// bars returns the indicators that have an average, under the names of their sub-indices.
func (p *paper) bars(means map[string]*big.Rat) []chart.Bar {
	var bars []chart.Bar
	for _, s := range p.Result.Subindices {
		headed := false
		for _, ind := range s.Indicators {
			part, ok := share(ind, means)
			if !ok {
				continue
			}
			if !headed {
				bars, headed = append(bars, chart.Bar{Label: p.subindexTitle(s), Heading: true}), true
			}
			bars = append(bars, chart.Bar{
				Label: ind.Code + app.NBSP + ind.Name.In(p.Lang), Part: part, Value: p.marked(ind), Note: p.ratio(part),
				Mean: p.say("среднее ", "average ") + p.figure(ind, means[ind.Code]),
			})
		}
	}
	return bars
}

// unmatched lists the indicators that cannot be compared, and why.
func (p *paper) unmatched(means map[string]*big.Rat) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: p.say("Код", "Code")},
		{Title: p.say("Показатель", "Indicator"), Weight: 1},
		{Title: p.say("Значение", "Value"), Align: doc.Right},
		{Title: p.say("Среднее по рейтингу", "Rating average")},
	}}
	for _, ind := range p.Result.All() {
		if _, ok := share(ind, means); ok {
			continue
		}
		mean := p.say("нет", "none")
		if v := means[ind.Code]; v != nil {
			mean = p.figure(ind, v)
		}
		value := p.marked(ind)
		if ind.Value == nil {
			value = rating.NotCalculated.In(p.Lang)
		}
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(ind.Code, ind.Name.In(p.Lang), value, mean)})
	}
	return t
}

// figure writes a value with the decimals and the unit of its indicator.
func (p *paper) figure(ind *rating.Indicator, v *big.Rat) string {
	if v == nil {
		return nothing
	}
	return p.inUnit(rating.FigureText(ind, v, p.Lang), ind.Unit)
}

// marked writes the value of an indicator, a bound with its words.
func (p *paper) marked(ind *rating.Indicator) string {
	if ind.Value == nil {
		return nothing
	}
	return p.inUnit(ind.MarkedText(p.Lang), ind.Unit)
}

// ratio writes a part in per cent.
func (p *paper) ratio(part float64) string {
	return app.FormatNumber(int64(math.Round(part*100)), 1, 0, p.Lang) + p.percent()
}

// axis is a sub-index beside the means.
type axis struct {
	chart.Axis
	name         string
	compared, of int // indicators
}

// radar draws the sub-indices that have a figure; fewer than three enclose nothing, and the
// table under it says all.
func (p *paper) radar(axes []axis) doc.Block {
	var drawn []chart.Axis
	for _, a := range axes {
		if a.compared > 0 {
			drawn = append(drawn, a.Axis)
		}
	}
	if len(drawn) < chart.LeastAxes {
		return doc.Spacer{}
	}
	return chart.Radar(drawn, p.quoted(p.parkShortBare()), p.say("среднее по рейтингу, 100", "rating average, 100")+p.percent(), p.chartWords())
}

// axisTable writes the radar in words.
func (p *paper) axisTable(axes []axis) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: p.say("Субиндекс", "Sub-index"), Weight: 1},
		{Title: p.say("К среднему по рейтингу", "Against the rating average"), Align: doc.Right, Min: 34},
		{Title: p.say("Показателей в расчёте", "Indicators compared"), Align: doc.Right, Min: 34},
	}}
	for _, a := range axes {
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(a.name, a.Note, p.whole(a.compared)+p.say(" из", " of")+app.NBSP+p.whole(a.of))})
	}
	return t
}

// axes returns the sub-indices of which at least one indicator can be compared.
func (p *paper) axes(means map[string]*big.Rat) []axis {
	var axes []axis
	compared := 0
	for _, s := range p.Result.Subindices {
		sum, n := 0.0, 0
		for _, ind := range s.Indicators {
			if part, ok := share(ind, means); ok {
				if ind.LowerIsBetter && part > 0 {
					part = 1 / part
				}
				sum, n = sum+part, n+1
			}
		}
		compared += n
		a := axis{name: p.subindexTitle(s), compared: n, of: len(s.Indicators)}
		a.Label, a.Note = s.Code, nothing
		if n > 0 {
			a.Part = sum / float64(n)
			a.Note = p.ratio(a.Part)
		}
		axes = append(axes, a)
	}
	if compared == 0 {
		return nil
	}
	return axes
}

// trends returns every indicator over three years; a year without a value is a gap.
func (p *paper) trends() []chart.Trend {
	var all []chart.Trend
	for _, ind := range p.Result.All() {
		t := chart.Trend{Title: ind.Code + app.NBSP + ind.Name.In(p.Lang), Unit: ind.Unit.In(p.Lang)}
		for _, y := range []struct {
			year  int
			value *big.Rat
		}{{p.Year - 2, p.Earlier[p.Year-2][ind.Code]}, {p.Year - 1, ind.Previous}, {p.Year, ind.Value}} {
			point := chart.Point{Label: app.YearPeriod(y.year).Key()}
			if y.value != nil {
				point.Value, _ = y.value.Float64()
				point.Given, point.Text = true, rating.FigureText(ind, y.value, p.Lang)
			}
			t.Points = append(t.Points, point)
		}
		all = append(all, t)
	}
	return all
}
