package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestLastAnswerIsTheSafeOne(t *testing.T) {
	window := themed(t, nil)
	var done string
	answers := []Answer{
		{Text: "Удалить", Danger: true, Do: func() { done = "удалено" }},
		{Text: "Не удалять", Do: func() { done = "оставлено" }},
	}
	for name, show := range map[string]func(){
		"short": func() { Ask(window, "Вопрос", "Удалить запись?", answers...) },
		"long":  func() { AskLong(window, "Вопрос", "Удалить запись?", answers...) },
	} {
		for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyEscape} {
			done = ""
			show()
			press(window, key)
			if done != "оставлено" || window.Canvas().Overlays().Top() != nil {
				t.Errorf("%s, %s: %q, closed %t", name, key, done, window.Canvas().Overlays().Top() == nil)
			}
		}
		show()
		window.Canvas().FocusPrevious()
		first, ok := window.Canvas().Focused().(*Button)
		if !ok || first.Text != "Удалить" || first.Importance != widget.DangerImportance {
			t.Fatalf("%s: before the safe answer comes %T", name, window.Canvas().Focused())
		}
		press(window, fyne.KeyEscape)
		if done != "оставлено" {
			t.Errorf("%s: Esc on the dangerous answer: %q", name, done)
		}
		show()
		window.Canvas().FocusPrevious()
		press(window, fyne.KeyReturn)
		if done != "удалено" {
			t.Errorf("%s: the dangerous answer chosen by keys: %q", name, done)
		}
	}
}

func TestDialogGivesTheKeyboardBack(t *testing.T) {
	window := themed(t, nil)
	entry, button := NewEntry(nil), NewButton("кнопка", nil)
	window.SetContent(container.NewVBox(entry, button))
	window.Canvas().Focus(button)
	shown := NewDialog("Окно", widget.NewLabel("текст"), window)
	GiveBack(window, shown, entry)
	shown.Show()
	shown.Hide()
	if window.Canvas().Focused() != fyne.Focusable(entry) {
		t.Errorf("%T has the keyboard", window.Canvas().Focused())
	}
}

func TestDialogFitsIntoTheWindow(t *testing.T) {
	window := themed(t, nil)
	window.Resize(fyne.NewSize(500, 300))
	if got := Within(window, 900, 200); got.Width > window.Canvas().Size().Width || got.Height != 200 {
		t.Errorf("%v in a window of %v", got, window.Canvas().Size())
	}
	var long string
	for range 200 {
		long += "очень длинный текст вопроса\n"
	}
	AskLong(window, long, long, Answer{Text: "ОК"})
	if got := window.Canvas().Size(); got.Width > 500 || got.Height > 300 {
		t.Errorf("the window grew to %v", got)
	}
}

func TestLineIsCutToItsRoom(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	line := NewLine("foreground", "text")
	line.SetText("")
	if !line.Hidden || line.Room() != 0 {
		t.Error("an empty line takes room")
	}
	line.SetText("Технопарк «Пример» и ещё много слов")
	line.Resize(fyne.NewSize(line.Room()/2, 20))
	test.TempWidgetRenderer(t, line).Layout(line.Size())
	if line.text.Text == line.Text() || line.text.MinSize().Width > line.Room()/2 {
		t.Errorf("%q is shown in half the room", line.text.Text)
	}
	line.Resize(fyne.NewSize(line.Room()+1, 20))
	test.TempWidgetRenderer(t, line).Layout(line.Size())
	if line.text.Text != line.Text() {
		t.Errorf("%q is shown where all fits", line.text.Text)
	}
}
