package app

import (
	"slices"
)

// Book is all records of one park at one moment, with those of the whole file:
// what formulas, checks and papers read. It is a value to look at; nobody
// changes the records in it.
type Book struct {
	Park    *Park              // whose records they are
	Company *ManagementCompany // nil when the card names none
	Entry   int64              // the newest of the journal when it was read; 0 of one that was not read from a file
	Day     Date               // as of which derived fields are filled in
	records map[string][]Record
	byID    map[string]map[int64]Record
	agreed  map[int64][]*Contract // residency agreements by resident
}

// NewBook arranges the records of a park. records holds, by type key, the park's
// own records and those of the whole file; each list is put in the order of ids.
func NewBook(park *Park, records map[string][]Record) *Book {
	b := &Book{Park: park, records: records, byID: map[string]map[int64]Record{}, agreed: map[int64][]*Contract{}}
	for key, list := range records {
		slices.SortFunc(list, byNumber)
		ids := make(map[int64]Record, len(list))
		for _, rec := range list {
			ids[rec.Header().ID] = rec
		}
		b.byID[key] = ids
	}
	for _, c := range All[Contract](b, "contract") {
		if c.Kind == ContractResidency {
			b.agreed[c.Resident] = append(b.agreed[c.Resident], c)
		}
	}
	b.Company = Find[ManagementCompany](b, "company", park.Company)
	return b
}

// BookOf returns the book of the park with the given id, which is among the records itself;
// nil when it is not. Derived fields are filled in as of the given day.
func BookOf(park int64, records map[string][]Record, day Date) *Book {
	of := func(typeKey string) []Record { return records[typeKey] }
	for _, t := range Types() {
		if t.Derive != nil {
			t.Derive(of(t.Key), of, day)
		}
	}
	for _, p := range As[Park](of("park")) {
		if p.ID == park {
			b := NewBook(p, records)
			b.Day = day
			return b
		}
	}
	return nil
}

// Of returns the records of a type in the order of ids.
func (b *Book) Of(typeKey string) []Record { return b.records[typeKey] }

// Get returns one record, or nil.
func (b *Book) Get(typeKey string, id int64) Record {
	rec, ok := b.byID[typeKey][id]
	if !ok {
		return nil
	}
	return rec
}

// Concerns reports whether a record is about the park. Of the records of the whole file
// other parks, other companies and people who do not answer for the park's company are not.
func (b *Book) Concerns(rec Record) bool {
	t := rec.Type()
	return t.Concerns == nil || t.Concerns(b, rec)
}

// Reads reports whether a submission of the year reads the record: one that is about the
// park and of that year or of none, unless its type says otherwise.
func (b *Book) Reads(rec Record, year int) bool {
	if !b.Concerns(rec) {
		return false
	}
	asked := YearPeriod(year)
	if t := rec.Type(); t.Reads != nil {
		return t.Reads(b, rec, asked)
	}
	p := PeriodOf(rec)
	return p.Zero() || p == asked
}

// TitleOf returns the title of a record, «» when there is none; it is a Titles.
func (b *Book) TitleOf(typeKey string, id int64) string {
	rec := b.Get(typeKey, id)
	if rec == nil {
		return ""
	}
	return rec.Type().Title(rec, b.TitleOf)
}

// TitlesIn returns TitleOf in the given language; see Type.TitleIn.
func (b *Book) TitlesIn(lang Lang) Titles {
	var titles Titles
	titles = func(typeKey string, id int64) string {
		rec := b.Get(typeKey, id)
		if rec == nil {
			return ""
		}
		return rec.Type().TitleIn(lang, rec, titles)
	}
	return titles
}

// All returns the records of one type as that type, in the order of ids.
func All[R any](b *Book, typeKey string) []*R { return As[R](b.Of(typeKey)) }

// As returns records of one type as that type. It panics when one is of another.
func As[R any](recs []Record) []*R {
	out := make([]*R, len(recs))
	for i, rec := range recs {
		out[i] = of[R](rec)
	}
	return out
}

// Find returns one record as its type, or nil.
func Find[R any](b *Book, typeKey string, id int64) *R {
	rec := b.Get(typeKey, id)
	if rec == nil {
		return nil
	}
	return of[R](rec)
}

// Active reports whether the resident has a residency agreement in force on at
// least one day of the period.
func (b *Book) Active(resident int64, p Period) bool {
	return slices.ContainsFunc(b.agreed[resident], func(c *Contract) bool { return c.DaysIn(p) > 0 })
}

// ActiveResidents returns the residents active in the period, in the order of ids.
func (b *Book) ActiveResidents(p Period) []*Resident {
	var out []*Resident
	for _, r := range All[Resident](b, "resident") {
		if b.Active(r.ID, p) {
			out = append(out, r)
		}
	}
	return out
}

// Agreements returns the residency agreements of a resident.
func (b *Book) Agreements(resident int64) []*Contract { return b.agreed[resident] }

// Residency returns what the resident's agreements say on the given day.
func (b *Book) Residency(resident int64, day Date) Residency {
	return ResidencyOf(b.agreed[resident], day)
}
