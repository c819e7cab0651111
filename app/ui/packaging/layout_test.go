package packaging

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// widestPage is what the smallest screen we promise to look right at leaves beside the
// navigation with text twice as large.
const widestPage = 950

func TestPackagePageFitsWithLargeText(t *testing.T) {
	d := desktest.New(t)
	test.ApplyTheme(t, kit.NewTheme(200, kit.Light))
	s := newPackage(t, d)
	s.kind.SetSelected(d.T("ui.package.final"))
	if got := s.Content().MinSize().Width; got > widestPage {
		t.Errorf("the page is %.0f wide", got)
	}
}

// seen reports whether all of an object stands in the view of the page, or in the head, which
// does not scroll.
func (s *Package) seen(o fyne.CanvasObject) bool {
	for _, b := range desktest.All[*kit.Button](s.view.Header) {
		if o == fyne.CanvasObject(b) {
			return true
		}
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	top := place(o).Y - place(s.page).Y
	return top >= 0 && top+o.Size().Height <= s.page.Size().Height
}

func TestPackagePageFollowsTheKeyboard(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	d.Window.Resize(fyne.NewSize(900, 300))
	c := d.Window.Canvas()
	c.Focus(s.parts[0])
	for range 40 {
		c.FocusNext()
		o, ok := c.Focused().(fyne.CanvasObject)
		if ok && fyne.CurrentApp().Driver().AbsolutePositionForObject(o) != (fyne.Position{}) && !s.seen(o) {
			t.Fatalf("%T has the keyboard and is not seen", o)
		}
	}
	s.page.ScrollToTop()
	test.Tap(s.build)
	if !s.seen(s.outcome) || !s.seen(s.open) {
		t.Error("what came out is not seen")
	}
}

func TestNoEmptyLineStandsForTheReason(t *testing.T) {
	d := desktest.New(t)
	s := newPackage(t, d)
	s.kind.SetSelected(d.T("ui.package.final"))
	if s.reason.said.Text == "" || s.reason.content.MinSize().Height > s.reason.said.MinSize().Height {
		t.Errorf("%q takes %v of %v", s.reason.said.Text, s.reason.said.MinSize(), s.reason.content.MinSize())
	}
}
