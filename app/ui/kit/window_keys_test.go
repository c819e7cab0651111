package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// menuCanvas is a canvas that has a menu, as that of a real window.
type menuCanvas struct {
	fyne.Canvas
	opened int
}

func (c *menuCanvas) ToggleMenu() { c.opened++ }

// F10 comes to the window from whatever has the keyboard, and opens the menu where there is one.
func TestTheMenuIsOpenedByItsKey(t *testing.T) {
	test.NewTempApp(t)
	entry := NewEntry(nil)
	window := test.NewTempWindow(t, entry)
	c := &menuCanvas{Canvas: window.Canvas()}
	WindowKeys(window, func(key fyne.KeyName) {
		if key == fyne.KeyF10 {
			OpenMenu(c)
			OpenMenu(window.Canvas())
		}
	})
	window.Canvas().Focus(entry)
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF10})
	if c.opened != 1 {
		t.Errorf("opened %d times", c.opened)
	}
}
