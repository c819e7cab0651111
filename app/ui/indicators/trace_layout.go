package indicators

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// factsShare is how much of the page the facts may take before they scroll.
const factsShare = 0.45

// factsAbove is the layout of a trace: the facts in a scroller take the height of their
// text, and the lists what is left.
type factsAbove struct{ facts *fyne.Container }

// Layout is called by the toolkit with the scroller and the lists.
func (l factsAbove) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	l.facts.Resize(fyne.NewSize(room.Width, l.facts.MinSize().Height)) // wraps the texts
	height := min(l.facts.MinSize().Height+2*theme.Padding(), room.Height*factsShare, room.Height-objects[1].MinSize().Height)
	height = max(height, objects[0].MinSize().Height)
	objects[0].Resize(fyne.NewSize(room.Width, height))
	objects[1].Move(fyne.NewPos(0, height))
	objects[1].Resize(fyne.NewSize(room.Width, room.Height-height))
}

// MinSize is called by the toolkit.
func (l factsAbove) MinSize(objects []fyne.CanvasObject) fyne.Size {
	facts, lists := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(facts.Width, lists.Width), facts.Height+lists.Height)
}

func factsOver(facts *fyne.Container, lists fyne.CanvasObject) *fyne.Container {
	return container.New(factsAbove{facts}, container.NewVScroll(facts), lists)
}
