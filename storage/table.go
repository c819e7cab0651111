package storage

import (
	"strings"

	"technopark/app"
)

// parkTable holds what park_id refers to: the records of a park depend on it by that
// column, not by a field.
const parkTable = "park"

// Conditions of a selection, over one argument.
const (
	whereAll  = ""
	wherePark = ` WHERE "park_id" = ?`
	whereID   = ` WHERE "id" = ?`
)

// table is how records of one type are kept: a column or two for each field, and a
// table of pairs for each Refs field.
type table struct {
	typ          *app.Type
	fields       []app.Field // with columns
	links        []link
	dependencies []dependency // of others on records of this table
}

// link is the table of a Refs field.
type link struct {
	field               app.Field
	name, owner, target string // table and its two columns
}

// newTables derives the tables from the catalogue.
func newTables() map[string]*table {
	tables := map[string]*table{}
	for _, t := range app.Types() {
		tables[t.Key] = newTable(t)
	}
	for _, t := range tables {
		t.dependencies = dependencies(t, tables)
	}
	return tables
}

func newTable(t *app.Type) *table {
	tab := &table{typ: t}
	for _, f := range t.Stored() {
		if f.Kind == app.KindRefs {
			tab.links = append(tab.links, newLink(t, f))
			continue
		}
		tab.fields = append(tab.fields, f)
	}
	return tab
}

func newLink(t *app.Type, f app.Field) link {
	return link{field: f, name: t.Key + "_" + f.Key, owner: t.Key + "_id", target: f.Ref + "_id"}
}

// inPark reports whether records of the table belong to a park.
func (t *table) inPark() bool { return t.typ.Scope == app.ScopePark }

// columns returns the columns of the fields, in the order of cells and arguments.
func (t *table) columns() []string { return columnsFor(t.fields) }

func columnsFor(fields []app.Field) []string {
	var names []string
	for _, f := range fields {
		names = append(names, f.Key)
		if f.CanNA {
			names = append(names, f.Key+"_na")
		}
	}
	return names
}

func (t *table) selectSQL(where string) string {
	names := append([]string{"id", "created", "changed"}, t.columns()...)
	if t.inPark() {
		names = append([]string{"park_id"}, names...)
	}
	return "SELECT " + quoted(names) + " FROM " + quote(t.typ.Key) + where + ` ORDER BY "id"`
}

func (t *table) insertSQL() string {
	names := append([]string{"id", "created", "changed"}, t.columns()...)
	if t.inPark() {
		names = append(names, "park_id")
	}
	return "INSERT INTO " + quote(t.typ.Key) + " (" + quoted(names) + ") VALUES (?" + strings.Repeat(", ?", len(names)-1) + ")"
}

// updateSQL writes the columns of some fields and the moment.
func (t *table) updateSQL(fields []app.Field) string {
	var set strings.Builder
	for _, name := range columnsFor(fields) {
		set.WriteString(quote(name) + " = ?, ")
	}
	return "UPDATE " + quote(t.typ.Key) + " SET " + set.String() + `"changed" = ?` + whereID
}

func (t *table) deleteSQL() string { return "DELETE FROM " + quote(t.typ.Key) + whereID }

// pairsSQL selects the pairs of a link for the records a condition chooses.
func (t *table) pairsSQL(l link, where string) string {
	owner, target := quote(l.owner), quote(l.target)
	sql := "SELECT " + owner + ", " + target + " FROM " + quote(l.name)
	if where != whereAll {
		sql += " WHERE " + owner + ` IN (SELECT "id" FROM ` + quote(t.typ.Key) + where + ")"
	}
	return sql + " ORDER BY 1, 2"
}

func quoted(names []string) string {
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = quote(name)
	}
	return strings.Join(all, ", ")
}

// quote makes an identifier of a key; keys are ASCII snake case (contract test of app).
func quote(name string) string { return `"` + name + `"` }
