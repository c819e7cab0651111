package desk

import (
	"bytes"
	"slices"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/i18n"
)

// titles names the records that others refer to. It reads each type once until it is
// told to forget: lists are drawn far more often than records change.
type titles struct {
	desk     *Desk
	collator *i18n.Collator
	byID     map[string]map[int64]string
	names    *app.Names // what references are chosen by
}

func newTitles(d *Desk) *titles {
	t := &titles{desk: d, collator: i18n.NewCollator()}
	t.forget()
	return t
}

func (t *titles) forget() {
	t.byID, t.names = map[string]map[int64]string{}, app.NewNames(t.list)
}

// of returns the title of a record, «» when there is none; it is an app.Titles.
func (t *titles) of(typeKey string, id int64) string { return t.all(typeKey)[id] }

// all returns the titles of a type by id. A type that cannot be read has none: the list
// on which they stand fails with the same error and says so.
func (t *titles) all(typeKey string) map[int64]string {
	if known, ok := t.byID[typeKey]; ok {
		return known
	}
	var found map[int64]string
	if typ := app.TypeByKey(typeKey); typ != nil && t.desk.Store != nil {
		found, _ = t.desk.Store.Titles(t.desk.Ctx(), t.desk.Lang, typ, t.desk.Park)
	}
	t.byID[typeKey] = found
	return found
}

// list returns the records of a type in the order of their titles.
func (t *titles) list(typeKey string) []app.Named {
	var list []app.Named
	keys := map[int64][]byte{}
	for id, title := range t.all(typeKey) {
		list = append(list, app.Named{ID: id, Title: title})
		keys[id] = t.collator.Key(title)
	}
	slices.SortFunc(list, func(a, b app.Named) int {
		if c := bytes.Compare(keys[a.ID], keys[b.ID]); c != 0 {
			return c
		}
		return int(a.ID - b.ID)
	})
	return list
}

// TitleOf returns the title of a record, «» when there is none; it is an app.Titles.
func (d *Desk) TitleOf(typeKey string, id int64) string { return d.known().of(typeKey, id) }

// RecordOf returns what the record of a finding is called in the language of the window; a finding
// carries that in Russian.
func (d *Desk) RecordOf(f check.Finding) string {
	if title := d.TitleOf(f.Type.Key, f.ID); title != "" && d.Lang != app.RU {
		return title
	}
	return f.Record
}

// Names returns what references are chosen by.
func (d *Desk) Names() *app.Names { return d.known().names }

// Forget drops the titles that were read: records have changed.
func (d *Desk) Forget() { d.known().forget() }

// known returns the titles read so far.
func (d *Desk) known() *titles {
	if d.titles == nil {
		d.titles = newTitles(d)
	}
	return d.titles
}
