package app

import (
	"slices"
	"sync"
	"time"
)

// Head is what every stored record has besides its fields.
type Head struct {
	ID      int64     // 0 until saved
	Park    int64     // id of the park the record belongs to; 0 for records of the whole file
	Created time.Time // UTC
	Changed time.Time // UTC

	// Seen is the last entry the journal had when the record was read or saved; 0 of one that
	// came from elsewhere. By it Save tells what the user changed from what was changed
	// meanwhile; see ErrOvertaken.
	Seen int64
}

// Equal reports whether two heads are of the same record in the same state, whenever it was
// read.
func (h Head) Equal(other Head) bool {
	return h.ID == other.ID && h.Park == other.Park && h.Created.Equal(other.Created) && h.Changed.Equal(other.Changed)
}

// Header returns the head of a record.
func (h *Head) Header() *Head { return h }

// Record is one row of one type, such as *Resident.
type Record interface {
	// Header returns what the record has besides its fields; to change it changes the record.
	Header() *Head
	// Type describes the record: its type is always the same value.
	Type() *Type
}

// Scope says whose a record is.
type Scope uint8

// Records belong to one park, or to the company and so to the whole file.
const (
	ScopePark Scope = iota
	ScopeFile
)

// Section is a group of the navigation: what is done at one time.
type Section uint8

// The groups of the navigation, in their order.
const (
	SectionResidents    Section = iota // who works in the park
	SectionReports                     // what is asked for every year
	SectionRating                      // the place in the rating and the application for it
	SectionPark                        // the park and its management company
	SectionMethod                      // by what the rating is computed, and others to compare with
	SectionData                        // the data file itself
	SectionDictionaries                // lists of names
)

// Sections returns the groups in their order.
func Sections() []Section {
	return []Section{SectionResidents, SectionReports, SectionRating, SectionPark, SectionMethod, SectionData, SectionDictionaries}
}

// Key returns the name of a group in settings and ids of messages.
func (s Section) Key() string {
	switch s {
	case SectionResidents:
		return "residents"
	case SectionReports:
		return "reports"
	case SectionRating:
		return "rating"
	case SectionPark:
		return "park"
	case SectionMethod:
		return "method"
	case SectionData:
		return "data"
	}
	return "dictionaries"
}

// Titles gives the title of a referenced record, «» when there is none.
type Titles func(typeKey string, id int64) string

// Type describes a record type: its names, its fields and its own rules.
type Type struct {
	Key       string     // table, JSON key and name in formulas
	One       Text       // «Резидент»
	Many      Text       // «Резиденты»
	Section   Section    // group of the navigation it stands in
	Scope     Scope      // whose its records are: a park's or the whole file's
	Aside     bool       // has no screen of its own: another screen reads and writes it
	Made      bool       // by the program alone: nobody adds or deletes one by hand
	Sequel    bool       // of a submission that is made: no part of the data a submission freezes, and never taken back by undo
	Trial     bool       // what somebody only tried: no part of a submission, of its papers or of what is exchanged
	Gathering bool       // how figures come in and records are kept, not the figures: no part of a submission or of its papers, but exchanged with the records
	Single    bool       // there is usually one record: its form is the screen, without a list
	Proof     bool       // a paper that proves other records; it goes with a submission only when it proves something there
	Fields    []Field    // in the order of forms, tables and papers
	Unique    [][]string // sets of fields no two records of a park share

	// Naming is the key of the field by which people tell the records of a list apart; empty
	// for the first that lists show. A record without it goes by its title.
	Naming string

	// Alike are sets of fields: two records that have the values of all of a set in common, in
	// whatever way the texts are written, are likely one entered twice. What Field.Telling says
	// of one field, this says of several together.
	Alike [][]string

	// Organisation is set where each record is an organisation by its own name and numbers:
	// one of two such types may be the same one entered twice. See Twins.
	Organisation bool

	// Owner is the key of the reference by which a record belongs to another and goes where
	// that goes: a report to its resident, a link to its document. It is empty for records of
	// the park or of the company itself.
	Owner string

	// With is the key of the type on whose card records without an owner are shown: what the
	// park has, what the company has. It is empty where they belong to neither.
	With string

	// About says in a few words, after the title, what the record is now: «резидент с
	// 18.04.2018»; nil where the title is enough.
	About func(Record, Lang) string

	// Report is set where one record is due for every period, so that its absence means «не
	// представлено». Per is then the key of the field that tells apart those due for one
	// period: one of each resident, of each service; empty where the park owes just one.
	Report bool
	Per    string // key of a field

	// Due reports whether a report is due from the record that the field Per refers to, for a
	// period; nil where one is due from each. See DueReports.
	Due func(b *Book, from Record, period Period) bool

	New   func() Record               // returns an empty record
	Title func(Record, Titles) string // how people call the record in a sentence

	// TitleEN is Title in English; nil when a title has no words but what people typed.
	TitleEN func(Record, Titles) string

	// Period is the key of the field that puts a record into a year: a Period or a
	// Date field; empty when records are not of a year.
	Period string

	// Reads reports whether a submission of the year reads the record; nil where those of the
	// year and those of no year are read, see Book.Reads.
	Reads func(b *Book, rec Record, year Period) bool

	// Concerns reports whether a record of the whole file is about the park of the book, or one
	// of a park about anything that the book has; nil where every record is, see Book.Concerns.
	Concerns func(b *Book, rec Record) bool

	// Turn says what becomes of the records when a new year begins, and why.
	Turn Turning

	// Stands says how a record stands on a day where the dates of Turn alone do not; nil where
	// they do. See StandingOf.
	Stands func(b *Book, rec Record, day Date) Standing

	// Check holds rules between fields of one record, such as dates in order.
	Check func(Record) FieldErrors

	// Derive fills the derived fields of recs as of the given day; related
	// returns all records of a type in the same park.
	Derive func(recs []Record, related func(typeKey string) []Record, day Date)

	sortOut sync.Once
	stored  []Field // see Stored
}

