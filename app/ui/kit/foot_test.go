package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// Tab goes from what is typed to the main button and then to the one that gives up, which stands
// left of it; the ring of the keyboard is seen whole where the foot scrolls.
func TestFootOfADialogIsWalkedFromTheMainButton(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	entry := NewEntry(nil)
	do, back, cancel := NewButton("Записать", nil), NewButton("Назад", nil), NewButton("Отмена", nil)
	foot := NewFoot(do, back, cancel)
	window := test.NewTempWindow(t, NewPage(Gap(1), entry, container.NewVScroll(foot)))
	window.Resize(fyne.NewSize(500, 200))
	window.Canvas().Focus(entry)
	for _, want := range []*Button{do, back, cancel} {
		window.Canvas().FocusNext()
		if got := window.Canvas().Focused(); got != fyne.Focusable(want) {
			t.Fatalf("Tab goes to %v, not to %q", got, want.Text)
		}
		ring := ringOf(want).line
		at := want.Position().Add(ring.Position())
		if at.X < 0 || at.Y < 0 || at.Y+ring.Size().Height > foot.Size().Height {
			t.Errorf("the ring of %q is cut: %v, %v in %v", want.Text, at, ring.Size(), foot.Size())
		}
	}
	if !(cancel.Position().X < back.Position().X && back.Position().X < do.Position().X) {
		t.Errorf("they stand at %v, %v, %v", cancel.Position(), back.Position(), do.Position())
	}
}
