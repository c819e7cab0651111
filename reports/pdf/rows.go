package pdf

import "technopark/reports/doc"

// shortRow is the height up to which a row is kept with its neighbours for the look of it, mm.
const shortRow = 22.0

// smallGroup is how many rows a group has that rather stands on one page.
const smallGroup = 6

// run is the strips of one row of a table or a card, and what part the row plays.
type run struct {
	doc.Row
	strips []strip
}

// bindRows ties the rows that must not be parted: a title to the first two rows below it, a
// sum to the last two above it, so that no page begins or ends with one row of many.
func bindRows(rows []run) {
	for i := range rows[:max(len(rows)-1, 0)] {
		this, next := &rows[i], &rows[i+1]
		switch {
		case next.Follows, sticks(next.Kind), this.Kind == doc.RowSection:
			tie(this.strips, firm)
		case next.Kind == doc.RowSection || !short(this.strips) || !short(next.strips):
		case i == 0 || rows[i-1].Kind == doc.RowSection: // two below a title
			tie(this.strips, firm)
		case i+2 == len(rows) || rows[i+2].Kind == doc.RowSection || sticks(rows[i+2].Kind): // two at the end
			tie(this.strips, firm)
		}
	}
	bindGroups(rows)
}

// bindGroups ties the rows of small groups, so that few go on over the page.
func bindGroups(rows []run) {
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && rows[to].Kind != doc.RowSection {
			to++
		}
		if rows[from].Kind == doc.RowSection && to-from <= smallGroup+1 {
			for i := from; i < to-1; i++ {
				tie(rows[i].strips, tight)
			}
		}
		from = to
	}
}

// short reports whether strips are one low row.
func short(strips []strip) bool { return len(strips) == 1 && strips[0].height <= shortRow }

// flat returns the strips of all rows, in order.
func flat(rows []run) []strip {
	var out []strip
	for _, r := range rows {
		out = append(out, r.strips...)
	}
	return out
}
