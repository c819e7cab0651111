package check

import (
	"technopark/app"
)

// Profile is the rules of one rating year, ready to run. It does not change once
// loaded; the zero Profile has no rules but those of the catalogue.
type Profile struct {
	ID, Version string
	Title       app.Text
	Year        int // of the rating

	rules []*rule
	sums  []*sum
}

// Rules returns the ids of the rules in the order of the profile, each once.
func (p *Profile) Rules() []string {
	var ids []string
	for _, r := range p.rules {
		if len(ids) == 0 || ids[len(ids)-1] != r.id {
			ids = append(ids, r.id)
		}
	}
	return ids
}

func (p *Profile) of(t *app.Type) []*rule {
	var rules []*rule
	for _, r := range p.rules {
		if r.of == t {
			rules = append(rules, r)
		}
	}
	return rules
}

// rule is one rule over one field of the records of one type. Exactly one of
// holds, unique, overlap and needs is set: the four forms of a rule.
type rule struct {
	id     string
	level  Level
	of     *app.Type
	field  app.Field
	when   *expression // nil: always
	unless []string    // rules whose finding on the record already says it

	holds   *comparison
	unique  bool // no other record has the same value in field
	overlap *overlap
	needs   *needs

	message, remedy template
}

// comparison is a condition with the two sides a finding shows.
type comparison struct {
	holds       *expression
	left, right *expression // nil when the condition compares nothing
	unit        app.Text
	digits      int
}

// overlap says that two records with a reference in common share no day.
type overlap struct {
	shared   app.Field // of references
	from, to app.Field
}

// needs says that a report of a type is there for the year.
type needs struct {
	report   *app.Type
	previous bool       // of the year before
	each     *app.Field // one report for each answer of this field
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
