package exchange

import (
	"slices"
	"strconv"
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
	adds  bool            // each row is a record of its own, unless there can be no two such
	keys  matchKeys       // of the record that was looked at last
	laid  bool            // rows are of a table of strangers
	match string          // key of the only field by which records are found; «» for all that tells them apart
}

// by has records of a table of strangers found, by one field alone where one is named.
func (m *matcher) by(field string, existing Existing) {
	m.laid, m.match, m.adds = true, field, existing == Add
	for _, rec := range m.p.load(m.t) {
		m.addLoose(rec)
	}
}

// addLoose has a record found by the field that was named, or by its names however they are written.
func (m *matcher) addLoose(rec app.Record) {
	for _, key := range m.loose(rec) {
		m.byKey[key] = append(m.byKey[key], rec)
	}
}

// loose returns the keys of addLoose.
func (m *matcher) loose(rec app.Record) []string {
	keys := m.keysOf(rec)
	if keys.hasLoose {
		return keys.loose
	}
	keys.loose, keys.hasLoose = m.makeLoose(rec), true
	return keys.loose
}

func (m *matcher) makeLoose(rec app.Record) []string {
	var keys []string
	for i := range m.t.Fields {
		f := &m.t.Fields[i]
		if f.Derived || m.match != "" && m.match != f.Key || m.match == "" && !f.Telling {
			continue
		}
		switch core := f.Core(f.Get(rec)); {
		case core == "":
		case m.match != "":
			keys = append(keys, "by "+core)
		case !slices.Contains(keys, "core "+core):
			keys = append(keys, "core "+core)
		}
	}
	return keys
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
	if m.laid {
		m.addLoose(rec)
	}
	for _, keys := range [][]string{m.sure(rec), m.likely(rec)} {
		for _, key := range keys {
			m.byKey[key] = append(m.byKey[key], rec)
		}
	}
}

// sure returns the keys by which a record is one alone: what no two of a park share, and the
// numbers of the state.
func (m *matcher) sure(rec app.Record) []string {
	keys := m.keysOf(rec)
	if !keys.hasSure {
		keys.sure, keys.hasSure = m.makeSure(rec), true
	}
	return keys.sure
}

func (m *matcher) makeSure(rec app.Record) []string {
	var keys []string
	for i, set := range m.t.Unique {
		if key, ok := keyOfNamed(rec, m.t, set); ok {
			keys = append(keys, "unique "+strconv.Itoa(i)+key)
		}
	}
	for i := range m.t.Fields {
		f := &m.t.Fields[i]
		if !f.Telling || f.Kind != app.KindID {
			continue
		}
		if key, ok := keyOfField(rec, f); ok {
			keys = append(keys, "id "+f.Key+key)
		}
	}
	return keys
}

// likely returns the keys of what people tell records apart by: names, where the numbers of the
// state do not say otherwise, and numbers and titles within all without which there is no such
// record — a contract of a resident, an event of a day.
func (m *matcher) likely(rec app.Record) []string {
	keys := m.keysOf(rec)
	if !keys.hasLikely {
		keys.likely, keys.hasLikely = m.makeLikely(rec), true
	}
	return keys.likely
}

func (m *matcher) makeLikely(rec app.Record) []string {
	var keys, own []string
	named := false
	for i := range m.t.Fields {
		f := &m.t.Fields[i]
		isText := (f.Kind == app.KindText || f.Kind == app.KindID) && f.Scheme == ""
		if !(f.Telling && isText || f.Own && isText && !f.Fixed || f.Essential) {
			continue
		}
		key, ok := keyOfField(rec, f)
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

// find returns the record that is there for one that is read; nil for none. again is the row
// that took it before.
func (m *matcher) find(rec app.Record, row inRow) (found app.Record, again int) {
	if m.match != "" && !m.adds {
		return m.findBy(rec)
	}
	for _, key := range m.sure(rec) {
		if m.adds && !strings.HasPrefix(key, "unique ") {
			continue
		}
		for _, there := range m.byKey[key] {
			return there, m.taken[there.Header().ID]
		}
	}
	if m.adds {
		return nil, 0
	}
	if m.laid {
		if there, again := m.findLoose(rec); there != nil {
			return there, again
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

// several is in place of a row where a record fits more than one.
const several = -1

// findBy returns the record that shares the field by which records are found, and the row that took
// it before.
func (m *matcher) findBy(rec app.Record) (found app.Record, again int) {
	for _, key := range m.loose(rec) {
		switch all := m.byKey[key]; len(all) {
		case 0:
		case 1:
			return all[0], m.taken[all[0].Header().ID]
		default:
			return nil, several
		}
	}
	return nil, 0
}

// findLoose returns the one record of a name, however it is written, or of what else people tell such
// records apart by, and the row that took it before.
func (m *matcher) findLoose(rec app.Record) (found app.Record, again int) {
	for _, key := range slices.Concat(m.likely(rec), m.loose(rec)) {
		var fit []app.Record
		for _, there := range m.byKey[key] {
			if m.agree(there, rec) && m.namesAgree(there, rec) && !slices.Contains(fit, there) {
				fit = append(fit, there)
			}
		}
		if len(fit) == 1 {
			return fit[0], m.taken[fit[0].Header().ID]
		}
	}
	return nil, 0
}

// namesAgree reports whether no legal form says that two names are of two.
func (m *matcher) namesAgree(a, b app.Record) bool {
	for i := range m.t.Fields {
		f := &m.t.Fields[i]
		if !f.Telling || f.Kind != app.KindText || f.Scheme != "" {
			continue
		}
		if name := f.Get(b).S; name != "" && len(names(a)) > 0 && !named(a, name) {
			return false
		}
	}
	return true
}

// names returns the names by which a record is told apart.
func names(rec app.Record) []string {
	var all []string
	fields := rec.Type().Fields
	for i := range fields {
		f := &fields[i]
		if !f.Telling || f.Kind != app.KindText || f.Scheme != "" {
			continue
		}
		if name := f.Get(rec).S; name != "" {
			all = append(all, name)
		}
	}
	return all
}

// named reports whether a text is a name of a record, however it is written.
func named(rec app.Record, text string) bool {
	return slices.ContainsFunc(names(rec), func(name string) bool { return app.SameName(name, text) })
}

func (m *matcher) free(rec app.Record) bool { return m.taken[rec.Header().ID] == 0 }

// agree reports whether no number of the state and no period says that two records are two.
func (m *matcher) agree(a, b app.Record) bool {
	for i := range m.t.Fields {
		f := &m.t.Fields[i]
		if !f.Telling || f.Kind != app.KindID {
			continue
		}
		if x, y := f.Get(a), f.Get(b); !x.Empty() && !y.Empty() && x != y {
			return false
		}
	}
	return app.PeriodOf(a) == app.PeriodOf(b)
}
