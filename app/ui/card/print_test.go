package card

import (
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/ui/desktest"
)

// The card goes on paper whole: fields that the window has no room for, and what belongs to it.
func TestCardIsPrinted(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	s.ShowCard(app.Place{Type: "resident", ID: 1})
	shown := d.PaperOf(t, s.Print)
	if !strings.Contains(shown.Name, "СолнцеГрань") || shown.Pages < 1 {
		t.Errorf("%d pages of %q", shown.Pages, shown.Name)
	}
}
