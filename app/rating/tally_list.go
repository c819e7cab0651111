package rating

import (
	"math/big"
	"slices"

	"technopark/app"
)

// countItems counts the items of a check-list that have been answered. An item
// nobody has answered stays in the list, because the list is the yardstick; it
// lowers completeness.
func (t *tally) countItems() error {
	list := t.def.list
	if err := t.settle(list); err != nil {
		return err
	}
	answers := make([]map[string][]*entry, len(t.def.terms))
	for i, def := range t.def.terms {
		answers[i] = t.byItem(def)
	}
	for _, option := range list.field.Options {
		t.completeness.Of++
		if t.settled[option.Code] || t.answered(option, answers) {
			t.completeness.In++
		}
	}
	return nil
}

// has reports whether the list has an item with the code.
func (l *checkList) has(code string) bool {
	return slices.ContainsFunc(l.field.Options, func(o app.Option) bool { return o.Code == code })
}

// itemOf returns the code of the item an entry of a term is about.
func (t *tally) itemOf(def *termDef, e *entry) string {
	item, linked := t.def.items[def.name]
	if !linked {
		return ""
	}
	s := newScope(app.YearPeriod(t.reader.year), t.reader.find)
	s.rec = e.rec
	v, _ := s.look(item)
	return v.S
}

// byItem groups the entries of a term by the item they are about.
func (t *tally) byItem(def *termDef) map[string][]*entry {
	grouped := map[string][]*entry{}
	for _, e := range t.reader.terms[def] {
		code := t.itemOf(def, e)
		grouped[code] = append(grouped[code], e)
	}
	return grouped
}

// firstAnswers returns the entries of a term that are in the sum of a list: of those about one item
// the first.
func (t *tally) firstAnswers(def *termDef) []*entry {
	var in []*entry
	said := map[string]bool{}
	for _, e := range t.reader.terms[def] {
		if !e.summed() {
			continue
		}
		if item := t.itemOf(def, e); !said[item] && t.def.list.has(item) {
			said[item] = true
			in = append(in, e)
		}
	}
	return in
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
		if slices.ContainsFunc(entries, func(e *entry) bool { return len(e.gaps) == 0 }) {
			continue
		}
		whole = false
		if len(entries) == 0 {
			t.unanswered(def, option)
		}
		for _, e := range entries {
			t.missing.cells(e.gaps, 0)
		}
	}
	return whole
}

// unanswered notes an item of which a term has no record. Where the list has records of its
// own — a service and its figures of the year — it is the first of the two that is lacking.
func (t *tally) unanswered(def *termDef, option app.Option) {
	list, year := t.def.list, t.reader.yearOf(def)
	known := t.recordOf(list, option.Code)
	gaps := t.unsettled[option.Code]
	switch {
	case def.of == list.of || known != 0 && len(gaps) == 0:
		t.missing.item(def.of, def.reads(), option, year)
	case known == 0:
		t.missing.item(list.of, list.settled.reads(), option, year)
	default:
		t.missing.cells(gaps, 0)
	}
}

// settle finds the items that need no further answer, and what the rest lack to need none.
func (t *tally) settle(list *checkList) error {
	t.settled, t.unsettled = map[string]bool{}, map[string][]gap{}
	if list.settled == nil {
		return nil
	}
	s := newScope(app.YearPeriod(t.reader.year), t.reader.find)
	for _, rec := range t.reader.index.records(list.of, spanYear, t.reader.year) {
		s.rec, s.gaps = rec, nil
		holds, err := s.holds(list.settled)
		if err != nil {
			return err
		}
		code := list.field.Get(rec).S
		if t.unsettled[code] = s.gaps; holds && len(s.gaps) == 0 {
			t.settled[code] = true
		}
	}
	return nil
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
			Amount: big.NewRat(1, 1), Text: app.L("1", "1"),
		}
	}
	return parts
}
