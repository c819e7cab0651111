package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/i18n"
)

// listOf is a list of the five contracts in a window, the keyboard in it.
func listOf(t *testing.T, state *State) (*List, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(100, Light))
	g := contractsGrid()
	window := test.NewTempWindow(t, nil)
	list := NewList(ListOptions{Window: window, Words: i18n.New(app.RU), State: state, Columns: g.columns, Ticks: true})
	window.SetContent(list.Content)
	window.Resize(fyne.NewSize(800, 600))
	list.Table.SetRows(g.rows)
	window.Canvas().Focus(list.Table)
	return list, window
}

// holdShift lets the table think that Shift is down or not.
func (t *Table) holdShift(down bool) { t.shift = func() bool { return down } }

func TestTicksByKeys(t *testing.T) {
	list, window := listOf(t, nil)
	table := list.Table
	for _, step := range []struct {
		shift bool
		key   fyne.KeyName
		want  []int64
	}{
		{false, fyne.KeySpace, []int64{1}},
		{false, fyne.KeyDown, []int64{1}},
		{false, fyne.KeySpace, []int64{1, 2}},
		{false, fyne.KeySpace, []int64{1}},
		{false, fyne.KeyDown, []int64{1}},
		{true, fyne.KeyDown, []int64{1, 3, 4}},
		{true, fyne.KeyDown, []int64{1, 3, 4, 5}},
		{true, fyne.KeyUp, []int64{1, 3, 4}},
		{true, fyne.KeyHome, []int64{1, 2, 3}},
		{false, fyne.KeyEscape, nil},
	} {
		table.holdShift(step.shift)
		press(window, step.key)
		if got := table.Ticked(); !slices.Equal(got, step.want) {
			t.Fatalf("%s, Shift %t: %v, want %v", step.key, step.shift, got, step.want)
		}
	}
}

func TestAllShownAreTickedAndNothingHiddenIsDone(t *testing.T) {
	list, _ := listOf(t, nil)
	table := list.Table
	table.SetFilter("бета")
	table.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := table.Ticked(); !slices.Equal(got, []int64{1, 5}) || table.allTicks() != ticksAll {
		t.Fatalf("%v", got)
	}
	table.SetFilter("ель")
	if got := table.Ticked(); len(got) != 0 || table.hiddenTicks() != 2 {
		t.Errorf("hidden rows are ticked: %v", got)
	}
	table.SetFilter("")
	if got := table.Ticked(); !slices.Equal(got, []int64{1, 5}) || table.allTicks() != ticksSome {
		t.Errorf("shown again: %v", got)
	}
	if text := list.bar.text.Text(); text != "Выбрано 2 · 1\u00a0060,25\u00a0м²" || !list.bar.content.Visible() {
		t.Errorf("bar says %q", text)
	}
	table.tickAll()
	table.tickAll()
	if got := table.Ticked(); len(got) != 0 || list.bar.content.Visible() {
		t.Errorf("unticked: %v", got)
	}
}

func TestTicksByMouse(t *testing.T) {
	list, _ := listOf(t, nil)
	table, body := list.Table, list.Table.body
	click := func(row int, x float32, modifier fyne.KeyModifier) {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: modifier}
		e.Position = fyne.NewPos(x, (float32(row)+0.5)*Size(SizeRow))
		body.MouseDown(e)
	}
	click(1, 5, 0)
	click(3, 100, 0)
	if got := table.Ticked(); !slices.Equal(got, []int64{2}) || table.Selected() != 4 {
		t.Errorf("a click in the box and one beside: %v, selected %d", got, table.Selected())
	}
	click(4, 100, fyne.KeyModifierShift)
	click(0, 100, fyne.KeyModifierControl)
	if got := table.Ticked(); !slices.Equal(got, []int64{1, 2, 4, 5}) {
		t.Errorf("with Shift and Ctrl: %v", got)
	}
}

func TestBarOfTicksTakesNothingFromTheTop(t *testing.T) {
	list, _ := listOf(t, nil)
	before, top := list.Table.Size().Height, list.Table.Position()
	list.Table.Tick(1)
	if list.Table.Position() != top || list.Table.Size().Height != before-list.barHeight() {
		t.Errorf("the table stands at %v, %v high", list.Table.Position(), list.Table.Size().Height)
	}
}

