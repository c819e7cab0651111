package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// shownList is a list over a window, with one button for the list and one for its line.
func shownList(t *testing.T) (l *ListDialog, add, open *Button, window fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	window = test.NewTempWindow(t, nil)
	window.Resize(fyne.NewSize(900, 700))
	add, open = NewButton("Добавить", nil), NewButton("Открыть", nil)
	l = NewListDialog(window, "Список", "Пока пусто", "Закрыть", []Column{{Key: "name", Head: "Имя", Wide: true}}, add, open)
	l.OfRow(open)
	return l, add, open, window
}

func TestEmptyListSaysWhatToDoAndOffersIt(t *testing.T) {
	l, add, open, window := shownList(t)
	l.Fill(nil)
	l.Show()
	if !l.Note.Visible() || !open.Disabled() || add.Disabled() || window.Canvas().Focused() != fyne.Focusable(add) {
		t.Errorf("note %t, open rests %t, the keyboard is at %v", l.Note.Visible(), open.Disabled(), window.Canvas().Focused())
	}
	l.Fill([]Row{{ID: 7, Cells: []Cell{{Text: "Альфа"}}}})
	if l.Note.Visible() || open.Disabled() || l.Table.Selected() != 7 {
		t.Errorf("with a line: note %t, open rests %t, selected %d", l.Note.Visible(), open.Disabled(), l.Table.Selected())
	}
}

// A button that begins to rest gives the keyboard on: nothing could be pressed otherwise.
func TestRestingButtonGivesTheKeyboardOn(t *testing.T) {
	l, add, open, window := shownList(t)
	l.Fill([]Row{{ID: 7, Cells: []Cell{{Text: "Альфа"}}}})
	l.Show()
	if window.Canvas().Focused() != fyne.Focusable(l.Table) {
		t.Errorf("the keyboard is at %v, not in the list", window.Canvas().Focused())
	}
	window.Canvas().Focus(open)
	l.Fill(nil)
	if window.Canvas().Focused() != fyne.Focusable(add) {
		t.Errorf("the keyboard is at %v", window.Canvas().Focused())
	}
}

func TestEscapeClosesTheListFromAnywhere(t *testing.T) {
	for _, at := range []func(l *ListDialog, b *Button) fyne.Focusable{
		func(l *ListDialog, _ *Button) fyne.Focusable { return l.Table },
		func(_ *ListDialog, b *Button) fyne.Focusable { return b },
	} {
		l, add, _, window := shownList(t)
		l.Fill([]Row{{ID: 7, Cells: []Cell{{Text: "Альфа"}}}})
		l.Show()
		window.Canvas().Focus(at(l, add))
		press(window, fyne.KeyEscape)
		if window.Canvas().Overlays().Top() != nil {
			t.Errorf("Esc at %T leaves the list open", at(l, add))
		}
	}
}

// What is no more in the list is not what its buttons are about.
func TestLineThatIsGoneIsNotSelected(t *testing.T) {
	l, _, _, _ := shownList(t)
	l.Fill([]Row{{ID: 7, Cells: []Cell{{Text: "Альфа"}}}, {ID: 8, Cells: []Cell{{Text: "Бета"}}}})
	l.Table.Select(8)
	l.Fill([]Row{{ID: 7, Cells: []Cell{{Text: "Альфа"}}}, {ID: 8, Cells: []Cell{{Text: "Бета, ООО"}}}})
	if l.Table.Selected() != 8 {
		t.Errorf("line %d is selected, and 8 is there", l.Table.Selected())
	}
	l.Fill([]Row{{ID: 7, Cells: []Cell{{Text: "Альфа"}}}})
	if l.Table.Selected() != 7 {
		t.Errorf("line %d is selected, and 7 alone is there", l.Table.Selected())
	}
	l.Fill(nil)
	if l.Table.Selected() != 0 {
		t.Errorf("line %d is selected of none", l.Table.Selected())
	}
}
