package merging

import (
	"sync"

	"technopark/app"
)

// Memory finds twins among the records of nearly the same books again and again: it looks again only
// through those types of which a record has changed, and through all when something was told apart. The zero Memory remembers nothing yet. It may
// be used by several goroutines.
type Memory struct {
	mu    sync.Mutex
	found map[*app.Type]looked
}

// looked is what has been found among the records of a type, none of it weighed.
type looked struct {
	records []app.Record
	told    []app.Record // what was told apart
	groups  []Group
}

// Find returns what the function of that name does.
func (m *Memory) Find(b *app.Book, types []*app.Type) []Group {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.found == nil {
		m.found = map[*app.Type]looked{}
	}
	marks := b.Of(distinctions)
	return findBy(b, types, func(recs []app.Record, t *app.Type, told partners) []Group {
		before, known := m.found[t]
		if !known || !app.SameRecords(before.records, recs) || !app.SameRecords(before.told, marks) {
			before = looked{recs, marks, find(recs, t, told)}
			m.found[t] = before
		}
		return before.groups
	})
}
