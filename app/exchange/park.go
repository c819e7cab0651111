package exchange

import (
	"slices"

	"technopark/app"
)

// Exported returns the records of a type that belong to a park: all that the file has where it has
// no other park, else those that concern this one; with a year, only those of it and those of
// none. What a park keeps about records that are gone stays behind: where it came it would be
// refused as being about nothing.
func Exported(b *app.Book, t *app.Type, year int) []app.Record {
	alone := len(b.Of("park")) == 1
	return slices.DeleteFunc(slices.Clone(b.Of(t.Key)), func(rec app.Record) bool {
		p := app.PeriodOf(rec)
		return (!alone || t.Scope == app.ScopePark) && !b.Concerns(rec) || year != 0 && !p.Zero() && p.Year != year
	})
}

// apart says of the types whose records are written as JSON alone why they are no tables.
var apart = map[string]app.Text{
	"explanation":   app.L("называют записи и показатели их ключами и номерами, а не названиями", "they name records and indicators by keys and numbers, not by titles"),
	"distinction":   app.L("называют записи и показатели их ключами и номерами, а не названиями", "they name records and indicators by keys and numbers, not by titles"),
	"document_link": app.L("называют записи и показатели их ключами и номерами, а не названиями", "they name records and indicators by keys and numbers, not by titles"),
	"profile":       app.L("это тексты, которые в ячейку не помещаются; их переносят technopark profile export и set", "they are texts that no cell holds; technopark profile export and set carry them over"),
}

// Apart says why records of a type are in the JSON of a park and no table of it; zero for those that
// are both.
func Apart(t *app.Type) app.Text { return apart[t.Key] }

// Sheets returns the types whose records a whole park is written as tables of: all that it is
// written of, but those that are apart.
func Sheets() []*app.Type {
	return slices.DeleteFunc(Kept(), func(t *app.Type) bool { return !Apart(t).Zero() })
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
