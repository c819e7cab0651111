package app

import "fmt"

// PastOf returns a record as it stood when the last of its entries was written; as it was until
// then, when that deleted it. entries are those of one record, the newest first and back to where
// it was added, as Journal returns them.
func PastOf(entries []JournalEntry) (Record, error) {
	if len(entries) == 0 {
		return nil, ErrNotFound
	}
	last := entries[0]
	t := TypeByKey(last.Type)
	if t == nil {
		return nil, fmt.Errorf("journal entry %d: unknown type %s", last.ID, last.Type)
	}
	past := Snapshot{Values: map[string]Value{}}
	for i := len(entries) - 1; i >= 0; i-- {
		e := entries[i]
		text := e.After
		if e.Action == ActionDelete {
			text = e.Before
		}
		s, err := ReadSnapshot(t, text)
		if err != nil {
			return nil, fmt.Errorf("journal entry %d: %w", e.ID, err)
		}
		if e.Action != ActionEdit {
			past = s
			continue
		}
		for key, v := range s.Values {
			past.Values[key] = v
		}
	}
	return past.Record(t, last.Record), nil
}

// Record makes a record of a snapshot of the whole of it.
func (s Snapshot) Record(t *Type, id int64) Record {
	rec := t.New()
	*rec.Header() = Head{ID: id, Park: s.Park, Created: s.Created}
	for _, f := range t.Stored() {
		f.Set(rec, s.Values[f.Key])
	}
	return rec
}
