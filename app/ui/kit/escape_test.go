package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/i18n"
)

func TestEscapeIsPassedOn(t *testing.T) {
	escaped := 0
	escape := func() { escaped++ }
	check, choice, entry, button := NewCheck("да"), NewSelect([]string{"а"}), NewEntry(nil), NewButton("кнопка", nil)
	check.OnEscape, choice.OnEscape, entry.OnEscape, button.OnEscape = escape, escape, escape, escape
	window := test.NewTempWindow(t, container.NewVBox(check, choice, entry, button))
	for range 4 {
		window.Canvas().FocusNext()
		window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	if escaped != 4 {
		t.Errorf("%d of 4 passed Esc on", escaped)
	}
}

func TestPressedButtonKeepsTheKeyboard(t *testing.T) {
	window := test.NewTempWindow(t, nil)
	entry := widget.NewEntry()
	ask := NewButton("спросить", func() { Tell(window, "вопрос", "текст", "ОК") })
	goes := NewButton("перейти", func() { window.Canvas().Focus(entry) })
	window.SetContent(container.NewVBox(entry, ask, goes))
	test.Tap(ask)
	window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if window.Canvas().Overlays().Top() != nil || window.Canvas().Focused() != fyne.Focusable(ask) {
		t.Errorf("after the question %T has the keyboard", window.Canvas().Focused())
	}
	window.Canvas().Focus(goes)
	goes.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if window.Canvas().Focused() != fyne.Focusable(entry) {
		t.Errorf("the keyboard was not given on: %T", window.Canvas().Focused())
	}
}

func TestEscapeClosesADialogThatLostTheKeyboard(t *testing.T) {
	window := test.NewTempWindow(t, nil)
	WindowKeys(window, func(fyne.KeyName) {})
	Tell(window, "вопрос", "текст", "ОК")
	window.Canvas().Unfocus()
	window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if window.Canvas().Overlays().Top() != nil {
		t.Error("the dialog stays")
	}
}

func TestTabGoesDownTheChooser(t *testing.T) {
	window := test.NewTempWindow(t, nil)
	Files{Window: window, Words: i18n.New(app.RU), Dir: t.TempDir()}.Open(func(string) {}, ".pdf")
	c := window.Canvas()
	list := c.Focused()
	c.FocusPrevious()
	if _, ok := c.Focused().(*Entry); !ok {
		t.Errorf("before the list comes %T", c.Focused())
	}
	c.FocusNext()
	c.FocusNext()
	if b, ok := c.Focused().(*Button); !ok || b.Importance != widget.HighImportance {
		t.Errorf("after the list %T comes %T", list, c.Focused())
	}
}

// Letters lead to the option that begins so, in either layout of the keyboard; the same letter
// again to the next one.
func TestSelectIsChosenByItsLetters(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	s := NewSelect([]string{"Все разделы", "Договоры — 2", "ООО «Альфа»", "ООО «Амур»", "Park"})
	window := test.NewTempWindow(t, s)
	window.Canvas().Focus(s)
	for _, step := range []struct{ typed, want string }{
		{"д", "Договоры — 2"}, {"l", "Договоры — 2"}, {"а", "ООО «Альфа»"}, {"а", "ООО «Амур»"}, {"алф", "ООО «Амур»"},
	} {
		test.Type(s, step.typed)
		if step.typed != "алф" && s.Selected != step.want {
			t.Errorf("%q chooses %q, not %q", step.typed, s.Selected, step.want)
		}
	}
	for typed, want := range map[string]string{"ам": "ООО «Амур»", "fkm": "ООО «Альфа»", "зфк": "Park", "все": "Все разделы"} {
		window.Canvas().Unfocus()
		window.Canvas().Focus(s)
		test.Type(s, typed)
		if s.Selected != want {
			t.Errorf("%q chooses %q, not %q", typed, s.Selected, want)
		}
	}
	test.Type(s, "ъъ")
	if s.Selected == "" {
		t.Error("letters of no option choose nothing any more")
	}
	s.Disable()
	test.Type(s, "д")
	if s.Selected == "Договоры — 2" {
		t.Error("a choice that is forbidden is changed")
	}
}
