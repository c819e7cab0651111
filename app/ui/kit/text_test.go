package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
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

// A line without a text takes no room, from the start and after its text is gone.
func TestEmptyLineTakesNoRoom(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	line := NewLine(ColorMuted, theme.SizeNameText)
	box := container.NewVBox(NewText("над", theme.ColorNameForeground, theme.SizeNameText), line)
	alone := container.NewVBox(NewText("над", theme.ColorNameForeground, theme.SizeNameText)).MinSize().Height
	if got := box.MinSize().Height; got != alone {
		t.Errorf("an empty line makes %v high what is %v", got, alone)
	}
	line.SetText("текст")
	if got := box.MinSize().Height; got <= alone {
		t.Errorf("a line with a text takes no room: %v", got)
	}
	line.SetText("")
	if got := box.MinSize().Height; got != alone {
		t.Errorf("an emptied line makes %v high what is %v", got, alone)
	}
}
