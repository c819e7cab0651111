package kit

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
)

// bars returns the scroll bars among what a window shows, told by their colour.
func bars(window fyne.Window) int {
	count := 0
	for _, o := range test.LaidOutObjects(window.Content()) {
		if r, ok := o.(*canvas.Rectangle); ok && r.FillColor == theme.Color(theme.ColorNameScrollBar) {
			count++
		}
	}
	return count
}

func TestScrollShowsItsContentAndBarsAndNoShadows(t *testing.T) {
	content := canvas.NewRectangle(theme.Color(theme.ColorNameBackground))
	content.SetMinSize(fyne.NewSquareSize(900))
	scroll := NewScroll(container.ScrollBoth, content)
	window := test.NewTempWindow(t, scroll)
	window.Resize(fyne.NewSquareSize(300))
	scroll.ScrollToOffset(fyne.NewPos(100, 100)) // shadows at all four edges
	if got := bars(window); got != 2 {
		t.Errorf("%d bars, want 2", got)
	}
	for _, o := range test.LaidOutObjects(window.Content()) {
		if _, gradient := o.(*canvas.LinearGradient); gradient {
			t.Error("an edge has a shadow")
		}
	}
	if got := content.Position(); got != fyne.NewPos(-100, -100) {
		t.Errorf("the content is at %v", got)
	}
}

func TestLongLineScrollsWithoutABar(t *testing.T) {
	entry := NewEntry(nil)
	window := test.NewTempWindow(t, entry)
	window.Resize(fyne.NewSize(120, 40))
	window.Canvas().Focus(entry)
	test.Type(entry, strings.Repeat("длинное слово ", 20))
	if got := line(t, entry).Scroll.Content.Position().X; got > -200 {
		t.Errorf("the text is at %v: its end is not in view", got)
	}
	if got := bars(window); got != 0 {
		t.Errorf("%d bars over the text", got)
	}
}

// line returns the scroller of an entry's text.
func line(t *testing.T, entry fyne.Widget) *barelyScrolled {
	t.Helper()
	for _, o := range test.WidgetRenderer(entry).Objects() {
		if line, ok := o.(*barelyScrolled); ok {
			return line
		}
	}
	t.Fatal("the text of the entry is in no scroller of ours")
	return nil
}

func TestLongLineStaysWithinTheFrame(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(200, Light))
	frames := map[string][2]color.Color{}
	for _, text := range []string{"А", strings.Repeat("█", 80)} {
		entry := NewEntry(nil)
		entry.SetText(text)
		window := test.NewTempWindow(t, entry)
		window.SetPadded(false)
		window.Resize(fyne.NewSize(300, 60))
		picture := window.Canvas().Capture()
		right := picture.At(299, 30)
		window.Canvas().Focus(entry)
		entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) // letters now pass at the left
		window.Canvas().Unfocus()
		frames[text] = [2]color.Color{window.Canvas().Capture().At(int(Size(theme.SizeNameInputBorder)/2), 30), right}
		if scroll := line(t, entry).Scroll; scroll.Position().X+scroll.Size().Width > entry.Size().Width-Size(theme.SizeNameInputBorder) {
			t.Errorf("the text has up to %v of %v", scroll.Position().X+scroll.Size().Width, entry.Size().Width)
		}
	}
	for text, frame := range frames {
		if frame[0] == Colour(ColorText) || frame[1] != frames["А"][1] {
			t.Errorf("%.3q: the frame is %v, not %v: letters run over it", text, frame, frames["А"])
		}
	}
}

// A turn of the wheel over an entry scrolls the page it stands on, unless the entry has lines it does not
// show: a form could not be scrolled past a field.
func TestWheelOverAnEntryScrollsThePage(t *testing.T) {
	one, note, filter := NewEntry(nil), NewEntry(nil), NewFilter("", nil)
	note.MultiLine, note.Wrapping = true, fyne.TextWrapWord
	note.SetMinRowsVisible(3)
	below := canvas.NewRectangle(color.Transparent)
	below.SetMinSize(fyne.NewSize(10, 900))
	page := NewScroll(container.ScrollVerticalOnly, container.NewVBox(one, note, filter, below))
	window := test.NewTempWindow(t, page)
	window.Resize(fyne.NewSize(300, 300))
	turn := func(over fyne.CanvasObject) float32 {
		page.ScrollToTop()
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(over)
		test.Scroll(window.Canvas(), at.AddXY(20, over.Size().Height/2), 0, -40)
		return page.Offset.Y
	}
	one.SetText(strings.Repeat("длинное слово ", 20))
	for name, over := range map[string]fyne.CanvasObject{"a line": one, "a note that fits": note, "a filter": filter} {
		if turn(over) == 0 {
			t.Errorf("the wheel over %s does not scroll the page", name)
		}
	}
	note.SetText(strings.Repeat("строка\n", 12))
	if turn(note) != 0 {
		t.Error("the wheel over a note with lines out of view scrolls the page")
	}
}

// The same of the fields of a form, notes too.
func TestWheelOverAFieldScrollsTheForm(t *testing.T) {
	d := deskOf(t, "resident")
	d.window.Resize(fyne.NewSize(500, 200))
	for _, f := range app.TypeByKey("resident").Fields {
		in := d.Form.Field(f.Key)
		if in == nil || !f.Typed() {
			continue
		}
		d.Form.scroll.ScrollToTop()
		Reveal(&d.Form.scroll.Scroll, in, in)
		before := d.Form.scroll.Offset.Y
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(in)
		by := float32(-30)
		if before > 0 {
			by = 30
		}
		test.Scroll(d.window.Canvas(), at.AddXY(20, in.Size().Height/2), 0, by)
		if d.Form.scroll.Offset.Y == before {
			t.Errorf("the wheel over the field %s does not scroll the form", f.Key)
		}
	}
}
