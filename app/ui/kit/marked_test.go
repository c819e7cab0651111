package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Each line has the colour of the mark it begins with, whatever the line above begins with.
func TestLinesOfATextAreColouredByTheirOwnMarks(t *testing.T) {
	test.NewTempApp(t)
	m := NewMarked()
	m.SetText("Методика встроенная\n▲\u00a0другой год\n■\u00a0ошибка\nещё слова")
	var colours []fyne.ThemeColorName
	for _, s := range m.Segments {
		colours = append(colours, s.(*widget.TextSegment).Style.ColorName)
	}
	want := []fyne.ThemeColorName{theme.ColorNameForeground, theme.ColorNameWarning, theme.ColorNameError, theme.ColorNameForeground}
	if !slices.Equal(colours, want) {
		t.Errorf("%v, %q", colours, m.String())
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
