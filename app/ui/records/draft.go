package records

import (
	"technopark/app"
	"technopark/app/ui/desk"
)

// missingEssentials returns the fields without which the record cannot be kept.
func missingEssentials(rec app.Record) []app.Field {
	var missing []app.Field
	for _, f := range rec.Type().Stored() {
		if f.Essential && f.Get(rec).Empty() {
			missing = append(missing, f)
		}
	}
	return missing
}

// firstToFill returns the key of the field to begin with: the first of those a record cannot
// be kept without, else the first that a submission needs and has not; «» when there is none.
func firstToFill(rec app.Record) string {
	if missing := missingEssentials(rec); len(missing) > 0 {
		return missing[0].Key
	}
	for _, f := range rec.Type().Stored() {
		if f.Typed() && f.RequiredOf(rec) && f.Get(rec).Empty() {
			return f.Key
		}
	}
	return ""
}

// newDraft returns a record that is not in the file yet, with what is known of it: the
// park, the chosen year of a report, and the record the user comes from. Nothing else is
// put in for the user: what stands in a form is taken for typed and ends on paper.
func newDraft(d *desk.Desk, t *app.Type) app.Record {
	rec := t.New()
	if t.Scope == app.ScopePark {
		rec.Header().Park = d.Park
	}
	if f, ok := t.Field(t.Period); ok && f.Kind == app.KindPeriod {
		f.Set(rec, app.TextValue(app.YearPeriod(d.Year).Key()))
	}
	if f, ok := onlyReference(t, d.From.TypeKey); ok && d.From.ID != 0 {
		f.Set(rec, app.NumberValue(d.From.ID))
	}
	return rec
}

// onlyReference returns the field by which records of a type refer to another type. Where
// there are several — the head of a company, its accountant, its performer — nobody can
// know which of them is meant, and there is none.
func onlyReference(t *app.Type, to string) (found app.Field, ok bool) {
	for _, f := range t.Stored() {
		if f.Kind != app.KindRef || f.Ref != to {
			continue
		}
		if ok {
			return app.Field{}, false
		}
		found, ok = f, true
	}
	return found, ok
}