func TestActionsGetTheTickedRowsElseTheSelected(t *testing.T) {
	list, window := listOf(t, nil)
	var got []int64
	list.SetActions(Action{Text: "Удалить…", Do: func(ids []int64) { got = ids }})
	run := func() {
		for _, item := range list.rowItems(-1) {
			if item.Label == "Удалить…" {
				item.Action()
			}
		}
	}
	press(window, fyne.KeyEnd)
	run()
	if !slices.Equal(got, []int64{5}) {
		t.Errorf("of the selected row: %v", got)
	}
	list.Table.Tick(4, 5, 2)
	run()
	if !slices.Equal(got, []int64{2, 4, 5}) {
		t.Errorf("of the ticked rows: %v", got)
	}
	press(window, fyne.KeyHome)
	run()
	if !slices.Equal(got, []int64{1}) {
		t.Errorf("of a row that is not ticked: %v", got)
	}
}

func TestTotalsStandUnderTheShownRows(t *testing.T) {
	list, _ := listOf(t, nil)
	foot := list.Table.foot
	if got := foot.texts()[2]; got != "3\u00a0470,25\u00a0м², нет\u00a01" && got != "3\u00a0470,25, нет\u00a01" && got != "≥\u00a03\u00a0470,25" {
		t.Errorf("with a row that has none: %q", got)
	}
	list.Table.SetFilter("аренда")
	if got := foot.texts()[2]; !strings.HasPrefix(got, "3\u00a0470,25") || strings.Contains(got, "нет") || list.totalLabel() != "Итого: 3 записи" {
		t.Errorf("over the leases: %q, %q", got, list.totalLabel())
	}
	if foot.height() == 0 {
		t.Error("the foot has no height")
	}
	list.Table.showColumn("area", false)
	if foot.height() != 0 {
		t.Error("a foot without sums stands there")
	}
}

func TestChipsSayAndDropConditions(t *testing.T) {
	list, window := listOf(t, nil)
	list.setCondition(Condition{Key: "kind", Values: []string{"lease"}})
	list.setCondition(Condition{Key: "to", From: number(int64(app.Day(2021, 1, 1).Days())), To: number(int64(app.Day(2021, 12, 31).Days()))})
	var said []string
	for _, chip := range list.chips.each {
		said = append(said, chip.Text)
	}
	if want := []string{"Вид: аренда  ×", "До: 2021 год  ×"}; !slices.Equal(said, want) {
		t.Fatalf("%q, want %q", said, want)
	}
	test.Tap(list.chips.each[1])
	if list.Conditions() != 1 || len(list.Table.Shown()) != 3 {
		t.Errorf("%d conditions, %v shown", list.Conditions(), list.Table.Shown())
	}
	test.Tap(list.chips.all)
	if list.Conditions() != 0 || len(list.Table.Shown()) != 5 || list.chips.content.Visible() {
		t.Errorf("%d conditions left", list.Conditions())
	}
	if window.Canvas().Focused() != fyne.Focusable(list.Table) {
		t.Errorf("the keyboard is in %v, which nobody sees", window.Canvas().Focused())
	}
}

func TestChipsFoldWhereEveryRowCounts(t *testing.T) {
	list, window := listOf(t, nil)
	list.setCondition(Condition{Key: "kind", Values: []string{"lease"}})
	if list.chips.fold.Visible() || !list.chips.each[0].Visible() {
		t.Error("folded in a high window")
	}
	window.Resize(fyne.NewSize(800, 400))
	if !list.chips.fold.Visible() || list.chips.each[0].Visible() || list.chips.fold.Text != "Отбор (1)" {
		t.Errorf("not folded: %q", list.chips.fold.Text)
	}
}

