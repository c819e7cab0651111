package check

import (
	"slices"

	"technopark/app"
)

// permitted are the faults that are not found once and in their place, with the reason.
func permitted() map[string]string {
	const ahead = "what is in force or under way may end in years to come"
	const unread = "one that nothing refers to is not the park's, and enters no paper"
	return map[string]string{
		"the next year in contract.valid_from": "next year's contracts are made in this one",
		"the next year in disclosure.checked":  "what is disclosed is looked at when the submission is made",
		"the next year in contract.valid_to":   ahead,
		"the next year in project.end_date":    ahead,
		"the next year in practice.until":      ahead,
		"a day to come in contract.valid_to":   ahead,
		"a day to come in project.end_date":    ahead,
		"a day to come in practice.since":      "what is planned begins in years to come",
		"the next year in practice.since":      "what is planned begins in years to come",
		"a day to come in practice.until":      ahead,
		"the same again: park":                 "it is another park, of its own in the file",
		"the same again: person":               unread,
		"the same again: company":              unread,
		"the same again: specialism":           "the data file keeps no two of one name",
	}
}

// faults returns those of every field of the chosen types.
func (w *walk) faults(of func(*app.Type) bool) []fault {
	var faults []fault
	fields := walkedFields()
	for _, t := range typesInOrder(fields) {
		if !of(t) {
			continue
		}
		for _, f := range fields[t] {
			faults = w.figures(faults, t, f)
			faults = w.days(faults, t, f)
			if f.Scheme != "" {
				faults = w.add(faults, "a sign too many in", t, f, func(v app.Value) app.Value { return app.TextValue("@" + v.S) })
			}
			if f.Required && !f.Essential {
				faults = w.add(faults, "nothing in", t, f, func(app.Value) app.Value { return app.Value{} })
			}
		}
		faults = w.whole(faults, t)
	}
	return faults
}

// figures adds the slips of a number.
func (w *walk) figures(faults []fault, t *app.Type, f app.Field) []fault {
	if !f.Kind.Number() {
		return faults
	}
	faults = w.add(faults, "a thousand times", t, f, func(v app.Value) app.Value { return app.NumberValue(v.N * 1000) })
	if f.Kind != app.KindCount {
		faults = w.add(faults, "a thousandth of", t, f, func(v app.Value) app.Value { return app.NumberValue(v.N / 1000) })
	}
	if !t.Report || t.Key == "reference" {
		return faults
	}
	faults = w.jump(faults, "four times last year's", t, f, func(before int64) int64 { return before * 4 })
	if f.Kind == app.KindQuantity {
		return faults
	}
	return w.jump(faults, "a third of last year's", t, f, func(before int64) int64 { return before / 3 })
}

// jump gives a report a figure that is far from last year's.
func (w *walk) jump(faults []fault, what string, t *app.Type, f app.Field, to func(before int64) int64) []fault {
	for _, rec := range w.from(t, len(faults)) {
		before := w.before(rec)
		if before == nil || f.Get(before).N <= jumps(f) {
			continue
		}
		now := app.Clone(rec)
		f.Set(now, app.NumberValue(to(f.Get(before).N)))
		return append(faults, fault{what, rec, now, f.Key})
	}
	return faults
}

// jumps is the figure of last year from which a jump is worth telling: a change of less than
// fifty thousand roubles or of three people is none.
func jumps(f app.Field) int64 {
	if f.Kind == app.KindCount {
		return 5
	}
	return 80 * f.Scale
}

// before returns the report of the year before, nil when there is none.
func (w *walk) before(rec app.Record) app.Record {
	for _, other := range w.book.Of(rec.Type().Key) {
		if app.PerOf(other) == app.PerOf(rec) && app.PeriodOf(other) == app.YearPeriod(walked-1) {
			return other
		}
	}
	return nil
}

// days adds the slips of a date.
func (w *walk) days(faults []fault, t *app.Type, f app.Field) []fault {
	to := func(text string) func(app.Value) app.Value {
		return func(app.Value) app.Value { return app.TextValue(text) }
	}
	switch f.Kind {
	case app.KindPeriod:
		return w.add(faults, "a year to come in", t, f, to("2031"))
	case app.KindDate:
		faults = w.add(faults, "a day to come in", t, f, to("2031-02-01"))
		faults = w.add(faults, "the next year in", t, f, to("2021-02-01"))
		return w.add(faults, "a century ago in", t, f, to("1905-02-01"))
	}
	return faults
}

// from returns the sound records of a type, beginning at a place that moves from fault to
// fault, so that those of residents are of different ones.
func (w *walk) from(t *app.Type, place int) []app.Record {
	recs := w.sound(t)
	if len(recs) == 0 {
		return nil
	}
	place = place * 7 % len(recs)
	return append(recs[place:len(recs):len(recs)], recs[:place]...)
}

// add spoils the field of one record that holds something in it.
func (w *walk) add(faults []fault, what string, t *app.Type, f app.Field, spoil func(app.Value) app.Value) []fault {
	for _, rec := range w.from(t, len(faults)) {
		v := f.Get(rec)
		now := app.Clone(rec)
		if f.Blank(v) || v.State != app.Given || f.Kind.Number() && v.N == 0 {
			continue
		}
		f.Set(now, spoil(v))
		if f.Get(now).Empty() && !f.RequiredOf(now) {
			continue
		}
		if f.Kind.Number() && f.Get(now).N == 0 && f.Get(now).State == app.Given {
			continue
		}
		return append(faults, fault{what, rec, now, f.Key})
	}
	return faults
}

// whole adds the faults of whole records: one that is there twice, one that is due and not
// there. What the data file itself refuses to keep twice is left out.
func (w *walk) whole(faults []fault, t *app.Type) []fault {
	recs := w.from(t, len(faults))
	if len(recs) == 0 {
		return faults
	}
	if !t.Report && !answersList(t) {
		twin := app.Clone(recs[0])
		twin.Header().ID = 900_000
		faults = append(faults, fault{"the same again:", nil, twin, ""})
	}
	if t.Report && t.Key != "reference" || answersList(t) {
		due := slices.IndexFunc(recs, w.due)
		faults = append(faults, fault{"without", recs[due], nil, ""})
	}
	return faults
}

// answersList reports whether the records of a type answer to a list, item by item.
func answersList(t *app.Type) bool {
	return t.Key == "service" || t.Key == "practice" || t.Key == "disclosure"
}

// due reports whether the park owes the record: the report of a service only if it is offered.
func (w *walk) due(rec app.Record) bool {
	r, ok := rec.(*app.ServiceReport)
	return !ok || app.Find[app.Service](w.book, "service", r.Service).Offered == app.Yes()
}
