package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"technopark/app/ui/kit"
)

// TypedRune is called by the toolkit.
func (n *navigation) TypedRune(rune) {}

// TypedKey is called by the toolkit.
func (n *navigation) TypedKey(key *fyne.KeyEvent) {
	if kit.PassedUp(n, key) {
		return
	}
	switch key.Name {
	case fyne.KeyUp:
		n.walk(-1)
	case fyne.KeyDown:
		n.walk(1)
	case fyne.KeyHome:
		n.walk(-len(n.lines))
	case fyne.KeyEnd:
		n.walk(len(n.lines))
	case fyne.KeyLeft, fyne.KeyRight:
		if n.at != nil {
			n.fold(n.at.entry.Section, key.Name == fyne.KeyLeft)
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if n.at != nil {
			n.press(n.at)
		}
		return
	case fyne.KeyEscape:
		if n.onEscape != nil {
			n.onEscape()
		}
		return
	default:
		return
	}
	n.keepKeyboard()
}

// keepKeyboard takes the keyboard back: going to a screen takes it away, and the one who
// walks the list keeps it, unless he is asked whether to go at all.
func (n *navigation) keepKeyboard() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(n); c != nil && c.Overlays().Top() == nil {
		at := n.at
		c.Focus(n)
		n.at = at
		n.arrange()
	}
}

// walk goes so many lines further, no further than the ends, over heads too. A screen that is
// come to is shown, unless the list covers it.
func (n *navigation) walk(by int) {
	var seen []*navLine
	for _, line := range n.lines {
		if !line.Hidden {
			seen = append(seen, line)
		}
	}
	at := max(0, slices.Index(seen, n.at))
	to := seen[min(max(at+by, 0), len(seen)-1)]
	if to == n.at {
		return
	}
	n.at = to
	n.arrange()
	n.reveal(to)
	if !to.heads() && !n.walking {
		n.onChoose(to.entry.ID)
	}
}

// press shows the screen of a line, or folds or opens the group of a head.
func (n *navigation) press(line *navLine) {
	if line.heads() {
		n.at = line
		n.fold(line.entry.Section, !n.folded[line.entry.Section])
		n.arrange()
		return
	}
	n.onChoose(line.entry.ID)
}
