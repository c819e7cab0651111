package composite

import (
	"context"
	"math"
	"slices"
)

// Lever is an indicator of a unit, and how far it alone would have to move for a goal.
type Lever struct {
	Code    string  // of the indicator
	From    Value   // as it is
	To      float64 // the nearest value that reaches the goal, to seven digits
	Reached bool    // there is one, within the limits of the indicator and a thousand times its spread
}

// Goal is what a unit is to reach: a group, or a place.
type Goal struct {
	Group string // it or a better one; empty when a place is meant
	Place int    // it or a better one
}

func (g Goal) reached(r *Result, unit int) bool {
	rank := r.Rank(unit, r.Index.Top())
	if rank == 0 {
		return false
	}
	if g.Group == "" {
		return rank <= g.Place
	}
	at := func(name string) int {
		return slices.IndexFunc(r.Index.method.Groups, func(group Group) bool { return group.Name == name })
	}
	own := at(r.Group(unit))
	return own >= 0 && own <= at(g.Group)
}

// Reach says for each indicator of a unit alone, all else as it is, what value of its column
// would bring the unit to a goal: the inverse of With. Each trial is the whole computation, so
// outliers, means and the places of others move as they would. It fails with the error of the
// context soon after that is done.
func (x *Index) Reach(ctx context.Context, t *Table, unit string, goal Goal) ([]Lever, error) {
	u := slices.IndexFunc(t.Units, func(known Unit) bool { return known.ID == unit })
	if u < 0 {
		return nil, refuse("единицы «%s» в таблице нет", "the unit “%s” is not in the table", unit)
	}
	if goal.Group != "" && !slices.ContainsFunc(x.method.Groups, func(g Group) bool { return g.Name == goal.Group }) {
		return nil, refuse("группы «%s» в методике нет", "the method has no group “%s”", goal.Group)
	}
	now, err := x.Compute(t)
	if err != nil {
		return nil, err
	}
	if goal.reached(now, u) {
		return nil, nil
	}
	levers := make([]Lever, 0, len(x.leaves))
	for _, leaf := range x.leaves {
		node := x.method.Nodes[leaf]
		columns, err := t.numbers([]string{node.Column})
		if err != nil {
			return nil, err
		}
		s := search{ctx: ctx, index: x, table: t, unit: u, node: node, goal: goal, column: columns[node.Column]}
		levers = append(levers, s.lever())
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return levers, nil
}

// search looks for the value of one indicator that reaches a goal.
type search struct {
	ctx    context.Context //nolint:containedctx // a search is one call of Reach long
	index  *Index
	table  *Table
	unit   int
	node   Node
	goal   Goal
	column []float64
}

// lever goes away from the value as it is, twice as far each time, until the goal is reached,
// and then halves the way until the value is known to seven digits.
func (s search) lever() Lever {
	from := s.column[s.unit]
	l := Lever{Code: s.node.Code, From: valueOf(from)}
	values := sorted(s.column)
	if len(values) == 0 {
		return l
	}
	if !known(from) {
		from = values[0]
		if s.node.LowerIsBetter {
			from = values[len(values)-1]
		}
	}
	spread := max(values[len(values)-1]-values[0], math.Abs(from)*1e-3, 1e-6)
	direction := 1.0
	if s.node.LowerIsBetter {
		direction = -1
	}
	const start = 1.0 / 64
	farthest := s.farthest(from, direction, spread)
	short, far := 0.0, min(start, farthest)
	for !s.reaches(from + direction*far*spread) {
		if far >= farthest {
			return l
		}
		short, far = far, min(2*far, farthest)
	}
	for range 60 {
		middle := short + (far-short)/2
		if (far-short)*spread <= 1e-7*max(math.Abs(from+direction*far*spread), spread*1e-3) {
			break
		}
		if s.reaches(from + direction*middle*spread) {
			far = middle
		} else {
			short = middle
		}
	}
	l.To, l.Reached = s.rounded(from+direction*far*spread, direction), true
	return l
}

// farthest is how many spreads away the value can go: to the limit of the indicator, else a
// thousand.
func (s search) farthest(from, direction, spread float64) float64 {
	const usual = 1000
	limits := s.node.Limits
	switch {
	case limits == nil:
		return usual
	case direction > 0:
		return min(usual, max(0, (limits[1]-from)/spread))
	}
	return min(usual, max(0, (from-limits[0])/spread))
}

// rounded rounds to seven digits, to the near side where that reaches the goal, too, as on a
// bound that is met exactly; else to the far one, within the limits.
func (s search) rounded(x, direction float64) float64 {
	if x == 0 {
		return 0
	}
	unit := math.Pow(10, math.Floor(math.Log10(math.Abs(x)))-6)
	near, far := math.Floor(x/unit)*unit, math.Ceil(x/unit)*unit
	if direction < 0 {
		near, far = far, near
	}
	for _, candidate := range []float64{near, far} {
		if l := s.node.Limits; (l == nil || candidate >= l[0] && candidate <= l[1]) && s.reaches(candidate) {
			return candidate
		}
	}
	return x
}

// reaches reports whether the unit is there with the value. A value that cannot be scored, as
// one below nought of which the logarithm is taken, does not reach.
func (s search) reaches(x float64) bool {
	if s.ctx.Err() != nil {
		return false // Reach tells
	}
	changed, err := s.table.With([]Substitute{{Unit: s.table.Units[s.unit].ID, Code: s.node.Column, To: x}})
	if err != nil {
		return false
	}
	r, err := s.index.Compute(changed)
	return err == nil && s.goal.reached(r, s.unit)
}

// ParseGoal reads a goal: the name of a group of the method, or a place.
func (x *Index) ParseGoal(text string) (Goal, error) {
	if slices.ContainsFunc(x.method.Groups, func(g Group) bool { return g.Name == text }) {
		return Goal{Group: text}, nil
	}
	place, err := readNumber(text)
	if err != nil || !(place >= 1) || place != math.Trunc(place) || place > mostUnits {
		var names []string
		for _, g := range x.method.Groups {
			names = append(names, g.Name)
		}
		if len(names) == 0 {
			return Goal{}, refuse("«%s» — не место: укажите целое число от 1", "“%s” is no place: give a whole number from 1", clipped(text))
		}
		return Goal{}, refuse("«%s» — не группа и не место: укажите группу (%s) или целое число от 1", "“%s” is no group and no place: give a group (%s) or a whole number from 1", clipped(text), join(names))
	}
	return Goal{Place: int(place)}, nil
}
