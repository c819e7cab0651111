package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func ringOf(w fyne.Widget) Ring {
	if r, ok := test.WidgetRenderer(w).(*ringed); ok {
		return r.ring
	}
	return Ring{}
}

// In every look the keyboard is seen by a ring of two pixels, and where grounds do not tell
// buttons apart they have a border.
func TestTheKeyboardIsSeenInEveryLook(t *testing.T) {
	for _, look := range Looks() {
		test.NewTempApp(t).Settings().SetTheme(NewTheme(100, look))
		b, entry := NewButton("Назад", nil), NewEntry(nil)
		w := test.NewTempWindow(t, NewFlow(b, entry))
		w.Resize(fyne.NewSize(400, 100))
		if got, want := ringOf(b).line.StrokeWidth > 0, look == Contrast; got != want {
			t.Errorf("%v: a button without the keyboard has a border: %v", look, got)
		}
		w.Canvas().Focus(b)
		line := ringOf(b).line
		if line.StrokeWidth != 2 || contrastOf(line.StrokeColor, Colour(ColorBackground)) < 3 {
			t.Errorf("%v: the ring is %v wide, %v", look, line.StrokeWidth, line.StrokeColor)
		}
		w.Canvas().Unfocus()
		if got, want := ringOf(b).line.StrokeWidth > 0, look == Contrast; got != want {
			t.Errorf("%v: the ring stays", look)
		}
	}
}

func TestAForbiddenButtonSaysWhy(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	done := 0
	b := NewPrimary("Записать 75 строк", theme.ConfirmIcon(), func() { done++ })
	w := test.NewTempWindow(t, b)
	w.Resize(fyne.NewSize(600, 300))
	WindowKeys(w, func(fyne.KeyName) {})
	b.Forbid("нет выбранных строк")
	test.Tap(b)
	if done != 0 || w.Canvas().Overlays().Top() == nil {
		t.Fatalf("pressed %d times, nothing is said", done)
	}
	said := ""
	for _, o := range test.LaidOutObjects(w.Canvas().Overlays().Top()) {
		if text, ok := o.(*canvas.Text); ok {
			said += text.Text
		}
	}
	if said != "нет выбранных строк" {
		t.Errorf("said %q", said)
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Esc leaves the hint")
	}
	b.Forbid("")
	test.Tap(b)
	if done != 1 || b.Why() != "" {
		t.Errorf("allowed again, pressed %d times", done)
	}
}

func TestChipIsTakenAwayByKeysAndPress(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	removed, escaped := 0, 0
	c := NewChip("Вид: аренда", func() { removed++ })
	c.OnEscape = func() { escaped++ }
	w := test.NewTempWindow(t, c)
	w.Canvas().Focus(c)
	if c.ring.line.StrokeWidth != 2 {
		t.Error("a chip does not show that it has the keyboard")
	}
	for _, key := range []fyne.KeyName{fyne.KeyDelete, fyne.KeyReturn, fyne.KeySpace, fyne.KeyEscape, fyne.KeyLeft} {
		press(w, key)
	}
	test.Tap(c)
	if removed != 4 || escaped != 1 || c.Text() != "Вид: аренда" {
		t.Errorf("removed %d times, escaped %d", removed, escaped)
	}
}

func TestEmptyPlaceSaysWhatToDo(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	done := 0
	e := NewEmpty("Договоров пока нет", "Договор даёт резиденту статус и площадь.",
		NewPrimary("Добавить договор", theme.ContentAddIcon(), func() { done++ }), NewButton("Импорт из Excel…", nil))
	w := test.NewTempWindow(t, e)
	for _, wide := range []float32{200, 320, 900} {
		w.Resize(fyne.NewSize(wide, 300))
		for _, o := range test.WidgetRenderer(e).Objects() {
			if right := o.Position().X + o.Size().Width; o.Position().X < 0 || right > e.Size().Width {
				t.Errorf("at %v: %T from %v to %v of %v", wide, o, o.Position().X, right, e.Size().Width)
			}
		}
	}
	w.Canvas().FocusNext()
	press(w, fyne.KeyReturn)
	if done != 1 {
		t.Error("the way on is not the first stop of Tab")
	}
	e.Say("Ничего не найдено", "")
	if len(test.WidgetRenderer(e).Objects()) != 1 || e.Title() != "Ничего не найдено" {
		t.Errorf("the words before are still there")
	}
}
