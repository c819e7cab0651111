package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A choice of many options is made by letters: the first that holds them is taken by Enter, Esc takes none.
func TestManyOptionsAreSearchedByLetters(t *testing.T) {
	list, window := listOf(t, nil)
	s := NewSelect([]string{"не переносить", "Полное наименование", "ИНН", "Основной ОКВЭД 2"}).Searched(window, list.words, "Поле")
	chosen := ""
	s.OnChanged = func(text string) { chosen = text }
	window.SetContent(s)
	window.Canvas().Focus(s)
	press(window, fyne.KeySpace)
	typed(window, "оквэд")
	press(window, fyne.KeyReturn)
	if chosen != "Основной ОКВЭД 2" || asks(window) || window.Canvas().Focused() != fyne.Focusable(s) {
		t.Errorf("chosen %q, asks %v, keyboard at %T", chosen, asks(window), window.Canvas().Focused())
	}
	test.Tap(s)
	typed(window, "инн")
	press(window, fyne.KeyDown)
	press(window, fyne.KeyReturn)
	if chosen != "ИНН" {
		t.Error(chosen)
	}
	test.Tap(s)
	press(window, fyne.KeyEscape)
	if chosen != "ИНН" || asks(window) {
		t.Error("Esc chose something")
	}
	s.Disable()
	test.Tap(s)
	if asks(window) {
		t.Error("what cannot be chosen opens")
	}
}
