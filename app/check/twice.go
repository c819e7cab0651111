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
	other := s.repeats(r).of[view.rec.Header().ID]
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

// repetition is the records of a rule that are the same as another.
type repetition struct {
	of     map[int64]app.Record    // by id, that which was there first
	keys   map[int64]string        // by id, the sameness
	groups map[string][]app.Record // by sameness
}

// repeats gathers the records of the rule by their sameness.
func (s *pass) repeats(r *rule) *repetition {
	if known, ok := s.repeated[r]; ok {
		return known
	}
	found := &repetition{map[int64]app.Record{}, map[int64]string{}, map[string][]app.Record{}}
	for _, rec := range s.ofRule(r) {
		found.add(rec, s.samenessOf(r, rec))
	}
	for key := range found.groups {
		found.settle(r, key)
	}
	s.repeated[r] = found
	return found
}

// samenessOf is the sameness of a record that the rule looks at, else empty.
func (s *pass) samenessOf(r *rule, rec app.Record) string {
	if r.when != nil && !holdsFor(s.scope(rec), r.when) {
		return ""
	}
	return r.sameness(rec)
}

func (f *repetition) add(rec app.Record, key string) {
	if key != "" {
		f.keys[rec.Header().ID] = key
		f.groups[key] = append(f.groups[key], rec)
	}
}

// drop takes a record out of its group, which it returns; empty when it is in none.
func (f *repetition) drop(id int64) string {
	key, in := f.keys[id]
	if !in {
		return ""
	}
	delete(f.keys, id)
	delete(f.of, id)
	f.groups[key] = slices.DeleteFunc(f.groups[key], func(rec app.Record) bool { return rec.Header().ID == id })
	return key
}

// settle finds in one group which was there first.
func (f *repetition) settle(r *rule, key string) {
	recs := f.groups[key]
	slices.SortFunc(recs, order)
	var firsts []app.Record // «ООО „Альфа“» and «АО „Альфа“» are two
	for _, rec := range recs {
		i := slices.IndexFunc(firsts, func(first app.Record) bool { return r.alike(first, rec) })
		if i >= 0 {
			f.of[rec.Header().ID] = firsts[i]
		} else {
			delete(f.of, rec.Header().ID)
			firsts = append(firsts, rec)
		}
	}
}

// alike reports whether two records of one sameness are the same indeed.
func (r *rule) alike(x, y app.Record) bool {
	return len(r.same) > 0 || r.field.Alike(r.field.Get(x), r.field.Get(y))
}
