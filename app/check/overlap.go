package check

import (
	"slices"

	"technopark/app"
)

// shares returns the ids of what a record refers to.
func (o *overlap) shares(rec app.Record) []int64 {
	v := o.shared.Get(rec)
	if o.shared.Kind == app.KindRefs {
		return app.IDs(v.S)
	}
	if v.N == 0 {
		return nil
	}
	return []int64{v.N}
}

// pairs returns the records that hold on a day on which an earlier one does, each with the
// one of the earlier that lasts longest: a record that collides with many is told of once.
func (o *overlap) pairs(recs []app.Record) [][2]app.Record {
	recs = slices.Clone(recs)
	slices.SortStableFunc(recs, func(x, y app.Record) int {
		first, _ := o.bounds(x)
		second, _ := o.bounds(y)
		return first.Days() - second.Days()
	})
	var found [][2]app.Record
	var longest app.Record
	for _, rec := range recs {
		if longest != nil && o.days(longest, rec) > 0 {
			found = append(found, [2]app.Record{longest, rec})
		}
		if longest == nil || o.ends(rec).After(o.ends(longest)) {
			longest = rec
		}
	}
	return found
}

func (o *overlap) ends(rec app.Record) app.Date {
	_, last := o.bounds(rec)
	return last
}

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
	first, last = o.from.Day(rec), o.to.Day(rec)
	if last.Zero() {
		last = endless
	}
	return first, last
}

// term writes how long a record holds: «01.02.2020 – 31.12.2020».
func (o *overlap) term(rec app.Record) app.Text {
	first, last := o.from.Day(rec).String(), o.to.Day(rec).String()
	if last == "" {
		return app.L("с "+first+", бессрочно", "from "+first+", open-ended")
	}
	return app.L(first+app.NBSP+"– "+last, first+app.NBSP+"– "+last)
}
