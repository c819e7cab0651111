package check

import (
	"slices"

	"technopark/app"
)

// Profile is the rules of one rating year, ready to run. It does not change once
// loaded; the zero Profile has no rules but those of the catalogue.
type Profile struct {
	ID, Version string   // name the edition in papers and in the journal
	Title       app.Text // for people
	Year        int      // of the rating

	rules []*rule
	sums  []*sum
}

// Rules returns the ids of the rules in the order of the profile, each once.
func (p *Profile) Rules() []string {
	var ids []string
	for _, r := range p.rules {
		if !slices.Contains(ids, r.id) {
			ids = append(ids, r.id)
		}
	}
	return ids
}

// single reports whether the rule of that id is about one field.
func (p *Profile) single(id string) bool {
	i := slices.IndexFunc(p.rules, func(r *rule) bool { return r.id == id })
	return i >= 0 && p.rules[i].single
}

// rule is one rule over one field of the records of one type. Exactly one of holds, unique,
// same, overlap, needs, quarters, proved and frozen is set: the forms of a rule.
type rule struct {
	id        string
	level     Level
	of        *app.Type
	field     app.Field
	single    bool        // it names the one field it is about
	wide      bool        // it is over every type of records
	everyYear bool        // the records of all years are looked at, not those of the year asked for
	when      *expression // nil: always
	unless    []string    // rules whose finding on the record already says it

	holds    *comparison
	unique   bool        // no other record has the same value, compared as names are
	same     []app.Field // no other record has the same values in all of them
	overlap  *overlap
	needs    *needs
	quarters string // how the quarters are set against the year; see quartersSum
	proved   bool   // each indicator has a document
	frozen   bool   // the figure is that of the last revision

	message, remedy template
	sums            []*sum // those its conditions read
}

// comparison is a condition with the two sides a finding shows.
type comparison struct {
	holds       *expression
	left, right *expression // nil when the condition compares nothing
	figure      app.Field   // the first figure of the condition, where no unit is given for it
	unit        app.Text
	digits      int
}

// overlap says that two records with a reference in common share no day.
type overlap struct {
	shared   app.Field // of references
	from, to app.Field
}

// needs says that a record of a type is there: for the year, where it is a report.
type needs struct {
	report   *app.Type
	previous bool       // of the year before
	each     *app.Field // one for each answer of this field
}

// sum is a figure added up over the records of a type, by resident or over the park.
type sum struct {
	name       string
	title      string
	of         *app.Type
	byResident bool
	where      *expression
	value      *expression // nil: records are counted
	unit       app.Text
	digits     int
}

// expressions returns the condition and the figure of a sum, those there are.
func (d *sum) expressions() []*expression {
	return slices.DeleteFunc([]*expression{d.where, d.value}, func(e *expression) bool { return e == nil })
}
