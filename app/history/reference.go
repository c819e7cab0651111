package history

import (
	"strconv"
	"strings"

	"technopark/app"
)

// reference is one record another refers to.
type reference struct {
	field string    // key of the field; «» for the park
	to    app.Place // type and id
}

// references returns what a record refers to, its park too.
func references(rec app.Record) []reference {
	t := rec.Type()
	var all []reference
	if t.Scope == app.ScopePark {
		all = append(all, reference{to: app.Place{Type: "park", ID: rec.Header().Park}})
	}
	for _, f := range t.Stored() {
		for _, id := range idsIn(f, f.Get(rec)) {
			all = append(all, reference{f.Key, app.Place{Type: f.Ref, ID: id}})
		}
	}
	return all
}

// idsIn returns the records a value of a field refers to.
func idsIn(f app.Field, v app.Value) []int64 {
	switch {
	case f.Ref == "" || v.Empty():
		return nil
	case f.Kind == app.KindRefs:
		return app.IDs(v.S)
	}
	return []int64{v.N}
}

// missingError says which deleted records have to come back first, by their deletions; nil when there
// are none.
func missingError(gone []app.JournalEntry) error {
	if len(gone) == 0 {
		return nil
	}
	var ru, en []string
	for i, title := range app.JournalTitles(gone, func(string, int64) string { return "" }, app.RU) {
		t, entry := app.TypeByKey(gone[i].Type), strconv.FormatInt(gone[i].ID, 10)
		ru = append(ru, t.One.RU+" "+app.Quoted(title)+" (запись журнала № "+entry+")")
		en = append(en, t.One.In(app.EN)+" “"+title+"” (journal entry No "+entry+")")
	}
	what := app.L(strings.Join(ru, ", "), strings.Join(en, ", "))
	return &app.Refusal{ID: "err.history_needs", Data: map[string]any{"What": what}, Cause: app.ErrNotFound}
}
