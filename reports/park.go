package reports

import (
	"fmt"
	"strings"

	"technopark/app"
	"technopark/reports/doc"
)

// parkCard makes part 5: what the park is, where it is registered, what its
// site has and what was put into it.
func (p *paper) parkCard() doc.Section {
	statuses := app.TypeByKey("park_status")
	registers := p.table(p.Book.Of(statuses.Key), statuses.Stored())
	registers.Columns[0].Weight = 1
	return doc.Section{Blocks: []doc.Block{
		p.card(p.Book.Park, "demo"), // said on the title page and at every foot
		chapter(statuses.Many.In(p.Lang)), registers,
		doc.KeepTogether{Blocks: []doc.Block{chapter(app.TypeByKey("site_report").Many.In(p.Lang)), p.siteTable()}},
		chapter(app.TypeByKey("investment").Many.In(p.Lang)), p.investments(),
	}}
}

// chapter returns a heading inside a part, listed in the contents.
func chapter(title string) doc.Heading {
	return doc.Heading{Text: title, Level: 1, InContents: true}
}

// siteTable sets total and free side by side, for the year and the one before.
func (p *paper) siteTable() doc.Table {
	now, before := p.siteReport(p.period), p.siteReport(p.before)
	year, last := p.period.In(p.Lang), p.before.In(p.Lang)
	total, free := p.say("Всего", "Total"), p.say("Из них свободно", "Of which free")
	t := doc.Table{Columns: []doc.Column{
		{Title: p.say("Показатель", "Figure"), Weight: 1},
		{Title: p.say("Единица", "Unit")},
		{Title: total, Group: year, Align: doc.Right, Min: 24},
		{Title: free, Group: year, Align: doc.Right, Min: 24},
		{Title: total, Group: last, Align: doc.Right, Min: 24},
		{Title: free, Group: last, Align: doc.Right, Min: 24},
	}}
	section := ""
	for _, f := range app.TypeByKey("site_report").Stored() {
		if f.Kind != app.KindQuantity || strings.HasSuffix(f.Key, freeSuffix) {
			continue
		}
		if title := f.Section.In(p.Lang); title != section {
			t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(title)})
			section = title
		}
		cells := []string{stem(f.Label.In(p.Lang)), p.unit(f)}
		blank := true
		for _, rec := range []*app.SiteReport{now, before} {
			total, free, given := p.siteCells(rec, f)
			cells = append(cells, total, free)
			blank = blank && !given
		}
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(cells...), Blank: blank})
	}
	return t
}

// freeSuffix marks, in the catalogue of site figures, what is free of a total;
// hasPrefix marks whether a supply is there at all.
const (
	freeSuffix = "_free"
	hasPrefix  = "has_"
)

// stem cuts a label to what total and free have in common: «Земля, всего».
func stem(label string) string {
	if at := strings.IndexAny(label, ",:"); at > 0 {
		return label[:at]
	}
	return label
}

// siteCells writes one figure of a site report and what of it is free; given is false when
// neither was told. Of a supply that is not there, nothing can be free.
func (p *paper) siteCells(rec *app.SiteReport, f app.Field) (total, free string, given bool) {
	if rec == nil {
		rec = new(app.SiteReport)
	}
	total, free, given = p.value(f, f.Get(rec)), nothing, !f.Get(rec).Empty()
	has, known := rec.Type().Field(hasPrefix + f.Key)
	if known && has.Get(rec) == app.NumberValue(0) {
		return has.Words(has.Get(rec), nil, p.Lang), nothing, true
	}
	if g, ok := rec.Type().Field(f.Key + freeSuffix); ok {
		free, given = p.value(g, g.Get(rec)), given || !g.Get(rec).Empty()
	}
	return total, free, given
}

// siteReport returns the report of a period, or nil.
func (p *paper) siteReport(period app.Period) *app.SiteReport {
	for _, r := range app.All[app.SiteReport](p.Book, "site_report") {
		if r.Period == period {
			return r
		}
	}
	return nil
}

// investments adds up what was put into the park by source: in the year, and
// all that is on record up to its end.
func (p *paper) investments() doc.Table {
	source, amount := field("investment", "source"), field("investment", "amount")
	head := p.column(source)
	head.Weight = 1
	inYear, toDate := p.column(amount), p.column(amount)
	inYear.Min, toDate.Min = 38, 38
	inYear.Title = fmt.Sprintf(p.say("%s за %s", "%s in %s"), inYear.Title, p.inYear())
	toDate.Title = fmt.Sprintf(p.say("%s по %s нарастающим итогом", "%s, cumulative to %s"), toDate.Title, p.lastDay())
	t := doc.Table{Columns: []doc.Column{head, inYear, toDate}, Empty: p.say("Вложения не учтены", "No investment on record")}
	allYear, all := sum{field: amount}, sum{field: amount}
	for _, option := range answers(source) {
		year, sums := p.investedFrom(option.Code)
		if year.given+year.missing+sums.given+sums.missing == 0 {
			continue
		}
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(capital(option.Label.In(p.Lang)), year.text(p.Lang), sums.text(p.Lang))})
		allYear.join(year)
		all.join(sums)
	}
	if len(t.Rows) > 0 {
		t.Rows = append(t.Rows, doc.Row{Kind: doc.RowTotal, Cells: doc.Cells(p.say("Всего вложений", "Total of investments"), allYear.text(p.Lang), all.text(p.Lang))})
	}
	return t
}

func (p *paper) investedFrom(source string) (year, toDate sum) {
	amount := field("investment", "amount")
	year, toDate = sum{field: amount}, sum{field: amount}
	for _, i := range app.All[app.Investment](p.Book, "investment") {
		if i.Source != source || i.Date.After(p.period.Last()) {
			continue
		}
		toDate.add(amount.Get(i))
		if p.period.Contains(i.Date) {
			year.add(amount.Get(i))
		}
	}
	return year, toDate
}
