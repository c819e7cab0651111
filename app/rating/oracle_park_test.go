package rating_test

import (
	"math/big"
	"slices"

	"technopark/app"
)

// admitted counts those whose first agreement began in the year; nobody is nought.
func (o *oracle) admitted() outcome {
	n := 0
	active := o.residents(o.year)
	for _, id := range active {
		var first app.Date
		for _, c := range records[app.Contract](o, "contract") {
			if c.Kind == app.ContractResidency && c.Resident == id && !c.From.Zero() && (first.Zero() || c.From.Before(first)) {
				first = c.From
			}
		}
		if first.Year == o.year {
			n++
		}
	}
	return outcome{value: count(n), in: len(active), of: len(active)}
}

// list is met items / items; an item is answered when any record about it answers.
func (o *oracle) list(typeKey, field string, met, answered func(item string) bool) outcome {
	f, _ := app.TypeByKey(typeKey).Field(field)
	var out outcome
	n := 0
	for _, option := range f.Options {
		out.of++
		if met(option.Code) {
			n++
		}
		if answered(option.Code) {
			out.in++
		}
	}
	return out.quotient(count(n), count(len(f.Options)), count(100)).atLeast()
}

func (o *oracle) services() outcome {
	times := func(kind string, fits func(app.Cell[app.Count]) bool) bool {
		return slices.ContainsFunc(records[app.ServiceReport](o, "service_report"), func(r *app.ServiceReport) bool {
			if r.Period != app.YearPeriod(o.year) || r.Service < 1 || int(r.Service) > len(o.s.records["service"]) {
				return false
			}
			service, _ := o.s.records["service"][r.Service-1].(*app.Service)
			return service.Kind == kind && fits(r.Times)
		})
	}
	return o.list("service", "kind", func(kind string) bool {
		return times(kind, func(c app.Cell[app.Count]) bool { return c.Given() && c.N > 0 })
	}, func(kind string) bool {
		return times(kind, func(c app.Cell[app.Count]) bool { return c.State != app.NotProvided }) ||
			slices.ContainsFunc(records[app.Service](o, "service"), func(s *app.Service) bool {
				return s.Kind == kind && s.Offered.Given() && s.Offered.N == 0
			})
	})
}

func (o *oracle) disclosed() outcome {
	said := func(item string, fits func(app.Cell[app.Flag]) bool) bool {
		return slices.ContainsFunc(records[app.Disclosure](o, "disclosure"), func(d *app.Disclosure) bool {
			return d.Period == app.YearPeriod(o.year) && d.Item == item && fits(d.Met)
		})
	}
	return o.list("disclosure", "item",
		func(item string) bool {
			return said(item, func(c app.Cell[app.Flag]) bool { return c.Given() && c.N == 1 })
		},
		func(item string) bool { return said(item, app.Cell[app.Flag].Given) })
}

func (o *oracle) practices() outcome {
	last := app.Day(o.year, 12, 31)
	about := func(item string, fits func(*app.Practice) bool) bool {
		return slices.ContainsFunc(records[app.Practice](o, "practice"), func(p *app.Practice) bool { return p.Item == item && fits(p) })
	}
	return o.list("practice", "item",
		func(item string) bool {
			return about(item, func(p *app.Practice) bool {
				return p.Status == "yes" && !p.Since.Zero() && !p.Since.After(last) && (p.Until.Zero() || !p.Until.Before(last))
			})
		},
		func(item string) bool {
			return about(item, func(p *app.Practice) bool { return p.Status != "" && (p.Status != "yes" || !p.Since.Zero()) })
		})
}

func (o *oracle) selfSufficiency() outcome {
	out := outcome{of: 4}
	for _, r := range records[app.CompanyReport](o, "company_report") {
		if r.Period != app.YearPeriod(o.year) {
			continue
		}
		for _, c := range []app.Cell[app.Money]{r.IncomeRent, r.IncomeServices, r.IncomeOther, r.Costs} {
			if c.State != app.NotProvided {
				out.in++
			}
		}
		if out.in == out.of {
			own := int64(r.IncomeRent.N + r.IncomeServices.N + r.IncomeOther.N)
			return out.quotient(big.NewRat(own, 1), big.NewRat(int64(r.Costs.N), 1), count(100))
		}
	}
	return out
}

