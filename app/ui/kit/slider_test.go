package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Arrows to the side go one step, Home and End to the ends; Up and Down leave the slider alone. Its
// track is seen on the page.
func TestSliderByKeys(t *testing.T) {
	s := NewSlider(3, 10)
	window := themed(t, s)
	window.Canvas().Focus(s)
	for _, c := range []struct {
		key  fyne.KeyName
		want float64
	}{{fyne.KeyRight, 1}, {fyne.KeyUp, 1}, {fyne.KeyLeft, 0}, {fyne.KeyDown, 0}, {fyne.KeyEnd, 10}, {fyne.KeyRight, 10}, {fyne.KeyHome, -3}} {
		s.TypedKey(&fyne.KeyEvent{Name: c.key})
		if s.Value != c.want {
			t.Errorf("%s: %v, want %v", c.key, s.Value, c.want)
		}
	}
	left := false
	s.OnEscape = func() { left = true }
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !left {
		t.Error("Esc is not passed on")
	}
	r := s.CreateRenderer()
	if got := r.Objects()[0].(*canvas.Rectangle).FillColor; got != Colour(ColorTrack) {
		t.Errorf("the track is %v", got)
	}
}
