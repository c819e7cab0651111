package kit

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// menuLines is how many words the open menu has.
func menuLines(t *testing.T, window fyne.Window) int {
	t.Helper()
	if !asks(window) {
		t.Fatal("no menu is open")
	}
	n := 0
	for _, o := range test.LaidOutObjects(window.Canvas().Overlays().Top()) {
		if text, ok := o.(*canvas.Text); ok && text.Text != "" {
			n++
		}
	}
	return n
}

// The menu of a row opens by the key of menus and by the second button of the mouse, which
// selects the row first; not over a place without rows.
func TestMenuOfARowOpensByKeyAndMouse(t *testing.T) {
	list, window := listOf(t, nil)
	list.SetActions(Action{Text: "Удалить…", Icon: theme.DeleteIcon(), Do: func([]int64) {}})
	press(window, desktop.KeyMenu)
	if n := menuLines(t, window); n < 4 {
		t.Errorf("the menu has %d lines", n)
	}
	window.Canvas().Overlays().Top().Hide()
	body := list.Table.body
	body.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(100, 2.5*Size(SizeRow)), AbsolutePosition: fyne.NewPos(100, 100)})
	if got := list.Table.Selected(); got != list.Table.Shown()[2] || !asks(window) {
		t.Errorf("the second button selects %d", got)
	}
	window.Canvas().Overlays().Top().Hide()
	body.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(100, 50*Size(SizeRow))})
	list.Table.head.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(5000, 5)})
	if asks(window) {
		t.Error("a menu opens where nothing is")
	}
	list.Table.head.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(100, 5), AbsolutePosition: fyne.NewPos(100, 40)})
	if n := menuLines(t, window); n < 4 {
		t.Errorf("the menu of a column has %d lines", n)
	}
}

// What can be done with a row is done with all ticked ones if it is one of them; what is of one
// row alone is not offered for several, and what cannot be done is grey.
func TestMenuOfARowKnowsTheTickedOnes(t *testing.T) {
	list, _ := listOf(t, nil)
	var got []int64
	list.SetActions(
		Action{Text: "Карточка", Single: true, Do: func(ids []int64) { got = ids }},
		Action{Text: "Удалить…", Do: func(ids []int64) { got = ids }, Can: func(ids []int64) string { return strings.Repeat("нельзя", len(ids)/3) }},
	)
	list.Table.Select(1)
	item := func(text string) *fyne.MenuItem {
		for _, i := range list.rowItems(-1) {
			if i.Label == text {
				return i
			}
		}
		return nil
	}
	item("Карточка").Action()
	if !slices.Equal(got, []int64{1}) {
		t.Errorf("the card of %v", got)
	}
	list.Table.Tick(1, 2)
	if item("Карточка") != nil {
		t.Error("one row’s action is offered for two")
	}
	item("Удалить…").Action()
	if !slices.Equal(got, []int64{1, 2}) && !slices.Equal(got, []int64{2, 1}) {
		t.Errorf("deleted %v", got)
	}
	list.Table.Tick(list.Table.Shown()...)
	if !item("Удалить…").Disabled {
		t.Error("what cannot be done can be taken")
	}
	list.Table.Tick(2)
	item("Удалить…").Action()
	if !slices.Equal(got, []int64{1}) {
		t.Errorf("a row that is not ticked itself: %v", got)
	}
}

// Where the bar of ticked rows has no room for its buttons they are in «Ещё», and Esc on any of
// them unticks.
func TestBarOfTicksKeepsWhatHasNoRoom(t *testing.T) {
	list, window := listOf(t, nil)
	list.SetActions(Action{Text: "Изменить поле…", Do: func([]int64) {}}, Action{Text: "Скопировать", Do: func([]int64) {}}, Action{Text: "Удалить…", Do: func([]int64) {}})
	list.Table.Tick(1, 2)
	for _, wide := range []float32{900, 520, 400} {
		window.Resize(fyne.NewSize(wide, 600))
		shown := 0
		right := float32(0)
		for _, b := range append(list.bar.buttons, list.bar.more) {
			if !b.Visible() {
				continue
			}
			if b != list.bar.more {
				shown++
			}
			if b.Position().X < right || b.Position().X+b.Size().Width > wide {
				t.Errorf("at %v: %q stands at %v after %v", wide, b.Text, b.Position().X, right)
			}
			right = b.Position().X + b.Size().Width
		}
		if left := shown < 3; left != list.bar.more.Visible() {
			t.Errorf("at %v: %d are seen, «Ещё» %v", wide, shown, list.bar.more.Visible())
		}
	}
	list.bar.showMore()
	if n := menuLines(t, window); n == 0 {
		t.Error("«Ещё» has nothing")
	}
	window.Canvas().Overlays().Top().Hide()
	window.Canvas().Focus(list.bar.more)
	press(window, fyne.KeyEscape)
	if got := list.Table.Ticked(); len(got) != 0 || window.Canvas().Focused() != fyne.Focusable(list.Table) {
		t.Errorf("after Esc %v are ticked", got)
	}
}
