package indicators

import (
	"strings"
	"testing"

	"technopark/app/ui/desktest"
)

// An open indicator goes on paper as it came about, else the list of them does.
func TestCalculationIsPrinted(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	shown := d.PaperOf(t, s.Print)
	if !strings.Contains(shown.Name, "Показатели") || shown.Pages < 1 {
		t.Errorf("%d pages of %q", shown.Pages, shown.Name)
	}
	s.Open(2020, "S2.1")
	shown = d.PaperOf(t, s.Print)
	if !strings.HasPrefix(shown.Name, "S2 1") || shown.Pages < 2 {
		t.Errorf("%d pages of %q", shown.Pages, shown.Name)
	}
	if pressed := d.PaperOf(t, func() { desktest.Press(t, s.trace.Content(), "Напечатать") }); pressed.Name != shown.Name {
		t.Errorf("the button prints %q", pressed.Name)
	}
}
