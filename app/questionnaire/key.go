package questionnaire

import (
	"strconv"
	"strings"

	"technopark/app"
)

// Place is what an answer is of: a field of a record, or the id of a row.
type Place struct {
	Record string // key of the type of the record
	Row    int    // of a table, from 1; 0 for a single answer
	Field  string // key of the field, or RowID
}

// RowID stands in the place of a field for the id of the record that a row shows.
const RowID = "id"

// namePrefix begins the names of cells, so that they are told from those of others.
const namePrefix = "tp_"

// Place returns what the answer is of.
func (it Item) Place() Place { return Place{it.Record, it.Row, it.Field.Key} }

// Key returns the key of the answer.
func (it Item) Key() string { return it.Place().Key() }

// Name returns the name of the cell of the answer.
func (it Item) Name() string { return it.Place().Name() }

// Place returns the place of the hidden id of the row.
func (r Row) Place() Place { return Place{r.Type, r.Number, RowID} }

// Key returns what KeyColumn holds of the row: «job.3».
func (r Row) Key() string { return r.Type + "." + strconv.Itoa(r.Number) }

// Key returns the key of the place: «resident_report.revenue», «job.3.count».
func (p Place) Key() string {
	if p.Row == 0 {
		return p.Record + "." + p.Field
	}
	return p.Record + "." + strconv.Itoa(p.Row) + "." + p.Field
}

// Name returns the name of the cell: «tp_resident_report__revenue», «tp_job_3__count».
func (p Place) Name() string {
	if p.Row == 0 {
		return namePrefix + p.Record + "__" + p.Field
	}
	return namePrefix + p.Record + "_" + strconv.Itoa(p.Row) + "__" + p.Field
}

// PlaceOfKey reads what Key wrote.
func PlaceOfKey(key string) (Place, bool) {
	parts := strings.Split(key, ".")
	p := Place{Record: parts[0], Field: parts[len(parts)-1]}
	switch len(parts) {
	case 2:
		return p, p.known()
	case 3:
		n, err := strconv.Atoi(parts[1])
		p.Row = n
		return p, err == nil && n > 0 && p.known()
	}
	return Place{}, false
}

// PlaceOfName reads what Name wrote. Spreadsheets do not tell letters of two cases apart in
// names, so we do not either.
func PlaceOfName(name string) (Place, bool) {
	rest, ours := strings.CutPrefix(strings.ToLower(name), namePrefix)
	record, field, two := strings.Cut(rest, "__")
	if !ours || !two {
		return Place{}, false
	}
	p := Place{Record: record, Field: field}
	if i := strings.LastIndexByte(record, '_'); i > 0 {
		if n, err := strconv.Atoi(record[i+1:]); err == nil && n > 0 {
			p.Record, p.Row = record[:i], n
		}
	}
	return p, p.known()
}

// known reports whether the place is one that a questionnaire may have.
func (p Place) known() bool {
	t := app.TypeByKey(p.Record)
	if t == nil {
		return false
	}
	f, ok := t.Field(p.Field)
	return ok && f.Asked || p.Field == RowID && p.Row > 0
}
