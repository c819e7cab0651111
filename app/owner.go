package app

// residentKey is the key of the type of residents. The rating is about them, so whose of
// them a record is gets asked everywhere.
const residentKey = "resident"

// OwnerOf returns the type and the id of the record that rec belongs to; nil and 0 when it
// is the park's or the company's own.
func OwnerOf(rec Record) (*Type, int64) {
	f, ok := rec.Type().Field(rec.Type().Owner)
	if !ok || f.Get(rec).N == 0 {
		return nil, 0
	}
	return TypeByKey(f.Ref), f.Get(rec).N
}

// OfResidents reports whether records of the type are residents or belong to them.
func (t *Type) OfResidents() bool {
	f, ok := t.Field(t.Owner)
	return t.Key == residentKey || ok && f.Ref == residentKey
}

// ResidentOf returns the id of the resident a record is or belongs to, 0 when to none.
func ResidentOf(rec Record) int64 {
	t := rec.Type()
	if t.Key == residentKey {
		return rec.Header().ID
	}
	if f := t.field(t.Owner); f != nil && f.Ref == residentKey {
		return f.get(rec).N
	}
	return 0
}

// DueOnce reports whether just one record is due for a period from whoever hands it in, the
// park or a resident, and not one of each service or item of a list.
func (t *Type) DueOnce() bool {
	return t.Report && t.Per == t.Owner && (t.Per == "" || t.OfResidents())
}

// PerOf returns what tells a report apart from the others of its type and period: the
// resident, the service; no value where the park owes just one.
func PerOf(rec Record) Value {
	f := rec.Type().field(rec.Type().Per)
	if f == nil {
		return Value{}
	}
	return f.get(rec)
}

// Provable reports whether papers can be attached to records of the type: to those of a park
// that people fill in on a screen of their own, and not to papers themselves.
func (t *Type) Provable() bool { return t.Scope == ScopePark && !t.Made && !t.Aside && !t.Proof }
