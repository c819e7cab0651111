package rating_test

import (
	"math/big"
	"slices"

	"technopark/app"
	"technopark/app/rating"
)

// outcome is what an oracle says of an indicator.
type outcome struct {
	value  *big.Rat // nil: not calculated
	in, of int
	bound  rating.Bound
}

// oracle recomputes the 21 indicators out of the records themselves, word by word after the
// description of the indicators, sharing nothing with the profile and its evaluator.
type oracle struct {
	s    *shelf
	year int
}

func records[R any](o *oracle, key string) []*R {
	var all []*R
	for _, rec := range o.s.records[key] {
		if r, ok := any(rec).(*R); ok {
			all = append(all, r)
		}
	}
	return all
}

// active reports whether a residency agreement was in force on a day of the year.
func (o *oracle) active(resident int64, year int) bool {
	return slices.ContainsFunc(records[app.Contract](o, "contract"), func(c *app.Contract) bool {
		return c.Kind == app.ContractResidency && c.Resident == resident && o.daysOf(c, year) > 0
	})
}

func (o *oracle) daysOf(c *app.Contract, year int) int64 {
	days := int64(0)
	for day := app.Day(year, 1, 1).Days(); day <= app.Day(year, 12, 31).Days(); day++ {
		if !c.From.Zero() && day >= c.From.Days() && (c.To.Zero() || day <= c.To.Days()) {
			days++
		}
	}
	return days
}

