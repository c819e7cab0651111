package composite

import (
	"math"
	"slices"

	"technopark/app/formula"
)

// Mean is how scores are added up.
type Mean string

// Ways to add up.
const (
	Arithmetic Mean = "arithmetic" // Σ w·x / Σ w; a_amean
	Geometric  Mean = "geometric"  // exp(Σ w·ln x / Σ w); a_gmean
	Harmonic   Mean = "harmonic"   // Σ w / Σ (w/x); a_hmean
	Copeland   Mean = "copeland"   // a_copeland: the others a unit stands above, with weights
)

// Means returns all ways to add up.
func Means() []Mean { return []Mean{Arithmetic, Geometric, Harmonic, Copeland} }

// Aggregate is how the children of a node are added up: Aggregate of COINr.
type Aggregate struct {
	By    Mean    // empty: as the method says
	Least float64 // share of the children that must have a score, from 0 to 1: dat_thresh
}

func (a Aggregate) check() *Fault {
	switch {
	case !slices.Contains(Means(), a.By):
		return &Fault{Key: "by", Reason: formula.Say("by = «%s»; бывает %s", "by = “%s”; there are %s", a.By, join(Means()))}
	case !(a.Least >= 0 && a.Least <= 1):
		return &Fault{Key: "least", Reason: formula.Say("least — доля слагаемых, у которых должна быть оценка, от 0 до 1", "least is the share of what is added up that must have a score, from 0 to 1")}
	}
	return nil
}

// positive reports whether the way has no meaning for what is not above nought.
func (m Mean) positive() bool { return m == Geometric || m == Harmonic }

// aggregate fills the columns of all inner nodes; scores has those of the leaves.
func (c *computation) aggregate() error {
	for _, in := range c.index.inner {
		kids := make([][]float64, len(in.kids))
		for i, kid := range in.kids {
			kids[i] = c.scores[kid]
		}
		column := c.scores[in.node]
		if in.by.positive() {
			if err := c.refuseNonPositive(in); err != nil {
				return err
			}
		}
		if in.by == Copeland {
			if n := len(c.table.Units); n > mostRivals {
				return refuse("«%s»: по Коупленду каждая единица сравнивается с каждой, и единиц бывает до %d, а их %d. Выберите другой способ сложения", "“%s”: by Copeland each unit is compared with each, and there may be up to %d units, not %d. Choose another way to add up", c.code(in.node), mostRivals, n)
			}
			outrank(kids, in.weights, in.least, column, slices.Repeat([]bool{true}, len(column)))
		} else {
			combine(in.by, kids, in.weights, in.least, column)
		}
		c.noteUnweighed(in, kids)
	}
	return nil
}

// mostRivals is how many units Copeland compares: his work grows with their square.
const mostRivals = 5000

// refuseNonPositive names the first score that a geometric or harmonic mean has no use for.
// COINr stops there too; for the harmonic mean it stops only at nought, and we at what is
// below it as well, because such means can pass through infinity.
func (c *computation) refuseNonPositive(in inner) error {
	for _, kid := range in.kids {
		for u, x := range c.scores[kid] {
			if !known(x) || x > 0 {
				continue
			}
			way := formula.Said(formula.Say("среднего геометрического", "a geometric mean"))
			if in.by == Harmonic {
				way = formula.Said(formula.Say("среднего гармонического", "a harmonic mean"))
			}
			return refuse("%s, «%s»: оценка %s у «%s», а для %s нужны числа больше нуля. Задайте нормировку без нулей, например minmax с range = [1, 100], или другой способ сложения",
				"%s, “%s”: the score is %s in “%s”, and %s needs numbers above nought. Choose a normalisation without noughts, as minmax with range = [1, 100], or another way to add up",
				c.code(in.node), c.table.Units[u].ID, figure(x), c.code(kid), way)
		}
	}
	return nil
}

// combine adds up the children of one node for every unit. What is missing is left out with
// its weight, as in COINr.
func combine(by Mean, kids [][]float64, weights []float64, least float64, into []float64) {
	for u := range into {
		var s, w sum
		have := 0
		for i, kid := range kids {
			x := kid[u]
			if !known(x) {
				continue
			}
			have++
			w.add(weights[i])
			switch by {
			case Geometric:
				s.add(weights[i] * math.Log(x))
			case Harmonic:
				s.add(weights[i] / x)
			default:
				s.add(weights[i] * x)
			}
		}
		into[u] = missing()
		if total := w.value(); total > 0 && enough(have, len(kids), least) {
			into[u] = finish(by, s.value(), total)
		}
	}
}

func finish(by Mean, s, weights float64) float64 {
	switch by {
	case Geometric:
		return math.Exp(s / weights)
	case Harmonic:
		return weights / s
	}
	return s / weights
}

// enough reports whether a share of data reaches the least one; a share of 7 of 10 reaches 0.7
// whatever becomes of both in binary.
func enough(have, of int, least float64) bool {
	const slack = 1e-9
	return have > 0 && float64(have) >= least*float64(of)-slack
}

// noteUnweighed tells of units that have data in a node, but only such that weigh nought.
func (c *computation) noteUnweighed(in inner, kids [][]float64) {
	for u, x := range c.scores[in.node] {
		if known(x) {
			continue
		}
		have := 0
		for _, kid := range kids {
			if known(kid[u]) {
				have++
			}
		}
		if have == 0 || c.out[u] {
			continue
		}
		if !enough(have, len(kids), in.least) {
			c.note(StepAggregate, u, in.node, "оценки нет: данных меньше, чем требует least", "no score: there is less data than least asks for")
			continue
		}
		c.note(StepAggregate, u, in.node, "оценки нет: у всего, что известно, вес ноль", "no score: all that is known weighs nought")
	}
}

// outrank gives each unit the sum of its victories over all others, pair by pair: the weight
// of the children in which it stands above, and half the weight of those in which both are
// equal, of all the weight that the pair can be compared by. It is a_copeland over
// outrankMatrix of COINr; where a value is missing, COINr lets the order of the rows decide
// who gets the weight that cannot be compared, and we leave it out, so that the order of the
// units changes nothing. A pair that cannot be compared at all is half a victory to both.
// Only rivals are met.
func outrank(kids [][]float64, weights []float64, least float64, into []float64, rivals []bool) {
	duels := make([]float64, 0, len(into))
	for u := range into {
		into[u] = missing()
		if !scored(kids, weights, u, least) {
			continue
		}
		duels = duels[:0]
		for other := range into {
			if other != u && rivals[other] && scored(kids, weights, other, least) {
				duels = append(duels, duel(kids, weights, u, other))
			}
		}
		slices.Sort(duels)
		var victories sum
		for _, won := range duels {
			victories.add(won)
		}
		into[u] = victories.value()
	}
}

// scored reports whether a unit has enough data of some weight to be compared.
func scored(kids [][]float64, weights []float64, u int, least float64) bool {
	have, weight := 0, 0.0
	for i, kid := range kids {
		if known(kid[u]) {
			have++
			weight += weights[i]
		}
	}
	return weight > 0 && enough(have, len(kids), least)
}

func duel(kids [][]float64, weights []float64, u, other int) float64 {
	var won, all sum
	for i, kid := range kids {
		if !known(kid[u]) || !known(kid[other]) {
			continue
		}
		all.add(weights[i])
		switch a, b := settled(kid[u]), settled(kid[other]); {
		case a > b:
			won.add(weights[i])
		case a == b:
			won.add(weights[i] / 2)
		}
	}
	if all.value() == 0 {
		return 0.5
	}
	return won.value() / all.value()
}
