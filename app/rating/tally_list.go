package rating

import (
	"technopark/app"
)

// countItems counts the items of a check-list that have been answered. An item
// nobody has answered stays in the list, because the list is the yardstick; it
// lowers completeness.
func (t *tally) countItems() error {
	list := t.def.list
	settled, err := t.settled(list)
	if err != nil {
		return err
	}
	answers := make([]map[string][]*entry, len(t.def.terms))
	for i, def := range t.def.terms {
		answers[i] = t.byItem(def)
	}
	for _, option := range list.field.Options {
		t.completeness.Of++
		if settled[option.Code] || t.answered(option, answers) {
			t.completeness.In++
		}
	}
	return nil
}

// byItem groups the entries of a term by the item they are about.
func (t *tally) byItem(def *termDef) map[string][]*entry {
	grouped := map[string][]*entry{}
	item, linked := t.def.items[def.name]
	if !linked {
		return grouped
	}
	s := newScope(app.YearPeriod(t.reader.year), t.reader.find)
	for _, e := range t.reader.terms[def.name] {
		s.rec = e.rec
		v, _ := s.look(item)
		grouped[v.S] = append(grouped[v.S], e)
	}
	return grouped
}

// answered reports whether every term has a whole answer about the item, and
// notes what is missing.
func (t *tally) answered(option app.Option, answers []map[string][]*entry) bool {
	whole := true
	for i, def := range t.def.terms {
		if def.list != nil {
			continue
		}
		entries := answers[i][option.Code]
		if len(entries) == 0 {
			whole = false
			t.missing.item(t.def.list, def, option, t.recordOf(t.def.list, option.Code), t.reader.yearOf(def))
		}
		for _, e := range entries {
			if len(e.gaps) > 0 {
				whole = false
				t.missing.cells(e.gaps, 0)
			}
		}
	}
	return whole
}

// settled returns the items that need no further answer.
func (t *tally) settled(list *checkList) (map[string]bool, error) {
	done := map[string]bool{}
	if list.settled == nil {
		return done, nil
	}
	for _, rec := range t.reader.index.records(list.of, spanYear, t.reader.year) {
		s := newScope(app.YearPeriod(t.reader.year), t.reader.find)
		s.rec = rec
		holds, err := s.holds(list.settled)
		if err != nil {
			return nil, err
		}
		if holds && len(s.gaps) == 0 {
			done[list.field.Get(rec).S] = true
		}
	}
	return done, nil
}

// recordOf returns the id of the record of the list's own type about an item, or 0.
func (t *tally) recordOf(list *checkList, code string) int64 {
	for _, rec := range t.reader.index.records(list.of, spanYear, t.reader.year) {
		if list.field.Get(rec).S == code {
			return rec.Header().ID
		}
	}
	return 0
}

// itemParts counts the items of a list, one a part.
func (t *tally) itemParts(list *checkList) []Part {
	parts := make([]Part, len(list.field.Options))
	for i, o := range list.field.Options {
		parts[i] = Part{
			Type: list.of.Key, ID: t.recordOf(list, o.Code), Title: o.Label.RU, Item: o.Label,
			Amount: one(), Text: app.L("1", "1"),
		}
	}
	return parts
}
