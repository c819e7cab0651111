package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"technopark/app"
)

// drawnLines returns the lines of text that stand in o.
func drawnLines(o fyne.CanvasObject) []string {
	switch o := o.(type) {
	case *canvas.Text:
		return []string{o.Text}
	case fyne.Widget:
		var all []string
		for _, child := range test.WidgetRenderer(o).Objects() {
			all = append(all, drawnLines(child)...)
		}
		return all
	case *fyne.Container:
		var all []string
		for _, child := range o.Objects {
			all = append(all, drawnLines(child)...)
		}
		return all
	}
	return nil
}

// A line never ends inside a figure, between it and its unit or behind a mark, in whatever width: «21» and
// «137,9» on two lines would be two figures.
func TestFiguresAreNotTornBetweenLines(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	const text = "▲\u00a0Выручка за 2020 год — 21\u00a0137\u00a0905,10\u00a0тыс.\u00a0руб., в 2019 году было 18\u00a0443,3\u00a0тыс.\u00a0руб.\nРасхождение 12\u00a0%, № 5"
	prose, marked, headed := NewProse(text), NewMarked(), NewMarked()
	marked.SetText(text)
	headed.SetHeaded("Насколько это надёжно:", strings.TrimPrefix(text, "▲\u00a0"))
	for name, o := range map[string]fyne.Widget{"prose": prose, "marked": marked, "headed": headed} {
		whole := ""
		for wide := float32(640); wide > 180; wide -= 7 {
			o.Resize(fyne.NewSize(wide, o.MinSize().Height))
			o.Resize(fyne.NewSize(wide, o.MinSize().Height))
			lines := drawnLines(o)
			for _, line := range lines {
				for _, piece := range []string{"21\u00a0137\u00a0905,10\u00a0тыс.\u00a0руб.", "18\u00a0443,3\u00a0тыс.\u00a0руб.", "12\u00a0%"} {
					if begin, _, _ := strings.Cut(piece, app.NBSP); strings.HasSuffix(strings.TrimRight(line, " \u00a0"), " "+begin) {
						t.Errorf("%s, %v wide: %q is torn in %q", name, wide, piece, lines)
					}
				}
				if width(strings.TrimRight(line, " "), Size("text"), fyne.TextStyle{}) > wide {
					t.Errorf("%s, %v wide: %q is wider", name, wide, line)
				}
			}
			if said := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); whole == "" {
				whole = said
			} else if said != whole {
				t.Errorf("%s, %v wide: says %q, before %q", name, wide, said, whole)
			}
		}
	}
	if prose.Text != text || marked.Text != text || prose.AccessibilityLabel() != text {
		t.Error("the ends of lines are in the text")
	}
}

// Texts follow a change of their size while they are shown.
func TestProseFollowsTheSizeOfText(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(NewTheme(100, Light))
	prose := NewProse("Затраты составили 21\u00a0137\u00a0905,10\u00a0тыс.\u00a0руб. за год")
	prose.Resize(fyne.NewSize(400, 40))
	if strings.Contains(prose.Label.Text, "\n") {
		t.Fatalf("%q has two lines", prose.Label.Text)
	}
	a.Settings().SetTheme(NewTheme(200, Light))
	prose.Refresh()
	if !strings.Contains(prose.Label.Text, "\n") {
		t.Errorf("%q has one line, twice as large", prose.Label.Text)
	}
}
