package composite

import "technopark/app/formula"

// denominate divides indicators by their denominators and multiplies them by their factors:
// Denominate of COINr with ScaleFactor. Where a denominator is missing or nought, COINr gives
// NA or Inf; we give no value, and say so, because a ratio to nothing is none.
func (c *computation) denominate() {
	for i, leaf := range c.index.leaves {
		node := c.index.method.Nodes[leaf]
		if node.Denominator == "" {
			continue
		}
		below := c.read[node.Denominator]
		for u, x := range c.values[i] {
			if !known(x) || c.out[u] {
				continue
			}
			divided := missing()
			switch d := below[u]; {
			case !known(d):
				c.note(StepDenominate, u, leaf, "нет знаменателя «%s»: значения нет", "there is no denominator “%s”: there is no value", node.Denominator)
			case d == 0:
				c.note(StepDenominate, u, leaf, "знаменатель «%s» — ноль: значения нет", "the denominator “%s” is nought: there is no value", node.Denominator)
			default:
				// In the order of COINr, x / (d / factor).
				divided = x / (d / node.Factor)
			}
			c.change(i, u, divided, formula.Say("разделено на «%s»", "divided by “%s”", node.Denominator))
		}
	}
}
