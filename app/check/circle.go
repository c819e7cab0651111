package check

import (
	"slices"

	"technopark/app"
)

// circle tells which records read something of another: those of the same resident, those that
// hand in the same report, and those that refer to it by a field that a rule follows.
type circle struct {
	asked    map[*app.Type]bool        // types whose records are asked about, or added up
	followed map[*app.Type][]app.Field // references that rules follow, by the type that has them
	near     map[nearness][]spotted
}

// nearness is what records have in common: a resident, whose report it is, what they refer to.
type nearness struct {
	by *app.Type // the type of a report, or of what is referred to; nil for a resident
	id app.Value
}

// spotted is one record, by its type and id.
type spotted struct {
	of *app.Type
	id int64
}

// newCircle finds who reads whom among the records that a pass looks at.
func newCircle(s *pass) *circle {
	c := &circle{map[*app.Type]bool{}, map[*app.Type][]app.Field{}, map[nearness][]spotted{}}
	for _, t := range s.steps {
		c.asked[t.of] = true
		if t.rule == nil {
			continue
		}
		c.follow(t.of, t.rule.read())
		for _, d := range t.rule.sums {
			c.asked[d.of] = true
			c.follow(d.of, d.expressions())
		}
	}
	for t := range c.asked {
		for _, rec := range s.book.Of(t.Key) {
			c.add(rec)
		}
	}
	return c
}

// read returns the conditions over the record itself.
func (r *rule) read() []*expression {
	var all []*expression
	if r.when != nil {
		all = append(all, r.when)
	}
	if r.holds != nil {
		all = append(all, r.holds.holds)
	}
	return all
}

// follow notes the references that expressions over records of a type follow. The resident a record
// belongs to is near it anyway.
func (c *circle) follow(t *app.Type, all []*expression) {
	for _, e := range all {
		for _, p := range e.paths {
			if p.hop != hopRef && p.hop != hopRefs || t.OfResidents() && p.ref.Key == t.Owner {
				continue
			}
			if !slices.ContainsFunc(c.followed[t], func(f app.Field) bool { return f.Key == p.ref.Key }) {
				c.followed[t] = append(c.followed[t], p.ref)
			}
		}
	}
}

// places returns where a record stands in the circle.
func (c *circle) places(rec app.Record) []nearness {
	t := rec.Type()
	var at []nearness
	if t.OfResidents() {
		at = append(at, nearness{id: app.NumberValue(app.ResidentOf(rec))})
	}
	if t.Report {
		at = append(at, nearness{by: t, id: app.PerOf(rec)})
	}
	for _, f := range c.followed[t] {
		to := app.TypeByKey(f.Ref)
		for _, id := range f.IDs(f.Get(rec)) {
			at = append(at, nearness{by: to, id: app.NumberValue(id)})
		}
	}
	return at
}

func (c *circle) add(rec app.Record) {
	if !c.asked[rec.Type()] {
		return
	}
	for _, at := range c.places(rec) {
		c.near[at] = append(c.near[at], spotted{rec.Type(), rec.Header().ID})
	}
}

func (c *circle) drop(rec app.Record) {
	gone := spotted{rec.Type(), rec.Header().ID}
	for _, at := range c.places(rec) {
		c.near[at] = slices.DeleteFunc(c.near[at], func(one spotted) bool { return one == gone })
	}
}

// reach touches a record and all that read something of it.
func (c *circle) reach(a *astray, rec app.Record) {
	t, id := rec.Type(), rec.Header().ID
	a.touch(t, id)
	for _, at := range c.places(rec) {
		if at.by == nil || at.by == t && t.Report { // else it is what the record reads, and not what reads it
			c.touch(a, at)
		}
	}
	c.touch(a, nearness{by: t, id: app.NumberValue(id)})
}

// touchResident touches all that belongs to a resident.
func (c *circle) touchResident(a *astray, resident int64) {
	c.touch(a, nearness{id: app.NumberValue(resident)})
}

func (c *circle) touch(a *astray, at nearness) {
	for _, one := range c.near[at] {
		a.touch(one.of, one.id)
	}
}

// change brings the circle up to date, and touches what read something of the changed records or
// does now.
func (c *circle) change(a *astray, changed map[*app.Type][]app.Versions) {
	for _, list := range changed {
		for _, d := range list {
			if d.Was != nil {
				c.reach(a, d.Was)
				c.drop(d.Was)
			}
			if d.Now != nil {
				c.add(d.Now)
			}
		}
	}
	for _, list := range changed {
		for _, d := range list {
			if d.Now != nil {
				c.reach(a, d.Now)
			}
		}
	}
}
