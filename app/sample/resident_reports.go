package sample

import "technopark/app"

// addResidentReports adds the yearly reports of each company for the years in
// which it was a resident, and no other.
func (b *builder) addResidentReports() {
	for _, m := range b.members {
		var next *app.ResidentReport
		for year := lastYear; year >= b.first; year-- {
			if !m.activeIn(year) {
				continue
			}
			if next == nil {
				next = m.latestReport(year)
			} else {
				next = m.earlierReport(next, year)
			}
			if m.reported(year) {
				report := *next
				applyGaps(m.roster, &report)
				if m.number%16 != 0 { // a few report to the kopeck
					inTenths(&report)
				}
				b.add(&report)
			}
		}
	}
	b.addQuarters()
}

// reported reports whether the company handed in a report for the year.
func (m *member) reported(year int) bool {
	return !m.is(silent) || year != lastYear
}

// inTenths drops what is below a tenth of a thousand roubles, the form's precision.
// Dropping instead of rounding keeps parts within their wholes.
func inTenths(rec app.Record) {
	for _, f := range rec.Type().Fields {
		if v := f.Get(rec); f.Kind == app.KindMoney && v.State == app.Given {
			v.N -= v.N % (f.Scale / 10)
			f.Set(rec, v)
		}
	}
}

// latestReport draws the report of the last year from what is plausible in the
// trade, to the kopeck.
func (m *member) latestReport(year int) *app.ResidentReport {
	d, t := diceFor("report", m.number), tradeOf(m.trade)
	r := &app.ResidentReport{Resident: m.id, Period: app.YearPeriod(year)}
	heads := max(m.people, 1)
	revenue := perHead(d, heads, t.revenue)
	r.Revenue = app.Of(revenue)
	r.Headcount, r.Researchers = m.staffCells(d, year, t)
	r.StaffStart, r.StaffEnd = m.staffBounds(year)
	r.Payroll = app.Of(perHead(d, heads, span{t.pay.low * 12, t.pay.high * 12}))
	m.setSales(r, d, t)
	m.setResearch(r, d, perHead(d, heads, t.research))
	r.Capital = app.Of(perHead(d, heads, t.capital))
	m.setTaxes(r, d)
	r.Profit = app.Of(share(revenue, d.between(-600, 1400)))
	r.Equity = app.Of(app.Money(0))
	if !m.is(ordinary) && d.chance(12) {
		r.Equity = app.Of(app.Rubles(d.between(3, 38) * 1_000_000))
	}
	if m.is(holding) {
		r.Payroll, r.Contributions = app.NA[app.Money](), app.NA[app.Money]()
	}
	return r
}

// perHead draws an amount from thousands of roubles a head, to the kopeck.
func perHead(d dice, heads int64, each span) app.Money {
	return app.Money(heads * d.between(each.low*100_000, each.high*100_000))
}

// staffCells returns the headcount and the researchers among it.
func (m *member) staffCells(d dice, year int, t tradeFigures) (all, researchers app.Cell[app.Count]) {
	if m.is(holding) {
		return app.NA[app.Count](), app.NA[app.Count]()
	}
	n := m.staff[year].people
	all, researchers = app.Of(app.Count(n)), app.Of(app.Count(n*d.in(t.researches)/100))
	if m.is(ordinary) {
		researchers = app.NA[app.Count]()
	}
	return all, researchers
}

// setSales divides the revenue: those who work on the spot cannot export, those
// who make nothing new have a true zero.
func (m *member) setSales(r *app.ResidentReport, d dice, t tradeFigures) {
	revenue := r.Revenue.N
	abroad := d.between(t.export.low*100, t.export.high*100)
	switch {
	case m.is(domestic):
		r.Export = app.NA[app.Money]()
	case m.is(exporter):
		r.Export = app.Of(share(revenue, d.between(2_000, 5_200)))
	case abroad < 300:
		r.Export = app.Of(app.Money(0))
	default:
		r.Export = app.Of(share(revenue, abroad))
	}
	r.Innovative = app.Of(share(revenue, d.between(t.innovative.low*100, t.innovative.high*100)))
	if m.is(ordinary) {
		r.Innovative = app.Of(app.Money(0))
	}
}

// setResearch divides the R&D costs by source.
func (m *member) setResearch(r *app.ResidentReport, d dice, costs app.Money) {
	if m.is(ordinary) {
		r.RDOwn, r.RDBudget, r.RDOther = app.Of(app.Money(0)), app.NA[app.Money](), app.NA[app.Money]()
		return
	}
	var budget, other app.Money
	if m.form == "institution" {
		budget = share(costs, d.between(6_000, 9_000))
	} else if d.chance(35) {
		budget = share(costs, d.between(1_000, 4_500))
	}
	if d.chance(30) {
		other = share(costs-budget, d.between(500, 3_000))
	}
	r.RDOwn, r.RDBudget, r.RDOther = app.Of(costs-budget-other), app.Of(budget), app.Of(other)
}

// setTaxes draws the taxes as shares of revenue and the contributions as those of
// payroll: 30 % by chapter 34 of the tax code, less for software and small firms.
func (m *member) setTaxes(r *app.ResidentReport, d dice) {
	revenue := r.Revenue.N
	r.TaxesFederal = app.Of(share(revenue, d.between(380, 940)))
	r.TaxesRegional = app.Of(share(revenue, d.between(90, 310)))
	r.TaxesLocal = app.Of(share(revenue, d.between(4, 38)))
	r.Customs = app.Of(app.Money(0))
	if !m.is(domestic) && (m.is(exporter) || d.chance(22)) {
		r.Customs = app.Of(share(revenue, d.between(60, 390)))
	}
	if m.is(domestic) {
		r.Customs = app.NA[app.Money]()
	}
	rate := int64(3_000)
	switch {
	case m.trade == software:
		rate = 1_400
	case m.people <= 15:
		rate = 2_020
	}
	r.Contributions = app.Of(share(r.Payroll.N, rate))
}
