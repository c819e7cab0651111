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

// newDraft returns a record that is not in the file yet, with what is known of it: the
// park, the chosen year, and the record the user comes from.
func newDraft(d *desk.Desk, t *app.Type) app.Record {
	rec := t.New()
	if t.Scope == app.ScopePark {
		rec.Header().Park = d.Park
	}
	if f, ok := t.Field(t.Period); ok {
		switch {
		case f.Kind == app.KindPeriod:
			f.Set(rec, app.TextValue(app.YearPeriod(d.Year).Key()))
		case d.Today().Year == d.Year: // a date of another year would be invented
			f.Set(rec, app.TextValue(d.Today().ISO()))
		}
	}
	for _, f := range t.Stored() {
		if f.Kind == app.KindRef && d.From.ID != 0 && f.Ref == d.From.TypeKey {
			f.Set(rec, app.NumberValue(d.From.ID))
		}
	}
	return rec
}
