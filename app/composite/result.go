package composite

import "technopark/app"

// Result is a table scored by a method, with all that happened on the way.
type Result struct {
	Index *Index // by which it was scored
	Units []Unit // of the table, in its order
	Steps []Step // in the order they were done
	Notes []Note // what the method went on without

	scores   [][]float64 // by node
	ranks    [][]int     // by node
	groups   []string    // by unit
	prepared [][]float64 // values of the indicators before the normalisation, by leaf
}

// Step is one step with what it made.
type Step struct {
	Name    string   // of those of this package
	Changed []Change // every value it changed or brought back to a scale

	nodes   []string
	at      map[string]int // places in nodes
	columns [][]float64
}

// Value returns what a step left of a node for a unit; none when it is missing or the step is
// not about the node.
func (s Step) Value(unit int, code string) Value {
	if i, ok := s.at[code]; ok {
		return valueOf(s.columns[i][unit])
	}
	return Value{}
}

// Codes returns the nodes a step has values of.
func (s Step) Codes() []string { return s.nodes }

// Change is one value that a step changed.
type Change struct {
	Unit     int      // its place in the table
	Code     string   // of the indicator
	From, To Value    // before the step and after it
	How      app.Text // «восполнено средним»
}

// Note tells of what the method went on without.
type Note struct {
	Step string   // empty when it is about the table
	Unit int      // −1 when it is about all
	Code string   // of a node; empty when it is about none
	Text app.Text // without unit and code
}

func valueOf(x float64) Value {
	if !known(x) {
		return Value{}
	}
	return Value{Number: x, Known: true}
}

// Score returns the score of a unit in a node: of an indicator the normalised one, of the top
// the index.
func (r *Result) Score(unit int, code string) Value {
	if n := r.Index.at(code); n >= 0 {
		return valueOf(r.scores[n][unit])
	}
	return Value{}
}

// Rank returns the place of a unit in a node, 1 for the best; ties share the least of their
// places. It is 0 for one without a score.
func (r *Result) Rank(unit int, code string) int {
	if n := r.Index.at(code); n >= 0 {
		return r.ranks[n][unit]
	}
	return 0
}

// Group returns the group of a unit; "" when it has none.
func (r *Result) Group(unit int) string { return r.groups[unit] }

// Leaders returns the units in the first place of a node, several when they share it.
func (r *Result) Leaders(code string) []int {
	var first []int
	for u := range r.Units {
		if r.Rank(u, code) == 1 {
			first = append(first, u)
		}
	}
	return first
}

// Mean returns the mean score of a node over the units that have one.
func (r *Result) Mean(code string) Value {
	n := r.Index.at(code)
	if n < 0 {
		return Value{}
	}
	values := sorted(r.scores[n])
	if len(values) == 0 {
		return Value{}
	}
	return Value{Number: mean(values), Known: true}
}

// RawMean returns the mean of an indicator over the units that are scored and have it, in its
// own unit, as it was before the normalisation.
func (r *Result) RawMean(code string) Value {
	for i, leaf := range r.Index.leaves {
		if r.Index.method.Nodes[leaf].Code != code {
			continue
		}
		if values := sorted(r.prepared[i]); len(values) > 0 {
			return Value{Number: mean(values), Known: true}
		}
	}
	return Value{}
}
