package card

import (
	"strconv"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Keys of the tabs that are not of a part; those of parts are the keys of their types.
const (
	tabAll      = "card.all"
	tabFields   = "card.fields"
	tabProofs   = "card.documents"
	tabFindings = "card.findings"
	tabHistory  = "card.history"
)

// items returns the names of the tabs.
func (s *Screen) items() []kit.StripItem {
	d := s.desk
	items := []kit.StripItem{{Key: tabAll, Text: d.T("ui.card.all")}, {Key: tabFields, Text: d.T("ui.card.fields")}}
	for _, part := range s.seen.parts {
		items = append(items, kit.StripItem{Key: part.Type.Key, Text: counted(s.nameOf(part.Type), len(part.Records))})
	}
	items = append(items, kit.StripItem{Key: tabProofs, Text: counted(d.T("ui.documents.heading"), len(s.seen.proofs))})
	name := d.T("ui.card.findings")
	errors, warnings := s.seen.open()
	for _, badge := range []string{desk.Badge(app.MarkError, errors), desk.Badge(app.MarkWarning, warnings)} {
		if badge != "" {
			name += " " + badge
		}
	}
	return append(items, kit.StripItem{Key: tabFindings, Text: name}, kit.StripItem{Key: tabHistory, Text: d.T("ui.card.history")})
}

// counted writes how many there are after a name, unless there are none.
func counted(name string, n int) string {
	if n == 0 {
		return name
	}
	return name + app.NBSP + strconv.Itoa(n)
}

// nameOf returns what the records of a part are called on the card of their owner: its own
// reports are just «Отчёты».
func (s *Screen) nameOf(t *app.Type) string {
	if t.Yearly() && t.Owner != "" {
		return s.desk.T("ui.card.reports")
	}
	return t.Many.In(s.desk.Lang)
}

// newTab makes a tab.
func (s *Screen) newTab(key string) tab {
	switch key {
	case tabFields:
		return newScrolled(s, s.fieldsBlock(false))
	case tabProofs:
		return newScrolled(s, s.proofsBlock(false))
	case tabFindings:
		return newScrolled(s, s.findingsBlock(false))
	case tabHistory:
		return newScrolled(s, s.historyBlock(false))
	}
	for i, part := range s.seen.parts {
		if part.Type.Key != key {
			continue
		}
		if part.Type.Yearly() {
			return newScrolled(s, s.yearsBlock(i, false), s.quartersBlock(i))
		}
		return newPartTab(s, i)
	}
	return s.newOverview()
}

// keyOfTab returns the key of the tab in view.
func (s *Screen) keyOfTab() string {
	if s.tab == nil {
		return ""
	}
	return s.tabKey
}

// block is one part of a tab: what stands there and how it is brought up to date.
type block struct {
	shown *kit.Block
	grid  *kit.Grid // inside it
	fill  func()
	goTo  func(app.Place) bool // puts the keyboard on a figure, if it has it; nil for none
}

// scrolled is a tab of blocks that scrolls as a whole.
type scrolled struct {
	screen *Screen
	blocks []*block
	scroll *kit.Scroll
}

func newScrolled(s *Screen, blocks ...*block) tab {
	t := &scrolled{screen: s, blocks: blocks}
	l := &columns{}
	all := make([]fyne.CanvasObject, len(blocks))
	for i, b := range blocks {
		all[i] = b.shown
	}
	t.scroll = scrollOf(l, all)
	t.follow()
	return t
}

// follow scrolls to where the keyboard goes.
func (t *scrolled) follow() {
	for _, b := range t.blocks {
		t.screen.follow(b, t.scroll)
	}
}

func (t *scrolled) body() fyne.CanvasObject { return t.scroll }

func (t *scrolled) fill() {
	for _, b := range t.blocks {
		b.fill()
	}
	t.scroll.Content.Refresh()
	t.scroll.Refresh()
}

func (t *scrolled) first() fyne.Focusable { return t.blocks[0].grid }

// follow keeps in view what of a block has the keyboard, and leads Esc out of the card.
func (s *Screen) follow(b *block, scroll *kit.Scroll) {
	b.grid.OnEscape = s.leave
	b.grid.OnReveal = func(g *kit.Grid, top, bottom float32) {
		s.last = g
		kit.RevealIn(&scroll.Scroll, g, top, bottom)
	}
	for _, link := range b.shown.Links() {
		link.OnEscape = s.leave
		link.OnFocus = func() {
			s.last = link
			kit.RevealIn(&scroll.Scroll, link, 0, link.Size().Height)
		}
	}
}

// grids returns the tables of the tab in view.
func (s *Screen) grids() []*kit.Grid {
	var all []*kit.Grid
	if t, ok := s.tab.(*scrolled); ok {
		for _, b := range t.blocks {
			all = append(all, b.grid)
		}
	}
	return all
}
