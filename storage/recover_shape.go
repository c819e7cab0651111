package storage

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"technopark/app"
	"technopark/storage/btree"
)

// column is a column of a table as a row in a page has it.
type column struct {
	name     string
	kind     btree.Type // Null for any
	required bool       // NOT NULL
	zero     bool       // a row from before the column was added has 0 in it
	number   bool       // the number of the row itself, which stands beside its values
}

// layout is how the rows of one table lie in pages. Columns are only ever added behind the
// others (see the head of 0001_records.sql), so that of today’s schema reads the rows of all
// before: a row that is older is shorter.
type layout struct {
	name    string
	columns []column
	typ     *app.Type // nil of a table that keeps no records
	dates   []int     // columns with moments, which tell a row of this table from those of others
}

// layouts returns those of today’s schema by the names of their tables.
func layouts() (map[string]*layout, error) {
	steps := migrations()
	latest, err := latestVersion(steps)
	if err != nil {
		return nil, err
	}
	objects, err := releasedSchema(steps, latest)
	if err != nil {
		return nil, err
	}
	all := map[string]*layout{}
	for _, o := range objects {
		if o.kind == "table" {
			all[o.name] = layoutOf(o)
		}
	}
	for i, kind := range []btree.Type{btree.Text, btree.Integer} { // SQLite’s own table names no types
		all["sqlite_sequence"].columns[i].kind = kind
	}
	for _, t := range app.Types() {
		l, ok := all[t.Key]
		if !ok {
			return nil, fmt.Errorf("the schema has no table %s", t.Key)
		}
		l.typ = t
		for i, c := range l.columns {
			if c.name == "created" || c.name == "changed" {
				l.dates = append(l.dates, i)
			}
		}
	}
	return all, nil
}

func layoutOf(o object) *layout {
	l := &layout{name: o.name}
	columns, _ := definitions(o.text)
	for _, d := range columns {
		if d.name == "" {
			continue
		}
		c := column{name: d.name, required: strings.Contains(d.text, "not null"), zero: strings.Contains(d.text, "default 0")}
		words := strings.Fields(d.text)
		if len(words) > 1 {
			c.kind = map[string]btree.Type{"integer": btree.Integer, "text": btree.Text, "blob": btree.Blob}[words[1]]
		}
		c.number = c.kind == btree.Integer && strings.Contains(d.text, "primary key")
		l.columns = append(l.columns, c)
	}
	return l
}

// fits reports whether a row can be one of the table by the types of its values.
func (l *layout) fits(row []btree.Value) bool {
	if len(row) > len(l.columns) || len(row) == 0 {
		return false
	}
	for i, c := range l.columns {
		switch {
		case i >= len(row):
			if c.required && !c.zero {
				return false
			}
		case c.number:
			if row[i].Type != btree.Null {
				return false
			}
		case row[i].Type == btree.Null:
			if c.required {
				return false
			}
		case c.kind == btree.Null:
		case row[i].Type != c.kind || c.kind == btree.Text && !row[i].Cut() && !utf8.Valid(row[i].Bytes):
			return false
		}
	}
	return true
}

// telling reports whether a row is one of the table by what its values say, too: rows of
// several tables may have values of the same types.
func (l *layout) telling(row []btree.Value) bool {
	if !l.fits(row) {
		return false
	}
	for _, i := range l.dates {
		if i >= len(row) {
			return false
		}
		if _, err := parseStamp(string(row[i].Bytes)); err != nil {
			return false
		}
	}
	switch l.name {
	case "journal":
		return l.at(row, "hash").Size == 64 && l.at(row, "prev").Size == 64
	case "change":
		return slices.Contains([]string{"done", "undone", "dropped", "kept"}, string(l.at(row, "state").Bytes))
	case "content":
		return isContent(row)
	case "sqlite_sequence":
		return true
	}
	values := l.values(row)
	for _, f := range l.typ.Stored() {
		if v := values[f.Key]; v.State == app.Given && !plausible(f, v) {
			return false
		}
	}
	return true
}

// plausible reports whether a value is one of the field by its form.
func plausible(f app.Field, v app.Value) bool {
	switch f.Kind {
	case app.KindChoice:
		_, ok := f.Option(v.S)
		return ok
	case app.KindDate:
		_, err := app.ParseISODate(v.S)
		return err == nil
	case app.KindPeriod:
		_, ok := app.ParsePeriod(v.S)
		return ok
	case app.KindBool:
		return v.N == 0 || v.N == 1
	case app.KindRef:
		return v.N > 0
	}
	return true
}

// at returns the value of a row in a column; none where the row is older than the column.
func (l *layout) at(row []btree.Value, name string) btree.Value {
	i := slices.IndexFunc(l.columns, func(c column) bool { return c.name == name })
	if i < 0 || i >= len(row) {
		return btree.Value{}
	}
	return row[i]
}

// values returns the values of a row by the keys of their fields; references in tables of
// their own are not among them.
func (l *layout) values(row []btree.Value) map[string]app.Value {
	all := map[string]app.Value{}
	for _, f := range l.typ.Stored() {
		if f.Kind == app.KindRefs {
			continue
		}
		v := l.at(row, f.Key)
		switch {
		case f.CanNA && l.at(row, f.Key+"_na").Int == 1:
			all[f.Key] = app.NAValue()
		case v.Type == btree.Integer:
			all[f.Key] = app.NumberValue(v.Int)
		case v.Type == btree.Text:
			all[f.Key] = app.TextValue(string(v.Bytes))
		default:
			all[f.Key] = app.Value{}
		}
	}
	return all
}

// legible returns the values of a row, and apart from them dates and periods that are none: in
// the new file nobody could read them.
func (l *layout) legible(row []btree.Value) (values, spoiled map[string]app.Value) {
	values, spoiled = l.values(row), map[string]app.Value{}
	for _, f := range l.typ.Stored() {
		v := values[f.Key]
		if (f.Kind == app.KindDate || f.Kind == app.KindPeriod) && v.State == app.Given && !plausible(f, v) {
			spoiled[f.Key] = v
			delete(values, f.Key)
		}
	}
	return values, spoiled
}
