package rating

import (
	"iter"

	"technopark/app"
)

// unit is a resident, or a resident in one year.
type unit struct {
	resident int64
	year     int // 0 unless the indicator runs over pairs
}

// roll is the units that indicators of one population are about, in their order. It finds the
// unit of a record by its place in a table, because a park has ten thousand pairs of a resident
// and a year and an indicator asks for each of them several times.
type roll struct {
	units []unit
	rows  map[int64]int // of the table, by resident
	first int           // the first of the years that are its columns; 0 where there is one column for any year
	width int           // columns
	at    []int         // places among the units by row and column; -1 where there is none
}

// place returns where among the units a record of a resident and a year belongs; -1 when nowhere.
func (r *roll) place(resident int64, year int) int {
	row, known := r.rows[resident]
	column := 0
	if r.first != 0 {
		column = year - r.first
	}
	if !known || column < 0 || column >= r.width {
		return -1
	}
	return r.at[row*r.width+column]
}

// newRoll makes the roll of residents; in has, for each column, the ids of those that are on it.
func newRoll(rows map[int64]int, residents []app.Record, first int, in [][]int64) *roll {
	r := &roll{rows: rows, first: first, width: len(in), at: make([]int, len(residents)*len(in))}
	for i := range r.at {
		r.at[i] = -1
	}
	n := 0
	for column, ids := range in {
		n += len(ids)
		for _, id := range ids {
			r.at[rows[id]*r.width+column] = 0
		}
	}
	r.units = make([]unit, 0, n)
	for row, rec := range residents {
		for column := range in {
			if r.at[row*r.width+column] < 0 {
				continue
			}
			u := unit{resident: rec.Header().ID}
			if first != 0 {
				u.year = first + column
			}
			r.at[row*r.width+column] = len(r.units)
			r.units = append(r.units, u)
		}
	}
	return r
}

// rollKey tells the rolls of a year apart.
type rollKey struct {
	over  population
	first int
}

// rollOf returns the roll of an indicator; nil where it is not about residents.
func (r *reader) rollOf(d *indicatorDef) *roll {
	key := rollKey{over: d.over}
	switch d.over {
	case overList, overOwn:
		return nil
	case overRecords:
		key.over = overResidents
	case overEveryYear:
		key.first = r.firstYear(d)
	case overResidents, overBothYears:
	}
	if known := r.rolls[key]; known != nil {
		return known
	}
	made := newRoll(r.rows(), r.residents(), key.first, r.columns(key))
	r.rolls[key] = made
	return made
}

// columns returns who is on a roll, in each of its columns.
func (r *reader) columns(key rollKey) [][]int64 {
	switch key.over {
	case overBothYears:
		return [][]int64{both(r.activeIn(r.year-1), r.activeIn(r.year))}
	case overEveryYear:
		var in [][]int64
		for y := key.first; y <= r.year; y++ {
			in = append(in, r.activeIn(y))
		}
		return in
	case overResidents, overRecords, overList, overOwn:
	}
	return [][]int64{r.activeIn(r.year)}
}

// both returns the ids that are in two lists, each in order.
func both(x, y []int64) []int64 {
	var in []int64
	for _, id := range x {
		for len(y) > 0 && y[0] < id {
			y = y[1:]
		}
		if len(y) > 0 && y[0] == id {
			in = append(in, id)
		}
	}
	return in
}

// residents returns the companies of the book, in the order of ids.
func (r *reader) residents() []app.Record { return r.index.book.Of("resident") }

// rows numbers the companies of the book, for all rolls.
func (r *reader) rows() map[int64]int {
	if r.numbered == nil {
		r.numbered = map[int64]int{}
		for row, rec := range r.residents() {
			r.numbered[rec.Header().ID] = row
		}
	}
	return r.numbered
}

// activeIn returns the ids of the residents active in a year, in their order.
func (r *reader) activeIn(year int) []int64 {
	if known, ok := r.active[year]; ok {
		return known
	}
	active := []int64{}
	for _, res := range r.index.book.ActiveResidents(app.YearPeriod(year)) {
		active = append(active, res.ID)
	}
	r.active[year] = active
	return active
}

// firstYear is the first year of which the file has records of residents; what
// was before it is in an opening figure.
func (r *reader) firstYear(d *indicatorDef) int {
	first := r.year + 1
	for _, def := range d.terms {
		if !def.ofResidents {
			continue
		}
		if y, ok := r.index.first(def.of); ok && y < first {
			first = y
		}
	}
	return first
}

// placeKey names the entries of a term on a roll.
type placeKey struct {
	term *termDef
	roll *roll
}

// places returns the places of the entries of a term on a roll, -1 for those that have none.
func (r *reader) places(def *termDef, on *roll) []int {
	key := placeKey{def, on}
	if known, ok := r.placed[key]; ok {
		return known
	}
	entries := r.terms[def]
	places := make([]int, len(entries))
	for i, e := range entries {
		places[i] = on.place(e.resident, e.year)
	}
	r.placed[key] = places
	return places
}

// onRoll yields the entries of a term that belong to a unit of the indicator, each with the place
// of that.
func (t *tally) onRoll(def *termDef) iter.Seq2[*entry, int] {
	return func(yield func(*entry, int) bool) {
		places := t.reader.places(def, t.roll)
		for i, e := range t.reader.terms[def] {
			if places[i] >= 0 && !yield(e, places[i]) {
				return
			}
		}
	}
}
