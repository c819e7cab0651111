package composite

import (
	"slices"

	"technopark/app"
	"technopark/app/formula"
)

// Substitute is a value to try in the place of the one in a table.
type Substitute struct {
	Unit string  // id
	Code string  // of the column
	To   float64 // in the unit of the column
}

// With returns a table in which values are replaced; the table itself does not change. A unit
// or column that is not there is refused.
func (t *Table) With(changes []Substitute) (*Table, error) {
	changed := &Table{Units: t.Units, Columns: slices.Clone(t.Columns)}
	copied := map[string]bool{}
	for _, s := range changes {
		u := slices.IndexFunc(t.Units, func(unit Unit) bool { return unit.ID == s.Unit })
		if u < 0 {
			return nil, refuse("единицы «%s» в таблице нет", "the unit “%s” is not in the table", s.Unit)
		}
		c, err := changed.find(s.Code)
		if err != nil {
			return nil, err
		}
		if err := reckonable(s.To); err != nil {
			return nil, refuse("«%s»: %s", "“%s”: %s", s.Code, formula.Said(err))
		}
		if !copied[s.Code] {
			c.Texts, c.Values = slices.Clone(c.Texts), slices.Clone(c.Values)
			copied[s.Code] = true
		}
		if c.Texts != nil {
			c.Texts[u] = formula.Shortest(s.To)
			continue
		}
		c.Values[u] = Value{Number: s.To, Known: true}
	}
	return changed, nil
}

// ParseValue reads a number as a cell of a table has it; it is refused when it is none.
func ParseValue(text string) (float64, error) {
	x, err := readNumber(text)
	if err == nil && !known(x) {
		err = formula.Say("пусто", "empty")
	}
	if err != nil {
		return 0, refuse("«%s» — %s", "“%s” — %s", clipped(text), formula.Said(err))
	}
	return x, nil
}

// GroupOf returns the group of an index; "" when the method has none for it.
func (x *Index) GroupOf(index float64) string { return group(x.method.Groups, index) }

// AgainstMeans returns the index in percent of the mean of one unit of which only the means of
// all are known beside it. That can be told only where an indicator's score is its ratio to the
// mean and all is added up by the arithmetic mean: then the mean index is that of the means. ok
// is false for another method, and where less is known than the method asks for. Denominators
// and gaps are for others to see to: values are those that would be normalised.
func (x *Index) AgainstMeans(values, means map[string]Value) (index Value, ok bool) {
	index = x.PartsAgainstMeans(values, means)[x.Top()]
	return index, index.Known
}

// PartsAgainstMeans is AgainstMeans for the index and each part it is added up from, by code;
// those of which too little is known are left out.
func (x *Index) PartsAgainstMeans(values, means map[string]Value) map[string]Value {
	scores := make([][]float64, len(x.method.Nodes))
	have, of := make([]int, len(x.method.Nodes)), make([]int, len(x.method.Nodes))
	for _, leaf := range x.leaves {
		node := x.method.Nodes[leaf]
		if node.Normalise.By != RatioMean {
			return nil
		}
		scores[leaf], of[leaf] = []float64{missing()}, 1
		v, m := values[node.Code], means[node.Code]
		if !v.Known || !m.Known || !(m.Number > 0) {
			continue
		}
		have[leaf] = 1
		scores[leaf][0] = v.Number / m.Number
		if node.LowerIsBetter {
			scores[leaf][0] = 2 - v.Number/m.Number
		}
	}
	parts := map[string]Value{}
	for _, in := range x.inner {
		if in.by != Arithmetic {
			return nil
		}
		kids := make([][]float64, len(in.kids))
		for i, kid := range in.kids {
			kids[i] = scores[kid]
			have[in.node] += have[kid]
			of[in.node] += of[kid]
		}
		scores[in.node] = make([]float64, 1)
		combine(Arithmetic, kids, in.weights, in.least, scores[in.node])
		score := valueOf(scores[in.node][0] * 100)
		if s := x.method.Screen; score.Known && (s == nil || enough(have[in.node], of[in.node], s.Least)) {
			parts[x.method.Nodes[in.node].Code] = score
		}
	}
	return parts
}

// Name returns what people call a node; its code when it has no name.
func (x *Index) Name(code string) app.Text {
	if n := x.at(code); n >= 0 && !x.method.Nodes[n].Name.Zero() {
		return x.method.Nodes[n].Name
	}
	return app.L(code, code)
}
