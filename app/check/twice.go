package check

import (
	"cmp"
	"slices"
	"strings"

	"technopark/app"
)

// judgeTwice looks for another record of the same thing. Only the one that was changed last
// is told of: it is the one that somebody has just typed.
func (s *pass) judgeTwice(r *rule, view *scope) []Finding {
	other := s.repeats(r)[view.rec]
	if other == nil || s.doubted(view.rec, r.field.Key) {
		return nil
	}
	v := r.field.Get(view.rec)
	found := s.found(r, view.rec)
	found.Left, found.Right = s.textOf(r.field, v), s.textOf(r.field, r.field.Get(other))
	found.Basis = basisOf(r.field.Key, r.field, v) + "; " + app.Place{Type: r.of.Key, ID: other.Header().ID}.String()
	return s.written(r, view, found, other)
}

// twice reports whether the rule looks for a thing that is there twice.
func (r *rule) twice() bool { return r.unique || len(r.same) > 0 }

// order puts the record that was changed last behind; of two changed together, the one added
// last.
func order(x, y app.Record) int {
	return cmp.Or(x.Header().Changed.Compare(y.Header().Changed), cmp.Compare(x.Header().ID, y.Header().ID))
}

// sameness is what two records of one thing have in common; empty when something of it is
// missing, which makes a record like no other. A single field is compared as names are.
func (r *rule) sameness(rec app.Record) string {
	if len(r.same) == 0 {
		return r.field.Core(r.field.Get(rec))
	}
	var key strings.Builder
	for _, f := range r.same {
		v := f.Get(rec)
		text := v.S
		switch {
		case f.Blank(v):
			return ""
		case f.Kind == app.KindText:
			if text = spelled(text); slices.Contains(numberless, text) {
				return ""
			}
		case text == "":
			text = f.Entry(v, nil, app.RU)
		}
		key.WriteString(text + "|")
	}
	return key.String()
}

// spelled drops what two people type differently when they mean the same number, title or
// address: besides what app.Fold drops, spaces, the sign №, dots at the end, what is written
// before the number of a patent, and how an address on the web begins and ends.
func spelled(text string) string {
	text = app.Fold(text)
	for _, start := range starts {
		text = strings.TrimSpace(strings.TrimPrefix(text, start))
	}
	return idle.Replace(strings.TrimRight(text, "/. "))
}

// numberless is how people write that there is no number, spelled.
var numberless = []string{"", "-", spelled("б/н"), spelled("б.н."), spelled("без номера"), spelled("нет")}

var (
	starts = []string{
		app.Fold("https://"), app.Fold("http://"), app.Fold("www."),
		app.Fold("патент"), app.Fold("свидетельство"), app.Fold("РФ"), app.Fold("RU"),
	}
	idle = strings.NewReplacer(" ", "", "№", "", "#", "")
)

// repeats returns, of the records of the rule that are the same as another, which other: the
// one that was there first.
func (s *pass) repeats(r *rule) map[app.Record]app.Record {
	if known, ok := s.repeated[r]; ok {
		return known
	}
	groups := map[string][]app.Record{}
	for _, rec := range s.ofRule(r) {
		if r.when != nil && !holdsFor(s.scope(rec), r.when) {
			continue
		}
		if key := r.sameness(rec); key != "" {
			groups[key] = append(groups[key], rec)
		}
	}
	of := map[app.Record]app.Record{}
	for _, recs := range groups {
		slices.SortFunc(recs, order)
		var firsts []app.Record // «ООО „Альфа“» and «АО „Альфа“» are two
		for _, rec := range recs {
			i := slices.IndexFunc(firsts, func(first app.Record) bool { return r.alike(first, rec) })
			if i >= 0 {
				of[rec] = firsts[i]
			} else {
				firsts = append(firsts, rec)
			}
		}
	}
	s.repeated[r] = of
	return of
}

// alike reports whether two records of one sameness are the same indeed.
func (r *rule) alike(x, y app.Record) bool {
	return len(r.same) > 0 || r.field.Alike(r.field.Get(x), r.field.Get(y))
}
