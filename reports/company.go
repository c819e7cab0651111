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
			Text: p.say("В карточке технопарка управляющая компания не указана.", "The park card names no management company."), Indent: true,
		}}}
	}
	services := app.TypeByKey("service")
	people := app.TypeByKey("person")
	return doc.Section{Blocks: []doc.Block{
		p.card(c),
		chapter(people.Many.In(p.Lang)), p.people(c),
		chapter(app.TypeByKey("company_report").Many.In(p.Lang)), p.companyReports(),
		doc.KeepTogether{Blocks: []doc.Block{chapter(services.Many.In(p.Lang)), p.services()}},
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
	t := doc.Table{Columns: append([]doc.Column{{Title: p.label("person", "role")}}, p.columns(of)...)}
	t.Columns[1].Weight, t.Columns[2].Weight, t.Columns[3].Weight = 3, 2, 2
	for _, ref := range personFields() {
		cells := []string{ref.Label.In(p.Lang)}
		person := p.person(ref.Get(c).N)
		if person != nil {
			cells = append(cells, p.row(person, of)...)
		} else {
			cells = append(cells, p.value(ref, app.Value{}))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(cells...), Blank: person == nil})
	}
	return t
}

// companyReports sets the year beside the one before.
func (p *paper) companyReports() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: p.say("Показатель", "Figure"), Weight: 1},
		{Title: p.say("Единица", "Unit")},
		{Title: p.period.In(p.Lang), Align: doc.Right, Min: 30},
		{Title: p.before.In(p.Lang), Align: doc.Right, Min: 30},
	}}
	now, before := p.companyReport(p.period), p.companyReport(p.before)
	section := ""
	for _, f := range app.TypeByKey("company_report").Stored() {
		if !f.Kind.Number() {
			continue
		}
		if title := f.Section.In(p.Lang); title != section {
			t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(title)})
			section = title
		}
		t.Rows = append(t.Rows, doc.Row{
			Cells: doc.Cells(f.Label.In(p.Lang), p.unit(f), p.value(f, f.Get(now)), p.value(f, f.Get(before))),
			Blank: f.Get(now).Empty() && f.Get(before).Empty(),
		})
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

// serviceReports returns the reports of the year by service.
func (p *paper) serviceReports() map[int64]*app.ServiceReport {
	reports := map[int64]*app.ServiceReport{}
	for _, r := range app.All[app.ServiceReport](p.Book, "service_report") {
		if r.Period == p.period {
			reports[r.Service] = r
		}
	}
	return reports
}

// services lists the kinds of services with their figures of the year.
func (p *paper) services() doc.Table {
	of := fields("service", "kind", "offered")
	figures := fields("service_report", "times", "residents", "revenue")
	t := doc.Table{Columns: append(p.columns(of), p.columns(figures)...), Empty: p.say("Услуги не учтены", "No services on record")}
	t.Columns[0].Weight = 1
	reports := p.serviceReports()
	for i := range figures {
		t.Columns[len(of)+i].Group = p.say("За ", "In ") + p.inYear()
	}
	for _, s := range app.All[app.Service](p.Book, "service") {
		cells := p.row(s, of)
		cells[0] = capital(cells[0])
		report, told := reports[s.ID], s.Offered.State != app.NotProvided
		for _, f := range figures {
			switch {
			case report != nil:
				cells = append(cells, p.value(f, f.Get(report)))
				told = told || !f.Get(report).Empty()
			case s.Offered == app.No():
				cells = append(cells, nothing)
			default:
				cells = append(cells, p.value(f, app.Value{}))
			}
		}
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(cells...), Blank: !told})
	}
	if len(t.Rows) > 0 {
		t.Rows = append(t.Rows, p.serviceTotal(reports, figures))
	}
	return t
}

// serviceTotal adds up the revenue; times and residents of different services make no sum.
func (p *paper) serviceTotal(reports map[int64]*app.ServiceReport, figures []app.Field) doc.Row {
	revenue := sum{field: figures[len(figures)-1]}
	for _, s := range app.All[app.Service](p.Book, "service") {
		if r := reports[s.ID]; r != nil {
			revenue.add(revenue.field.Get(r))
		}
	}
	label := p.say("Всего выручка от услуг", "Total revenue from services")
	return doc.Row{Kind: doc.RowTotal, Cells: []doc.Cell{{Text: label, Span: len(figures) + 1}, {Text: revenue.text(p.Lang)}}}
}
