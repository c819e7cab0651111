package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// navigation is the list of screens at the left, in groups that fold. It is one stop of Tab;
// the arrows walk it.
type navigation struct {
	widget.BaseWidget
	onChoose func(id string)
	onFold   func(app.Section, bool) // a group was folded or opened
	onEscape func()                  // Esc; may be nil
	onRoom   func()                  // the lines in view need another width
	wide     float32                 // what they have needed so far
	scale    float32                 // of texts, at which that was

	lines   []*navLine // in their order, hidden ones too
	folded  map[app.Section]bool
	chosen  string   // the screen in view
	at      *navLine // where the keyboard is
	walking bool     // the arrows go over lines and open nothing: the list covers the screen
	focused bool

	groups  *fyne.Container // the lines that scroll
	scroll  *kit.Scroll
	content fyne.CanvasObject
}

// newNavigation makes the list of the screens; folded groups are told by the settings, the
// others are as they are by default.
func newNavigation(d *desk.Desk, entries []Entry, folded map[string]bool, onChoose func(id string)) *navigation {
	n := &navigation{onChoose: onChoose, onFold: func(app.Section, bool) {}, onRoom: func() {}, folded: map[app.Section]bool{}}
	n.groups = container.New(navLayout{})
	top, bottom := container.New(navLayout{}), container.New(navLayout{})
	n.pin(d, entries, PinTop, top)
	for _, section := range app.Sections() {
		n.addGroup(d, section, entries)
		n.folded[section] = foldedAtFirst(section)
		if said, ok := folded[section.Key()]; ok {
			n.folded[section] = said
		}
	}
	n.pin(d, entries, PinBottom, bottom)
	n.scroll = kit.NewScroll(container.ScrollVerticalOnly, n.groups)
	foot := container.NewBorder(widget.NewSeparator(), nil, nil, nil, container.New(navFoot{}, bottom))
	n.content = container.NewBorder(top, foot, nil, nil, n.scroll)
	n.ExtendBaseWidget(n)
	n.arrange()
	return n
}

// addGroup adds the head and the screens of a group; a group without screens is not shown.
func (n *navigation) addGroup(d *desk.Desk, section app.Section, entries []Entry) {
	var group []*navLine
	for _, e := range entries {
		if e.Section == section && e.Pin == PinNone {
			group = append(group, newNavLine(n, e, e.title(d)))
		}
	}
	if len(group) == 0 {
		return
	}
	head := newNavLine(n, Entry{Section: section}, d.T("ui.section."+section.Key()))
	for _, line := range append([]*navLine{head}, group...) {
		n.lines = append(n.lines, line)
		n.groups.Add(line)
	}
}

// pin adds the screens that stay in view.
func (n *navigation) pin(d *desk.Desk, entries []Entry, where Pin, box *fyne.Container) {
	for _, e := range entries {
		if e.Pin == where {
			line := newNavLine(n, e, e.title(d))
			n.lines = append(n.lines, line)
			box.Add(line)
		}
	}
}

// CreateRenderer is called by the toolkit.
func (n *navigation) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(n.content)
}

// show writes how many findings wait behind each screen; a folded group sums its own.
func (n *navigation) show(all map[string]badge) {
	sums := map[app.Section]badge{}
	for _, line := range n.lines {
		if !line.heads() && line.entry.Pin == PinNone {
			b := all[line.entry.ID]
			sum := sums[line.entry.Section]
			sums[line.entry.Section] = badge{sum.errors + b.errors, sum.warnings + b.warnings}
		}
	}
	for _, line := range n.lines {
		line.badge = all[line.entry.ID]
		if line.heads() {
			line.badge = sums[line.entry.Section]
		}
		line.draw()
	}
	n.tellRoom()
}

// room returns the width in which every name in view is seen whole beside what waits behind it:
// type that cannot shrink any more needs more of it than at 100 %. Names have room for a badge before
// there is one, and what was once given stays: a list of sections that grows and shrinks with what is typed
// would move the whole screen beside it.
func (n *navigation) room() float32 {
	if scale := kit.Pixels(navWidth); scale != n.scale {
		n.scale, n.wide = scale, scale // another size of text
	}
	for _, line := range n.lines {
		if line.Visible() {
			n.wide = max(n.wide, line.room())
		}
	}
	n.wide = min(n.wide, kit.Pixels(navMost))
	return n.wide
}

// tellRoom tells when another width is needed than was.
func (n *navigation) tellRoom() {
	if was := n.wide; was != 0 && n.room() != was {
		n.onRoom()
	}
}

// choose marks a screen without telling anyone.
func (n *navigation) choose(id string) {
	n.chosen = id
	if line := n.line(id); line != nil {
		n.at = line
	}
	n.arrange()
	if n.at != nil {
		n.reveal(n.at)
	}
}

// line returns the line of a screen, nil when it has none.
func (n *navigation) line(id string) *navLine {
	at := slices.IndexFunc(n.lines, func(l *navLine) bool { return !l.heads() && l.entry.ID == id })
	if at < 0 {
		return nil
	}
	return n.lines[at]
}

// arrange hides the lines of folded groups, all but that of the screen in view.
func (n *navigation) arrange() {
	for _, line := range n.lines {
		inside := !line.heads() && line.entry.Pin == PinNone
		line.Hidden = inside && n.folded[line.entry.Section] && line.entry.ID != n.chosen
		line.draw()
	}
	n.groups.Refresh()
	if n.scroll != nil {
		n.scroll.Refresh()
	}
	n.tellRoom()
}

// fold folds or opens a group; the keyboard goes to its head when its line is gone.
func (n *navigation) fold(section app.Section, folded bool) {
	if n.folded[section] == folded {
		return
	}
	n.folded[section] = folded
	for _, line := range n.lines {
		if folded && line.heads() && line.entry.Section == section && n.at != nil && n.at.entry.Section == section && n.at.entry.Pin == PinNone {
			n.at = line
		}
	}
	n.arrange()
	n.onFold(section, folded)
	if n.at != nil {
		n.reveal(n.at)
	}
}

// reveal scrolls until the line is in view.
func (n *navigation) reveal(line *navLine) {
	if line.entry.Pin != PinNone || line.Hidden {
		return
	}
	top, height := line.Position().Y, line.Size().Height
	offset := n.scroll.Offset.Y
	switch {
	case top < offset:
		offset = top
	case top+height > offset+n.scroll.Size().Height:
		offset = top + height - n.scroll.Size().Height
	default:
		return
	}
	n.scroll.ScrollToOffset(fyne.NewPos(0, offset))
}

// step goes to the screen so many places further, if there is one, folded or not.
func (n *navigation) step(by int) {
	var ids []string
	for _, line := range n.lines {
		if !line.heads() {
			ids = append(ids, line.entry.ID)
		}
	}
	if at := slices.Index(ids, n.chosen); at >= 0 && at+by >= 0 && at+by < len(ids) {
		n.onChoose(ids[at+by])
	}
}

// FocusGained is called by the toolkit.
func (n *navigation) FocusGained() {
	n.focused = true
	n.choose(n.chosen)
}

// FocusLost is called by the toolkit.
func (n *navigation) FocusLost() {
	n.focused = false
	n.choose(n.chosen)
}
