package sample

import "technopark/app"

// addQuarters shows quarterly reports: two companies hand them in, one of them
// has not come to the last quarter yet. The rating reads the years alone.
func (b *builder) addQuarters() {
	for _, rec := range b.records["resident_report"] {
		year := rec.(*app.ResidentReport)
		if year.Period != app.YearPeriod(lastYear) {
			continue
		}
		switch b.members[year.Resident-1].short {
		case "АО «РобоЛад-Пример»":
			b.addQuartersOf(year, 4)
		case "АО «ГеномГрад-Пример»":
			b.addQuartersOf(year, 3)
		}
	}
}

// addQuartersOf divides the amounts of a year by quarters; the fourth takes the
// rest, so that four quarters add up to the year to the kopeck. Headcounts are
// averages and stay.
func (b *builder) addQuartersOf(year *app.ResidentReport, upTo int) {
	for quarter := 1; quarter <= upTo; quarter++ {
		r := *year
		r.Head = app.Head{}
		r.Period.Quarter = quarter
		for _, f := range r.Type().Fields {
			v := f.Get(year)
			if f.Kind != app.KindMoney || v.State != app.Given {
				continue
			}
			part := v.N * 22 / 100
			if quarter == 4 {
				part = v.N - 3*part
			}
			f.Set(&r, app.NumberValue(part))
		}
		b.add(&r)
	}
}
