package sample

import "technopark/app"

// offer is a kind of service of the park: since which year it is rendered (0 while
// it is not offered), how often in 2020 and at what price in roubles.
type offer struct {
	kind  string
	since int
	times int64
	price int64
	note  string
}

func offers() []offer {
	return []offer{
		{"land_sale", 0, 0, 0, "участки не продаются по условиям договора с собственником"},
		{"land_lease", 2012, 4, 310_000, ""},
		{"space_lease", 2012, 96, 14_800, "подготовка помещений под арендатора"},
		{"built_to_suit", 2017, 1, 3_900_000, ""},
		{"equipment", 2013, 412, 21_300, "центр коллективного пользования"},
		{"logistics", 2019, 138, 9_400, ""},
		{"recruitment", 2014, 74, 38_600, ""},
		{"upkeep", 2012, 1_104, 3_250, ""},
		{"security", 2012, 1_128, 4_120, ""},
		{"legal", 2016, 63, 27_900, ""},
		{"consulting", 2013, 88, 34_500, "по мерам поддержки"},
		{"cleaning", 2012, 1_015, 5_640, ""},
		{"prototyping", 2015, 226, 47_200, "в том числе печать металлом"},
		{"engineering", 2014, 119, 92_000, ""},
		{"certification", 2020, 17, 58_400, ""},
		{"laboratory", 2017, 305, 18_750, ""},
		{"accelerator", 2018, 2, 1_250_000, "два набора в год"},
		{"accounting", 0, 0, 0, "заключены соглашения с внешними организациями"},
		{"ip_support", 0, 0, 0, "план на следующий год"},
	}
}

// addServices adds the list of services with the figures of each year. A service
// that is not offered was rendered a true zero of times; the sale of plots, which
// the park has no right to, is «не применимо».
func (b *builder) addServices() {
	for i, o := range offers() {
		service := &app.Service{Kind: o.kind, Offered: app.No(), Note: o.note}
		if o.since != 0 {
			service.Offered = app.Yes()
		}
		id := b.add(service)
		for year := b.first; year <= lastYear; year++ {
			r := &app.ServiceReport{Service: id, Period: app.YearPeriod(year)}
			switch {
			case o.kind == "land_sale":
				r.Times, r.Residents, r.Revenue = app.NA[app.Count](), app.NA[app.Count](), app.NA[app.Money]()
			case o.since == 0 || year < o.since:
				r.Times, r.Residents, r.Revenue = app.Of(app.Count(0)), app.Of(app.Count(0)), app.Of(app.Money(0))
			default:
				share := diceFor("served", i).between(30, 92) // of the residents: about the same each year
				b.rendered(r, o, share, diceFor("rendered", i*10+year%10), year)
			}
			b.add(r)
		}
	}
}

// rendered draws the figures of a year: fewer the earlier it is, and never more
// companies served than there were, nor than times.
func (b *builder) rendered(r *app.ServiceReport, o offer, share int64, d dice, year int) {
	times := max(1, o.times-o.times*int64(lastYear-year)*d.between(9, 14)/100)
	r.Times = app.Of(app.Count(times))
	r.Residents = app.Of(app.Count(min(times, b.activeIn(year)*(share+d.between(-3, 3))/100)))
	r.Revenue = app.Of(app.Rubles(times*o.price*d.between(88, 104)/100) + app.Money(d.between(0, 99)))
}
