package card

import (
	"slices"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Add offers what can be added to the record.
func (s *Screen) Add() { s.onAdd() }

// onAdd opens the menu of what can be added; what is added belongs to the record already.
func (s *Screen) onAdd() {
	if s.add.Disabled() {
		return
	}
	items := make([]*fyne.MenuItem, len(s.seen.parts))
	for i, part := range s.seen.parts {
		items[i] = fyne.NewMenuItem(part.Type.One.In(s.desk.Lang), func() { s.desk.Begin(part.Type.Key, s.Origin()) })
	}
	kit.ShowMenu(s.add, items)
}

// onEdit opens the form of the record at its first field.
func (s *Screen) onEdit() {
	place := s.place
	for _, f := range app.TypeByKey(place.Type).Fields {
		if f.Typed() {
			place.Field = f.Key
			break
		}
	}
	s.desk.Open(place)
}

// chooseTab shows a tab and gives the keyboard to its page.
func (s *Screen) chooseTab(key string) {
	s.onChoose(key)
	if s.keyOfTab() == key {
		s.focusPage()
	}
}

// Holds reports whether the card shows a record; of one without an id, whether it shows such.
func (s *Screen) Holds(p app.Place) bool {
	if p.ID == 0 {
		return slices.ContainsFunc(s.seen.parts, func(part app.Part) bool { return part.Type.Key == p.Type })
	}
	return s.seen.places[app.Place{Type: p.Type, ID: p.ID}] != nil
}

// HistoryOf returns the record of the card and what it is called.
func (s *Screen) HistoryOf() (app.Place, string, bool) {
	return s.place, s.seen.title, s.place.ID != 0 && s.seen.rec != nil
}

// Origin returns the record of the card: what is added on the next screen is of it.
func (s *Screen) Origin() desk.Origin {
	return desk.Origin{TypeKey: s.place.Type, ID: s.place.ID}
}

// Subject returns what documents of the record are linked to.
func (s *Screen) Subject() (subject, title string) {
	if s.seen.rec == nil || !s.seen.rec.Type().Provable() {
		return "", ""
	}
	return app.SubjectOf(s.seen.rec), s.seen.title
}

// Unsaved asks what to do with a figure that could not be recorded; «» when there is none.
func (s *Screen) Unsaved() string {
	for _, g := range s.grids() {
		if f, unsaved := g.Unsaved(); unsaved {
			return s.desk.T("ui.leave.field", "What", f.Label.In(s.desk.Lang))
		}
	}
	return ""
}

// Refused says which figure could not be recorded; «» when all are.
func (s *Screen) Refused() string {
	for _, g := range s.grids() {
		if said := s.desk.SayRefused(g.Refused()); said != "" {
			return said
		}
	}
	return ""
}

// FocusUnsaved puts the cursor into that figure.
func (s *Screen) FocusUnsaved() {
	for _, g := range s.grids() {
		if _, unsaved := g.Unsaved(); unsaved {
			g.FocusUnsaved()
			return
		}
	}
}

// Drop takes back what could not be recorded.
func (s *Screen) Drop() {
	for _, g := range s.grids() {
		g.Drop()
	}
}

// KeepAgain records what could not be recorded before.
func (s *Screen) KeepAgain() {
	for _, g := range s.grids() {
		g.Retry()
	}
}

// TakeBack drops what is being typed; it reports whether there was anything.
func (s *Screen) TakeBack() bool {
	return slices.ContainsFunc(s.grids(), (*kit.Grid).TakeBack)
}

var (
	_ desk.CardPage = (*Screen)(nil)
	_ desk.Keeper   = (*Screen)(nil)
	_ desk.Refuser  = (*Screen)(nil)
	_ desk.Retrier  = (*Screen)(nil)
	_ desk.Taker    = (*Screen)(nil)
	_ desk.Source   = (*Screen)(nil)
	_ desk.Prover   = (*Screen)(nil)
	_ desk.Adder    = (*Screen)(nil)
	_ desk.Follower = (*Screen)(nil)
	_ desk.Lister   = (*Screen)(nil)
)
