package records

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/ui/desktest"
)

// Where a list is empty because its records were deleted, the way to the recycle bin stands there.
func TestEmptyListLeadsToTheBin(t *testing.T) {
	s := desktest.Small(t, "ООО «Альфа»")
	screen := New(s.Desk, app.TypeByKey("resident"), noTools)
	s.Show(screen)
	if _, buttons := screen.none(); slices.Contains(buttons, screen.offers.bin) {
		t.Error("the bin is offered while nothing is in it")
	}
	if err := s.Store.Delete(t.Context(), s.List(t, "resident")[0]); err != nil {
		t.Fatal(err)
	}
	screen.Refresh()
	if _, buttons := screen.none(); !slices.Contains(buttons, screen.offers.bin) {
		t.Fatal("the bin is not offered")
	}
	test.Tap(screen.offers.bin)
	if !slices.Equal(s.Navigated, []string{"bin"}) {
		t.Errorf("it leads to %v", s.Navigated)
	}
}
