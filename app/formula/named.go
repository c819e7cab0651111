package formula

import (
	"slices"

	"technopark/app"
)

// Named is an entry of a dictionary that an expression asks for by its name. A dictionary is a
// type that staff edit and whose records are told apart by one text, so only the records tell
// whether there is such an entry.
type Named struct {
	Of    *app.Type // the dictionary
	Field app.Field // that tells its records apart
	Text  string    // the name asked for
}

// NamedBy returns the entry that a comparison asks for, if the field it compares tells the
// records of a dictionary apart.
func (c Compared) NamedBy(of *app.Type, field app.Field) (n Named, ok bool) {
	if of == nil || field.Kind != app.KindText {
		return Named{}, false
	}
	apart := func(keys []string) bool { return slices.Equal(keys, []string{field.Key}) }
	return Named{of, field, c.Text}, slices.ContainsFunc(of.Unique, apart)
}

// In reports whether a record of the book bears the name.
func (n Named) In(b *app.Book) bool {
	return slices.ContainsFunc(b.Of(n.Of.Key), func(rec app.Record) bool { return n.Field.Get(rec).S == n.Text })
}
