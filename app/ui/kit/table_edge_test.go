package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
)

// A figure that goes on beyond the edge of the table, or under the column that stays, is shown
// whole or not at all: half of a number is another number; and so is a code. Words end in «…» there.
func TestNoFigureIsShownInPart(t *testing.T) {
	for _, percent := range []int{100, 200} { // the bar that scrolls is wider at 200
		noFigureInPart(t, percent)
	}
}

func noFigureInPart(t *testing.T, percent int) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(percent, Light))
	money := &Figures{Scale: 10, Least: 1, Lang: app.RU}
	columns := []Column{{Key: "name", Head: "Имя", Chars: 8, Naming: true}}
	cells := []Cell{{Text: "Альфа"}}
	for _, key := range []string{"a", "b", "c", "d"} {
		columns = append(columns, Column{Key: key, Head: "Сумма", Right: true, Chars: 12, Figures: money}, Column{Key: key + "id", Head: "ИНН", Chars: 13, Code: key < "c"})
		cells = append(cells, Cell{N: 1_489_734, Number: true, State: app.Given}, Cell{Text: "509880952026"})
	}
	table := NewTable(columns)
	table.SetRows([]Row{{ID: 1, Cells: cells}})
	test.NewTempWindow(t, table).Resize(fyne.NewSize(Pixels(420), Pixels(200)))
	cut := map[string]int{}
	for x := float32(0); x <= table.contentWidth()-table.scroll.Size().Width; x += 3 {
		table.scrollAcross(x - table.scroll.Offset.X)
		left, right := x, x+table.scroll.Size().Width-Size(theme.SizeNameScrollBarSmall) // the bar hides no digits
		if frozen := table.frozenAt(); frozen > 0 {
			left = frozen + table.widths[0]
		}
		for i, text := range table.body.lines[0].texts[1:] {
			whole := table.Texts(1)[i+1]
			begin := text.Position().X
			if text.Alignment == fyne.TextAlignTrailing {
				begin += text.Size().Width - text.MinSize().Width
			}
			end := begin + text.MinSize().Width
			switch {
			case text.Text == "" || end <= left || begin >= right: // nothing of it is in view
			case begin < left-0.5 || end > right+0.5:
				t.Fatalf("at %v: %q stands from %v to %v in %v to %v", x, text.Text, begin, end, left, right)
			case text.Text != whole && !strings.HasSuffix(text.Text, ellipsis):
				t.Fatalf("at %v: %q is shown as %q", x, whole, text.Text)
			case text.Text != whole && columns[i+1].Code && text.Text != ellipsis:
				t.Fatalf("at %v: of the code %q is shown %q", x, whole, text.Text)
			case text.Text != whole:
				cut[text.Text]++
			}
		}
	}
	if cut[ellipsis] == 0 || cut["50988"+ellipsis] == 0 {
		t.Errorf("nothing stood at the edge: %v", cut)
	}
}

// Where there is not enough room for all, what a row is recognised by stays readable though a code
// stands before it, a contact keeps its width, and of a unit nothing is cut.
func TestColumnsThatShrinkLeaveWhatMustBeRead(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	table := NewTable([]Column{
		{Key: "code", Head: "Код", Chars: 5},
		{Key: "name", Head: "Показатель", Chars: 60},
		{Key: "unit", Head: "Единица", Whole: true},
		{Key: "phone", Head: "Телефон", Chars: 24, Code: true},
		{Key: "lacks", Head: "Чего не хватает", Chars: 40},
	})
	unit := "тыс. руб. на одного работника"
	table.SetRows([]Row{{ID: 1, Cells: []Cell{{Text: "S1.1"}, {Text: "Затраты"}, {Text: unit}, {Text: "+7"}, {Text: "двух отчётов"}}}})
	test.NewTempWindow(t, table).Resize(fyne.NewSize(400, 200))
	size := Size(theme.SizeNameText)
	char := width("0", size, fyne.TextStyle{})
	for i, want := range []float32{0, leastFirst * char, width(unit, size, fyne.TextStyle{}), 24 * char, 0} {
		if got := table.widths[i] - 2*cellPadding; got < want-1 {
			t.Errorf("column %d: %v, not %v", i, got, want)
		}
	}
	if got, most := table.widths[4]-2*cellPadding, 15*char; got > most {
		t.Errorf("the rest did not shrink: %v", got)
	}
}
