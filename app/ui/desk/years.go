package desk

import "technopark/app"

// firstChoosable is the earliest year offered when no record is older: the rating began
// with the data of 2015.
const firstChoosable = 2015

// reportYears returns the first and the last year with reports of the park; zeros when
// there are none.
func (d *Desk) reportYears() (first, last int, err error) {
	if d.Park == 0 {
		return 0, 0, nil
	}
	for _, t := range app.Types() {
		f, ok := t.Field(t.Period)
		if !ok || f.Kind != app.KindPeriod {
			continue
		}
		recs, err := d.Store.List(d.Ctx(), t, d.Park)
		if err != nil {
			return 0, 0, err
		}
		for _, rec := range recs {
			year := app.PeriodOf(rec).Year
			last = max(last, year)
			if first == 0 || year < first {
				first = year
			}
		}
	}
	return first, last, nil
}

// LastYear returns the year to begin with: that of the latest report, else the one
// before this, whose data the next rating asks for.
func (d *Desk) LastYear() (int, error) {
	_, last, err := d.reportYears()
	if last == 0 {
		last = d.Now().Year() - 1
	}
	return last, err
}

// Years returns the years one can choose, the latest first.
func (d *Desk) Years() ([]int, error) {
	first, last, err := d.reportYears()
	if err != nil {
		return nil, err
	}
	if first == 0 || first > firstChoosable {
		first = firstChoosable
	}
	var years []int
	for year := max(last, d.Now().Year()); year >= first; year-- {
		years = append(years, year)
	}
	return years, nil
}