func TestViewsAreKeptByName(t *testing.T) {
	kept := 0
	state := &State{Keep: func(*State) { kept++ }}
	list, _ := listOf(t, state)
	list.setCondition(Condition{Key: "kind", Values: []string{"lease"}})
	list.Table.SortBy("to", true)
	list.keepView("Аренда")
	list.clearConditions()
	list.Table.SortBy("name", false)
	list.useView(0)
	if got := list.Table.Shown(); !slices.Equal(got, []int64{2, 5, 1}) || list.currentName() != "Аренда" {
		t.Errorf("%v, named %q", got, list.currentName())
	}
	state.View.Conditions[0].Values[0] = "service"
	if state.Named[0].Conditions[0].Values[0] != "lease" {
		t.Error("the kept view changes with the list")
	}
	list.forgetView("Аренда")
	if len(state.Named) != 0 || kept < 6 {
		t.Errorf("%d views, told %d times", len(state.Named), kept)
	}
}

func TestListStandsWhereItWasLeft(t *testing.T) {
	state := &State{}
	list, _ := listOf(t, state)
	list.setCondition(Condition{Key: "kind", Values: []string{"lease"}})
	list.Table.SetFilter("бета")
	list.Table.Tick(5)
	list.Table.Select(5)
	list.Table.moveColumn("to", -2)
	again, _ := listOf(t, state) // as at another size of text
	if got := again.Table.Ticked(); !slices.Equal(got, []int64{5}) || again.Table.Selected() != 5 {
		t.Errorf("ticked %v, selected %d", got, again.Table.Selected())
	}
	if got := again.Table.Shown(); !slices.Equal(got, []int64{1, 5}) || again.Table.grid.columns[again.Table.layout[1]].Key != "to" {
		t.Errorf("shown %v, layout %v", got, again.Table.layout)
	}
}

func TestOnlySuchRows(t *testing.T) {
	list, _ := listOf(t, nil)
	for column, want := range map[int][]int64{0: {1, 5}, 1: {1, 2, 5}, 2: {1}, 3: {1}} {
		list.clearConditions()
		list.Table.Select(1)
		list.likeItem(column, "").Action()
		if got := list.Table.Shown(); !slices.Equal(got, want) {
			t.Errorf("column %d: %v, want %v", column, got, want)
		}
	}
	list.clearConditions()
	list.Table.Select(4)
	if item := list.likeItem(2, "ui.list.only_like"); item.Label != "Только такие: Площадь: нет значения" {
		t.Errorf("%q", item.Label)
	}
}

func TestColumnsAreMovedShownAndPutBack(t *testing.T) {
	list, _ := listOf(t, nil)
	table := list.Table
	keys := func() string {
		var all []string
		for _, i := range table.layout {
			all = append(all, table.grid.columns[i].Key)
		}
		return strings.Join(all, " ")
	}
	table.moveColumn("to", -9)
	if keys() != "name to kind area" {
		t.Errorf("moved: %s", keys())
	}
	table.showColumn("kind", false)
	table.showColumn("name", false)
	if keys() != "name to area" {
		t.Errorf("hidden: %s", keys())
	}
	table.widen(1, 300)
	if got := table.widths[1]; got < 299 || got > 301 {
		t.Errorf("width %v", got)
	}
	table.ownColumns()
	if keys() != "name kind area to" || table.state.View.chars("to") != 0 {
		t.Errorf("put back: %s", keys())
	}
}

func TestColumnsAreDragged(t *testing.T) {
	list, _ := listOf(t, nil)
	table, head := list.Table, list.Table.head
	edge := table.tickWidth() + table.widths[0] + table.widths[1]
	drag := func(from, by float32) {
		e := &fyne.DragEvent{Dragged: fyne.NewDelta(by, 0)}
		e.Position = fyne.NewPos(from+by, 5)
		head.Dragged(e)
		head.DragEnd()
	}
	was := table.widths[1]
	drag(edge-1, 40)
	if got := table.widths[1]; got < was+38 || got > was+42 {
		t.Errorf("the edge dragged by 40: %v of %v", got, was)
	}
	middle := table.tickWidth() + table.widths[0] + table.widths[1] + table.widths[2]/2
	drag(middle, -table.widths[2]/2-20)
	if table.grid.columns[table.layout[1]].Key != "area" {
		t.Errorf("dragged to the left: %v", table.layout)
	}
}

