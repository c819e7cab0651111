package sample

import "technopark/app"

// addCompanyReports adds what the management company earned and spent: rent is
// counted from the leases, services from the figures of services.
func (b *builder) addCompanyReports() {
	subsidies := []app.Money{38_500_000_00, 31_250_000_00, 44_780_640_50}
	costPercent := []app.Money{104, 99, 95} // of income without subsidies
	for year := b.first; year <= lastYear; year++ {
		i := year - firstYear
		nth := max(i, 0) // years before have the figures of the first
		r := &app.CompanyReport{
			Period: app.YearPeriod(year), IncomeRent: app.Of(b.rentOf(year)), IncomeServices: app.Of(b.servicesOf(year)),
			IncomeSubsidies: app.Of(subsidies[nth]), IncomeOther: app.Of(app.Money(6_412_308_15 + int64(nth)*731_204_40)),
			Headcount: app.Of(app.Count(46 + nth)), Pay: app.Of(app.Rubles(64_200 + int64(nth)*3_450)),
		}
		own := r.IncomeRent.N + r.IncomeServices.N + r.IncomeOther.N
		r.Costs = app.Of(own * costPercent[nth] / 100)
		r.Taxes = app.Of(own * 13 / 100)
		r.Profit = app.Of(own + r.IncomeSubsidies.N - r.Costs.N)
		b.add(r)
	}
}

// rentOf counts the rent of a year: area × rate a month × 12, by days.
func (b *builder) rentOf(year int) app.Money {
	period := app.YearPeriod(year)
	rent := b.others.rent[year]
	for _, m := range b.members {
		for _, c := range m.leases {
			whole := int64(c.Rate.N) * 12 * int64(c.Area.N) / 1000
			rent += app.Money(whole * int64(c.DaysIn(period)) / int64(period.Days()))
		}
	}
	return rent
}

// servicesOf sums the revenue of all services in a year.
func (b *builder) servicesOf(year int) app.Money {
	var sum app.Money
	for _, rec := range b.records["service_report"] {
		if r := rec.(*app.ServiceReport); r.Period == app.YearPeriod(year) && r.Revenue.Given() {
			sum += r.Revenue.N
		}
	}
	return sum
}
