package app

// Copyable reports whether people make records of the type after the likeness of others: not
// of those that the program makes, and not of papers, each of which has its own file.
func (t *Type) Copyable() bool { return !t.Made && !t.Aside && !t.Proof }

// Copy returns a record that is yet to be saved and has the values of rec, save those that
// are of rec alone: names, numbers, state identifiers, what the program wrote. A copied
// report is for another period, so it has neither its period nor its figures.
func Copy(rec Record) Record {
	return alike(rec, func(t *Type, f Field) bool {
		ofPeriod := t.Report && (f.Key == t.Period || f.Kind.Numeric() || f.Kind == KindDate)
		return !f.Own && !ofPeriod
	})
}

// Another returns a record that is yet to be saved and has what records entered one after
// the other have in common with rec: to whom it belongs, its kind, its building and floor.
// Numbers in a row are counted on to the next that none of the others has.
func Another(rec Record, others []Record) Record {
	next := alike(rec, func(t *Type, f Field) bool { return f.common(t) })
	newRows(others).number(rec, next)
	return next
}

// common reports whether records of a type that are entered one after the other are likely
// to have one value of the field.
func (f Field) common(t *Type) bool {
	switch {
	case f.Own, t.Report && f.Key == t.Per:
		return false
	case f.Kind == KindPeriod:
		return t.Per != "" || !t.Report
	}
	return f.Repeated || f.Kind == KindChoice && !t.Report || f.Kind == KindRef
}

// alike returns a new record of the park of rec with the values of the fields that take says.
func alike(rec Record, take func(*Type, Field) bool) Record {
	t := rec.Type()
	other := t.New()
	other.Header().Park = rec.Header().Park
	for _, f := range t.Stored() {
		if !f.Fixed && take(t, f) {
			f.Set(other, f.Get(rec))
		}
	}
	return other
}
