package reports

import (
	"technopark/app"
	"technopark/reports/doc"
)

// company makes part 6: the management company, who signs for it, its year and
// its services.
func (p *paper) company() doc.Section {
	c := p.Book.Company
	if c == nil {
		return doc.Section{Blocks: []doc.Block{doc.Paragraph{
			Text: "В карточке технопарка управляющая компания не указана.", Indent: true,
		}}}
	}
	services := app.TypeByKey("service")
	people := app.TypeByKey("person")
	return doc.Section{Blocks: []doc.Block{
		p.card(c, keys(personFields())...),
		chapter(people.Many.In(app.RU)), p.people(c),
		chapter(app.TypeByKey("company_report").Many.In(app.RU)), p.companyReports(),
		doc.KeepTogether{Blocks: []doc.Block{chapter(services.Many.In(app.RU)), p.services()}},
	}}
}

// personFields returns the fields of the company that name a person.
func personFields() []app.Field {
	var out []app.Field
	for _, f := range app.TypeByKey("company").Fields {
		if f.Ref == "person" {
			out = append(out, f)
		}
	}
	return out
}

// people lists who answers for what; one person may do several things.
func (p *paper) people(c *app.ManagementCompany) doc.Table {
	of := fields("person", "full_name", "position", "authority", "phone", "email")
	t := doc.Table{Columns: append([]doc.Column{{Title: label("person", "role")}}, columns(of)...)}
	t.Columns[1].Weight, t.Columns[2].Weight, t.Columns[3].Weight = 3, 2, 2
	for _, ref := range personFields() {
		cells := []string{ref.Label.In(app.RU)}
		if person := p.person(ref.Get(c).N); person != nil {
			cells = append(cells, p.row(person, of)...)
		} else {
			cells = append(cells, valueText(ref, app.Value{}))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(cells...)})
	}
	return t
}

// companyReports sets the year beside the one before.
func (p *paper) companyReports() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Показатель", Weight: 1},
		{Title: "Единица"},
		{Title: p.period.In(app.RU), Align: doc.Right, Min: 30},
		{Title: p.before.In(app.RU), Align: doc.Right, Min: 30},
	}}
	now, before := p.companyReport(p.period), p.companyReport(p.before)
	section := ""
	for _, f := range app.TypeByKey("company_report").Stored() {
		if !f.Kind.Number() {
			continue
		}
		if title := f.Section.In(app.RU); title != section {
			t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(title)})
			section = title
		}
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(
			f.Label.In(app.RU), unit(f), valueText(f, f.Get(now)), valueText(f, f.Get(before)))})
	}
	return t
}

// companyReport returns the report of a period; one that was never given has
// nothing in any cell.
func (p *paper) companyReport(period app.Period) *app.CompanyReport {
	for _, r := range app.All[app.CompanyReport](p.Book, "company_report") {
		if r.Period == period {
			return r
		}
	}
	return new(app.CompanyReport)
}

// services lists the kinds of services with their figures of the year.
func (p *paper) services() doc.Table {
	of := fields("service", "kind", "offered")
	figures := fields("service_report", "times", "residents", "revenue")
	t := doc.Table{Columns: append(columns(of), columns(figures)...), Empty: "Услуги не учтены"}
	t.Columns[0].Weight = 1
	reports := map[int64]*app.ServiceReport{}
	for _, r := range app.All[app.ServiceReport](p.Book, "service_report") {
		if r.Period == p.period {
			reports[r.Service] = r
		}
	}
	for i := range figures {
		t.Columns[len(of)+i].Group = "За " + p.inYear()
	}
	for _, s := range app.All[app.Service](p.Book, "service") {
		cells := p.row(s, of)
		cells[0] = capital(cells[0])
		report := reports[s.ID]
		for _, f := range figures {
			switch {
			case report != nil:
				cells = append(cells, valueText(f, f.Get(report)))
			case s.Offered == app.No():
				cells = append(cells, nothing)
			default:
				cells = append(cells, valueText(f, app.Value{}))
			}
		}
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(cells...)})
	}
	return t
}
