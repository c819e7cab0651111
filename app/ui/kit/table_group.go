package kit

// Headings divide a table into groups: sorting and filtering keep every row under its
// heading, and a heading without rows is not shown. A heading is not selected.

// groupEnd returns the index after the last row of the group that begins at start.
func groupEnd(rows []Row, start int) int {
	end := start + 1
	for end < len(rows) && !rows[end].Heading {
		end++
	}
	return end
}

// headingAt reports whether the row at a position is a heading.
func (t *Table) headingAt(at int) bool { return t.grid.rows[t.shown[at]].Heading }

// near returns the position of the row nearest to at that can be selected, looking
// first in the direction of by, 1 or −1; −1 when there is none.
func (t *Table) near(at, by int) int {
	for _, step := range []int{by, -by} {
		for i := at; i >= 0 && i < len(t.shown); i += step {
			if !t.headingAt(i) {
				return i
			}
		}
	}
	return -1
}
