package template

import (
	"regexp"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/formula"
	"technopark/app/rating"
)

// named is what a name of a form stands for.
type named struct {
	reading formula.Reading
	get     func(s *scope) value
}

// alone are the heads of names that lead to the one record of a type: the park, its company, and
// what they hand in for the year.
func alone() []string {
	var keys []string
	for _, t := range app.Types() {
		if t == new(app.Park).Type() || t == new(app.ManagementCompany).Type() || t.Report && t.Per == "" {
			keys = append(keys, t.Key)
		}
	}
	return keys
}

// reportHead is the head of names that lead from a record of a resident to what the resident has
// handed in for the year.
const reportHead = "report"

// only returns the one record of a type, nil when there is none.
func (f *filling) only(key string) app.Record {
	switch key {
	case f.Book.Park.Type().Key:
		return f.Book.Park
	case f.Book.Company.Type().Key: // a type is told of none, too
		if f.Book.Company == nil {
			return nil
		}
		return f.Book.Company
	}
	for _, rec := range f.Book.Of(key) {
		if app.PeriodOf(rec) == app.YearPeriod(f.Year) {
			return rec
		}
	}
	return nil
}

// report returns what the resident of a record has handed in for the year.
func (f *filling) report(of app.Record) app.Record {
	if f.reports == nil { // looked through once, not for every cell
		f.reports = map[int64]app.Record{}
		for _, rec := range f.Book.Of("resident_report") {
			if app.PeriodOf(rec) == app.YearPeriod(f.Year) {
				f.reports[app.ResidentOf(rec)] = rec
			}
		}
	}
	return f.reports[app.ResidentOf(of)]
}

// find returns what a name stands for in a cell, or in a row of records of a type.
func (f *filling) find(of *app.Type, name string) (named, bool) {
	if code := f.codes[name]; code != "" {
		return f.indicator(code), true
	}
	if of != nil {
		if n, ok := f.path(of, strings.Split(name, "."), func(s *scope) (app.Record, app.Text) { return s.rec, app.Text{} }); ok {
			return n, true
		}
	}
	head, rest, dotted := strings.Cut(name, ".")
	switch {
	case dotted && slices.Contains(alone(), head):
		t := app.TypeByKey(head)
		return f.path(t, strings.Split(rest, "."), func(s *scope) (app.Record, app.Text) { return s.filling.only(head), s.filling.none(t) })
	case dotted && head == reportHead && of != nil && of.OfResidents():
		t := app.TypeByKey("resident_report")
		return f.path(t, strings.Split(rest, "."), func(s *scope) (app.Record, app.Text) { return s.filling.report(s.rec), s.filling.none(t) })
	}
	return f.term(of, name)
}

// none says that there is no record of the year.
func (f *filling) none(t *app.Type) app.Text {
	if t.Period == "" {
		return app.L("нет записи «"+t.One.RU+"»", "there is no record “"+t.One.In(app.EN)+"”")
	}
	return formula.Said(formula.Say("нет записи «%s» за %d год", "there is no record “%s” of %d", t.One, f.Year))
}

// path leads by references from a record to a field.
func (f *filling) path(t *app.Type, keys []string, from func(*scope) (app.Record, app.Text)) (named, bool) {
	field, ok := t.Field(keys[0])
	if !ok {
		return named{}, false
	}
	if len(keys) > 1 {
		if field.Kind != app.KindRef || len(keys) > 4 {
			return named{}, false
		}
		return f.path(app.TypeByKey(field.Ref), keys[1:], func(s *scope) (app.Record, app.Text) {
			rec, why := from(s)
			if rec == nil {
				return nil, why
			}
			next := s.filling.record(field.Ref, field.Get(rec).N)
			return next, app.L("не представлено: «"+field.Label.RU+"»", "not provided: “"+field.Label.In(app.EN)+"”")
		})
	}
	r := formula.ReadingOf(field)
	if r.Gives == nil {
		r.Gives = formula.TextType // what people call the record, or the period
	}
	return named{reading: r, get: func(s *scope) value {
		rec, why := from(s)
		if rec == nil {
			return missing(why, app.Place{Type: t.Key})
		}
		return s.filling.ofField(s.filling.record(t.Key, rec.Header().ID), field)
	}}, true
}

