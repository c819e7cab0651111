package indicators

import (
	"context"
	"strings"
	"testing"

	"technopark/app/submission"
	"technopark/app/ui/desktest"
)

// An open indicator goes on paper as it came about, else the list of them does.
func TestCalculationIsPrinted(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	var shown submission.Shown
	d.ShowPaper = func(draw func(context.Context) (submission.Shown, error)) {
		var err error
		if shown, err = draw(t.Context()); err != nil {
			t.Error(err)
		}
	}
	s.Print()
	if !strings.Contains(shown.Name, "Показатели") || shown.Pages < 1 {
		t.Errorf("%d pages of %q", shown.Pages, shown.Name)
	}
	s.Open(2020, "S2.1")
	s.Print()
	if !strings.HasPrefix(shown.Name, "S2 1") || shown.Pages < 2 {
		t.Errorf("%d pages of %q", shown.Pages, shown.Name)
	}
}
