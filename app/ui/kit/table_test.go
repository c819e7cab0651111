package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// themed opens a window in the theme of the program.
func themed(t *testing.T, content fyne.CanvasObject) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	return test.NewTempWindow(t, content)
}

// press sends a key to whatever has the keyboard.
func press(window fyne.Window, keys ...fyne.KeyName) {
	for _, key := range keys {
		window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// tableOf is a table in a window with the keyboard in it.
func tableOf(t *testing.T, rows ...Row) (*Table, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	table := NewTable([]Column{{Key: "name", Head: "Имя", Chars: 10}, {Key: "sum", Head: "Сумма", Chars: 10}})
	window := test.NewTempWindow(t, table)
	window.Resize(fyne.NewSize(400, 300))
	table.SetRows(rows)
	window.Canvas().Focus(table)
	return table, window
}

// rowOf is a row with a name and, where there is one, a figure.
func rowOf(id int64, name string, sum ...int64) Row {
	row := Row{ID: id, Cells: []Cell{{Text: name}, {}}}
	if len(sum) > 0 {
		row.Cells[1] = Cell{Text: "есть", N: sum[0], Number: true}
	}
	return row
}

func heading(text string) Row { return Row{Heading: true, Cells: []Cell{{Text: text}}} }

func TestKeysWalkTheRowsOfATable(t *testing.T) {
	table, window := tableOf(t, heading("А"), rowOf(1, "раз"), rowOf(2, "два"), heading("Б"), rowOf(3, "три"))
	var chosen []int64
	table.OnSelect = func(id int64) { chosen = append(chosen, id) }
	for _, c := range []struct {
		key  fyne.KeyName
		want int64
	}{
		{fyne.KeyDown, 2},
		{fyne.KeyDown, 3}, // over the heading
		{fyne.KeyDown, 3},
		{fyne.KeyUp, 2},
		{fyne.KeyHome, 1},
		{fyne.KeyUp, 1},
		{fyne.KeyEnd, 3},
		{fyne.KeyPageUp, 1},
		{fyne.KeyPageDown, 3},
	} {
		press(window, c.key)
		if table.Selected() != c.want {
			t.Errorf("%s goes to %d, want %d", c.key, table.Selected(), c.want)
		}
	}
	if want := []int64{2, 3, 2, 1, 3, 1, 3}; !slices.Equal(chosen, want) {
		t.Errorf("told of %v, want %v: once for each change", chosen, want)
	}
}

func TestKeysOpenDeleteAndLeave(t *testing.T) {
	table, window := tableOf(t, rowOf(1, "раз"), rowOf(2, "два"))
	var told []string
	table.OnOpen = func(int64) { told = append(told, "open") }
	table.OnDelete = func(int64) { told = append(told, "delete") }
	press(window, fyne.KeyEscape) // nobody listens yet
	table.OnBack = func() { told = append(told, "back") }
	press(window, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyDelete, fyne.KeyEscape, fyne.KeyBackspace)
	if want := []string{"open", "open", "open", "delete", "back", "back"}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
	told = nil
	table.SetFilter("чего нет")
	press(window, fyne.KeyReturn, fyne.KeyDelete)
	if len(told) != 0 {
		t.Errorf("%v of a row that is not shown", told)
	}
}

func TestHeadingIsNoRow(t *testing.T) {
	table := NewTable([]Column{{Key: "name", Head: "Имя", Chars: 10}})
	table.SetRows([]Row{heading("А"), rowOf(1, "раз")})
	table.OnOpen = func(id int64) { t.Errorf("opened %d, which nobody chose", id) }
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if table.Texts(0) != nil {
		t.Errorf("no row says %v", table.Texts(0))
	}
	table.FocusGained()
	if table.Selected() != 1 {
		t.Errorf("the keyboard came, and %d is selected", table.Selected())
	}
}

func TestEmptyTableTakesAnyKey(t *testing.T) {
	table, window := tableOf(t)
	table.OnSelect = func(id int64) { t.Errorf("chosen %d", id) }
	press(window, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyLeft, fyne.KeyRight)
	if shown, all := table.Len(); shown != 0 || all != 0 || table.Selected() != 0 {
		t.Errorf("%d of %d shown, %d selected", shown, all, table.Selected())
	}
}

func TestTableSortsFiguresThenWordsThenNothing(t *testing.T) {
	table, _ := tableOf(t, rowOf(1, "ёж", 5), rowOf(2, "жук"), rowOf(3, "Дуб", 30), rowOf(4, "ель", -7), rowOf(5, "—", 5))
	for _, c := range []struct {
		key        string
		descending bool
		want       []int64
	}{
		{"name", false, []int64{3, 1, 4, 2, 5}}, // ё is е; what is empty comes last
		{"name", true, []int64{2, 4, 1, 3, 5}},
		{"sum", false, []int64{4, 1, 5, 3, 2}},
		{"sum", true, []int64{3, 1, 5, 4, 2}},
	} {
		table.SortBy(c.key, c.descending)
		if got := table.Shown(); !slices.Equal(got, c.want) {
			t.Errorf("%s, descending %t: %v, want %v", c.key, c.descending, got, c.want)
		}
	}
	table.SortBy("no such column", false)
	if got := table.Shown(); got[0] != 3 {
		t.Errorf("an unknown column changed the order to %v", got)
	}
}

func TestHeadOfAColumnSortsAndTurnsRound(t *testing.T) {
	table, _ := tableOf(t, rowOf(1, "б"), rowOf(2, "а"))
	for _, want := range [][]int64{{2, 1}, {1, 2}, {2, 1}} {
		table.toggleSort(0, false)
		if got := table.Shown(); !slices.Equal(got, want) {
			t.Errorf("%v, want %v", got, want)
		}
	}
}

func TestFilterKeepsGroupsAndTheSelection(t *testing.T) {
	table, _ := tableOf(t, heading("А"), rowOf(1, "Ёлка новая"), rowOf(2, "сосна"), heading("Б"), rowOf(3, "новая сосна"))
	table.Select(2)
	for query, want := range map[string][]int64{
		"":            {1, 2, 3},
		"елка":        {1},
		"НОВАЯ":       {1, 3},
		"сосна новая": {3},
		"дуб":         {},
	} {
		table.SetFilter(query)
		if got := table.Shown(); !slices.Equal(got, want) {
			t.Errorf("%q shows %v, want %v", query, got, want)
		}
		if shown, all := table.Len(); shown != len(want) || all != 3 {
			t.Errorf("%q: %d of %d", query, shown, all)
		}
	}
	table.SetFilter("елка")
	if len(table.shown) != 2 || !table.headingAt(0) {
		t.Errorf("a group without rows has its heading: %v", table.shown)
	}
	if table.Texts(2) != nil || table.Selected() != 2 {
		t.Errorf("a row that is not shown says %v; selected is %d", table.Texts(2), table.Selected())
	}
	table.SetFilter("")
	if got := table.Texts(2); len(got) == 0 || got[0] != "сосна" {
		t.Errorf("shown again it says %v", got)
	}
}

func TestSelectionOutlivesNewRows(t *testing.T) {
	table, window := tableOf(t, rowOf(1, "а"), rowOf(2, "б"), rowOf(3, "в"))
	table.OnSelect = func(id int64) { t.Errorf("told of %d, which nobody chose", id) }
	table.Select(2)
	table.SetRows([]Row{rowOf(4, "новая"), rowOf(3, "в"), rowOf(2, "б")})
	if table.Selected() != 2 {
		t.Errorf("%d is selected", table.Selected())
	}
	table.OnSelect = nil
	press(window, fyne.KeyUp)
	if table.Selected() != 3 {
		t.Errorf("up from the old row goes to %d", table.Selected())
	}
}

func TestChosenRowIsInView(t *testing.T) {
	var rows []Row
	for id := range int64(200) {
		rows = append(rows, rowOf(id+1, "строка"))
	}
	table, window := tableOf(t, rows...)
	press(window, fyne.KeyEnd)
	bottom := table.scroll.Offset.Y + table.viewHeight()
	if table.Selected() != 200 || bottom < 200*Size(SizeRow) {
		t.Errorf("%d is selected, seen down to %v of %v", table.Selected(), bottom, 200*Size(SizeRow))
	}
	press(window, fyne.KeyHome)
	if table.scroll.Offset.Y != 0 {
		t.Errorf("the first row is %v above what is seen", table.scroll.Offset.Y)
	}
}

func TestFilterLineIsEmptiedAndLeft(t *testing.T) {
	var texts []string
	down := 0
	filter := NewFilter("найти", func(text string) { texts = append(texts, text) })
	window := themed(t, filter)
	window.Canvas().Focus(filter)
	press(window, fyne.KeyDown) // nowhere to go yet
	filter.OnDown = func() { down++ }
	test.Type(filter, "ёж")
	press(window, fyne.KeyDown)
	if down != 1 || filter.Text != "ёж" {
		t.Errorf("down %d times, %q", down, filter.Text)
	}
	if !filter.TakeBack() || filter.Text != "" || !filter.TypeAgain() || filter.Text != "ёж" {
		t.Errorf("taken back and typed again: %q", filter.Text)
	}
	press(window, fyne.KeyEscape)
	if filter.Text != "" || texts[len(texts)-1] != "" {
		t.Errorf("after Esc %q, told %q", filter.Text, texts)
	}
}

func TestADoubleClickMayBeMoreThanEnter(t *testing.T) {
	table, _ := tableOf(t, rowOf(1, "раз"), rowOf(2, "два"))
	var told []string
	table.OnOpen = func(int64) { told = append(told, "open") }
	twice := &fyne.PointEvent{Position: fyne.NewPos(table.tickWidth()+20, Size(SizeRow)/2)}
	table.choose(0)
	table.body.DoubleTapped(twice)
	table.OnDouble = func(int64) { told = append(told, "double") }
	table.body.DoubleTapped(twice)
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := []string{"open", "double", "open"}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

func TestHeadsAreReadWholeAtAnySizeOfText(t *testing.T) {
	for _, percent := range []int{80, 100, 200} {
		for _, low := range []bool{false, true} {
			list, window := listOf(t, nil)
			fyne.CurrentApp().Settings().SetTheme(NewTheme(percent, Light))
			list.Table.setColumnHeads("Среднесписочная численность, чел.", "Выручка от инновационной продукции, тыс. руб.")
			high := float32(600)
			if low {
				high = 400
			}
			window.Resize(fyne.NewSize(Pixels(800), Pixels(high)))
			list.Content.Refresh()
			for i := range list.Table.layout {
				lines := list.Table.head.lines(i)
				if said := strings.Join(lines, " "); said != list.Table.grid.columns[list.Table.layout[i]].Head {
					t.Errorf("%d %%, low %v: the head reads %q", percent, low, said)
				}
				if low && len(lines) > headLinesLow {
					t.Errorf("%d %%: a low window gives a head %d lines: %q", percent, len(lines), lines)
				}
			}
		}
	}
}

// setColumnHeads renames the last columns.
func (t *Table) setColumnHeads(heads ...string) {
	columns := t.grid.columns
	for i, head := range heads {
		columns[len(columns)-1-i].Head = head
	}
}
