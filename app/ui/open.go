package ui

import (
	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// open shows what stands at a place: a record with the cursor in a field of it, what an
// indicator is made of, or, for a place without a record, the screen of its type. What
// cannot be shown is told. It is the one way to a record from anywhere in the window.
func (w *Window) open(p app.Place) {
	if !w.canShow(p) {
		return
	}
	p = w.shownFor(p)
	switch home := screenOf(p.Type); home {
	case "":
	case w.shown: // the screen asks itself before it leaves a record
		w.way(func() { w.openOn(home, p) })
	default:
		w.leaveScreen(func() {
			w.way(func() {
				w.stops = w.wayFrom()
				w.openOn(home, p)
			})
		}, nil)
	}
}

// openMany shows records of a type on their screen: the first is opened, all are ticked.
func (w *Window) openMany(typeKey string, ids []int64) {
	if len(ids) == 0 {
		w.open(app.Place{Type: typeKey})
		return
	}
	w.open(app.Place{Type: typeKey, ID: ids[0]})
	if s, ok := w.screens[w.shown].(desk.Chooser); ok && w.shown == screenOf(typeKey) {
		s.Choose(typeKey, ids)
	}
}

// canShow reports whether there is what stands at a place, and tells why not.
func (w *Window) canShow(p app.Place) bool {
	d := w.desk
	if d.Store == nil {
		return false
	}
	why := d.WhyNot(p, "")
	if why != "" {
		kit.Tell(w.win, d.T("ui.failed.title"), why, d.T("ui.ok"))
	}
	return why == ""
}

// openOn shows a place on its screen.
func (w *Window) openOn(home string, p app.Place) {
	if w.shown != home {
		w.show(home)
	}
	if s, ok := w.screens[home].(desk.Opener); ok && p.ID != 0 {
		s.Open(p.ID, p.Field)
	}
}

// shownFor returns the place that is shown in place of another. A record without a screen of
// its own is shown as the record it belongs to.
func (w *Window) shownFor(p app.Place) app.Place {
	t := app.TypeByKey(p.Type)
	if t == nil || !t.Aside || t.Owner == "" || p.ID == 0 {
		return p
	}
	rec, err := w.desk.Store.Get(w.desk.Ctx(), t, p.ID)
	if err != nil {
		w.fail(err)
		return app.Place{Type: p.Type}
	}
	owner, id := app.OwnerOf(rec)
	if owner == nil {
		return app.Place{Type: p.Type}
	}
	return app.Place{Type: owner.Key, ID: id}
}

// screenOf returns the id of the screen that shows records of a type, told by its key: its
// own, one that says so, or that of the records they belong to; empty when none does.
func screenOf(typeKey string) string {
	for _, e := range specialScreens() {
		if e.Shows == typeKey {
			return e.ID
		}
	}
	t := app.TypeByKey(typeKey)
	if t == nil {
		return ""
	}
	owner, owned := t.Field(t.Owner)
	switch {
	case t.Aside && owned:
		return owner.Ref
	case t.Aside:
		return ""
	}
	return t.Key
}
