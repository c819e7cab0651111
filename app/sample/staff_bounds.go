package sample

import "technopark/app"

// staffBounds returns how many people a company had on the first and on the last day
// of a year. A year begins with what the one before ended with.
func (m *member) staffBounds(year int) (start, end app.Cell[app.Count]) {
	if m.is(holding) {
		return app.NA[app.Count](), app.NA[app.Count]()
	}
	return app.Of(app.Count(m.staffAt(year))), app.Of(app.Count(m.staffAt(year + 1)))
}

// staffAt counts the people at the start of a year from the average of the year before,
// to which two in five of that year's new jobs had not come yet; without one, from the
// average of the year itself.
func (m *member) staffAt(year int) int64 {
	if h, ok := m.staff[year-1]; ok && m.activeIn(year-1) {
		return max(h.people+(h.created-h.cut)*2/5, 0)
	}
	h := m.staff[year]
	return max(h.people-(h.created-h.cut)*3/5, 0)
}
