package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTextsAreCutToTheirRoom(t *testing.T) {
	test.NewTempApp(t)
	const name = "Федеральное государственное бюджетное учреждение"
	whole := width(name, 13, fyne.TextStyle{})
	if got := fit(name, whole, 13, fyne.TextStyle{}); got != name {
		t.Errorf("what fits is cut: %q", got)
	}
	cut := fit(name, whole/2, 13, fyne.TextStyle{})
	if cut == name || width(cut, 13, fyne.TextStyle{}) > whole/2 || []rune(cut)[len([]rune(cut))-1] != '…' {
		t.Errorf("cut to half: %q", cut)
	}
}

func TestLinesBreakAtPlainSpaces(t *testing.T) {
	test.NewTempApp(t)
	room := width("Доходы от аренды,", 11, fyne.TextStyle{}) + 1
	got := wrap("Доходы от аренды, тыс.\u00a0руб.", room, 11, 0)
	if want := []string{"Доходы от аренды,", "тыс.\u00a0руб."}; !slices.Equal(got, want) {
		t.Errorf("lines %q, want %q", got, want)
	}
	got = wrap("один два три четыре", width("четыре", 11, fyne.TextStyle{}), 11, 2)
	if len(got) != 2 || got[0] != "один" {
		t.Errorf("limited to two lines: %q", got)
	}
}
