package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Slider chooses a whole number of steps; the arrows go one step. It can pass Esc on.
type Slider struct {
	widget.Slider
	OnEscape func() // Esc was pressed on it; may be nil
	OnFocus  func() // the keyboard has come
}

// NewSlider returns a slider over so many steps below and above nought.
func NewSlider(below, above int) *Slider {
	s := &Slider{}
	s.Min, s.Max, s.Step = float64(-below), float64(above), 1
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained is called by the toolkit.
func (s *Slider) FocusGained() {
	s.Slider.FocusGained()
	if s.OnFocus != nil {
		s.OnFocus()
	}
}

// TypedKey is called by the toolkit. Up and Down would move a slider that lies as well: they are
// left to the page.
func (s *Slider) TypedKey(key *fyne.KeyEvent) {
	if PassedUp(s, key) {
		return
	}
	switch key.Name {
	case fyne.KeyEscape:
		if s.OnEscape != nil {
			s.OnEscape()
		}
	case fyne.KeyUp, fyne.KeyDown:
	case fyne.KeyHome:
		s.SetValue(s.Min)
	case fyne.KeyEnd:
		s.SetValue(s.Max)
	default:
		s.Slider.TypedKey(key)
	}
}

// CreateRenderer is called by the toolkit.
func (s *Slider) CreateRenderer() fyne.WidgetRenderer {
	r := &sliderRenderer{s.Slider.CreateRenderer()}
	r.paint()
	return r
}

// sliderRenderer is the toolkit's renderer, whose track has the colour of a field: nobody sees it
// on a page.
type sliderRenderer struct{ fyne.WidgetRenderer }

// Layout is called by the toolkit.
func (r *sliderRenderer) Layout(room fyne.Size) {
	r.WidgetRenderer.Layout(room)
	r.paint()
}

// Refresh is called by the toolkit.
func (r *sliderRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
}

// paint colours the track, the part up to the thumb, and the thumb, which come in this order.
func (r *sliderRenderer) paint() {
	track, thumb := true, true
	for _, o := range r.Objects() {
		switch o := o.(type) {
		case *canvas.Rectangle:
			o.FillColor = Colour(ColorAccent)
			if track {
				o.FillColor = Colour(ColorTrack)
			}
			track = false
			o.Refresh()
		case *canvas.Circle:
			if thumb { // the other is the ring of the keyboard
				o.FillColor = Colour(ColorAccent)
				o.Refresh()
			}
			thumb = false
		}
	}
}
