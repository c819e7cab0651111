package app

// Distinction says that two records that look as if one thing had been entered twice are two: a
// resident that was admitted again, two rooms of one name. They are then no more offered to be made
// one. It is about the records and no figure of theirs, so it goes with no submission.
type Distinction struct {
	Head
	One    string // a Place: the record of the two that has the lower id
	Other  string // a Place: the other record, of the same type
	Author string // who says so; may be empty
	Date   Date   // day it was said
	Note   string // why they are two
}

// Type describes Distinction.
func (*Distinction) Type() *Type { return distinctionType }

var distinctionType = &Type{
	Key:       "distinction",
	One:       L("Отметка о разных записях", "Mark of different records"),
	Many:      L("Отметки о разных записях", "Marks of different records"),
	Section:   SectionData,
	Turn:      standing("отметка держится, пока есть обе записи", "a mark stays while both records are there"),
	Aside:     true,
	Gathering: true,
	New:       func() Record { return new(Distinction) },
	Title:     distinctionTitle,
	Unique:    [][]string{{"one", "other"}},
	Concerns:  distinguishes,
	Fields: []Field{
		text("one", L("Запись", "Record"), func(r *Distinction) *string { return &r.One }).pointing().essential(),
		text("other", L("Другая запись", "Other record"), func(r *Distinction) *string { return &r.Other }).pointing().essential(),
		text("author", L("Кто отметил", "Marked by"), func(r *Distinction) *string { return &r.Author }).width(28),
		date("date", L("Дата", "Date"), func(r *Distinction) *Date { return &r.Date }).required(),
		note("note", L("Почему разные", "Why they differ"), func(r *Distinction) *string { return &r.Note }),
	},
}

// Distinguish returns the distinction of two records of one type, of a park: in whichever order
// they are given, it is the same one.
func Distinguish(park int64, a, b Record) *Distinction {
	if b.Header().ID < a.Header().ID {
		a, b = b, a
	}
	return &Distinction{Head: Head{Park: park}, One: SubjectOf(a), Other: SubjectOf(b)}
}

// Places returns the two records that are told apart, the one of the lower id first; false where
// the texts name no two records of one type, as a file of others may have them.
func (d *Distinction) Places() (one, other Place, ok bool) {
	one, first := ParsePlace(d.One)
	other, second := ParsePlace(d.Other)
	one, other = Place{Type: one.Type, ID: one.ID}, Place{Type: other.Type, ID: other.ID}
	if other.ID < one.ID { // once another record stands in place of one of them
		one, other = other, one
	}
	return one, other, first && second && one.Type == other.Type && one.ID != other.ID
}

func distinctionTitle(r Record, titles Titles) string {
	one, other, _ := r.(*Distinction).Places()
	return joinKnown(" ≠ ", titles(one.Type, one.ID), titles(other.Type, other.ID))
}

// distinguishes reports whether both records are there: a mark of one that was deleted waits in the
// file for its return, and says nothing elsewhere.
func distinguishes(b *Book, rec Record) bool {
	one, other, ok := rec.(*Distinction).Places()
	return ok && b.Get(one.Type, one.ID) != nil && b.Get(other.Type, other.ID) != nil
}

// Weighs reports whether a record of the type that refers to another shows that the other is in
// use. A distinction does not: it is said of the copy as of the original.
func (t *Type) Weighs() bool { return !t.Sequel && t != distinctionType }
