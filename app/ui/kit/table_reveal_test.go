package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A column that is asked for comes into view from either side, and not under the first one, which stays.
func TestColumnIsScrolledIntoView(t *testing.T) {
	test.NewTempApp(t)
	columns := []Column{{Key: "name", Head: "Имя", Naming: true, Chars: 10}}
	cells := []Cell{{Text: "Имя"}}
	for _, key := range []string{"a", "b", "c", "d", "e", "f"} {
		columns, cells = append(columns, Column{Key: key, Head: key, Chars: 14, Right: true}), append(cells, Cell{Text: "1"})
	}
	table := NewTable(columns)
	table.SetRows([]Row{{ID: 1, Cells: cells}})
	test.NewTempWindow(t, table).Resize(fyne.NewSize(420, 200))
	for _, key := range []string{"f", "b", "e", "a", "nobody", "c"} {
		before := table.scroll.Offset.X
		table.RevealColumn(key)
		x, found := table.tickWidth(), false
		for i, column := range table.layout {
			if table.grid.columns[column].Key == key {
				left, right := table.scroll.Offset.X, table.scroll.Offset.X+table.scroll.Size().Width
				if table.frozenAt() > 0 {
					left += table.widths[0]
				}
				if found = true; x < left-0.5 || x+table.widths[i] > right+0.5 {
					t.Errorf("%s stands from %v to %v, seen is %v to %v", key, x, x+table.widths[i], left, right)
				}
			}
			x += table.widths[i]
		}
		if !found && table.scroll.Offset.X != before {
			t.Error("scrolled to a column that is not there")
		}
	}
}
