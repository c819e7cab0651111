package exchange

import (
	"slices"

	"technopark/app"
)

// Exported returns the records of a type that belong to a park: all that the file has where it has
// no other park, else those that concern this one; with a year, only those of it and those of
// none.
func Exported(b *app.Book, t *app.Type, year int) []app.Record {
	alone := len(b.Of("park")) == 1
	return slices.DeleteFunc(slices.Clone(b.Of(t.Key)), func(rec app.Record) bool {
		p := app.PeriodOf(rec)
		return !alone && !b.Concerns(rec) || year != 0 && !p.Zero() && p.Year != year
	})
}

// Sheets returns the types whose records a whole park is written as tables of: those that have
// lists of their own. What other screens keep — explanations, links, the texts of methods — is
// in the JSON alone, and what the program makes of a submission in neither.
func Sheets() []*app.Type {
	return slices.DeleteFunc(Kept(), func(t *app.Type) bool { return t.Aside })
}

// Kept returns the types whose records a whole park is written of. What was only tried names
// records of this file, and stays in it.
func Kept() []*app.Type {
	return slices.DeleteFunc(app.Types(), func(t *app.Type) bool { return !t.Exchanged() })
}

// NamesOf names the records of a book by what tells them apart: of two of one name each has its
// number.
func NamesOf(b *app.Book, lang app.Lang) *app.Names {
	titles := b.TitlesIn(lang)
	return app.NewNames(func(typeKey string) []app.Named {
		var all []app.Named
		for _, rec := range b.Of(typeKey) {
			all = append(all, app.Named{ID: rec.Header().ID, Title: titles(typeKey, rec.Header().ID)})
		}
		return all
	})
}
