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

// derive fills in the derived fields of a draft; those of a record in the file come with it.
func (s *Screen) derive(draft app.Record) {
	if s.typ.Derive != nil {
		s.typ.Derive([]app.Record{draft}, s.others, s.desk.Today())
	}
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
	from := d.From
	if _, ok := onlyReference(t, from.TypeKey); !ok {
		from = ownerOf(d, from)
	}
	if f, ok := onlyReference(t, from.TypeKey); ok && from.ID != 0 {
		f.Set(rec, app.NumberValue(from.ID))
	}
	return rec
}

// ownerOf returns the record that another belongs to: who comes from a contract of a resident
// to the reports most likely means the same resident.
func ownerOf(d *desk.Desk, o desk.Origin) desk.Origin {
	t := app.TypeByKey(o.TypeKey)
	if t == nil || o.ID == 0 {
		return desk.Origin{}
	}
	rec, err := d.Store.Get(d.Ctx(), t, o.ID)
	if err != nil {
		return desk.Origin{} // it is gone: nothing is known then
	}
	owner, id := app.OwnerOf(rec)
	if owner == nil {
		return desk.Origin{}
	}
	return desk.Origin{TypeKey: owner.Key, ID: id}
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
