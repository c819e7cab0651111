package rating

import (
	"technopark/app"
)

// index finds the records of a book by type and year; every list is made once.
type index struct {
	book   *app.Book
	byYear map[string]map[int][]app.Record
}

func newIndex(b *app.Book) *index {
	return &index{book: b, byYear: map[string]map[int][]app.Record{}}
}

// years returns the records of a type by the year they belong to. Reports for a
// quarter belong to none: the rating reads yearly ones.
func (x *index) years(t *app.Type) map[int][]app.Record {
	years, ok := x.byYear[t.Key]
	if ok {
		return years
	}
	years = map[int][]app.Record{}
	for _, rec := range x.book.Of(t.Key) {
		if p := app.PeriodOf(rec); !p.Zero() && p.Quarter == 0 {
			years[p.Year] = append(years[p.Year], rec)
		}
	}
	x.byYear[t.Key] = years
	return years
}

// records returns the records of a type that a term with the given span takes in
// a year: all of them when the type is not of a year. Of parks and companies it is
// the one the book is about.
func (x *index) records(t *app.Type, s span, year int) []app.Record {
	switch t.Key {
	case x.book.Park.Type().Key:
		return []app.Record{x.book.Park}
	case x.book.Company.Type().Key:
		if x.book.Company == nil {
			return nil
		}
		return []app.Record{x.book.Company}
	}
	if t.Period == "" {
		return x.book.Of(t.Key)
	}
	if s != spanToDate {
		return x.years(t)[year]
	}
	var upTo []app.Record
	for _, rec := range x.book.Of(t.Key) {
		if p := app.PeriodOf(rec); !p.Zero() && p.Quarter == 0 && p.Year <= year {
			upTo = append(upTo, rec)
		}
	}
	return upTo
}

// first returns the earliest year of which there are records of the type.
func (x *index) first(t *app.Type) (year int, ok bool) {
	for y := range x.years(t) {
		if !ok || y < year {
			year, ok = y, true
		}
	}
	return year, ok
}

// derived returns copies of the records of a type, by id, with the derived fields
// as of the given day. They are copies because a book is only to be looked at.
func (x *index) derived(t *app.Type, day app.Date) map[int64]app.Record {
	originals := x.book.Of(t.Key)
	copies := make([]app.Record, len(originals))
	byID := make(map[int64]app.Record, len(originals))
	for i, rec := range originals {
		c := app.Clone(rec)
		copies[i], byID[c.Header().ID] = c, c
	}
	if t.Derive != nil {
		t.Derive(copies, x.book.Of, day)
	}
	return byID
}
