package check

import (
	"technopark/app"
	"technopark/app/formula"
)

// days returns on how many days both records hold.
func (o *overlap) days(x, y app.Record) int {
	first, last := o.bounds(x)
	from, to := o.bounds(y)
	if first.Zero() || from.Zero() {
		return 0
	}
	if from.After(first) {
		first = from
	}
	if to.Before(last) {
		last = to
	}
	return max(0, last.Days()-first.Days()+1)
}

func (o *overlap) bounds(rec app.Record) (first, last app.Date) {
	first, last = formula.DateOf(o.from.Get(rec)), formula.DateOf(o.to.Get(rec))
	if last.Zero() {
		last = app.Day(9999, 12, 31)
	}
	return first, last
}

// term writes how long a record holds: «01.02.2020 – 31.12.2020».
func (o *overlap) term(rec app.Record) app.Text {
	first, last := formula.DateOf(o.from.Get(rec)).String(), formula.DateOf(o.to.Get(rec)).String()
	if last == "" {
		return app.L("с "+first+", бессрочно", "from "+first+", open-ended")
	}
	return app.L(first+app.NBSP+"– "+last, first+app.NBSP+"– "+last)
}
