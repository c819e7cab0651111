package check

import (
	"math/big"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// basis writes the figures a rule reads: «export=1 200,0; revenue=1 000,0». An
// explanation holds for them and no others. We write names of fields and not their
// labels, because a label reworded by a later version changes no figure.
func (s *scope) basis(r *rule) string {
	names := []string{}
	parts := []string{}
	add := func(name, text string) {
		if !slices.Contains(names, name) {
			names, parts = append(names, name), append(parts, text)
		}
	}
	if r.field.Kind.Number() {
		add(r.field.Key, basisOf(r.field.Key, r.field, r.field.Get(s.rec)))
	}
	for _, e := range []*expression{r.when, r.holds.holds} {
		if e == nil {
			continue
		}
		s.paths = e.paths
		for _, name := range e.Names {
			if slices.ContainsFunc(s.pass.profile.sums, func(d *sum) bool { return d.name == name }) {
				add(name, name+"="+s.pass.sum(name, app.ResidentOf(s.rec)).RatString())
				continue
			}
			if _, known := e.paths[name]; !known {
				continue
			}
			f, v := s.look(name)
			add(name, basisOf(name, *f, v))
		}
	}
	if r.holds.holds.compares() { // with the figures in the sides of the comparison
		for _, e := range []*expression{r.holds.left, r.holds.right} {
			if amount := amountIf(s, e); amount != nil {
				parts = append(parts, e.source+"="+amount.RatString())
			}
		}
	}
	return strings.Join(parts, "; ")
}

// amountIf returns what a number expression gives; nil for any other.
func amountIf(s *scope, e *expression) *big.Rat {
	if e == nil || e.Gives != formula.NumberType {
		return nil
	}
	return s.amount(e)
}

// basisOf writes one figure with all its digits; an answer by its code.
func basisOf(name string, f app.Field, v app.Value) string {
	switch {
	case v.State == app.Given && f.Kind == app.KindRef:
		return name + "=" + app.IDList(f.IDs(v))
	case v.State == app.Given && !f.Kind.Number() && v.S != "":
		return name + "=" + v.S
	}
	return name + "=" + f.Entry(v, nil, app.RU)
}
