package template

import (
	"cmp"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// each is a row that repeats over records.
type each struct {
	of    *app.Type
	where *expression // nil: all
	by    func(*scope) value
}

// prepareEach reads «each resident where … by name»; nil when the source is something else.
func (f *filling) prepareEach(source string) (*each, *fault) {
	m := eachForm.FindStringSubmatch(source)
	if m == nil {
		return nil, nil
	}
	e := &each{of: app.TypeByKey(m[1])}
	if e.of == nil {
		return nil, unknownType(m[1])
	}
	if m[2] != "" {
		var err error
		if e.where, err = f.compile(e.of, f.codesIn(m[2])); err != nil {
			return nil, f.faultOf(e.of, m[2], err)
		}
		if e.where.Gives != formula.BoolType {
			return nil, &fault{m[2], app.L("после where пишут условие — да или нет", "where is followed by a condition, yes or no")}
		}
	}
	if m[3] != "" {
		var wrong *fault
		if e.by, wrong = f.prepare(e.of, m[3]); wrong != nil {
			return nil, wrong
		}
	}
	return e, nil
}

// repeated returns the records of a row in their order: those that indicators are computed over, of
// the year and of residents of the year. Those of which it is not known whether they belong there
// are told apart.
func (f *filling) repeated(e *each) (in, doubted []app.Record) {
	for _, rec := range f.Book.Of(e.of.Key) {
		if !f.concerns(rec) {
			continue
		}
		rec = f.record(e.of.Key, rec.Header().ID)
		if e.where == nil {
			in = append(in, rec)
			continue
		}
		s := f.scope(rec, 0)
		v := e.where.value(s)
		switch {
		case v.state == Missing:
			doubted = append(doubted, rec)
		case v.yes:
			in = append(in, rec)
		}
	}
	if e.by != nil {
		slices.SortStableFunc(in, func(a, b app.Record) int { return e.by(f.scope(a, 0)).compare(e.by(f.scope(b, 0))) })
	}
	return in, doubted
}

// concerns reports whether a record is of the year, and of a resident of the year or of nobody's.
func (f *filling) concerns(rec app.Record) bool {
	t, year := rec.Type(), app.YearPeriod(f.Year)
	if !f.Book.Concerns(rec) {
		return false
	}
	if p := app.PeriodOf(rec); t.Period != "" && p != year {
		return false
	}
	return !t.OfResidents() || f.Book.Active(app.ResidentOf(rec), year)
}

// compare orders values; one that is missing comes last.
func (v value) compare(w value) int {
	switch {
	case v.state == Missing && w.state == Missing:
		return 0
	case v.state == Missing:
		return 1
	case w.state == Missing:
		return -1
	case v.kind == figure && w.kind == figure && v.amount != nil && w.amount != nil:
		return v.amount.Cmp(w.amount)
	case v.kind == day:
		return cmp.Compare(v.date.Days(), w.date.Days())
	}
	return strings.Compare(app.Fold(v.text), app.Fold(w.text))
}
