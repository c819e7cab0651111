package desk

// firstChoosable is the earliest year offered when no record is older: the rating began
// with the data of 2015.
const firstChoosable = 2015

// reportYears returns the first and the last year with reports of the park; zeros when
// there are none or that could not be read, which the user has then been told.
func (d *Desk) reportYears() (first, last int) {
	if d.Store == nil || d.Park == 0 {
		return 0, 0
	}
	first, last, err := d.Store.Years(d.Ctx(), d.Park)
	if err != nil {
		d.Fail(err)
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