// record returns a record with its derived fields as of the last day of the year.
func (f *filling) record(key string, id int64) app.Record {
	if rec, ok := f.derived(app.TypeByKey(key))[id]; ok {
		return rec
	}
	if rec := f.Book.Get(key, id); rec != nil {
		return rec
	}
	return nil
}

// derived returns the records of a type that has derived fields, with these filled in.
func (f *filling) derived(t *app.Type) map[int64]app.Record {
	if t.Derive == nil {
		return nil
	}
	if known := f.records[t.Key]; known != nil {
		return known
	}
	originals := f.Book.Of(t.Key)
	all := make([]app.Record, len(originals))
	byID := make(map[int64]app.Record, len(originals))
	for i, rec := range originals {
		all[i] = app.Clone(rec)
		byID[rec.Header().ID] = all[i]
	}
	t.Derive(all, f.Book.Of, app.YearPeriod(f.Year).Last())
	f.records[t.Key] = byID
	return byID
}

// indicator is the name of an indicator.
func (f *filling) indicator(code string) named {
	return named{reading: formula.Reading{Gives: formula.NumberType}, get: func(s *scope) value {
		ind := s.filling.Result.Find(code)
		if ind == nil {
			return missing(rating.NotCalculated)
		}
		return s.filling.ofIndicator(ind)
	}}
}

// term is the name of a term: of the whole park, in a row of a resident what this one gives to it.
func (f *filling) term(of *app.Type, name string) (named, bool) {
	i := slices.IndexFunc(f.terms, func(t rating.TermHead) bool { return t.Name == name })
	if i < 0 {
		return named{}, false
	}
	head := f.terms[i]
	r := formula.Reading{Gives: formula.NumberType, Unit: formula.UnitOf(head.Unit)}
	if of == nil || !head.OfResidents {
		return named{reading: r, get: func(s *scope) value { return s.filling.ofFormula(name) }}, true
	}
	if of.Owner != "" { // whose sum it would be, the resident's or the record's, is not plain
		return named{}, false
	}
	return named{reading: r, get: func(s *scope) value { return s.filling.ofResident(head, s.rec.Header().ID) }}, true
}

// ofFormula computes a formula of terms of the whole park.
func (f *filling) ofFormula(source string) value {
	ind, err := f.asked.Formula(source)
	if err != nil {
		return missing(formula.Said(err))
	}
	return f.ofIndicator(ind)
}

// ofResident reads what one resident gives to a term.
func (f *filling) ofResident(head rating.TermHead, id int64) value {
	ind, err := f.asked.Formula(head.Name)
	if err != nil {
		return missing(formula.Said(err))
	}
	share := ind.ShareOf(id)
	v := value{kind: figure, amount: share.Amount, digits: head.Digits, unit: head.Unit, year: f.Year}
	for _, part := range share.Parts {
		if len(v.places) < mostPlaces {
			v.places = append(v.places, app.Place{Type: part.Type, ID: part.ID})
		}
	}
	switch {
	case share.NA:
		v.state = NotApplicable
	case share.Amount == nil:
		v.state, v.why = Missing, share.Lacks
		v.places = []app.Place{{Type: "resident", ID: id}}
	}
	return v
}

// codesIn puts names that expressions can have in place of the codes of indicators, which have
// points: S2.1 becomes S2_1, of the same length, so that places in the formula stay.
func (f *filling) codesIn(source string) string {
	return textOrName.ReplaceAllStringFunc(source, func(found string) string {
		if strings.HasPrefix(found, "'") { // a text
			return found
		}
		if name := asName(found); f.codes[name] == found {
			return name
		}
		return found
	})
}

var (
	notName    = regexp.MustCompile(`[^\p{L}\d_]`)
	textOrName = regexp.MustCompile(`'[^']*'|[\p{L}\d_.]*[\p{L}\d_]`)
)

// asName returns the name a code goes by in an expression.
func asName(code string) string { return notName.ReplaceAllString(code, "_") }

// codeNames returns the codes of the indicators by the names they go by.
func codeNames(r *rating.Result) map[string]string {
	names := map[string]string{}
	for _, ind := range r.All() {
		names[asName(ind.Code)] = ind.Code
	}
	return names
}
