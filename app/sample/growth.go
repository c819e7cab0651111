package sample

import "technopark/app"

// earlierReport steps a year back from the report of the year after. One rate of
// growth, in hundredths of a per cent, serves all amounts of a company, with a
// little play for each, so that parts stay within their wholes and only the few
// that leapt or shrank stand out.
func (m *member) earlierReport(next *app.ResidentReport, year int) *app.ResidentReport {
	d := diceFor("growth", m.number*10+year%10)
	growth := m.growth(d, year)
	r := *next
	r.Period = app.YearPeriod(year)
	for _, cell := range []*app.Cell[app.Money]{&r.Revenue, &r.Payroll, &r.Contributions, &r.Profit} {
		back(cell, growth)
	}
	for _, part := range []*app.Cell[app.Money]{&r.Export, &r.Innovative} {
		back(part, growth*10_000/d.between(9_000, 10_000)) // never more than the whole
	}
	for _, cell := range []*app.Cell[app.Money]{
		&r.RDOwn, &r.RDBudget, &r.RDOther, &r.Capital, &r.TaxesFederal, &r.TaxesRegional, &r.TaxesLocal, &r.Customs,
	} {
		back(cell, growth*10_000/d.between(9_200, 10_700))
	}
	r.Equity = app.Of(app.Money(0))
	if !m.is(ordinary) && d.chance(9) {
		r.Equity = app.Of(app.Rubles(d.between(2, 24) * 1_000_000))
	}
	if r.Headcount.Given() {
		r.Headcount.N = app.Count(m.staff[year].people)
	}
	r.StaffStart, r.StaffEnd = m.staffBounds(year)
	if n := r.Researchers.N; r.Researchers.Given() && n > 0 {
		r.Researchers.N = max(n*r.Headcount.N/next.Headcount.N, (2*n+2)/3)
	}
	return &r
}

// growth draws how revenue grew from the year to the next.
func (m *member) growth(d dice, year int) int64 {
	switch {
	case m.is(leaping) && year == lastYear-1:
		return d.between(16_000, 21_000)
	case m.is(shrinking):
		return d.between(6_400, 7_600)
	case d.chance(14):
		return d.between(8_500, 9_950)
	}
	return d.between(10_200, 13_200)
}

// back divides a given amount by a rate in hundredths of a per cent.
func back(cell *app.Cell[app.Money], rate int64) {
	if cell.Given() {
		cell.N = cell.N * 10_000 / app.Money(rate)
	}
}
