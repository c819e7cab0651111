package check

import (
	"technopark/app"
)

// Place names what the finding is about, so that an explanation can be kept for it.
func (f Finding) Place() app.Place {
	return app.Place{Type: f.Type.Key, ID: f.ID, Field: f.Field.Key, Case: f.Case}
}

// Home is where the finding is mended: its own place or, when a record is missing, the one that
// keeps its place, else the list it is to be added to.
func (f Finding) Home() app.Place {
	if f.Lacks != nil {
		return app.Place{Type: f.Lacks.Key, ID: f.Held}
	}
	return f.Place()
}

// Explain returns the explanation of a finding, to be saved: the one there is with its
// words changed, or a new one, cleaned. It holds for the figures the rule has just read.
func (r Report) Explain(f Finding, text, author string, day app.Date) *app.Explanation {
	e := &app.Explanation{Head: app.Head{Park: r.Park}}
	for _, old := range []*app.Explanation{f.Explanation, f.Outdated} {
		if old != nil {
			e.Head = old.Head
		}
	}
	e.Period, e.Rule, e.Place, e.Basis = app.YearPeriod(r.Year), f.Rule, f.Place().String(), f.Basis
	e.About, e.Finding, e.Text, e.Author, e.Date = f.Record, f.Message.RU, app.CleanNote(text), app.Clean(author), day
	return e
}

// Explained returns how many findings are closed by an explanation.
func (r Report) Explained() int {
	n := 0
	for _, f := range r.Findings {
		if f.Explanation != nil {
			n++
		}
	}
	return n
}

// Open returns how many findings of the level nobody has explained.
func (r Report) Open(level Level) int {
	n := 0
	for _, f := range r.Findings {
		if f.Level == level && f.Explanation == nil {
			n++
		}
	}
	return n
}

// explanations are those of one year by what they are about.
type explanations map[explained]*app.Explanation

// explained is the rule and the place of a finding.
type explained struct{ rule, place string }

func explanationsOf(b *app.Book, year int) explanations {
	given := explanations{}
	for _, e := range app.All[app.Explanation](b, "explanation") {
		if e.Period == app.YearPeriod(year) {
			given[explained{e.Rule, e.Place}] = e
		}
	}
	return given
}

// close puts the explanation of a finding beside it, if there is one.
func (given explanations) close(f *Finding) {
	if len(given) == 0 {
		return
	}
	switch e := given[explained{f.Rule, f.Place().String()}]; {
	case e == nil:
	case e.Basis == f.Basis && app.Clean(e.Text) != "": // blanks explain nothing
		f.Explanation = e
	default:
		f.Outdated = e
	}
}
