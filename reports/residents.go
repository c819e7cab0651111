package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/reports/doc"
)

// tenant is a resident of the year with what the register says of it.
type tenant struct {
	*app.Resident
	standing app.Residency       // on the last day of the year
	report   *app.ResidentReport // of the year; nil when there is none
	numbers  string              // of the residency agreements in force in the year, one a line
	area     app.Value           // let to it on the last day of the year
}

func (t tenant) stays() bool { return t.standing.Status == app.StatusResident }

// tenants returns the residents active in the year in the order of their names.
func (p *paper) tenants() []tenant {
	var out []tenant
	for _, r := range p.Book.ActiveResidents(p.period) {
		out = append(out, tenant{Resident: r, standing: p.Book.Residency(r.ID, p.period.Last()), report: p.reports[r.ID]})
	}
	slices.SortStableFunc(out, func(a, b tenant) int {
		return cmp.Or(p.names.Compare(a.Name, b.Name), cmp.Compare(a.INN, b.INN))
	})
	at := make(map[int64]int, len(out))
	area := make([]sum, len(out))
	for i := range out {
		at[out[i].ID] = i
	}
	for _, c := range app.All[app.Contract](p.Book, "contract") {
		i, active := at[c.Resident]
		switch {
		case !active:
		case c.Kind == app.ContractResidency && c.DaysIn(p.period) > 0:
			out[i].numbers = strings.TrimPrefix(out[i].numbers+"\n"+cmp.Or(c.Number, p.say("б/н", "none")), "\n")
		case c.Kind == app.ContractLease && c.InForce(p.period.Last()):
			area[i].add(field("contract", "area").Get(c))
		}
	}
	for i, a := range area {
		if a.given > 0 || a.missing == 0 { // no lease is an area of nought
			out[i].area = app.NumberValue(a.total)
		}
	}
	return out
}

// residents makes part 7: the register of residents of the year.
func (p *paper) residents() doc.Section {
	all := p.tenants()
	blocks := []doc.Block{doc.Paragraph{Text: p.residency(all), Size: registerText, Keep: true}}
	if note := p.silent(all); note != "" {
		blocks = append(blocks, doc.Paragraph{Text: note, Size: registerText, Keep: true})
	}
	blocks = append(blocks, p.register(all))
	return doc.Section{Landscape: true, Blocks: blocks}
}

// registerText is the size of what is said over a register, points: it belongs
// to the table more than to running text.
const registerText = 11

// within returns «2020 году».
func (p *paper) within() string { return strconv.Itoa(p.Year) + p.say(app.NBSP+"году", "") }

// residency counts the residents.
func (p *paper) residency(all []tenant) string {
	admitted, left := 0, len(departed(all))
	for _, t := range all {
		if p.period.Contains(t.standing.Admitted) {
			admitted++
		}
	}
	return fmt.Sprintf(p.say(
		"В реестре — все резиденты, у которых соглашение о резидентстве действовало хотя бы один день %s: %s. На %s — %s; принято за год — %s, выбыло за год — %s.",
		"The register lists all residents whose residency agreement was in force on at least one day of %s: %s. As at %s: %s; admitted in the year: %s; left in the year: %s."),
		p.year(0), p.whole(len(all)), p.lastDay(), p.counted(len(all)-left, residentForms()), p.whole(admitted), p.whole(left))
}

func departed(all []tenant) []tenant {
	var left []tenant
	for _, t := range all {
		if !t.stays() {
			left = append(left, t)
		}
	}
	return left
}

// registerLabel is how many columns of the register stand before its sums.
const registerLabel = 6

// registerColumns returns the head of the register. Numbers that are read together stand one
// under the other: there is no room for a column of each in a type that can be read.
func (p *paper) registerColumns() []doc.Column {
	name, code, area := p.column(field("resident", "name")), p.column(field("resident", "inn")), p.column(field("contract", "area"))
	name.Weight, name.Min = 3, 60
	code.Title = joinedBy(", ", code.Title, p.label("resident", "ogrn"))
	area.Title += p.say(" на ", " as at ") + p.lastDay()
	head := []doc.Column{
		p.numberColumn(), name, code, p.column(field("resident", "okved")), p.column(field("resident", "specialism")),
		{Title: p.say("Соглашение: срок, номер", "Agreement: term, number")},
		area,
	}
	head[4].Weight = 1 // fields of two words may take two lines
	for _, c := range p.columns(p.reported()) {
		c.Group = p.say("За ", "In ") + p.inYear()
		head = append(head, c)
	}
	return append(head, p.column(field("resident", "innovative")))
}

// agreement writes from when to when a company was a resident, how it left, and by which agreements.
func (p *paper) agreement(r tenant) string {
	if r.stays() {
		return joinedBy("\n", p.say("с"+app.NBSP, "from"+app.NBSP)+r.standing.Admitted.String(), r.numbers)
	}
	how := field("resident", "status").Words(app.TextValue(r.standing.Status), nil, p.Lang)
	return joinedBy("\n", r.standing.Admitted.String()+"–"+r.standing.Left.String(), how, r.numbers)
}

// reported returns the fields of the residents' reports that the register has.
func (p *paper) reported() []app.Field { return fields("resident_report", "headcount", "revenue") }

// register lists the residents; those that left in the year follow those that
// stay, and each group has its sums.
func (p *paper) register(all []tenant) doc.Table {
	t := doc.Table{Columns: p.registerColumns(), Numbered: true, Empty: p.say("Резидентов нет", "No residents")}
	groups := map[bool][]tenant{}
	for _, r := range all {
		groups[r.stays()] = append(groups[r.stays()], r)
	}
	total := p.newTotals()
	number := 0
	for _, stay := range []bool{true, false} {
		group := groups[stay]
		if len(group) == 0 {
			continue
		}
		title, sum := p.say("Резиденты на ", "Residents as at ")+p.lastDay(), p.say("Итого на ", "Subtotal as at ")+p.lastDay()
		if !stay {
			title, sum = p.say("Выбыли в ", "Left in ")+p.within(), p.say("Итого выбывших в ", "Subtotal of those that left in ")+p.within()
		}
		t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(title)})
		part := p.newTotals()
		for _, r := range group {
			number++
			t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(p.registerRow(number, r)...)})
			part.add(r)
		}
		total.join(part)
		if len(groups) > 1 {
			t.Rows = append(t.Rows, p.sums(part, doc.RowSubtotal, sum+": "+p.counted(len(group), residentForms())))
		}
	}
	if number > 0 {
		t.Rows = append(t.Rows, p.sums(total, doc.RowTotal, p.say("Всего за ", "Total for ")+p.inYear()+": "+p.counted(number, residentForms())))
	}
	return t
}

func (p *paper) registerRow(number int, r tenant) []string {
	said := p.row(r.Resident, fields("resident", "name", "inn", "ogrn", "okved", "specialism"))
	cells := []string{p.whole(number), said[0], joinedBy("\n", said[1], said[2]), said[3], said[4], p.agreement(r), p.value(field("contract", "area"), r.area)}
	for _, f := range p.reported() {
		cells = append(cells, p.value(f, r.figure(f)))
	}
	return append(cells, p.text(field("resident", "innovative"), r.Resident))
}

// figure returns a cell of the resident's report, nothing when there is none.
func (t tenant) figure(f app.Field) app.Value {
	if t.report == nil {
		return app.Value{}
	}
	return f.Get(t.report)
}
