package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// What was never painted, as a question that has just unfolded, is brought into view.
func TestWhatIsNotPaintedYetIsBroughtIntoView(t *testing.T) {
	test.NewTempApp(t) // and no window: the toolkit knows no canvas of anything
	entry := NewEntry(nil)
	box := container.NewVBox()
	for range 20 {
		box.Add(NewEntry(nil))
	}
	box.Add(container.NewPadded(entry))
	scroll := container.NewVScroll(box)
	scroll.Resize(fyne.NewSize(200, 100))
	hidden := NewEntry(nil)
	hidden.Hide()
	box.Add(hidden)
	Reveal(scroll, entry, hidden)
	if top, _ := heightOf(box, entry); scroll.Offset.Y == 0 || top < scroll.Offset.Y || top+entry.Size().Height > scroll.Offset.Y+100 {
		t.Errorf("at %v, and seen from %v", top, scroll.Offset.Y)
	}
}