// money adds up what was invested by the end of the year; known is false when a source or an
// amount is not.
func (o *oracle) money(public bool) (sum int64, known bool) {
	known = true
	for _, i := range records[app.Investment](o, "investment") {
		if i.Date.After(app.Day(o.year, 12, 31)) {
			continue
		}
		budget := slices.Contains([]string{"federal", "regional", "municipal"}, i.Source)
		switch {
		case i.Source == "":
			known = false
		case budget != public:
		case !i.Amount.Given():
			known = false
		default:
			sum += int64(i.Amount.N)
		}
	}
	return sum, known
}

func (o *oracle) privateMoney() outcome {
	var out outcome
	for _, i := range records[app.Investment](o, "investment") {
		if !i.Date.After(app.Day(o.year, 12, 31)) {
			out.of++
			if i.Source != "" && i.Amount.Given() {
				out.in++
			}
		}
	}
	private, knownPrivate := o.money(false)
	public, knownPublic := o.money(true)
	if !knownPrivate || !knownPublic {
		return out
	}
	return out.quotient(big.NewRat(private, 1), big.NewRat(public, 1), count(1))
}

// budgetReturn runs over pairs of a resident and a year from the first year of reports on.
func (o *oracle) budgetReturn() outcome {
	var out outcome
	first := o.year + 1
	for _, r := range records[app.ResidentReport](o, "resident_report") {
		if r.Period.Quarter == 0 {
			first = min(first, r.Period.Year)
		}
	}
	var taxes int64
	for y := first; y <= o.year; y++ {
		for _, id := range o.residents(y) {
			out.of++
			r := o.reportOf(id, y)
			if r == nil {
				continue
			}
			sum, provided := moneyOf(
				func(r *app.ResidentReport) app.Cell[app.Money] { return r.TaxesFederal },
				func(r *app.ResidentReport) app.Cell[app.Money] { return r.TaxesRegional },
				func(r *app.ResidentReport) app.Cell[app.Money] { return r.TaxesLocal })(id, r)
			if provided {
				out.in++
				taxes += sum
			}
		}
	}
	public, known := o.money(true)
	if before := o.s.park.TaxesBefore; known && before.State != app.NotProvided {
		return out.quotient(big.NewRat(taxes+int64(before.N), 1), big.NewRat(public, 1), count(1)).atLeast()
	}
	return out
}

// free is the mean of the shares that have a base; what has none is asked for nothing more.
func (o *oracle) free() outcome {
	var out outcome
	site := o.site()
	if site == nil {
		return outcome{of: 4}
	}
	sum := new(big.Rat)
	shares := int64(0)
	for _, s := range []struct{ whole, free app.Cell[app.Quantity] }{{site.Production, site.ProductionFree}, {site.Power, site.PowerFree}} {
		out.of++
		if s.whole.State != app.NotProvided {
			out.in++
			if s.whole.N == 0 {
				continue
			}
		}
		out.of++
		if s.free.State != app.NotProvided {
			out.in++
		}
		if s.whole.State != app.NotProvided {
			shares++
			sum.Add(sum, big.NewRat(int64(s.free.N), int64(s.whole.N)))
		}
	}
	if out.in < out.of {
		return out
	}
	return out.quotient(sum, big.NewRat(shares, 1), count(100))
}

func (o *oracle) activity() outcome {
	var out outcome
	for _, p := range records[app.Publication](o, "publication") {
		if p.Date.Year == o.year {
			out.of++
		}
	}
	for _, e := range records[app.Event](o, "event") {
		if e.Date.Year == o.year {
			out.of++
		}
	}
	out.in, out.value = out.of, big.NewRat(int64(out.of), 12)
	return out
}
