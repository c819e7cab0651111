package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// In a low window the bar of ticked rows stands where the sums did, and the conditions are behind
// the button of the head: they take no row. Where that button has no room they keep theirs.
func TestALowListGivesItsRowsTheRoom(t *testing.T) {
	list, window := listOf(t, nil)
	window.Resize(fyne.NewSize(900, 470))
	button := list.FilterButton()
	whole := list.Table.Size().Height
	list.setCondition(Condition{Key: "kind", Values: []string{"lease"}})
	if got := list.Table.Size().Height; got != whole || list.chips.fold.Visible() {
		t.Errorf("with a condition the table is %v high, not %v", got, whole)
	}
	if button.Text != "Отбор (1)" {
		t.Errorf("the button says %q", button.Text)
	}
	button.Hide()
	list.follow()
	if got := list.Table.Size().Height; got != whole-chipsHeight() || !list.chips.fold.Visible() {
		t.Errorf("without the button the table is %v high, not %v", got, whole-chipsHeight())
	}
	button.Show()
	foot := list.Table.foot.height()
	list.Table.Tick(list.Table.Shown()...)
	if got := list.Table.foot.height(); foot == 0 || got != 0 || list.barHeight() != Pixels(lowBar) {
		t.Errorf("with ticks the foot is %v high, before %v; the bar %v", got, foot, list.barHeight())
	}
	window.Resize(fyne.NewSize(900, 600))
	if got := list.Table.foot.height(); got != Size(SizeRow) || list.barHeight() != Size(SizeHeader) {
		t.Errorf("with room the foot is %v high, the bar %v", got, list.barHeight())
	}
}
