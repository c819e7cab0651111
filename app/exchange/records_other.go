package exchange

import (
	"slices"

	"technopark/app"
)

// owners finds the records of a type by the names and numbers that tell them apart.
type owners struct {
	p  *recordsPlanner
	by map[string][]int64 // ids, by app.Field.Core of a telling field
}

// ownersOf returns the owners of the names and numbers of a type, made when they are first asked for.
func (p *recordsPlanner) ownersOf(t *app.Type) *owners {
	o := p.owners[t.Key]
	if o == nil {
		o = &owners{p: p, by: map[string][]int64{}}
		p.owners[t.Key] = o
		for _, rec := range p.load(t) {
			o.add(rec)
		}
	}
	return o
}

// add has a record found by what tells it apart from now on.
func (o *owners) add(rec app.Record) {
	for _, f := range tellingOf(rec.Type()) {
		if core := f.Core(f.Get(rec)); core != "" && !slices.Contains(o.by[core], rec.Header().ID) {
			o.by[core] = append(o.by[core], rec.Header().ID)
		}
	}
}

// other returns a record beside the given one that has a value of a telling field; nil where the given one
// has it too, or nobody has.
func (o *owners) other(f app.Field, v app.Value, than app.Record) app.Record {
	core := f.Core(v)
	if core == "" || bears(than, f, v) {
		return nil
	}
	for _, id := range o.by[core] {
		if rec := o.p.byID[than.Type().Key][id]; rec != nil && id != than.Header().ID && bears(rec, f, v) {
			return rec
		}
	}
	return nil
}

// bears reports whether a record has a value of a telling field; a name in any of its names.
func bears(rec app.Record, f app.Field, v app.Value) bool {
	return slices.ContainsFunc(tellingOf(rec.Type()), func(g app.Field) bool {
		return (g.Key == f.Key || isName(f) && isName(g)) && f.Alike(v, g.Get(rec))
	})
}

// tellingOf returns the fields by which records of a type are told apart.
func tellingOf(t *app.Type) []app.Field {
	return slices.DeleteFunc(slices.Clone(t.Stored()), func(f app.Field) bool { return !f.Telling })
}

func isName(f app.Field) bool { return f.Kind == app.KindText && f.Scheme == "" }

// confused rejects the cells by which a row that was found to be of one record would give it the name or
// the number of another: such a row is about two, and nobody but a person knows about which.
func (p *recordsPlanner) confused(in incoming, row inRow, was app.Record) bool {
	found := false
	for i := range row.cells {
		c := &row.cells[i]
		if !c.field.Telling || !taken(c.field) {
			continue
		}
		v, err := p.value(c)
		if err != nil {
			continue
		}
		other := p.ownersOf(in.t).other(*c.field, v, was)
		if other == nil {
			continue
		}
		found = true
		one, two := p.identity(was), p.identity(other)
		p.reject(in, row, *c,
			said("«%s» той же записи, что и остальная строка", "“%s” of the record that the rest of the row is of", c.field.Label),
			said("строка найдена как %s, а «%s» здесь — другой записи: %s. Исправьте строку: всё в ней должно быть об одной записи", "the row was found to be %s, but the “%s” here is that of another record: %s. Correct the row: all of it has to be of one record", one, c.field.Label, two))
	}
	if found {
		p.rows[Rejected]++
	}
	return found
}

// identity names a record with the first of its numbers of the state: «АО „СолнцеГрань“ (ИНН 5098100079)».
func (p *recordsPlanner) identity(rec app.Record) app.Text {
	t := rec.Type()
	ru, en := t.Title(rec, p.titles), t.TitleIn(app.EN, rec, p.titles)
	for _, f := range tellingOf(t) {
		if v := f.Get(rec); f.Kind == app.KindID && !v.Empty() {
			return app.L(ru+" ("+f.Label.RU+app.NBSP+v.S+")", en+" ("+f.Label.In(app.EN)+app.NBSP+v.S+")")
		}
	}
	return app.L(ru, en)
}
