package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// The line round a panel is seen on all sides, whatever stands in the panel.
func TestNothingCoversTheLineOfAPanel(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Contrast))
	window := test.NewTempWindow(t, Panel(NewGround(ColorSelected, "")))
	window.SetPadded(false)
	window.Resize(fyne.NewSize(40, 30))
	picture := window.Canvas().Capture()
	for _, at := range [][2]int{{0, 15}, {39, 15}, {20, 0}, {20, 29}} {
		if r, _, _, _ := picture.At(at[0], at[1]).RGBA(); r < 0x8000 {
			t.Errorf("at %v there is %v", at, picture.At(at[0], at[1]))
		}
	}
	if r, _, _, _ := picture.At(20, 15).RGBA(); r != 0 {
		t.Errorf("in the middle there is %v", picture.At(20, 15))
	}
}
