package desk

import (
	"technopark/app"
	"technopark/app/check"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/submission"
)

// Seen is the chosen park and year as the screens see them: the records, by what they
// are judged, and what came of it. Nobody changes it.
type Seen struct {
	Book   *app.Book      // nil while there is no park or it could not be read
	Set    regulation.Set // the method and the rules of the year
	Report check.Report   // what the check found; empty without a book

	of     moment
	result *rating.Result
	tried  bool // the indicators were computed, or could not be
	sheets map[submission.Form]map[string]int
}

// moment is a state of the file and of what is chosen.
type moment struct {
	store      any
	entry      int64 // the newest of the journal, which every change adds to
	park, year int64
}

// Look returns the park and year as they are now. All screens share what one of them had
// computed, until the next change of a record: a check takes some tens of milliseconds.
// What went wrong the user has been told.
func (d *Desk) Look() *Seen {
	now, known := d.moment()
	if known && d.seen.of == now {
		return &d.seen
	}
	d.seen = Seen{of: now, Book: d.Book()}
	if d.seen.Book == nil {
		return &d.seen
	}
	set, err := d.Regulations.For(d.seen.Book, d.Year)
	if err != nil {
		d.Fail(err)
		return &d.seen
	}
	d.seen.Set = set
	last, err := d.last.Book(d.Ctx(), d.Store, d.seen.Book, d.Year)
	if err != nil {
		d.Fail(err)
	}
	if d.seen.Report, err = set.CheckSince(last, d.seen.Book, d.Year, d.Today()); err != nil {
		d.Fail(err)
	}
	return &d.seen
}

// Result returns the indicators of what Look returns; nil when there are none.
func (d *Desk) Result() *rating.Result {
	seen := d.Look()
	if seen.tried || seen.Set.Method == nil {
		return seen.result
	}
	seen.tried = true
	result, err := rating.Compute(seen.Set.Method, seen.Book, d.Year)
	if err != nil {
		d.Fail(err)
		return nil
	}
	seen.result = result
	return result
}

// Sheets returns how many sheets each part of the package would take in a form, by its key;
// nil when that cannot be told.
func (d *Desk) Sheets(form submission.Form) map[string]int {
	result := d.Result()
	if d.seen.sheets[form] != nil || result == nil {
		return d.seen.sheets[form]
	}
	sheets, err := submission.Sheets(d.seen.Book, result, d.seen.Report, d.Today(), form)
	if err != nil {
		d.Fail(err)
		return nil
	}
	if d.seen.sheets == nil {
		d.seen.sheets = map[submission.Form]map[string]int{}
	}
	d.seen.sheets[form] = sheets
	return sheets
}

// moment returns the state of things; known is false when the journal cannot be read.
func (d *Desk) moment() (now moment, known bool) {
	now = moment{store: d.Store, park: d.Park, year: int64(d.Year)}
	if d.Store == nil {
		return now, true
	}
	newest, err := d.Store.Journal(d.Ctx(), app.JournalFilter{Limit: 1})
	if err != nil {
		return now, false
	}
	if len(newest) > 0 {
		now.entry = newest[0].ID
	}
	return now, true
}

// reading is the records of a park at a state of the file, whatever the year.
type reading struct {
	book *app.Book
	of   moment
}

// Book returns all records of the chosen park as they are now; nil when there is no park or
// they could not be read, which the user has then been told. They are read once between two
// changes, for all screens and all years.
func (d *Desk) Book() *app.Book {
	if d.Store == nil || d.Park == 0 {
		return nil
	}
	now, known := d.moment()
	now.year = 0
	if known && d.read.of == now && d.read.book != nil {
		return d.read.book
	}
	book, err := d.Store.Book(d.Ctx(), d.Park)
	if err != nil {
		d.Fail(err)
		return nil
	}
	d.read = reading{book: book, of: now}
	return book
}
