package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// navigation is the list of screens at the left, in groups. It is one stop of Tab; the
// arrows walk it.
type navigation struct {
	widget.BaseWidget
	onChoose func(id string)
	lines    []*navLine
	chosen   string
	focused  bool
	scroll   *kit.Scroll
}

func newNavigation(d *desk.Desk, entries []Entry, onChoose func(id string)) *navigation {
	n := &navigation{onChoose: onChoose}
	box := container.New(navLayout{})
	for i, e := range entries {
		if i == 0 || entries[i-1].Section != e.Section {
			box.Add(newNavLine(n, "", d.T(sectionTitle(e.Section))))
		}
		line := newNavLine(n, e.ID, e.title(d))
		n.lines = append(n.lines, line)
		box.Add(line)
	}
	n.scroll = kit.NewScroll(container.ScrollVerticalOnly, box)
	n.ExtendBaseWidget(n)
	return n
}

// CreateRenderer is called by the toolkit.
func (n *navigation) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(n.scroll)
}

// show writes how many findings wait behind each screen.
func (n *navigation) show(all map[string]badge) {
	for _, line := range n.lines {
		line.show(all[line.id])
	}
}

// choose marks a screen without telling anyone.
func (n *navigation) choose(id string) {
	n.chosen = id
	for _, line := range n.lines {
		line.draw()
		if line.id == id {
			n.reveal(line)
		}
	}
}

// reveal scrolls until the line is in view.
func (n *navigation) reveal(line *navLine) {
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

// step goes to the screen so many places further, if there is one.
func (n *navigation) step(by int) {
	for i, line := range n.lines {
		if line.id == n.chosen && i+by >= 0 && i+by < len(n.lines) {
			n.onChoose(n.lines[i+by].id)
			return
		}
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

// TypedRune is called by the toolkit.
func (n *navigation) TypedRune(rune) {}

// TypedKey is called by the toolkit.
func (n *navigation) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp:
		n.step(-1)
	case fyne.KeyDown:
		n.step(1)
	default:
		return
	}
	// Going to a screen takes the keyboard away; the one who walks the list keeps it.
	// So does a question whether to go at all.
	if c := fyne.CurrentApp().Driver().CanvasForObject(n); c != nil && c.Overlays().Top() == nil {
		c.Focus(n)
	}
}
