package kit

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// Errors and warnings differ in colour wherever a text begins with their mark: in a line, in
// a cell of a table, under a field.
func TestMarksColourTheirTexts(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	for text, want := range map[string]color.Color{
		"■3": Colour(ColorError), "▲3": Colour(ColorWarning), "◊3": Colour(ColorExplained), "●3": Colour(ColorReady), "○3": Colour(ColorMissing), "3": Colour(ColorText),
	} {
		line := NewLine(theme.ColorNameForeground, theme.SizeNameText)
		line.SetText(text)
		table := NewTable([]Column{{Key: "level", Head: "Уровень", Chars: 10}})
		table.SetRows([]Row{{ID: 1, Cells: []Cell{{Text: text}}}})
		for _, o := range []fyne.CanvasObject{line, table} {
			w := test.NewTempWindow(t, o)
			w.Resize(fyne.NewSize(300, 200))
		}
		if got := line.shape.Color; line.shape.Text != "" && got != want {
			t.Errorf("the mark of the line %q is %v, not %v", text, got, want)
		}
		if got := line.text.Color; got != Colour(ColorText) || line.shape.Text+line.text.Text != text {
			t.Errorf("the words of the line %q are %v, %q after %q", text, got, line.text.Text, line.shape.Text)
		}
		badge := NewLine(ColorText, theme.SizeNameText)
		badge.Badge = true
		badge.SetText(text)
		test.NewTempWindow(t, badge).Resize(fyne.NewSize(300, 50))
		if got := badge.text.Color; got != want || badge.text.Text != text {
			t.Errorf("badge %q is %v, not %v", badge.text.Text, got, want)
		}
		if got := table.body.lines[0].texts[0].Color; got != want {
			t.Errorf("cell %q is %v, not %v", text, got, want)
		}
	}
	for mark, want := range map[string]fyne.ThemeColorName{"■": theme.ColorNameError, "▲": theme.ColorNameWarning} {
		box := &fieldBox{form: &Form{}, notice: mark + " занято"}
		box.fold(200)
		if got := box.notes[0].Color; got != Colour(want) {
			t.Errorf("notice %q is %v", box.notice, got)
		}
	}
}
