package place

import (
	"testing"

	"technopark/app/ui/desktest"
)

// The sheet «Итоги» comes as it is printed; while the place is being computed the button says so.
func TestSummaryIsShown(t *testing.T) {
	d, s := among(t)
	desktest.Press(t, s.view, "Итоги…")
	if d.Window.Canvas().Overlays().Top() == nil && d.Window.Content() == s.Content() || len(d.Failed) > 0 {
		t.Fatalf("nothing is shown: %v", d.Failed)
	}
	d.Hold()
	d.Year--
	s.Refresh()
	if s.summary.Why() != "проверяется…" {
		t.Errorf("the button says %q", s.summary.Why())
	}
}
