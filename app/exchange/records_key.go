package exchange

import (
	"strconv"
	"strings"

	"technopark/app"
)

// matchKeys are the keys of a record: it is looked for by them, and then found by them itself.
type matchKeys struct {
	of                           app.Record
	sure, likely, loose          []string
	hasSure, hasLikely, hasLoose bool
}

// keysOf returns the keys of a record, those that are known.
func (m *matcher) keysOf(rec app.Record) *matchKeys {
	if m.keys.of != rec {
		m.keys = matchKeys{of: rec}
	}
	return &m.keys
}

// keyOfFields writes values of a record so that alike ones are equal; false where one is missing.
func keyOfFields(rec app.Record, fields []*app.Field) (string, bool) {
	var room [192]byte
	key := room[:0]
	for _, f := range fields {
		v := f.Get(rec)
		if v.Empty() {
			return "", false
		}
		key = append(key, '|')
		key = strconv.AppendInt(key, int64(v.State), 10)
		key = append(key, '|')
		key = strconv.AppendInt(key, v.N, 10)
		key = append(key, '|')
		key = append(key, app.Fold(v.S)...)
	}
	return string(key), true
}

// keyOfField is keyOfFields for one field.
func keyOfField(rec app.Record, f *app.Field) (string, bool) {
	fields := [...]*app.Field{f}
	return keyOfFields(rec, fields[:])
}

// keyOfNamed is keyOfFields for fields by their keys; false where the type has none of such a key.
func keyOfNamed(rec app.Record, t *app.Type, names []string) (string, bool) {
	fields := make([]*app.Field, 0, len(names))
	for _, name := range names {
		for i := range t.Fields {
			if t.Fields[i].Key == name {
				fields = append(fields, &t.Fields[i])
				break
			}
		}
	}
	if len(fields) < len(names) {
		return "", false
	}
	return keyOfFields(rec, fields)
}

// same returns a record that has all that is read of one, so that nothing comes twice.
func (m *matcher) same(rec app.Record, row inRow) app.Record {
	there := m.p.load(m.t)
	if len(there) == 0 {
		return nil
	}
	fields := make([]*app.Field, 0, len(row.cells))
	var names strings.Builder
	for i := range row.cells {
		if f := row.cells[i].field; !f.Fixed && !f.Content {
			if fields = append(fields, f); names.Len() > 0 {
				names.WriteByte(' ')
			}
			names.WriteString(f.Key)
		}
	}
	set := "all " + names.String()
	if !m.exact[set] {
		m.exact[set] = true
		for _, one := range there {
			if key, ok := keyOfFields(one, fields); ok {
				m.byKey[set+key] = append(m.byKey[set+key], one)
			}
		}
	}
	key, ok := keyOfFields(rec, fields)
	if !ok {
		return nil
	}
	for _, one := range m.byKey[set+key] {
		if m.free(one) {
			return one
		}
	}
	return nil
}