// Submitted reports whether records of the type are data that a submission freezes and prints.
func (t *Type) Submitted() bool { return t.Exchanged() && !t.Gathering }

// Exchanged reports whether records of the type go along when the records of a park are
// written for another file: neither what a submission left behind nor what was only tried.
func (t *Type) Exchanged() bool { return !t.Sequel && !t.Trial }

// TitleIn returns the title of a record in the given language, as far as its words are the
// program's own.
func (t *Type) TitleIn(lang Lang, rec Record, titles Titles) string {
	if lang == EN && t.TitleEN != nil {
		return t.TitleEN(rec, titles)
	}
	return t.Title(rec, titles)
}

// Field returns the field with the given key.
func (t *Type) Field(key string) (Field, bool) {
	if f := t.field(key); f != nil {
		return *f, true
	}
	return Field{}, false
}

// field returns the field as it stands in the type, nil when there is none: a field is half a
// kilobyte, and whose a record is and of which year gets asked of all records again and again.
func (t *Type) field(key string) *Field {
	for i := range t.Fields {
		if t.Fields[i].Key == key {
			return &t.Fields[i]
		}
	}
	return nil
}

// NamingField returns the field by which people tell the records of a list apart.
func (t *Type) NamingField() Field {
	if f, ok := t.Field(t.Naming); ok {
		return f
	}
	for _, f := range t.Fields {
		if !f.Hidden {
			return f
		}
	}
	return t.Fields[0]
}

// Portable reports whether records of the type may come from a file of records of somebody
// else. A method or rules may not: their texts are read, and refused, where they are put in force.
func (t *Type) Portable() bool { return t != profileType }

// Stored returns the fields that are kept in the file, which is all but the derived. They are
// asked for with every record that is read, so they are sorted out once; callers change none.
func (t *Type) Stored() []Field {
	t.sortOut.Do(func() {
		derived := func(f Field) bool { return f.Derived }
		t.stored = slices.Clip(slices.DeleteFunc(slices.Clone(t.Fields), derived))
	})
	return t.stored
}

// PeriodOf returns the period a record belongs to: that of its report, or the
// year of its date; the zero Period when the type has none or it is not given.
func PeriodOf(rec Record) Period {
	t := rec.Type()
	f := t.field(t.Period)
	switch {
	case f == nil:
		return Period{}
	case f.period != nil:
		return f.period(rec)
	case f.day == nil:
		return Period{}
	}
	d := f.day(rec)
	if d.Zero() {
		return Period{}
	}
	return YearPeriod(d.Year)
}

// Clone returns a record equal to rec in its head and stored fields, so that a change
// can be tried without touching the original. Derived fields are empty in it.
func Clone[R Record](rec R) R {
	t := rec.Type()
	twin := t.New()
	*twin.Header() = *rec.Header()
	for _, f := range t.Stored() {
		f.Set(twin, f.Get(rec))
	}
	return twin.(R)
}

// Referrer is a field of some type that refers to another type.
type Referrer struct {
	Type  *Type // whose records refer
	Field Field // by which they do
}

// Referrers returns every field of every type that refers to t.
func Referrers(t *Type) []Referrer {
	var found []Referrer
	for _, other := range Types() {
		for _, f := range other.Fields {
			if f.Ref == t.Key && !f.Derived {
				found = append(found, Referrer{other, f})
			}
		}
	}
	return found
}

// Mergeable reports whether two records of the type may turn out to be one thing entered twice,
// so that one is to go into the other. Reports are of the period they are for, and the items of a
// check-list are what they are; a park is whose everything is.
func (t *Type) Mergeable() bool {
	return !t.Made && !t.Sequel && !t.Trial && !t.Gathering && !t.Aside && !t.Report && t != parkType && !t.itemised()
}

// itemised reports whether the records of a type are told apart by what is chosen from a list.
func (t *Type) itemised() bool {
	for _, set := range t.Unique {
		for _, key := range set {
			if f, ok := t.Field(key); ok && (f.Kind == KindChoice || f.Kind == KindPeriod) {
				return true
			}
		}
	}
	return false
}
