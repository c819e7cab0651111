package rating

import (
	"slices"

	"technopark/app"
)

// Bound says how a value that lacks something stands to the true one: what is missing may be
// known to have made it only smaller, or only greater.
type Bound uint8

// The bounds. A ratio over the residents that have reported is Exact: it is the ratio of those.
const (
	Exact   Bound = iota
	AtLeast       // what is missing could only have added to it
	AtMost        // what is missing could only have taken from it
)

// Words returns «не меньше», «не больше», or nothing for an exact value.
func (b Bound) Words() app.Text {
	switch b {
	case AtLeast:
		return app.L("не меньше", "at least")
	case AtMost:
		return app.L("не больше", "at most")
	case Exact:
	}
	return app.Text{}
}

// before puts the words of the bound in front of a figure.
func (b Bound) before(figure string, lang app.Lang) string {
	if b == Exact {
		return figure
	}
	return b.Words().In(lang) + app.NBSP + figure
}

// bound says what the value is to the true one. What is missing makes a bound only of sums
// that stand on one side of the formula: where residents are out of both sides of a ratio, it
// may have been greater or smaller.
func (t *tally) bound() Bound {
	if t.completeness.In >= t.completeness.Of {
		return Exact
	}
	bounds := map[Bound]bool{}
	for _, def := range t.def.terms {
		if !t.partial(def) {
			continue
		}
		if !def.onlyAdds() {
			return Exact
		}
		up, down := t.def.formula.outline.directions(def.name)
		bounds[AtLeast] = bounds[AtLeast] || up
		bounds[AtMost] = bounds[AtMost] || down
	}
	switch {
	case bounds[AtLeast] && !bounds[AtMost]:
		return AtLeast
	case bounds[AtMost] && !bounds[AtLeast]:
		return AtMost
	}
	return Exact
}

// partial reports whether something that belongs into the sum of a term may be out of it.
func (t *tally) partial(def *termDef) bool {
	switch t.def.over {
	case overList:
		return def.list == nil
	case overRecords:
		for e := range t.onRoll(def) {
			if len(e.gaps) > 0 {
				return true
			}
		}
		return false
	case overOwn:
		return false
	case overResidents, overBothYears, overEveryYear:
	}
	return def.ofResidents
}

// onlyAdds reports whether no record can make the sum of the term smaller.
func (t *termDef) onlyAdds() bool {
	if t.value == nil {
		return true
	}
	subtracts := false
	t.value.outline.walk(func(part *outline) { subtracts = subtracts || part.sign == "-" })
	return !subtracts && !slices.ContainsFunc(t.cells(), func(f *app.Field) bool { return f.Signed })
}

// directions returns whether the value grows with a sum, and whether it falls with it.
func (o *outline) directions(name string) (up, down bool) {
	for _, share := range o.shares {
		u, d := share.directions(name)
		up, down = up || u, down || d
	}
	if o.sign == "" {
		return up || o.leaf == name, down
	}
	up, down = o.left.directions(name)
	u, d := o.right.directions(name)
	if o.sign == "-" || o.sign == "/" {
		u, d = d, u
	}
	return up || u, down || d
}
