package merging

import (
	"slices"
	"strconv"

	"technopark/app"
)

// weigh proposes for each group which record stays.
func weigh(records app.Records, groups []Group) {
	if len(groups) == 0 {
		return
	}
	uses := map[app.Place]int{} // of a record how many refer to it
	for _, g := range groups {
		for _, m := range g.Members {
			uses[place(m.Record)] = 0
		}
	}
	for _, t := range app.Types() {
		if !t.Weighs() || !slices.ContainsFunc(t.Fields, app.Field.Refers) {
			continue
		}
		for _, rec := range records.Of(t.Key) {
			count(rec, uses)
		}
	}
	for i := range groups {
		groups[i].propose(uses)
	}
}

func place(rec app.Record) app.Place {
	return app.Place{Type: rec.Type().Key, ID: rec.Header().ID}
}

// count counts what a record refers to, of what is to be counted.
func count(rec app.Record, uses map[app.Place]int) {
	for _, f := range rec.Type().Stored() {
		v := f.Get(rec)
		if v.Empty() || !f.Refers() {
			continue
		}
		if f.Points {
			p, _ := app.ParsePlace(v.S)
			add(uses, app.Place{Type: p.Type, ID: p.ID})
		}
		for _, id := range f.IDs(v) {
			add(uses, app.Place{Type: f.Ref, ID: id})
		}
	}
}

func add(uses map[app.Place]int, p app.Place) {
	if n, counted := uses[p]; counted {
		uses[p] = n + 1
	}
}

// propose says which record of the group had best stay.
func (g *Group) propose(uses map[app.Place]int) {
	first := g.Members[0].Record
	g.Keep, g.Why = first, app.L("она старше", "it is the older one")
	most, fullest := uses[place(first)], filled(first)
	for _, m := range g.Members[1:] {
		n, full := uses[place(m.Record)], filled(m.Record)
		if n > most || n == most && full > fullest {
			g.Keep, most, fullest = m.Record, n, full
		}
	}
	for _, m := range g.Members {
		switch other := uses[place(m.Record)]; {
		case m.Record == g.Keep:
		case other != most:
			n := strconv.Itoa(most)
			g.Why = app.L("на неё ссылается больше других: "+n, "most records refer to it: "+n)
			return
		case filled(m.Record) != fullest:
			g.Why = app.L("в ней заполнено больше", "more of it is filled in")
		}
	}
}

// filled counts the fields of a record that say something.
func filled(rec app.Record) int {
	n := 0
	for _, f := range rec.Type().Stored() {
		if !f.Blank(f.Get(rec)) {
			n++
		}
	}
	return n
}
