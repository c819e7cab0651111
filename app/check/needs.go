package check

import (
	"strings"

	"technopark/app"
)

// judgeNeeds looks for records that are due and not there: the report of a resident, of a
// service, of the park, an answer to each item of a list. The items that lack theirs are
// told of in one finding.
func (s *pass) judgeNeeds(r *rule, view *scope) []Finding {
	n, rec := r.needs, view.rec
	period := s.period
	switch {
	case n.report.Period == "":
		period = app.Period{}
	case n.previous:
		period = app.YearPeriod(s.year - 1)
	}
	if id := app.ResidentOf(rec); id != 0 && !s.book.Active(id, period) {
		return nil
	}
	there := s.handedIn(n)
	var lacking []app.Option
	held := int64(0)
	switch {
	case n.each != nil:
		for _, o := range n.each.Options {
			if !there[handed{period, app.TextValue(o.Code)}].filled {
				lacking = append(lacking, o)
			}
		}
	default:
		if at := there[handed{period, n.owed(rec)}]; !at.filled {
			lacking, held = []app.Option{{}}, at.empty
		}
	}
	if len(lacking) == 0 {
		return nil
	}
	found := s.found(r, rec)
	found.Held = held
	found.Period, found.Lacks, found.Absent = period, n.report, len(lacking)
	found.Basis = n.report.Key + " " + period.Key()
	if n.each != nil {
		found.Left = listed(lacking)
		found.Basis += ": " + codes(lacking)
	}
	return s.written(r, view, found, nil)
}

// owed is what tells the report that rec owes apart from those of others.
func (n *needs) owed(rec app.Record) app.Value {
	if n.report.Per == "" {
		return app.Value{}
	}
	return app.NumberValue(rec.Header().ID)
}

// listed joins the labels of options: «тарифы; контакты».
func listed(options []app.Option) app.Text {
	in := func(lang app.Lang) string {
		labels := make([]string, len(options))
		for i, o := range options {
			labels[i] = o.Label.In(lang)
		}
		return strings.Join(labels, "; ")
	}
	return app.L(in(app.RU), in(app.EN))
}

func codes(options []app.Option) string {
	list := make([]string, len(options))
	for i, o := range options {
		list[i] = o.Code
	}
	return strings.Join(list, ", ")
}

// handed names a record that is there: for which period, and of whom or about which item.
type handed struct {
	period app.Period
	per    app.Value
}

// holds says what is there of a record that is due: one that says something, or the id of one
// that only keeps the place.
type holds struct {
	filled bool
	empty  int64
}

// handedIn returns which of the records that are due there are.
func (s *pass) handedIn(n *needs) map[handed]holds {
	if known, ok := s.handed[n]; ok {
		return known
	}
	there := map[handed]holds{}
	for _, rec := range s.book.Of(n.report.Key) {
		per := app.PerOf(rec)
		if n.each != nil {
			per = n.each.Get(rec)
		}
		period := app.PeriodOf(rec)
		if s.doubts[cell{rec, n.report.Period}] == Error { // dated by a year that cannot be: it is this one
			period = s.period
		}
		at := there[handed{period, per}]
		if app.SaysNothing(rec) {
			at.empty = rec.Header().ID
		} else {
			at.filled = true
		}
		there[handed{period, per}] = at
	}
	s.handed[n] = there
	return there
}
