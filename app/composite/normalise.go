package composite

import (
	"math"
	"slices"

	"technopark/app/formula"
)

// normalise fills the columns of the indicators. An indicator whose values are all equal tells
// the units not apart: COINr gives NaN, and we leave it out, for all, and say so.
func (c *computation) normalise() error {
	for i, leaf := range c.index.leaves {
		node := c.index.method.Nodes[leaf]
		directed, err := c.directed(i, node)
		if err != nil {
			return err
		}
		column := c.scores[leaf]
		if node.Normalise.ranked() {
			c.rankScores(node.Normalise, leaf, directed, column)
			continue
		}
		target, err := c.target(i, node)
		if err != nil {
			return err
		}
		l, why := node.Normalise.fit(sorted(directed), node.LowerIsBetter, target)
		if err := c.judge(why, leaf); err != nil {
			return err
		}
		for u, x := range directed {
			column[u] = missing()
			if why == fits && known(x) {
				column[u] = l.at(x)
				c.noteCut(l, leaf, u, x)
			}
		}
	}
	return nil
}

// directed returns the values with the sign that makes the greater the better, and their
// logarithms where the scale wants them.
func (c *computation) directed(i int, node Node) ([]float64, error) {
	directed := slices.Clone(c.values[i])
	for u, x := range directed {
		if !known(x) {
			continue
		}
		if node.Normalise.By == Goalposts && node.Normalise.Logs == LogsBoth {
			if x <= 0 {
				return nil, refuse("«%s», «%s»: логарифм берётся только от положительного числа, а значение — %s. Исправьте значение или уберите log = \"log10\" у этого показателя",
					"“%s”, “%s”: a logarithm is taken of a positive number only, and the value is %s. Mend the value, or take log = \"log10\" from this indicator", c.table.Units[u].ID, node.Code, figure(x))
			}
			x = math.Log10(x)
		}
		if node.LowerIsBetter {
			x = -x
		}
		directed[u] = x
	}
	return directed, nil
}

// target returns what Target and Reference are measured by, with the sign of the values.
func (c *computation) target(i int, node Node) (float64, error) {
	target := node.Normalise.Target
	if node.Normalise.By == Reference {
		u := slices.IndexFunc(c.table.Units, func(unit Unit) bool { return unit.ID == node.Normalise.Unit })
		if u < 0 {
			return 0, refuse("«%s»: единицы «%s», с которой сравнивает reference, в таблице нет", "“%s”: the unit “%s”, which reference compares with, is not in the table", node.Code, node.Normalise.Unit)
		}
		if target = c.values[i][u]; !known(target) {
			return 0, refuse("«%s»: у единицы «%s», с которой сравнивает reference, нет значения", "“%s”: the unit “%s”, which reference compares with, has no value", node.Code, node.Normalise.Unit)
		}
	}
	if node.LowerIsBetter {
		target = -target
	}
	return target, nil
}

// judge refuses what would turn an order round, and notes what is left out.
func (c *computation) judge(why unfit, leaf int) error {
	code := c.code(leaf)
	switch why {
	case none:
		c.note(StepNormalise, -1, leaf, "значений нет ни у кого: показатель не участвует", "nobody has a value: the indicator is left out")
	case flat:
		c.note(StepNormalise, -1, leaf, "все значения равны и единиц не различают: показатель не участвует", "all values are equal and tell no units apart: the indicator is left out")
	case zeroMean:
		c.note(StepNormalise, -1, leaf, "среднее — ноль, отношения к нему нет: показатель не участвует", "the mean is nought and there is no ratio to it: the indicator is left out")
	case negative:
		return refuse("«%s»: среднее отрицательно, и отношение к нему перевернуло бы порядок. Выберите для показателя другую нормировку, например minmax", "“%s”: the mean is below nought, and a ratio to it would turn the order round. Choose another normalisation of the indicator, as minmax", code)
	case reversed:
		return refuse("«%s»: цель не лучше худшего значения, мерить расстояние до неё не от чего. Исправьте target или reference", "“%s”: the target is no better than the worst value, and there is nothing to measure from. Mend target or reference", code)
	case fits:
	}
	return nil
}

// noteCut tells of a score that was brought back to an end of the scale.
func (c *computation) noteCut(l line, leaf, u int, x float64) {
	raw := line{l.shift, l.span, l.factor, l.offset, math.Inf(-1), math.Inf(1)}.at(x)
	if raw > l.high || raw < l.low {
		c.changes = append(c.changes, Change{
			Unit: u, Code: c.code(leaf), From: Value{raw, true}, To: Value{l.at(x), true},
			How: formula.Said(formula.Say("за пределами шкалы: взят её край", "beyond the scale: its end is taken")),
		})
	}
}

func (c *computation) rankScores(n Normalise, leaf int, directed, into []float64) {
	values := sorted(directed)
	why := fits
	switch {
	case len(values) == 0:
		why = none
	case values[0] == values[len(values)-1]:
		why = flat
	}
	_ = c.judge(why, leaf) // these two are noted, never refused
	for u, x := range directed {
		into[u] = missing()
		if known(x) && why == fits {
			below, _ := slices.BinarySearch(values, x)
			into[u] = n.score(below, len(values))
		}
	}
}
