package check

import (
	"technopark/app"
)

// step is one question put to the records of one type, one after the other in the order of ids:
// a rule, or what the description of the type asks. Steps are taken one after the other, each to
// all its records, because what one has found wrong the next are not to read; see doubts.
type step struct {
	of   *app.Type
	rule *rule // nil for what the description asks
	ask  func(s *pass, view *scope)
}

// steps returns the steps of a pass in their order. Rules over every type come before what is
// between the fields of a record: what they doubt, nothing else is to read.
func (p *Profile) steps() []step {
	wide := 0
	for wide < len(p.rules) && p.rules[wide].wide {
		wide++
	}
	steps := ofEveryType(func(s *pass, view *scope) { s.catalogue(view.rec) })
	steps = append(steps, ofRules(p.rules[:wide])...)
	steps = append(steps, ofEveryType(func(s *pass, view *scope) { s.between(view.rec) })...)
	return append(steps, ofRules(p.rules[wide:])...)
}

// ofEveryType returns one step for each type of the records that people fill in; what the program
// writes is shown nowhere a fault could be mended.
func ofEveryType(ask func(s *pass, view *scope)) []step {
	var steps []step
	for _, t := range app.Types() {
		if !t.Aside && !t.Made {
			steps = append(steps, step{of: t, ask: ask})
		}
	}
	return steps
}

func ofRules(rules []*rule) []step {
	steps := make([]step, len(rules))
	for i, r := range rules {
		steps[i] = step{of: r.of, rule: r, ask: func(s *pass, view *scope) { s.apply(r, view) }}
	}
	return steps
}

// records returns the records that a step looks at, in the order of ids.
func (t step) records(s *pass) []app.Record {
	if t.rule != nil {
		return s.ofRule(t.rule)
	}
	return s.records(t.of)
}

// whole takes every step with every record; false when the check was given up.
func (s *pass) whole() bool {
	for i, t := range s.steps {
		if s.asked.GivenUp != nil && s.asked.GivenUp() {
			return false
		}
		s.at = i
		s.prepare(t)
		view := s.scope(nil)
		for _, view.rec = range t.records(s) {
			s.put(i, view)
		}
	}
	return true
}

// prepare gathers what a rule compares its records with before the first of them is looked at, so
// that it does not hang on which of them is the first to ask.
func (s *pass) prepare(t step) {
	r := t.rule
	if r == nil {
		s.level = Error
		return
	}
	s.level = r.level
	for _, d := range r.sums {
		if s.sums[d.name] == nil {
			s.sums[d.name] = s.add(d)
		}
	}
	switch {
	case r.twice():
		s.repeats(r)
	case r.overlap != nil:
		s.clashes(r)
	case r.needs != nil:
		s.handedIn(r.needs)
	}
}
