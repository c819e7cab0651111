package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// typed enters a text where the keyboard is.
func typed(window fyne.Window, text string) { test.Type(window.Canvas().Focused(), text) }

// asks reports whether a dialog or a menu is open.
func asks(window fyne.Window) bool { return window.Canvas().Overlays().Top() != nil }

// keysOf are the shown columns.
func (t *Table) keysOf() string {
	var all []string
	for _, i := range t.layout {
		all = append(all, t.grid.columns[i].Key)
	}
	return strings.Join(all, " ")
}

func TestColumnsAreChosenByKeys(t *testing.T) {
	list, window := listOf(t, nil)
	list.ChooseColumns()
	typed(window, "пло")
	press(window, fyne.KeyDown) // to the list, in which the area is alone
	table := window.Canvas().Focused().(*Table)
	press(window, fyne.KeySpace)
	if got := list.Table.keysOf(); got != "name kind to" {
		t.Errorf("unticked: %s", got)
	}
	press(window, fyne.KeySpace)
	if got := list.Table.keysOf(); got != "name kind to area" {
		t.Errorf("ticked again: %s", got)
	}
	up := &desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt}
	for range 5 { // the naming one stays first
		table.TypedShortcut(up)
	}
	if got := list.Table.keysOf(); got != "name area kind to" {
		t.Errorf("moved up: %s", got)
	}
	table.SetFilter("")
	press(window, fyne.KeyHome, fyne.KeySpace)
	if got := list.Table.keysOf(); got != "name area kind to" {
		t.Errorf("the naming column can be hidden: %s", got)
	}
	press(window, fyne.KeyEscape)
	if asks(window) || window.Canvas().Focused() != fyne.Focusable(list.Table) {
		t.Errorf("after Esc a dialog is open: %t; the keyboard is in %T", asks(window), window.Canvas().Focused())
	}
}

func TestDaysOfAConditionAreTyped(t *testing.T) {
	list, window := listOf(t, nil)
	list.askColumn()
	typed(window, "до")
	press(window, fyne.KeyReturn)
	typed(window, "2021")
	window.Canvas().FocusNext()
	typed(window, "скоро")
	press(window, fyne.KeyReturn)
	if !asks(window) || list.Conditions() != 0 {
		t.Fatalf("«скоро» is taken for a day: %d conditions", list.Conditions())
	}
	window.Canvas().Focused().(*Entry).SetText("31.07.2021")
	press(window, fyne.KeyReturn)
	if got := list.Table.Shown(); asks(window) || !slices.Equal(got, []int64{1}) {
		t.Errorf("from 2021 to July: %v", got)
	}
	if said := list.chips.each[0].Text; said != "До: от 01.01.2021 до 31.07.2021  ×" {
		t.Errorf("the chip says %q", said)
	}
	list.askCondition("to")
	if got := window.Canvas().Focused().(*Entry).Text; got != "01.01.2021" {
		t.Errorf("asked again it begins with %q", got)
	}
}

func TestFiguresOfAConditionAreTyped(t *testing.T) {
	list, window := listOf(t, nil)
	list.askCondition("area")
	typed(window, "1 060,25")
	press(window, fyne.KeyReturn)
	if got := list.Table.Shown(); !slices.Equal(got, []int64{1, 2}) {
		t.Errorf("%v, under %s", got, list.chips.each[0].Text)
	}
}

func TestValuesOfAConditionAreTicked(t *testing.T) {
	list, window := listOf(t, nil)
	list.askCondition("kind")
	press(window, fyne.KeyDown, fyne.KeyEnd, fyne.KeySpace, fyne.KeyReturn)
	if got := list.Table.Shown(); !slices.Equal(got, []int64{3, 4}) || list.state.View.Conditions[0].Values[0] != "service" {
		t.Errorf("%v, under %v", got, list.state.View.Conditions)
	}
	list.askCondition("kind")
	press(window, fyne.KeyEscape)
	if asks(window) || list.Conditions() != 1 {
		t.Errorf("Esc changes the condition: %v", list.state.View.Conditions)
	}
	list.clearConditions()
	list.askCondition("name")
	typed(window, "ель")
	press(window, fyne.KeyReturn)
	if got := list.Table.Shown(); !slices.Equal(got, []int64{4}) {
		t.Errorf("words without a tick: %v", got)
	}
}

func TestRowsWithoutAValueAreAskedFor(t *testing.T) {
	list, window := listOf(t, nil)
	list.askCondition("area")
	f := window.Canvas().Focused()
	for range 10 { // Tab goes from the entries to the list of states
		if table, ok := f.(*Table); ok {
			table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			break
		}
		window.Canvas().FocusNext()
		f = window.Canvas().Focused()
	}
	if c := list.state.View.condition("area"); !c.Empty || c.NA || !slices.Equal(list.Table.Shown(), []int64{4}) {
		t.Errorf("%+v shows %v", c, list.Table.Shown())
	}
}

func TestViewGetsItsNameByKeys(t *testing.T) {
	list, window := listOf(t, nil)
	list.setCondition(Condition{Key: "kind", Values: []string{"lease"}})
	list.askName()
	press(window, fyne.KeyReturn)
	if !asks(window) {
		t.Fatal("a view without a name is kept")
	}
	typed(window, "Кончаются в 2021")
	press(window, fyne.KeyReturn)
	if asks(window) || list.currentName() != "Кончаются в 2021" || list.chips.label.Text() != "Отбор «Кончаются в 2021»" {
		t.Errorf("named %q, the row says %q", list.currentName(), list.chips.label.Text())
	}
	labels := func() (all []string) {
		for _, item := range list.filterItems() {
			all = append(all, item.Label)
		}
		return all
	}
	if got := labels(); got[0] != "Кончаются в 2021" || !slices.Contains(got, "Забыть вид «Кончаются в 2021»") {
		t.Errorf("the menu has %q", got)
	}
}

func TestSortIsSaidInWords(t *testing.T) {
	list, _ := listOf(t, nil)
	list.Table.SortBy("to", false)
	list.Table.holdShift(true)
	head := list.Table.head
	tap := &fyne.PointEvent{Position: fyne.NewPos(list.Table.tickWidth()+20, 5)}
	head.Tapped(tap)
	if got := list.chips.sorts.Text(); got != "до, затем резидент" || list.Table.arrow("name") != "▲2" {
		t.Errorf("%q, the arrow %q", got, list.Table.arrow("name"))
	}
	head.Tapped(tap)
	if got := list.sortText(); got != "до, затем резидент по убыванию" {
		t.Errorf("turned round: %q", got)
	}
	if got := lowered("ИНН"); got != "ИНН" {
		t.Errorf("an abbreviation becomes %q", got)
	}
}
