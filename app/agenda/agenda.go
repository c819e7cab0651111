// Package agenda says what is to be done before the figures of a year are handed in: how far
// each stage of the year has come, the next step, what is not whole, and what ends soon. It says
// so in the words that the window, the command line and the papers share; no files, no clock.
//
// We derive it from the records each time and keep none of it: a list of tasks that people tick
// by hand is right for a week, and what the records say is right always.
package agenda

import (
	"cmp"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/collection"
	"technopark/app/merging"
	"technopark/app/rating"
)

// Question is what an agenda is made of.
type Question struct {
	Book   *app.Book      // the records of the park
	Year   int            // whose figures are to be handed in
	Day    app.Date       // today
	Report check.Report   // what the check of the year found
	Result *rating.Result // the indicators of the year; nil where they could not be computed

	// Twins finds what was entered twice. Who asks again and again gives one that remembers what it
	// has looked through; nil remembers nothing.
	Twins *merging.Memory
}

// Agenda is what is to be done for a year, as of a day.
type Agenda struct {
	Park     string          // what people call it
	Year     int             // of the figures
	Day      app.Date        // today
	Due      app.Date        // the last day to hand them in; none when nobody has written it down
	Stages   []Stage         // of the year, in their order
	Steps    []Step          // what is to be done; what is due first comes first
	Filled   []Section       // how far each kind of record is filled in
	Ending   []Ending        // contracts that end soon, the first first
	Twice    []merging.Group // records that look as if they were entered twice
	Errors   int             // findings of the check that stop a final package
	Warnings int             // findings that are to be looked at, those that were explained left out
	Answered int             // residents whose figures have come
	Wanted   int             // residents whose figures are to come
}

// Of makes the agenda of a year.
func Of(q Question) *Agenda {
	p := app.YearPeriod(q.Year)
	a := &Agenda{Park: cmp.Or(q.Book.Park.ShortName, q.Book.Park.Name), Year: q.Year, Day: q.Day, Due: app.DueOf(q.Book, p)}
	for _, f := range q.Report.Findings {
		switch {
		case f.Explanation != nil:
		case f.Level == check.Error:
			a.Errors++
		default:
			a.Warnings++
		}
	}
	w := &work{Question: q, period: p, desk: collection.Over(q.Book, p, q.Day), agenda: a}
	a.Answered, a.Wanted = w.desk.Answered()
	a.Filled = w.sections()
	a.Ending = endingOf(q.Book, q.Day)
	w.begin()
	w.twice()
	w.ask()
	w.gather()
	w.check()
	w.hand()
	a.arrange()
	return a
}

// Next returns the step to be done first; false when nothing is to be done.
func (a *Agenda) Next() (Step, bool) {
	if len(a.Steps) == 0 {
		return Step{}, false
	}
	return a.Steps[0], true
}

// work is an agenda being made.
type work struct {
	Question
	period app.Period
	desk   *collection.Desk // of the answers of the year
	agenda *Agenda
}

// stage adds a stage; it is done when it says so and the records let it be.
func (w *work) stage(key StageKey, done bool) *Stage {
	w.agenda.Stages = append(w.agenda.Stages, Stage{Key: key, Done: done})
	return &w.agenda.Stages[len(w.agenda.Stages)-1]
}

// add adds a step, unless there is nothing of it to be done.
func (w *work) add(s Step) {
	if s.Due.Zero() {
		s.Due = w.agenda.Due
	}
	w.agenda.Steps = append(w.agenda.Steps, s)
}
