package desk

import "technopark/app"

// firstChoosable is the earliest year offered when no record is older: the rating began
// with the data of 2015.
const firstChoosable = 2015

// reportYears returns the first and the last year with reports of the park; zeros when
// there are none.
func (d *Desk) reportYears() (first, last int) {
	book := d.Book()
	if book == nil {
		return 0, 0
	}
	for _, t := range app.Types() {
		f, ok := t.Field(t.Period)
		if !ok || f.Kind != app.KindPeriod {
			continue
		}
		for _, rec := range book.Of(t.Key) {
			year := app.PeriodOf(rec).Year
			last = max(last, year)
			if first == 0 || year < first {
				first = year
			}
		}
	}
	return first, last
}

// LastYear returns the year to begin with: that of the latest report, else the one
// before this, whose data the next rating asks for.
func (d *Desk) LastYear() int {
	_, last := d.reportYears()
	if last == 0 {
		last = d.Now().Year() - 1
	}
	return last
}

// Years returns the years one can choose, the latest first.
func (d *Desk) Years() []int {
	first, last := d.reportYears()
	if first == 0 || first > firstChoosable {
		first = firstChoosable
	}
	var years []int
	for year := max(last, d.Now().Year()); year >= first; year-- {
		years = append(years, year)
	}
	return years
}
