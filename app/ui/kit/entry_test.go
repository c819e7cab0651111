package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// What is offered in an entry is replaced by typing, and a press of the mouse goes into the midst of it.
func TestTypingReplacesWhatIsOffered(t *testing.T) {
	before, entry := NewEntry(nil), NewEntry(nil)
	entry.SetText("0")
	window := test.NewTempWindow(t, container.NewVBox(before, entry))
	window.Canvas().Focus(before)
	window.Canvas().FocusNext()
	test.Type(entry, "100")
	if entry.Text != "100" {
		t.Errorf("the entry says %q", entry.Text)
	}
	window.Canvas().Focus(before)
	at := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	at.Position = fyne.NewPos(entry.Size().Width-2, 4)
	entry.MouseDown(at)
	entry.MouseUp(at)
	entry.TypedRune('5')
	if entry.Text != "1005" {
		t.Errorf("after a press at its end the entry says %q", entry.Text)
	}
}
