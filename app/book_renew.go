package app

import (
	"cmp"
	"maps"
	"slices"
)

// Latest are records as they are now, by type and id; nil where one is gone.
type Latest map[string]map[int64]Record

// Put adds a record as it is now; nil where that of the type and id is gone.
func (l Latest) Put(typeKey string, id int64, rec Record) {
	if l[typeKey] == nil {
		l[typeKey] = map[int64]Record{}
	}
	l[typeKey][id] = rec
}

// With returns the book as it would be with some records changed: each takes the place of the
// one of its type and id, or is added. The book itself does not change.
func (b *Book) With(changed ...Record) *Book {
	now := Latest{}
	for _, rec := range changed {
		now.Put(rec.Type().Key, rec.Header().ID, rec)
	}
	return b.put(now)
}

// Renewed returns the book with records as they are now, derived fields filled in as of the day of
// the book; nil when its park is gone. The book itself does not change, and what has not changed
// the two share: a record of which nothing is derived otherwise than before is the same one.
func (b *Book) Renewed(now Latest) *Book {
	next := b.put(now)
	if next.Park == nil {
		return nil
	}
	changed := b.versions(now)
	for _, t := range Types() {
		if t.Derive == nil {
			continue
		}
		derived := Latest{}
		var recs []Record
		for id := range Concerned(t, changed) {
			if rec := next.Get(t.Key, id); rec != nil {
				rec = Clone(rec)
				recs = append(recs, rec)
				derived.Put(t.Key, id, rec)
			}
		}
		if len(recs) == 0 {
			continue
		}
		t.Derive(recs, next.Of, b.Day)
		derived.leave(t, next, now)
		if len(derived[t.Key]) > 0 {
			next = next.put(derived)
		}
	}
	return next
}

// leave takes out the records of a type that are to the letter what the book has: those that have not
// changed themselves and of which the same is derived.
func (l Latest) leave(t *Type, b *Book, changed Latest) {
	maps.DeleteFunc(l[t.Key], func(id int64, rec Record) bool {
		if _, itself := changed[t.Key][id]; itself {
			return false
		}
		was := b.Get(t.Key, id)
		return !slices.ContainsFunc(t.Fields, func(f Field) bool { return f.Derived && f.Get(was) != f.Get(rec) })
	})
}

// versions returns records as they are now beside what the book has of them.
func (b *Book) versions(now Latest) map[*Type][]Versions {
	all := map[*Type][]Versions{}
	for key, changed := range now {
		t := TypeByKey(key)
		for id, rec := range changed {
			all[t] = append(all[t], Versions{b.Get(key, id), rec})
		}
	}
	return all
}

// put returns the book with records as they are now, all fields as they come. Its park is nil when
// it is gone.
func (b *Book) put(now Latest) *Book {
	next := &Book{Park: b.Park, Entry: b.Entry, Day: b.Day, records: maps.Clone(b.records), byID: maps.Clone(b.byID), agreed: b.agreed}
	for key, changed := range now {
		next.records[key], next.byID[key] = b.replaced(key, changed)
	}
	next.agree(b, now["contract"])
	if p, ok := now["park"][b.Park.ID]; ok {
		next.Park, _ = p.(*Park)
	}
	if next.Park != nil {
		next.Company = Find[ManagementCompany](next, "company", next.Park.Company)
	}
	return next
}

// replaced returns the records of one type with some as they are now, in the order of ids.
func (b *Book) replaced(key string, changed map[int64]Record) (list []Record, ids map[int64]Record) {
	ids = maps.Clone(b.byID[key])
	if ids == nil {
		ids = map[int64]Record{}
	}
	var fresh []Record
	for id, rec := range changed {
		if rec == nil {
			delete(ids, id)
			continue
		}
		ids[id] = rec
		fresh = append(fresh, rec)
	}
	slices.SortFunc(fresh, byNumber)
	list = make([]Record, 0, len(ids))
	for _, rec := range b.records[key] {
		for len(fresh) > 0 && byNumber(fresh[0], rec) < 0 {
			list, fresh = append(list, fresh[0]), fresh[1:]
		}
		if _, other := changed[rec.Header().ID]; !other {
			list = append(list, rec)
		}
	}
	return append(list, fresh...), ids
}

func byNumber(x, y Record) int { return cmp.Compare(x.Header().ID, y.Header().ID) }

// agree gathers anew the agreements of the residents whose contracts have changed.
func (b *Book) agree(before *Book, changed map[int64]Record) {
	of := map[int64]bool{}
	for id, rec := range changed {
		for _, version := range []Record{before.Get("contract", id), rec} {
			if c, ok := version.(*Contract); ok && c.Kind == ContractResidency {
				of[c.Resident] = true
			}
		}
	}
	if len(of) == 0 {
		return
	}
	b.agreed = maps.Clone(before.agreed)
	for resident := range of {
		delete(b.agreed, resident)
	}
	for _, c := range All[Contract](b, "contract") {
		if c.Kind == ContractResidency && of[c.Resident] {
			b.agreed[c.Resident] = append(b.agreed[c.Resident], c)
		}
	}
}