func TestTickedRowsAreCopiedForSpreadsheets(t *testing.T) {
	list, _ := listOf(t, nil)
	list.Table.grid.rows[3].Cells[0].Text = "=2+2\tи\nдва"
	list.Table.Tick(1, 3, 4)
	want := "Резидент\tВид\tПлощадь, м²\tДо\n" +
		"АО «Бета»\tаренда\t1060,25\t30.06.2021\n" +
		"ИП Ёжиков\tуслуги\tн/п\t01.01.2022\n" +
		"'=2+2 и два\tуслуги\t\t\n"
	list.Table.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); got != want {
		t.Errorf("%q\nwant %q", got, want)
	}
}

func TestNamesThatBeginAlikeAreCutInTheMiddle(t *testing.T) {
	long := "Общество с ограниченной ответственностью «Чистые помещения» "
	table, _ := tableOf(t, rowOf(1, long+"Монтаж"), rowOf(2, long+"Сервис"), rowOf(3, "Другое общество с ограниченной ответственностью и длинным именем"))
	table.grid.columns[0].Naming = true
	table.names.forget()
	table.Refresh()
	var texts []string
	for _, line := range table.body.lines {
		texts = append(texts, line.texts[0].Text)
	}
	if texts[0] == texts[1] || !strings.HasSuffix(texts[0], "таж") || !strings.HasSuffix(texts[1], "вис") {
		t.Errorf("%q and %q are not told apart", texts[0], texts[1])
	}
	if !strings.HasSuffix(texts[2], "…") {
		t.Errorf("a name of its own is cut in the middle: %q", texts[2])
	}
}

func TestPlaceStaysWhenTextsGrow(t *testing.T) {
	list, window := listOf(t, nil)
	rows := make([]Row, 300)
	for i := range rows {
		rows[i] = list.Table.grid.rows[0]
		rows[i].ID = int64(i + 1)
	}
	table := list.Table
	table.SetRows(rows)
	table.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -100*Size(SizeRow))})
	fyne.CurrentApp().Settings().SetTheme(NewTheme(200, Dark))
	window.Content().Refresh()
	if top := table.scroll.Offset.Y / Size(SizeRow); top < 99.9 || top > 100.1 {
		t.Errorf("row %v is at the upper edge, not 100", top)
	}
	again := NewList(ListOptions{Window: window, Words: i18n.New(app.RU), State: table.state, Columns: table.grid.columns, Ticks: true})
	again.Table.SetRows(rows)
	window.SetContent(again.Content)
	if top := again.Table.scroll.Offset.Y / Size(SizeRow); top < 99.9 || top > 100.1 {
		t.Errorf("made anew, row %v is at the upper edge", top)
	}
}

func TestActionsWithoutRoomAreInTheMenu(t *testing.T) {
	list, window := listOf(t, nil)
	list.SetActions(Action{Text: "Изменить поле…"}, Action{Text: "Скопировать"}, Action{Text: "Заполнить вниз…"}, Action{Text: "Удалить…", Can: func([]int64) string { return "нельзя" }})
	list.Table.Tick(1, 2)
	seen := func() (n int) {
		for _, b := range list.bar.buttons {
			if b.Visible() {
				n++
				if right := b.Position().X + b.Size().Width; right > window.Canvas().Size().Width {
					t.Errorf("%s ends at %v of %v", b.Text, right, window.Canvas().Size().Width)
				}
			}
		}
		return n
	}
	if seen() != 4 || list.bar.more.Visible() || list.bar.buttons[3].Why() != "нельзя" {
		t.Errorf("%d of 4 are seen", seen())
	}
	window.Resize(fyne.NewSize(420, 600))
	if n := seen(); n == 0 || n == 4 || !list.bar.more.Visible() {
		t.Errorf("%d of 4 are seen in a narrow window, the menu %t", n, list.bar.more.Visible())
	}
}

func TestKeysInTheMenusOfAListAreWords(t *testing.T) {
	list, _ := listOf(t, nil)
	if item := list.columnsItem(); item.Shortcut != nil || !strings.HasSuffix(item.Label, "Ctrl+Shift+C") {
		t.Errorf("%q, the toolkit writes %v", item.Label, item.Shortcut)
	}
}
