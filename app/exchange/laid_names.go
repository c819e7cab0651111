package exchange

import (
	"slices"
	"strings"

	"technopark/app"
)

// addedName is a name of a table that becomes a record of the list it was looked for in.
type addedName struct{ rec app.Record }

// addNamed makes a record of a name that is in no list yet; err is returned where the list takes none.
func (p *recordsPlanner) addNamed(f app.Field, name string, err error) (app.Value, error) {
	t := app.TypeByKey(f.Ref)
	if !adds(f) || name == "" {
		return app.Value{}, err
	}
	folded := app.Fold(name)
	if known := p.added[t.Key][folded]; known != nil {
		return app.NumberValue(known.rec.Header().ID), nil
	}
	rec := t.New()
	t.NamingField().Set(rec, app.TextValue(name))
	if len(app.Validate(rec)) > 0 {
		return app.Value{}, err
	}
	p.load(t)
	p.last++
	rec.Header().ID = firstNew + p.last
	if t.Scope == app.ScopePark {
		rec.Header().Park = p.Park
	}
	p.byID[t.Key][rec.Header().ID] = rec
	if p.added[t.Key] == nil {
		p.added[t.Key] = map[string]*addedName{}
	}
	p.added[t.Key][folded] = &addedName{rec: rec}
	return app.NumberValue(rec.Header().ID), nil
}

// settleAdded has the names written that records on their way refer to, before these; a name of a row
// that does not land stays out.
func (p *recordsPlanner) settleAdded() {
	used := map[int64]bool{}
	for _, l := range p.landings {
		for _, f := range l.rec.Type().Stored() {
			if p.added[f.Ref] != nil {
				for _, id := range f.IDs(f.Get(l.rec)) {
					used[id] = true
				}
			}
		}
	}
	var names []landing
	for _, t := range app.Types() {
		for _, name := range p.added[t.Key] {
			if used[name.rec.Header().ID] {
				names = append(names, landing{rec: name.rec})
			}
		}
	}
	slices.SortFunc(names, func(a, b landing) int { return int(a.rec.Header().ID - b.rec.Header().ID) })
	p.rows[New] += len(names)
	for _, t := range app.Types() {
		var titles []string
		for _, l := range names {
			if l.rec.Type() == t {
				titles = append(titles, t.Title(l.rec, p.titles))
			}
		}
		if len(titles) > 0 {
			p.note("будет добавлено в список «%s»: %s", "will be added to the list “%s”: %s", t.Many, strings.Join(titles, ", "))
		}
	}
	p.landings = append(names, p.landings...)
}

// findTelling finds the record that a table of strangers calls so: by its full name, by its name
// without the legal form, by a number of the state. fault is what there is to say where none is.
func (p *recordsPlanner) findTelling(typeKey, name string, fault error) (int64, error) {
	t := app.TypeByKey(typeKey)
	if t == nil {
		return 0, fault
	}
	var found []int64
	for _, f := range t.Stored() {
		if !f.Telling {
			continue
		}
		text := app.Clean(name)
		if f.Kind == app.KindID {
			text = f.Scheme.Normalise(text)
		}
		for _, id := range p.tellings(t)[f.Core(app.TextValue(text))] {
			rec := p.byID[typeKey][id]
			if (f.Kind == app.KindID || named(rec, name)) && !slices.Contains(found, id) {
				found = append(found, id)
			}
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	return 0, fault
}

// tellings arranges the records of a type, those there and those on their way, by what tells them
// apart. Records on their way are all there when others begin to refer to them.
func (p *recordsPlanner) tellings(t *app.Type) map[string][]int64 {
	if known := p.telling[t.Key]; known != nil {
		return known
	}
	all := map[string][]int64{}
	p.load(t)
	for id, rec := range p.byID[t.Key] {
		for _, f := range t.Stored() {
			if core := f.Core(f.Get(rec)); f.Telling && core != "" && !slices.Contains(all[core], id) {
				all[core] = append(all[core], id)
			}
		}
	}
	p.telling[t.Key] = all
	return all
}
