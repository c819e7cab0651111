package rating

import (
	"maps"

	"technopark/app"
)

// index finds the records of a book by type and year; every list is made once.
type index struct {
	book  *app.Book
	dated map[string]*dated
	kept  map[string]*dated // of other records, see Memory
}

// dated is the records of a type with the years they belong to. Reports for a quarter belong to
// none: the rating reads yearly ones.
type dated struct {
	records []app.Record
	years   []int // of each record; 0 for none
	byYear  map[int][]app.Record
}

func newIndex(b *app.Book) *index {
	return &index{book: b, dated: map[string]*dated{}, kept: map[string]*dated{}}
}

// next returns the index of another book, which knows what it can of this one; nil knows nothing.
func (x *index) next(b *app.Book) *index {
	n := newIndex(b)
	if x != nil {
		maps.Copy(n.kept, x.kept)
		maps.Copy(n.kept, x.dated)
	}
	return n
}

// of returns the records of a type by the year they belong to.
func (x *index) of(t *app.Type) *dated {
	if known := x.dated[t.Key]; known != nil {
		return known
	}
	made := x.kept[t.Key].next(x.book.Of(t.Key))
	x.dated[t.Key] = made
	delete(x.kept, t.Key)
	return made
}

// next returns other records of the type; nil knows none.
func (d *dated) next(records []app.Record) *dated {
	if d != nil && app.SameRecords(d.records, records) {
		return d
	}
	n := &dated{records: records, years: make([]int, len(records)), byYear: map[int][]app.Record{}}
	if d == nil {
		d = &dated{}
	}
	at := 0 // among those before, which of them is next
	for i, rec := range records {
		at = next(d.records, at, rec)
		if at < len(d.records) && d.records[at] == rec {
			n.years[i] = d.years[at]
			at++
		} else if p := app.PeriodOf(rec); p.Quarter == 0 {
			n.years[i] = p.Year
		}
		if y := n.years[i]; y != 0 {
			n.byYear[y] = append(n.byYear[y], rec)
		}
	}
	return n
}

// next returns the place, from one on, of a record in a list in the order of ids, or of what comes
// after it. Where nothing has changed it is that one, and no record is looked into.
func next(list []app.Record, at int, rec app.Record) int {
	for at < len(list) && list[at] != rec && list[at].Header().ID <= rec.Header().ID {
		at++
	}
	return at
}

// upTo returns the records of all years up to one, in the order of ids.
func (d *dated) upTo(year int) []app.Record {
	upTo := make([]app.Record, 0, len(d.records))
	for i, rec := range d.records {
		if y := d.years[i]; y != 0 && y <= year {
			upTo = append(upTo, rec)
		}
	}
	return upTo
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
	switch {
	case t.Period == "":
		return x.book.Of(t.Key)
	case s == spanToDate:
		return x.of(t).upTo(year)
	}
	return x.of(t).byYear[year]
}

// first returns the earliest year of which there are records of the type.
func (x *index) first(t *app.Type) (year int, ok bool) {
	for y := range x.of(t).byYear {
		if !ok || y < year {
			year, ok = y, true
		}
	}
	return year, ok
}

// derived returns copies of the records of a type, by id, with the derived fields
// as of the given day. They are copies because a book is only to be looked at.
func (x *index) derived(t *app.Type, day app.Date) map[int64]app.Record {
	ids := map[int64]bool{}
	for _, rec := range x.book.Of(t.Key) {
		ids[rec.Header().ID] = true
	}
	return x.derivedAgain(t, nil, ids, day)
}

// derivedAgain returns such copies by those of other records, which differ in what concerns the
// given ids alone.
func (x *index) derivedAgain(t *app.Type, before map[int64]app.Record, ids map[int64]bool, day app.Date) map[int64]app.Record {
	if len(ids) == 0 {
		return before
	}
	copies, byID := []app.Record{}, maps.Clone(before)
	if byID == nil {
		byID = make(map[int64]app.Record, len(ids))
	}
	for id := range ids {
		delete(byID, id)
		if rec := x.book.Get(t.Key, id); rec != nil {
			byID[id] = app.Clone(rec)
			copies = append(copies, byID[id])
		}
	}
	if t.Derive != nil {
		t.Derive(copies, x.book.Of, day)
	}
	return byID
}
