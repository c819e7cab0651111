package app

import (
	"slices"
	"strings"
	"unicode"
)

// Twin is another record that seems to be the same thing entered a second time.
type Twin struct {
	Field Field  // whose value the two share
	Other Record // the record that has it already
}

// Twins finds records that are likely to be one thing: of one name, without regard to how it
// is written, or of one state identifier. See Field.Telling.
type Twins struct {
	by map[string][]Record // by Field.Core of a telling field
}

// NewTwins looks through the records once: all of a type and, of an organisation, those of
// the other types of organisations. See Type.Organisation.
func NewTwins(recs []Record) *Twins {
	w := &Twins{by: map[string][]Record{}}
	for _, rec := range recs {
		seen := map[string]bool{}
		for _, f := range rec.Type().Telling() {
			if core := f.Core(f.Get(rec)); core != "" && !seen[core] {
				seen[core] = true
				w.by[core] = append(w.by[core], rec)
			}
		}
	}
	return w
}

// Of returns for each telling field of the record the first other record that shares its
// value. A full name may be another's short one. Nil knows of none.
func (w *Twins) Of(rec Record) []Twin {
	if w == nil {
		return nil
	}
	var found []Twin
	for _, f := range rec.Type().Telling() {
		v := f.Get(rec)
		for _, other := range w.by[f.Core(v)] {
			if !isSame(rec, other) && shares(f, v, other) {
				found = append(found, Twin{f, other})
				break
			}
		}
	}
	return found
}

// isSame reports whether two records are one in the file.
func isSame(rec, other Record) bool {
	return rec.Type() == other.Type() && rec.Header().ID == other.Header().ID
}

// Telling returns the fields by which records of the type are recognised.
func (t *Type) Telling() []Field {
	var fields []Field
	for _, f := range t.Stored() {
		if f.Telling {
			fields = append(fields, f)
		}
	}
	return fields
}

// shares reports whether another record has the value, in the same field or, of a name, in
// any of its names.
func shares(f Field, v Value, other Record) bool {
	for _, g := range other.Type().Telling() {
		if (g.Key == f.Key || f.Scheme == "" && g.Scheme == "") && f.Alike(v, g.Get(other)) {
			return true
		}
	}
	return false
}

// Core is what values of the field that may be one thing have in common; empty for a
// value that says nothing.
func (f Field) Core(v Value) string {
	switch {
	case f.Blank(v):
		return ""
	case f.Kind == KindText && f.Scheme == "":
		core, _ := nameParts(v.S)
		return "name " + core
	}
	return f.Key + " " + v.S + " " + IDList([]int64{v.N})
}

// Alike reports whether two values of the field are one, names without regard to case,
// quotation marks, spaces, ё, look-alike letters and the place of the legal form.
func (f Field) Alike(a, b Value) bool {
	if f.Kind == KindText && f.Scheme == "" {
		return SameName(a.S, b.S)
	}
	return a == b
}

// SameName reports whether two names are likely to be of one: «ООО „Альфа“» is «Альфа,
// ООО» and «Альфа», but not «АО „Альфа“».
func SameName(a, b string) bool {
	core, form := nameParts(a)
	other, otherForm := nameParts(b)
	return core != "" && core == other && (form == otherForm || form == "" || otherForm == "")
}

// legalForms are the ways legal forms are written out, the longer before those they hold.
var legalForms = strings.NewReplacer(
	Fold("общество с ограниченной ответственностью"), Fold("ООО"),
	Fold("публичное акционерное общество"), Fold("ПАО"),
	Fold("открытое акционерное общество"), Fold("ОАО"),
	Fold("закрытое акционерное общество"), Fold("ЗАО"),
	Fold("непубличное акционерное общество"), Fold("АО"),
	Fold("акционерное общество"), Fold("АО"),
	Fold("индивидуальный предприниматель"), Fold("ИП"),
)

// nameParts parts a name into its words, folded, and the legal form at its beginning or
// end. A name that is nothing but a form is its own words.
func nameParts(name string) (core, form string) {
	words := strings.FieldsFunc(legalForms.Replace(Fold(name)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("+&#№", r)
	})
	for _, at := range []int{0, len(words) - 1} {
		if len(words) > 1 && isLegalForm(words[at]) {
			form = words[at]
			words = append(words[:at:at], words[at+1:]...)
			break
		}
	}
	return strings.Join(words, " "), form
}

// shortForms are the folded legal forms that a name may begin or end with.
var shortForms = strings.Fields(Fold("ООО АО ПАО ОАО ЗАО НАО ИП LLC"))

func isLegalForm(word string) bool { return slices.Contains(shortForms, word) }

// HasLegalForm reports whether a name has a legal form at its beginning or end: «ООО „Альфа“».
func HasLegalForm(name string) bool {
	_, form := nameParts(name)
	return form != ""
}
