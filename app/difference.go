package app

import (
	"cmp"
	"slices"
)

// Difference is what became of one record between two sets of records: two revisions of a
// submission, the data file and what is about to be imported, the park and a copy of it to try
// things on. It holds the values only. Who changed them and when is in the journal, and
// whoever shows a difference adds it from there.
type Difference struct {
	Type   *Type  // of the record
	ID     int64  // 0 for a record of the second set that is not saved yet
	Action Action // what makes the second set out of the first
	Was    Record // as it is in the first set; nil when it is added
	Is     Record // as it is in the second set; nil when it is deleted
	Edits  []Edit // what its stored fields were and are; of one added or deleted, all that have a value
}

// Records is a set of records, such as a Book: no two of one type have the same id, save
// those without one, which are yet to be added.
type Records interface {
	// Of returns the records of a type, in any order.
	Of(typeKey string) []Record
}

// RecordsByType is all records of a data file, of all its parks, by the keys of their types.
type RecordsByType map[string][]Record

// Of returns the records of a type.
func (r RecordsByType) Of(typeKey string) []Record { return r[typeKey] }

// TitlesIn returns what people call the records, in a language.
func (r RecordsByType) TitlesIn(lang Lang) Titles {
	byID := map[string]map[int64]Record{}
	for key, list := range r {
		byID[key] = make(map[int64]Record, len(list))
		for _, rec := range list {
			byID[key][rec.Header().ID] = rec
		}
	}
	var titles Titles
	titles = func(key string, id int64) string {
		rec, ok := byID[key][id]
		if !ok {
			return ""
		}
		return rec.Type().TitleIn(lang, rec, titles)
	}
	return titles
}

// Differences returns what makes the second set out of the first, among records of the given
// types: in the order of the types and of ids, those without an id last, fields in the order
// of the catalogue. The order of the sets does not matter.
func Differences(types []*Type, was, is Records) []Difference {
	var all []Difference
	for _, t := range types {
		all = append(all, differencesOf(t, was.Of(t.Key), is.Of(t.Key))...)
	}
	return all
}

func differencesOf(t *Type, was, is []Record) []Difference {
	var all []Difference
	earlier := make(map[int64]Record, len(was))
	for _, rec := range was {
		earlier[rec.Header().ID] = rec
	}
	for _, rec := range is {
		id := rec.Header().ID
		before, there := earlier[id]
		if !there || id == 0 {
			all = append(all, Difference{t, id, ActionAdd, nil, rec, edits(t, t.New(), rec)})
			continue
		}
		delete(earlier, id)
		if changed := edits(t, before, rec); len(changed) > 0 {
			all = append(all, Difference{t, id, ActionEdit, before, rec, changed})
		}
	}
	for id, rec := range earlier {
		all = append(all, Difference{t, id, ActionDelete, rec, nil, edits(t, rec, t.New())})
	}
	slices.SortStableFunc(all, func(x, y Difference) int {
		return cmp.Or(cmp.Compare(unsaved(x.ID), unsaved(y.ID)), cmp.Compare(x.ID, y.ID))
	})
	return all
}

func unsaved(id int64) int {
	if id == 0 {
		return 1
	}
	return 0
}

// edits returns the stored fields in which two records differ.
func edits(t *Type, was, is Record) []Edit {
	var all []Edit
	for _, f := range t.Stored() {
		if before, after := f.Get(was), f.Get(is); before != after {
			all = append(all, Edit{f, before, after})
		}
	}
	return all
}
