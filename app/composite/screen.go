package composite

import "technopark/app/formula"

// Screen leaves out units of which too little is known.
type Screen struct {
	Least float64 // share of the indicators a unit must have, above 0 and at most 1
}

// screen takes out the units with less than the least share of data, with all their values,
// so that they bear on no other either: Screen of COINr, byNA with dat_thresh.
func (c *computation) screen() {
	for u := range c.table.Units {
		have := 0
		for i := range c.values {
			if known(c.values[i][u]) {
				have++
			}
		}
		if c.out[u] || enough(have, len(c.values), c.index.method.Screen.Least) {
			continue
		}
		c.note(StepScreen, u, -1, "данных слишком мало (%d из %d): единица не оценивается", "there is too little data (%d of %d): the unit is not scored", have, len(c.values))
		for i := range c.values {
			if known(c.values[i][u]) {
				c.change(i, u, missing(), formula.Say("единица не оценивается", "the unit is not scored"))
			}
		}
		c.out[u] = true
	}
}
