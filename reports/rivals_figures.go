package reports

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/rating"
	"technopark/reports/doc"
)

// otherPark is what is on file of one park for the year, or of the mean: its figures by code.
type otherPark struct {
	name    string
	mean    bool
	place   int
	figures map[string][]*app.Reference
}

// otherParks sorts figures by whose they are: parks by place, then by name, the mean last.
func (p *paper) otherParks(all []*app.Reference) []otherPark {
	places := map[string]int{}
	if s := p.ranked(); s != nil {
		for u, unit := range s.Now.Ranked.Units {
			places[unit.ID] = s.Now.Ranked.Rank(u, s.Index().Top())
		}
	}
	byName := map[string]*otherPark{}
	for _, r := range all {
		park := otherPark{name: app.Clean(r.Park), figures: map[string][]*app.Reference{}}
		if r.Whose != app.ReferencePark {
			park.name, park.mean = "", true
		}
		park.place = places[park.name]
		key := fmt.Sprint(park.mean, park.name)
		if byName[key] == nil {
			byName[key] = &park
		}
		byName[key].figures[r.Code] = append(byName[key].figures[r.Code], r)
	}
	var parks []otherPark
	for _, park := range byName {
		parks = append(parks, *park)
	}
	last := len(all) + 1
	slices.SortFunc(parks, func(a, b otherPark) int {
		return cmp.Or(behind(a.mean, b.mean), cmp.Compare(cmp.Or(a.place, last), cmp.Or(b.place, last)), p.names.Compare(a.name, b.name), cmp.Compare(a.name, b.name))
	})
	return parks
}

