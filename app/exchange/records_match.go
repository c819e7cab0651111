package exchange

import (
	"fmt"
	"strings"

	"technopark/app"
)

// matcher finds for a record that is read the one of its type that is there already.
type matcher struct {
	p     *recordsPlanner
	t     *app.Type
	byKey map[string][]app.Record
	exact map[string]bool // sets of fields that records are arranged by
	taken map[int64]int   // rows that took a record, by its id
}

func newMatcher(p *recordsPlanner, t *app.Type) *matcher {
	m := &matcher{p: p, t: t, byKey: map[string][]app.Record{}, exact: map[string]bool{}, taken: map[int64]int{}}
	for _, rec := range p.load(t) {
		m.add(rec)
	}
	return m
}

// add has a record found from now on.
func (m *matcher) add(rec app.Record) {
	for _, key := range append(m.sure(rec), m.likely(rec)...) {
		m.byKey[key] = append(m.byKey[key], rec)
	}
}

// sure returns the keys by which a record is one alone: what no two of a park share, and the
// numbers of the state.
func (m *matcher) sure(rec app.Record) []string {
	var keys []string
	for i, set := range m.t.Unique {
		if key, ok := m.keyOf(rec, set); ok {
			keys = append(keys, fmt.Sprint("unique ", i, key))
		}
	}
	for _, f := range m.t.Fields {
		if key, ok := m.keyOf(rec, []string{f.Key}); ok && f.Telling && f.Kind == app.KindID {
			keys = append(keys, "id "+f.Key+key)
		}
	}
	return keys
}

// likely returns the keys of what people tell records apart by: names, where the numbers of the
// state do not say otherwise, and numbers and titles within all without which there is no such
// record — a contract of a resident, an event of a day.
func (m *matcher) likely(rec app.Record) []string {
	var keys, own []string
	named := false
	for _, f := range m.t.Fields {
		key, ok := m.keyOf(rec, []string{f.Key})
		isText := (f.Kind == app.KindText || f.Kind == app.KindID) && f.Scheme == ""
		switch {
		case f.Telling && isText:
			if ok {
				keys = append(keys, "name "+f.Key+key)
			}
		case f.Own && isText && !f.Fixed:
			own, named = append(own, f.Key+key), named || ok
		case f.Essential:
			own = append(own, f.Key+key)
		}
	}
	if named {
		keys = append(keys, "own "+strings.Join(own, " "))
	}
	return keys
}

// keyOf writes values of a record so that alike ones are equal; false where one is missing.
func (m *matcher) keyOf(rec app.Record, fields []string) (string, bool) {
	key := ""
	for _, name := range fields {
		f, ok := m.t.Field(name)
		if !ok {
			return "", false
		}
		v := f.Get(rec)
		if v.Empty() {
			return "", false
		}
		key += fmt.Sprintf("|%d|%d|%s", v.State, v.N, app.Fold(v.S))
	}
	return key, true
}

// find returns the record that is there for one that is read; nil for none. again is the row
// that took it before.
func (m *matcher) find(rec app.Record, row inRow) (found app.Record, again int) {
	for _, key := range m.sure(rec) {
		for _, there := range m.byKey[key] {
			return there, m.taken[there.Header().ID]
		}
	}
	if there := m.p.byID[m.t.Key][row.id]; there != nil && m.free(there) && m.t.Title(there, m.p.titles) == m.t.Title(rec, m.p.titles) && m.agree(there, rec) {
		return there, 0
	}
	for _, key := range m.likely(rec) {
		if all := m.byKey[key]; len(all) == 1 && m.free(all[0]) && m.agree(all[0], rec) {
			return all[0], 0
		}
	}
	return m.same(rec, row), 0
}

// same returns a record that has all that is read of one, so that nothing comes twice.
func (m *matcher) same(rec app.Record, row inRow) app.Record {
	var fields []string
	for _, c := range row.cells {
		if !c.field.Fixed && !c.field.Content {
			fields = append(fields, c.field.Key)
		}
	}
	set := strings.Join(fields, " ")
	if !m.exact[set] {
		m.exact[set] = true
		for _, there := range m.p.load(m.t) {
			if key, ok := m.keyOf(there, fields); ok {
				m.byKey["all "+set+key] = append(m.byKey["all "+set+key], there)
			}
		}
	}
	key, ok := m.keyOf(rec, fields)
	if !ok {
		return nil
	}
	for _, there := range m.byKey["all "+set+key] {
		if m.free(there) {
			return there
		}
	}
	return nil
}

func (m *matcher) free(rec app.Record) bool { return m.taken[rec.Header().ID] == 0 }

// agree reports whether no number of the state and no period says that two records are two.
func (m *matcher) agree(a, b app.Record) bool {
	for _, f := range m.t.Fields {
		x, y := f.Get(a), f.Get(b)
		if f.Telling && f.Kind == app.KindID && !x.Empty() && !y.Empty() && x != y {
			return false
		}
	}
	return app.PeriodOf(a) == app.PeriodOf(b)
}
