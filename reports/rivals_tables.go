package reports

import (
	"cmp"
	"math/big"
	"slices"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
	"technopark/reports/doc"
)

// mostCodes is how many indicators stand beside the names of the parks on one sheet.
const mostCodes = 11

// rivals makes the last chapter of part 11: the parks that the park is set among, by place, and
// every figure of them that is on file for the year. It is none where only means are known,
// which the charts have drawn.
func (p *paper) rivals() []doc.Section {
	all := p.referencesOfYear()
	drawn := func(r *app.Reference) bool {
		return r.Whose != app.ReferencePark && p.Result.Find(r.Code) != nil && p.fits(r)
	}
	if !slices.ContainsFunc(all, func(r *app.Reference) bool { return !drawn(r) }) {
		return nil
	}
	blocks := []doc.Block{p.rivalsLegend()}
	if s := p.ranked(); s != nil {
		blocks = append(blocks, p.placesTable())
	}
	fitting := slices.DeleteFunc(slices.Clone(all), func(r *app.Reference) bool { return !p.fits(r) })
	others := p.otherParks(fitting)
	for _, codes := range p.codesOf(fitting) {
		blocks = append(blocks, doc.Heading{Level: 2, Text: p.codesTitle(codes)}, p.figuresTable(others, codes))
	}
	if odd := slices.DeleteFunc(slices.Clone(all), p.fits); len(odd) > 0 {
		blocks = append(blocks, doc.Heading{Level: 2, Text: p.say("Значения в других единицах", "Figures in other units")}, p.oddFigures(odd))
	}
	return []doc.Section{{
		Title: p.say("Другие технопарки", "Other parks"), Level: 1, InContents: true,
		Blocks: append(blocks, doc.Paragraph{Size: registerText, Align: doc.Justify, Text: p.sourcesOf(all)}),
	}}
}

func (p *paper) rivalsLegend() doc.Paragraph {
	section := app.TypeByKey("reference").Many
	text := p.say("Значения за "+p.inYear()+" из раздела «"+section.RU+"»; коды и единицы — как у показателей этого технопарка, чья строка выделена. «≥» — не меньше, «≤» — не больше.",
		"Figures for "+p.inYear()+" from the section “"+section.EN+"”; codes and units are those of the indicators of this park, whose row is bold. “≥” is at least, “≤” at most.")
	if p.ranked() != nil {
		text += p.say(" Технопарки стоят по местам, которые дают эти значения по методике; без места — те, о ком известно слишком мало.",
			" The parks stand by the places that these figures give them by the methodology; without one are those of which too little is known.")
	}
	return doc.Paragraph{Size: registerText, Align: doc.Justify, Keep: true, Text: text}
}

// placesTable is the rating of all parks of which enough is known.
func (p *paper) placesTable() doc.Table {
	s := p.ranked()
	x, top := s.Index(), s.Index().Top()
	t := doc.Table{Size: breakdownText, Columns: []doc.Column{
		{Title: p.say("Место", "Place"), Align: doc.Right},
		{Title: p.say("Технопарк", "Park"), Weight: 5},
		{Title: p.say("Регион", "Region"), Weight: 4},
		{Title: x.Name(top).In(p.Lang), Align: doc.Right, Min: 15},
		{Title: p.say("Группа", "Group"), Align: doc.Center},
	}}
	for _, code := range subindicesOf(x) {
		t.Columns = append(t.Columns, doc.Column{Title: code, Align: doc.Right, Group: p.say("Субиндексы, % среднего", "Sub-indices, % of the mean")})
	}
	t.Columns = append(t.Columns, doc.Column{Title: p.say("Место за ", "Place in ") + p.yearBefore(), Align: doc.Right, Min: 14})
	regions := map[string]string{s.Is().Name: p.Book.Park.Region}
	for _, r := range p.referencesOfYear() {
		name := app.Clean(r.Park)
		regions[name] = cmp.Or(regions[name], r.Region)
	}
	for _, unit := range byPlace(s.Now.Ranked, top) {
		row := p.placeRow(s.Now.Ranked, s.Then, unit)
		row.Cells[2].Text = regions[s.Now.Ranked.Units[unit].ID]
		for i := range row.Cells {
			row.Cells[i].Bold = unit == 0
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// byPlace returns the units from the first place down, those without one last.
func byPlace(r *composite.Result, top string) []int {
	order := make([]int, len(r.Units))
	for u := range order {
		order[u] = u
	}
	last := len(order) + 1
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(cmp.Or(r.Rank(a, top), last), cmp.Or(r.Rank(b, top), last))
	})
	return order
}

// placeRow is a park of the rating; its region is left to be filled in.
func (p *paper) placeRow(now *composite.Result, then *rating.Position, unit int) doc.Row {
	x := now.Index
	texts := []string{p.placeText(now.Rank(unit, x.Top())), now.Units[unit].ID, "", p.score(now.Score(unit, x.Top()), 2), now.Group(unit)}
	for _, code := range subindicesOf(x) {
		texts = append(texts, p.score(ofMean(now.Score(unit, code), now.Mean(code)), 1))
	}
	before := 0
	if then != nil && then.Ranked != nil {
		if u := slices.IndexFunc(then.Ranked.Units, func(other composite.Unit) bool { return other.ID == now.Units[unit].ID }); u >= 0 {
			before = then.Ranked.Rank(u, x.Top())
		}
	}
	return doc.Row{Cells: doc.Cells(append(texts, p.placeText(before))...)}
}

func (p *paper) placeText(place int) string {
	if place == 0 {
		return nothing
	}
	return p.whole(place)
}

// subindicesOf returns what the index is added up from, without indicators that go straight into it.
func subindicesOf(x *composite.Index) []string {
	return slices.DeleteFunc(x.Children(x.Top()), func(code string) bool { return len(x.Children(code)) == 0 })
}

// ofMean returns a score in percent of the mean one; unknown where the mean is not above nought.
func ofMean(score, mean composite.Value) composite.Value {
	if !score.Known || !mean.Known || mean.Number <= 0 {
		return composite.Value{}
	}
	return composite.Value{Number: score.Number / mean.Number * 100, Known: true}
}

// score writes a score of the method.
func (p *paper) score(v composite.Value, digits int) string {
	if !v.Known {
		return nothing
	}
	return rating.FigureText(&rating.Indicator{Digits: digits}, new(big.Rat).SetFloat64(v.Number), p.Lang)
}