// behind puts what is last behind what is not.
func behind(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// codesOf returns the codes of the figures in as many runs as there are tables: the indicators
// by sub-indices, then codes that are of no indicator of the method.
func (p *paper) codesOf(all []*app.Reference) [][]string {
	there := map[string]bool{}
	for _, r := range all {
		there[r.Code] = true
	}
	runs := [][]string{nil}
	add := func(codes []string) {
		for part := range slices.Chunk(codes, mostCodes) {
			if last := len(runs) - 1; len(runs[last])+len(part) > mostCodes {
				runs = append(runs, nil)
			}
			runs[len(runs)-1] = append(runs[len(runs)-1], part...)
		}
	}
	for _, s := range p.Result.Subindices {
		var codes []string
		for _, ind := range s.Indicators {
			if there[ind.Code] {
				codes = append(codes, ind.Code)
			}
			delete(there, ind.Code)
		}
		add(codes)
	}
	runs = append(runs, nil)
	add(slices.Sorted(maps.Keys(there)))
	return slices.DeleteFunc(runs, func(codes []string) bool { return len(codes) == 0 })
}

func (p *paper) codesTitle(codes []string) string {
	if p.Result.Find(codes[0]) == nil {
		return p.say("Опубликованные индексы и прочие значения", "Published indices and other figures")
	}
	return p.say("Показатели ", "Indicators ") + codes[0] + "–" + codes[len(codes)-1]
}

// figuresTable sets the parks beside each other by some of their figures, this one among them.
func (p *paper) figuresTable(others []otherPark, codes []string) doc.Table {
	t := doc.Table{Size: breakdownText, Columns: []doc.Column{{Title: p.say("Место", "Place"), Align: doc.Right}, {Title: p.say("Технопарк", "Park"), Weight: 1}}}
	for _, code := range codes {
		t.Columns = append(t.Columns, doc.Column{Title: code, Align: doc.Right})
	}
	own, at := p.ownFigures(codes), 0
	for _, park := range others {
		row := doc.Row{Cells: doc.Cells(p.placeText(park.place), park.name)}
		if park.mean {
			row = doc.Row{Kind: doc.RowSubtotal, Cells: []doc.Cell{{Text: p.say("Среднее, как опубликовано", "Average as published"), Span: 2}}}
		} else if own.place > 0 && park.place > 0 && park.place < own.place {
			at = len(t.Rows) + 1
		}
		known := false
		for _, code := range codes {
			known = known || len(park.figures[code]) > 0
			row.Cells = append(row.Cells, doc.Cell{Text: p.figuresOf(park.figures[code])})
		}
		if known {
			t.Rows = append(t.Rows, row)
		}
	}
	if p.Result.Find(codes[0]) == nil {
		return t
	}
	t.Rows = slices.Insert(t.Rows, min(at, len(t.Rows)), own.row)
	if s := p.ranked(); s != nil {
		t.Rows = append(t.Rows, p.meanRow(codes))
	}
	return t
}

// ownRow is the row of the park whose package this is.
type ownRow struct {
	row   doc.Row
	place int
}

func (p *paper) ownFigures(codes []string) ownRow {
	own := ownRow{}
	if s := p.ranked(); s != nil {
		own.place = s.Is().Place
	}
	texts := []string{p.placeText(own.place), p.parkName()}
	for _, code := range codes {
		texts = append(texts, p.briefly(p.Result.Find(code)))
	}
	for _, text := range texts {
		own.row.Cells = append(own.row.Cells, doc.Cell{Text: text, Bold: true})
	}
	return own
}

// briefly writes the value of an indicator with the sign of its bound, for a narrow cell.
func (p *paper) briefly(ind *rating.Indicator) string {
	if ind == nil || ind.Value == nil {
		return nothing
	}
	sign := map[rating.Bound]string{rating.AtLeast: "≥" + app.NBSP, rating.AtMost: "≤" + app.NBSP}[ind.Bound]
	return sign + ind.ValueText(p.Lang)
}

// meanRow is the mean of all parks that have a place.
func (p *paper) meanRow(codes []string) doc.Row {
	r := p.ranked().Now.Ranked
	row := doc.Row{Kind: doc.RowTotal, Cells: []doc.Cell{{Text: p.say("Среднее по тем, у кого есть место", "Average of those with a place"), Span: 2}}}
	for _, code := range codes {
		row.Cells = append(row.Cells, doc.Cell{Text: p.score(r.RawMean(code), p.Result.Find(code).Digits)})
	}
	return row
}

// figuresOf writes what is on file of one code, with all its decimals. Twice the same code is
// written twice.
func (p *paper) figuresOf(figures []*app.Reference) string {
	texts := make([]string, len(figures))
	for i, r := range figures {
		texts[i] = p.exactly(r)
		if p.Result.Find(r.Code) == nil && r.Unit != "" {
			texts[i] += p.percent()
		}
	}
	return strings.Join(texts, "; ")
}

// exactly writes a figure with at least the decimals of its indicator, and all it has.
func (p *paper) exactly(r *app.Reference) string {
	digits := 0
	if ind := p.Result.Find(r.Code); ind != nil {
		digits = ind.Digits
	}
	if !r.Value.Given() {
		return nothing
	}
	return app.FormatNumber(int64(r.Value.N), field("reference", "value").Scale, -1-digits, p.Lang)
}

// fits reports whether a figure can stand among those of other parks: it is in the unit of the
// indicator; of what is no indicator, in per cent or without a unit.
func (p *paper) fits(r *app.Reference) bool {
	if ind := p.Result.Find(r.Code); ind != nil {
		return ind.MeasuredIn(r.Unit)
	}
	return r.Unit == "" || r.Unit == "%"
}

// oddFigures lists the figures that are in units of their own.
func (p *paper) oddFigures(figures []*app.Reference) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: p.say("Технопарк", "Park"), Weight: 3},
		{Title: p.say("Показатель", "Indicator")},
		{Title: p.say("Значение", "Value"), Align: doc.Right},
		{Title: p.say("Единица", "Unit"), Weight: 2},
	}}
	for _, r := range figures {
		park := r.Park
		if r.Whose != app.ReferencePark {
			park = p.say("среднее по рейтингу", "rating average")
		}
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(park, r.Code, p.exactly(r), r.Unit)})
	}
	return t
}

// sourcesOf says where the figures are from, and what of other years is on file.
func (p *paper) sourcesOf(all []*app.Reference) string {
	var sources []string
	for _, r := range all {
		if r.Source != "" && !slices.Contains(sources, r.Source) {
			sources = append(sources, r.Source)
		}
	}
	text := p.say("Значений за ", "Figures for ") + p.inYear() + ": " + p.whole(len(all)) + "."
	if len(sources) > 0 {
		text = p.say("Источники: ", "Sources: ") + ended(strings.Join(sources, "; ")) + " " + text
	}
	years := map[string]int{}
	for _, r := range app.All[app.Reference](p.Book, "reference") {
		if r.Period != p.period {
			years[r.Period.Key()]++
		}
	}
	var rest []string
	for _, key := range slices.Backward(slices.Sorted(maps.Keys(years))) {
		rest = append(rest, key+p.say(" — ", ": ")+p.whole(years[key]))
	}
	if len(rest) > 0 {
		text += p.say(" Значения за другие периоды остаются в файле данных: ", " Figures for other periods stay in the data file: ") + strings.Join(rest, ", ") + "."
	}
	return text
}
