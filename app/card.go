package app

import (
	"cmp"
	"slices"
)

// Part is the records of one type that belong to another record: what its card shows of them.
type Part struct {
	Type    *Type    // of the records
	Records []Record // the newest first; those without a date come last
}

// Parts returns the types whose records belong to records of t, in the order of the
// catalogue: those that name such a record as their owner, and those that t says it has. What
// has no screen of its own is shown with what it belongs to and is no part.
func Parts(t *Type) []*Type {
	var parts []*Type
	for _, other := range Types() {
		owner, _ := other.Field(other.Owner)
		if !other.Aside && (owner.Ref == t.Key || other.With == t.Key) {
			parts = append(parts, other)
		}
	}
	return parts
}

// PartsOf returns the records of a book that belong to a record, a part for each type that
// may have any.
func PartsOf(b *Book, whole Record) []Part {
	types := Parts(whole.Type())
	parts := make([]Part, len(types))
	for i, t := range types {
		parts[i].Type = t
		for _, rec := range b.Of(t.Key) {
			if b.Owns(whole, rec) {
				parts[i].Records = append(parts[i].Records, rec)
			}
		}
		newestFirst(t, parts[i].Records)
	}
	return parts
}

// Owns reports whether a record belongs to another: by its owner, or, without one, because
// its type goes with the park or the company that the book is of.
func (b *Book) Owns(whole, rec Record) bool {
	if owner, id := OwnerOf(rec); owner != nil {
		return owner == whole.Type() && id == whole.Header().ID
	}
	return rec.Type().With == whole.Type().Key && b.Concerns(whole) && b.Concerns(rec)
}

// newestFirst sorts records of a type by their first date.
func newestFirst(t *Type, recs []Record) {
	at := slices.IndexFunc(t.Fields, func(f Field) bool {
		return f.Typed() && (f.Kind == KindDate || f.Kind == KindPeriod)
	})
	if at < 0 {
		return
	}
	date := t.Fields[at]
	slices.SortStableFunc(recs, func(x, y Record) int {
		return cmp.Or(cmp.Compare(date.Get(y).S, date.Get(x).S), cmp.Compare(y.Header().ID, x.Header().ID))
	})
}

// YearReport returns the empty report of a type for a year, yet to be saved, that belongs to a
// record of the book.
func YearReport(b *Book, whole Record, t *Type, year int) Record {
	return emptyReport(b, t, YearPeriod(year), NumberValue(whole.Header().ID))
}
