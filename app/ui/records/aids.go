package records

import (
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/ui/kit"
)

// aids returns what stands beside the fields of a record: figures of the year before, what
// other records make likely, and the way to where a derived value comes from.
func (s *Screen) aids(rec app.Record) map[string]kit.Aid {
	aids := map[string]kit.Aid{}
	before := app.Earlier(rec, s.all)
	linked := ""
	for _, f := range s.typ.Fields {
		var aid kit.Aid
		if before != nil && f.Typed() && f.Key != s.typ.Period && f.Key != s.typ.Per {
			aid.Earlier = s.earlierText(f, f.Get(before), app.PeriodOf(before))
		}
		if f.From != linked && f.From != "" {
			aid.Link, aid.Open = s.linkTo(f.From, rec)
		}
		linked = f.From
		aid.Offer, aid.Offered = s.offer(f, rec)
		aid.Told = strings.Join(f.Readings(rec, s.desk.Lang), " · ")
		if aid.Told != "" || aid.Earlier != "" || aid.Link != "" || aid.Offered != "" {
			aids[f.Key] = aid
		}
	}
	return aids
}

// earlierText is «в 2019: 47 115,3»; of what nobody reported there is nothing to say.
func (s *Screen) earlierText(f app.Field, v app.Value, p app.Period) string {
	if v.Empty() {
		return ""
	}
	when := strconv.Itoa(p.Year)
	if p.Quarter != 0 {
		when = p.In(s.desk.Lang)
	}
	return s.desk.T("ui.field.earlier", "Year", when, "Value", f.Exact(v, s.desk.TitleOf, s.desk.Lang))
}

// offer returns what other records of the park make likely for a field.
func (s *Screen) offer(f app.Field, rec app.Record) (v app.Value, text string) {
	v, _, ok := f.Offer(rec, s.others)
	if !ok {
		return app.Value{}, ""
	}
	value := app.InUnit(f.Exact(v, nil, s.desk.Lang), f.Unit.In(s.desk.Lang), s.desk.Lang)
	return v, s.desk.T("ui.field.offer", "Value", value)
}

// others returns the records of another type in the park.
func (s *Screen) others(typeKey string) []app.Record { return s.desk.Part(typeKey).Of(typeKey) }

// linkTo returns the way to the records of a type that refer to rec: to the only one, or to
// the list of several.
func (s *Screen) linkTo(typeKey string, rec app.Record) (text string, open func()) {
	t := app.TypeByKey(typeKey)
	if t == nil || rec.Header().ID == 0 {
		return "", nil
	}
	used, err := s.desk.Store.Dependents(s.desk.Ctx(), []app.Record{rec})
	if err != nil {
		return "", nil // the list, which is read from the same file, tells
	}
	theirs := slices.DeleteFunc(used.Dependents, func(d app.Dependent) bool { return d.Type != t })
	place := app.Place{Type: typeKey}
	switch len(theirs) {
	case 0:
		return "", nil
	case 1:
		place.ID = theirs[0].ID
		text = s.desk.T("ui.field.open", "What", theirs[0].Title)
	default:
		text = s.desk.T("ui.field.open_all", "Where", t.Many.In(s.desk.Lang))
	}
	return text, func() { s.desk.Open(place) }
}
