//go:build !headless

package launch

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// What the toolkit animates it draws for ever: the cursor of a field.
func TestCursorStandsStill(t *testing.T) {
	a := test.NewApp()
	defer test.NewApp()
	stand(a)
	if fyne.CurrentApp().Settings().ShowAnimations() {
		t.Error("the toolkit animates")
	}
	if fyne.CurrentApp().Settings().Theme() != a.Settings().Theme() {
		t.Error("the settings are not those of the application")
	}
}
