package desk

import (
	"technopark/app"
	"technopark/app/agenda"
	"technopark/app/check"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/submission"
	"technopark/app/ui/port"
)

// Seen is the chosen park and year as the screens see them: the records, by what they
// are judged, and what came of it. Nobody changes it.
type Seen struct {
	Book   *app.Book      // nil while there is no park, nothing was read yet, or it could not be read
	Set    regulation.Set // the method and the rules of the year
	Report check.Report   // what the check found; empty without a book

	of     moment
	done   map[want]bool // computed, or could not be
	result *rating.Result
	sheets map[submission.Form]map[string]int
	ranked ranked
	agenda *agenda.Agenda
	data   string // SHA-256 of the data as a revision would freeze them
	fault  error  // why the records were not read or checked
}

// forget takes out what was known of an earlier moment: computed anew, or found to be
// beyond computing, it is shown no longer.
func (s *Seen) forget(w want) {
	switch w.what {
	case ToRate:
		s.result = nil
	case ToCount:
		s.sheets = withSheets(s.sheets, w.form, nil)
	case ToStand:
		s.ranked.stand = nil
	case ToReach:
		s.ranked.levers = nil
	case ToDoubt:
		s.ranked.doubt = nil
	case ToPlan:
		s.agenda = nil
	}
}

// moment is a state of the file and of what is chosen.
type moment struct {
	store      port.Store
	entry      int64 // the newest of the journal, which every change adds to
	park, year int64
	day        app.Date // today: time alone makes a contract end
}

// sameChoice reports whether two moments are of one park and year of one file.
func (m moment) sameChoice(other moment) bool {
	return m.store == other.store && m.park == other.park && m.year == other.year
}

// nothing reports whether there are no records to look at.
func (m moment) nothing() bool { return m.store == nil || m.park == 0 }

// Look returns the park and year as they were checked last, and sees to it that they are
// checked as they are now: Arrived is called then. All screens share one check. Until it has
// come, Underway says so, and what Look returns may be of records as they were a moment ago;
// of another park, year or file it never is. What must be exact asks Newest. What went wrong
// the user has been told.
func (d *Desk) Look() *Seen { return d.kept().ask(want{what: ToCheck}) }

// Result returns the indicators as Look returns the check; nil when there are none.
func (d *Desk) Result() *rating.Result { return d.kept().ask(want{what: ToRate}).result }

// Sheets returns how many sheets each part of the package would take in a form, by its key,
// as Look returns the check; nil when that is not known.
func (d *Desk) Sheets(form submission.Form) map[string]int {
	return d.kept().ask(want{what: ToCount, form: form}).sheets[form]
}

// DataNow returns the SHA-256 of the data of the year as a revision made now would freeze
// them; false while that is not known. Unlike what Look returns it is never of an earlier
// moment.
func (d *Desk) DataNow() (sha256 string, known bool) {
	w := want{what: ToFreeze}
	seen := d.kept().ask(w)
	return seen.data, seen.data != "" && d.kept().fresh(w)
}

// Newest calls then with the park and year as they are now: at once when they have been
// checked, else when they have, the user waiting or giving up meanwhile. It does not call
// then when he gives up or the records cannot be checked, which he has been told.
func (d *Desk) Newest(then func(*Seen)) { d.kept().await(want{what: ToCheck}, then) }

// Again has the records checked once more where that has failed: what stood in the way may
// be gone.
func (d *Desk) Again() { d.kept().again() }

// Underway says what is being computed anew for the screens, «» when all they show is of the
// records as they are now.
func (d *Desk) Underway() string {
	w, more := d.kept().next()
	switch {
	case !more:
		return ""
	case w.what == ToCheck:
		return d.T("ui.checking")
	}
	return d.T("ui.computing")
}

// Behind reports whether what a screen has asked for of a kind is being computed anew.
func (d *Desk) Behind(of Stage) bool { return d.kept().behind(of) }

// Noted adds to a text that it may change, while what it tells of is being computed anew.
func (d *Desk) Noted(text string, of Stage) string {
	if !d.Behind(of) {
		return text
	}
	if text != "" {
		text += " "
	}
	return text + d.Underway()
}

// WhyNothing says why there is nothing to show of the park and year.
func (d *Desk) WhyNothing() string {
	if word := d.Underway(); word != "" {
		return word
	}
	if d.Store == nil || d.Park == 0 {
		return d.T("ui.indicators.no_park")
	}
	return d.T("ui.results.failed")
}

// LetGo gives up what is being computed, so that the file can be closed, and forgets what
// was.
func (d *Desk) LetGo() {
	d.kept().stop()
	d.results = nil
	d.part = part{}
}

// kept returns what keeps the results.
func (d *Desk) kept() *results {
	if d.results == nil {
		d.results = &results{desk: d}
	}
	return d.results
}

// moment returns the state of things; the error is that the journal cannot be read.
func (d *Desk) moment() (moment, error) {
	now := moment{store: d.Store, park: d.Park, year: int64(d.Year), day: d.Today()}
	if d.Store == nil {
		return now, nil
	}
	newest, err := d.Store.Journal(d.Ctx(), app.JournalFilter{Limit: 1})
	if err == nil && len(newest) > 0 {
		now.entry = newest[0].ID
	}
	return now, err
}
