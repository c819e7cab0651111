// Package card shows one record together with all that belongs to it: a resident with its
// contracts, reports, jobs, results, projects and documents, what the check doubts of them
// and their history; the park and the management company likewise. Nothing in it knows which
// type it shows: what belongs to what the catalogue says, see app.Parts.
package card

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Screen shows the card of a record. Everything on it opens or adds a record where such are
// kept, and Esc comes back from there and in the end to where the card was opened.
type Screen struct {
	desk  *desk.Desk
	place app.Place // of the record
	seen  seen      // what there is to show

	header *kit.Header
	add    *kit.Button // the one of the accent, with the menu of what can be added
	back   *kit.Button
	edit   *kit.Button
	proofs *kit.Button
	paper  *kit.Button
	strip  *kit.Strip
	page   *fyne.Container // holds the tab in view
	tab    tab             // in view; nil while there is no record
	tabKey string          // of the tab in view
	last   fyne.Focusable  // had the keyboard last; nil for none

	content fyne.CanvasObject
}

// tab is one page of the card.
type tab interface {
	// body returns the page; it is asked for once.
	body() fyne.CanvasObject
	// fill shows what there is now.
	fill()
	// first returns what is to have the keyboard when it comes into the page; nil for nothing.
	first() fyne.Focusable
}

// New makes the screen of cards; it shows none until ShowCard.
func New(d *desk.Desk) desk.Screen {
	s := &Screen{desk: d}
	s.back = kit.NewTool("", theme.NavigateBackIcon(), s.leave)
	s.page = container.NewStack()
	s.strip = kit.NewStrip(d.T("ui.header.more"), s.onChoose)
	s.strip.OnEscape = s.leave
	s.strip.OnDown = s.focusPage
	s.strip.OnFocus = func() { s.last = s.strip }
	s.content = container.NewStack()
	return s
}

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// ShowCard shows the card of a record.
func (s *Screen) ShowCard(p app.Place) {
	p = app.Place{Type: p.Type, ID: p.ID}
	if s.place != p {
		s.place, s.tab, s.last = p, nil, nil
		s.build()
	}
	s.Refresh()
}

// Shown returns the record whose card is shown.
func (s *Screen) Shown() app.Place { return s.place }

// build makes what stands around the tabs for the record.
func (s *Screen) build() {
	d := s.desk
	s.add = kit.NewPrimary(d.T("ui.add"), theme.ContentAddIcon(), s.onAdd)
	s.edit = kit.NewTool(d.T("ui.card.edit"), theme.DocumentCreateIcon(), s.onEdit)
	s.proofs = kit.NewTool(d.T("ui.documents.button"), theme.FileIcon(), s.onDocuments)
	s.paper = d.PrintButton(s.Print)
	s.header = kit.NewHeader(kit.HeaderParts{Words: d.Words, Secondary: []*kit.Button{s.edit, s.proofs, s.paper}, Primary: s.add})
	for _, b := range []*kit.Button{s.back, s.add, s.edit, s.proofs, s.paper} {
		b.OnEscape = s.leave
		b.OnFocus = func() { s.last = b }
	}
	s.strip.Choose(tabAll)
	head := container.New(backed{}, s.back, s.header)
	edge := kit.Size(kit.SpaceNear)
	top := container.New(layout.NewCustomPaddedLayout(0, 0, edge, edge),
		container.New(layout.NewCustomPaddedVBoxLayout(0), head, s.strip))
	s.content.(*fyne.Container).Objects = []fyne.CanvasObject{kit.NewPage(top, s.page, nil)}
	s.content.Refresh()
}

// Refresh reads the record and what belongs to it again.
func (s *Screen) Refresh() {
	if s.place.ID == 0 {
		return
	}
	s.seen = gather(s.desk, s.place)
	s.showHead()
	s.showTab()
}

// Follow shows what the check finds now; what is typed stays as it is.
func (s *Screen) Follow() { s.Refresh() }

// showHead writes the name, what it is now, and the names of the tabs with their counts.
func (s *Screen) showHead() {
	d := s.desk
	if s.seen.rec == nil {
		s.header.SetTitle(d.T("ui.card.gone"))
		s.header.SetCount("", "")
		s.strip.SetItems(nil)
	} else {
		long, short := s.seen.about(d)
		s.header.SetTitle(s.seen.title)
		s.header.SetCount(long, short)
		s.strip.SetItems(s.items())
	}
	kit.Enable(s.edit, s.seen.rec != nil)
	kit.Enable(s.paper, s.seen.rec != nil)
	s.proofs.Forbid("")
	if s.seen.rec == nil || !s.seen.rec.Type().Provable() {
		s.proofs.Forbid(d.T("ui.card.no_documents"))
	}
	switch {
	case d.ReadOnly():
		s.add.Forbid(d.T("ui.card.read_only"))
	case s.seen.rec == nil || len(s.seen.parts) == 0 || s.seen.foreign:
		s.add.Forbid(d.T("ui.card.nothing_to_add"))
	default:
		s.add.Forbid("")
	}
}

// showTab shows the chosen tab.
func (s *Screen) showTab() {
	if s.seen.rec == nil {
		s.tab = nil
		s.page.Objects = nil
		s.page.Refresh()
		return
	}
	if s.tab == nil {
		s.tabKey = s.strip.Chosen()
		s.tab = s.newTab(s.tabKey)
		s.page.Objects = []fyne.CanvasObject{s.tab.body()}
	}
	s.tab.fill()
	s.page.Refresh()
}

// onChoose shows another tab, once what is typed on the one before is settled.
func (s *Screen) onChoose(key string) {
	if question := s.Unsaved(); question != "" {
		s.strip.Choose(s.keyOfTab())
		s.desk.AskToLeave(question, func() {
			s.Drop()
			s.choose(key)
		}, s.FocusUnsaved)
		return
	}
	s.choose(key)
}

// choose shows a tab.
func (s *Screen) choose(key string) {
	if s.keyOfTab() == key {
		return
	}
	s.strip.Choose(key)
	s.tab = nil
	s.showTab()
}

// FocusList gives the keyboard to what had it last, at first to the names of the tabs.
func (s *Screen) FocusList() {
	if s.last == nil {
		s.last = s.strip
	}
	s.desk.Window.Canvas().Focus(s.last)
}

// focusPage gives the keyboard to the page under the names of the tabs.
func (s *Screen) focusPage() {
	if s.tab == nil {
		return
	}
	if first := s.tab.first(); first != nil {
		s.desk.Window.Canvas().Focus(first)
	}
}

// leave goes back to where the card was opened.
func (s *Screen) leave() {
	if !s.desk.Back() {
		s.desk.Open(s.place)
	}
}