func (o *oracle) residents(year int) []int64 {
	var ids []int64
	for _, r := range records[app.Resident](o, "resident") {
		if o.active(r.ID, year) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

func (o *oracle) reportOf(resident int64, year int) *app.ResidentReport {
	for _, r := range records[app.ResidentReport](o, "resident_report") {
		if r.Resident == resident && r.Period == app.YearPeriod(year) {
			return r
		}
	}
	return nil
}

// cells is what one resident gives to one side of a ratio: kopecks, people or records.
type cells func(resident int64, r *app.ResidentReport) (sum int64, provided bool)

func moneyOf(at ...func(*app.ResidentReport) app.Cell[app.Money]) cells {
	return func(_ int64, r *app.ResidentReport) (sum int64, provided bool) {
		for _, cell := range at {
			switch c := cell(r); c.State {
			case app.NotProvided:
				return 0, false
			case app.Given:
				sum += int64(c.N)
			case app.NotApplicable:
			}
		}
		return sum, true
	}
}

func headcount(_ int64, r *app.ResidentReport) (int64, bool) {
	return int64(r.Headcount.N), r.Headcount.State != app.NotProvided
}

// ratio is Σ upper / Σ lower over the residents that provided both.
func (o *oracle) ratio(upper, lower cells, perHead bool, times *big.Rat) outcome {
	var out outcome
	var over, under int64
	for _, id := range o.residents(o.year) {
		r := o.reportOf(id, o.year)
		if perHead && r != nil && r.Headcount.State == app.NotApplicable {
			continue
		}
		out.of++
		if r == nil {
			continue
		}
		u, whole := upper(id, r)
		l, based := lower(id, r)
		if !whole || !based {
			continue
		}
		out.in++
		over, under = over+u, under+l
	}
	return out.quotient(big.NewRat(over, 1), big.NewRat(under, 1), times)
}

// quotient settles the value of a ratio: none below the threshold or over nought.
func (out outcome) quotient(over, under, times *big.Rat) outcome {
	if out.of == 0 || out.in*100 < out.of*80 || under.Sign() == 0 {
		return out
	}
	out.value = new(big.Rat).Mul(new(big.Rat).Quo(over, under), times)
	return out
}

func (out outcome) atLeast() outcome {
	if out.value != nil && out.in < out.of {
		out.bound = rating.AtLeast
	}
	return out
}

func count(n int) *big.Rat { return big.NewRat(int64(n), 1) }

// all returns the outcomes by code.
func (o *oracle) all() map[string]outcome {
	revenue := moneyOf(func(r *app.ResidentReport) app.Cell[app.Money] { return r.Revenue })
	thousands, percent := big.NewRat(1, 100_000), count(100)
	rd := moneyOf(
		func(r *app.ResidentReport) app.Cell[app.Money] { return r.RDOwn },
		func(r *app.ResidentReport) app.Cell[app.Money] { return r.RDBudget },
		func(r *app.ResidentReport) app.Cell[app.Money] { return r.RDOther })
	payments := moneyOf(
		func(r *app.ResidentReport) app.Cell[app.Money] { return r.TaxesFederal },
		func(r *app.ResidentReport) app.Cell[app.Money] { return r.TaxesRegional },
		func(r *app.ResidentReport) app.Cell[app.Money] { return r.TaxesLocal },
		func(r *app.ResidentReport) app.Cell[app.Money] { return r.Customs },
		func(r *app.ResidentReport) app.Cell[app.Money] { return r.Contributions })
	invested := moneyOf(
		func(r *app.ResidentReport) app.Cell[app.Money] { return r.Capital },
		func(r *app.ResidentReport) app.Cell[app.Money] { return r.Equity })
	innovative := moneyOf(func(r *app.ResidentReport) app.Cell[app.Money] { return r.Innovative })
	export := moneyOf(func(r *app.ResidentReport) app.Cell[app.Money] { return r.Export })
	return map[string]outcome{
		"S1.1": o.ratio(rd, headcount, true, thousands),
		"S1.2": o.ratio(o.results(false), headcount, true, count(1)),
		"S1.3": o.ratio(o.results(true), headcount, true, count(1)),
		"S1.4": o.letArea(true, func(s *app.SiteReport) app.Cell[app.Quantity] { return s.Useful }),
		"S1.5": o.ratio(innovative, revenue, false, percent),
		"S2.1": o.ratio(revenue, headcount, true, thousands),
		"S2.2": o.ratio(export, revenue, false, percent),
		"S2.3": o.ratio(payments, headcount, true, thousands),
		"S2.4": o.growth(),
		"S2.5": o.ratio(o.jobs, headcount, true, percent),
		"S3.1": o.letArea(false, func(s *app.SiteReport) app.Cell[app.Quantity] { return s.Leasable }),
		"S3.2": o.admitted(),
		"S3.3": o.services(),
		"S3.4": o.selfSufficiency(),
		"S3.5": o.budgetReturn(),
		"S4.1": o.ratio(invested, headcount, true, thousands),
		"S4.2": o.privateMoney(),
		"S4.3": o.free(),
		"S5.1": o.disclosed(),
		"S5.2": o.activity(),
		"S5.3": o.practices(),
	}
}

func (o *oracle) results(patentsOnly bool) cells {
	return func(resident int64, _ *app.ResidentReport) (n int64, provided bool) {
		for _, r := range records[app.IPResult](o, "ip_result") {
			if r.Resident != resident || r.Granted.Year != o.year {
				continue
			}
			switch {
			case patentsOnly && r.Kind == "":
				return 0, false
			case !patentsOnly, slices.Contains([]string{"invention", "utility_model", "design"}, r.Kind):
				n++
			}
		}
		return n, true
	}
}

func (o *oracle) jobs(resident int64, _ *app.ResidentReport) (n int64, provided bool) {
	for _, j := range records[app.Job](o, "job") {
		if j.Resident != resident || j.Date.Year != o.year || j.Change == "cut" {
			continue
		}
		if j.Change == "" || !j.Count.Given() {
			return 0, false
		}
		n += int64(j.Count.N)
	}
	return n, true
}

func (o *oracle) site() *app.SiteReport {
	for _, s := range records[app.SiteReport](o, "site_report") {
		if s.Period == app.YearPeriod(o.year) {
			return s
		}
	}
	return nil
}

// letArea is the mean over the days of the year of what active residents rent.
func (o *oracle) letArea(innovativeOnly bool, whole func(*app.SiteReport) app.Cell[app.Quantity]) outcome {
	var out outcome
	var areaDays int64
	for _, c := range records[app.Contract](o, "contract") {
		if c.Kind != app.ContractLease || !o.active(c.Resident, o.year) || o.daysOf(c, o.year) == 0 {
			continue
		}
		r, _ := o.s.records["resident"][c.Resident-1].(*app.Resident)
		if innovativeOnly && r.Innovative.Given() && r.Innovative.N == 0 {
			continue
		}
		out.of++
		if innovativeOnly && !r.Innovative.Given() || !c.Area.Given() {
			continue
		}
		out.in++
		areaDays += int64(c.Area.N) * o.daysOf(c, o.year)
	}
	site := o.site()
	if site == nil || whole(site).State == app.NotProvided || whole(site).N == 0 || out.in*100 < out.of*80 {
		return out
	}
	days := int64(app.YearPeriod(o.year).Days())
	out.value = big.NewRat(areaDays*100, days*int64(whole(site).N))
	return out.atLeast()
}

func (o *oracle) growth() outcome {
	var out outcome
	var now, before int64
	for _, id := range o.residents(o.year) {
		if !o.active(id, o.year-1) {
			continue
		}
		r, last := o.reportOf(id, o.year), o.reportOf(id, o.year-1)
		if r != nil && r.Revenue.State == app.NotApplicable || last != nil && last.Revenue.State == app.NotApplicable {
			continue
		}
		out.of++
		if r == nil || last == nil || !r.Revenue.Given() || !last.Revenue.Given() {
			continue
		}
		out.in++
		now, before = now+int64(r.Revenue.N), before+int64(last.Revenue.N)
	}
	return out.quotient(count(int(now)), count(int(before)), count(100))
}
