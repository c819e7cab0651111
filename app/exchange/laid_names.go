package exchange

import (
	"slices"
	"strings"
	"sync"

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
		fields := l.rec.Type().Fields
		for i := range fields {
			if f := &fields[i]; !f.Derived && p.added[f.Ref] != nil {
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
	if len(found) == 0 && len(p.tellings(t)) == 0 {
		found = p.findTokens(t, name)
	}
	switch len(found) {
	case 0:
		return 0, fault
	case 1:
		return found[0], nil
	}
	several := &app.NameError{Name: name, Type: typeKey, More: max(0, len(found)-mostSaid)}
	slices.Sort(found)
	for _, id := range found[:min(len(found), mostSaid)] {
		several.Candidates = append(several.Candidates, p.titles(typeKey, id))
	}
	return 0, several
}

// mostSaid is how many records of a name are told.
const mostSaid = 5

// findTokens returns the records whose titles have all the words of a name, of types whose records have no
// name of their own: «1102», «пом. 1102» and «Корпус 1, 1102» are one room. A word of digits has to be
// there: words alone tell none apart.
func (p *recordsPlanner) findTokens(t *app.Type, name string) []int64 {
	words := strings.Fields(wordsOf(name))
	words = slices.DeleteFunc(words, func(w string) bool { return slices.Contains(roomWords(), w) })
	if len(words) == 0 || !strings.ContainsAny(strings.Join(words, ""), "0123456789") {
		return nil
	}
	if p.tokens[t.Key] == nil {
		p.load(t)
		p.tokens[t.Key] = map[int64][]string{}
		for id, rec := range p.byID[t.Key] {
			p.tokens[t.Key][id] = strings.Fields(wordsOf(t.Title(rec, p.titles)))
		}
	}
	var found []int64
	for id, title := range p.tokens[t.Key] {
		if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(title, w) }) {
			found = append(found, id)
		}
	}
	return found
}

// roomWords are what people write before the number of a room.
var roomWords = sync.OnceValue(func() []string {
	var all []string
	for _, word := range []string{"пом", "помещение", "помещения", "оф", "офис", "каб", "кабинет", "ком", "комната", "№", "room", "office"} {
		all = append(all, wordsOf(word))
	}
	return all
})

// exampleOf returns how a record of a type is called, so that others are written so.
func (p *recordsPlanner) exampleOf(f app.Field) string {
	t := app.TypeByKey(f.Ref)
	if t == nil {
		return ""
	}
	for _, rec := range p.load(t) {
		return t.Title(rec, p.titles)
	}
	return ""
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
