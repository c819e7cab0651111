package app

// DueReports returns empty reports of a type, yet to be saved, for all who owe one for the
// period and have none: the residents active in it, the services that are offered, the items
// of a list, the park itself. They come in the order of those who owe them. A type that is
// not due for periods has none.
func DueReports(b *Book, t *Type, period Period) []Record {
	if !t.Report {
		return nil
	}
	there := map[Value]bool{}
	for _, rec := range b.Of(t.Key) {
		if PeriodOf(rec) == period {
			there[PerOf(rec)] = true
		}
	}
	var due []Record
	for _, per := range owing(b, t, period) {
		if !there[per] {
			due = append(due, emptyReport(b, t, period, per))
		}
	}
	return due
}

// SaysNothing reports whether a record is a report in which nothing is filled in yet: it only
// keeps the place of one that is due. Such a report is «не представлено», like one that is not there.
func SaysNothing(rec Record) bool {
	t := rec.Type()
	if !t.Report {
		return false
	}
	for i := range t.Fields {
		f := &t.Fields[i]
		if !f.Derived && f.Key != t.Period && f.Key != t.Per && !f.Get(rec).Empty() {
			return false
		}
	}
	return true
}

// owing returns what tells apart the reports that are due for a period.
func owing(b *Book, t *Type, period Period) []Value {
	per, ok := t.Field(t.Per)
	if !ok {
		return []Value{{}}
	}
	var all []Value
	for _, o := range per.Options {
		all = append(all, TextValue(o.Code))
	}
	if per.Kind != KindRef {
		return all
	}
	for _, from := range b.Of(per.Ref) {
		if t.Due == nil || t.Due(b, from, period) {
			all = append(all, NumberValue(from.Header().ID))
		}
	}
	return all
}

func emptyReport(b *Book, t *Type, period Period, per Value) Record {
	rec := t.New()
	if t.Scope == ScopePark {
		rec.Header().Park = b.Park.ID
	}
	if f, ok := t.Field(t.Per); ok {
		f.Set(rec, per)
	}
	if f, ok := t.Field(t.Period); ok {
		f.Set(rec, TextValue(period.Key()))
	}
	return rec
}
