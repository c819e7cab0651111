package merging

import (
	"sync"

	"technopark/app"
)

// Memory finds twins among the records of nearly the same books again and again: it looks again only
// through those types of which a record has changed. The zero Memory remembers nothing yet. It may
// be used by several goroutines.
type Memory struct {
	mu    sync.Mutex
	found map[*app.Type]looked
}

// looked is what has been found among the records of a type, none of it weighed.
type looked struct {
	records []app.Record
	groups  []Group
}

// Find returns what the function of that name does.
func (m *Memory) Find(b *app.Book, types []*app.Type) []Group {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.found == nil {
		m.found = map[*app.Type]looked{}
	}
	return findBy(b, types, func(recs []app.Record, t *app.Type) []Group {
		before, known := m.found[t]
		if !known || !app.SameRecords(before.records, recs) {
			before = looked{recs, find(recs, t)}
			m.found[t] = before
		}
		return before.groups
	})
}
