package kit

import (
	"maps"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// The mark of each line has its colour, whatever the line above begins with, and the words are
// plain.
func TestMarksOfATextHaveTheirOwnColours(t *testing.T) {
	test.NewTempApp(t)
	m := NewMarked()
	m.SetText("Методика встроенная\n▲\u00a0другой год\n■\u00a0ошибка\nещё слова")
	said := map[string]fyne.ThemeColorName{}
	for _, s := range m.Segments {
		said[s.(*widget.TextSegment).Text] = s.(*widget.TextSegment).Style.ColorName
	}
	want := map[string]fyne.ThemeColorName{
		"Методика встроенная": theme.ColorNameForeground, "▲": ColorWarning, "\u00a0другой год": theme.ColorNameForeground,
		"■": ColorError, "\u00a0ошибка": theme.ColorNameForeground, "ещё слова": theme.ColorNameForeground,
	}
	if !maps.Equal(said, want) {
		t.Errorf("%v, %q", said, m.String())
	}
	m.Resize(fyne.NewSize(400, 10))
	if high := m.MinSize().Height; high < 4*Size(theme.SizeNameText) {
		t.Errorf("four lines ask for %v", high)
	}
	m.SetText("коротко")
	if len(m.Segments) != 1 || m.Text != "коротко" {
		t.Errorf("the text before is still there: %q", m.String())
	}
	if wide := m.MinSize().Width; wide > 200 {
		t.Errorf("a text that wraps asks for %v", wide)
	}
}
