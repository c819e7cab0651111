package kit

import (
	"errors"
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/i18n"
)

// asked is what was last asked of the one who draws.
type asked struct {
	page, dpi int
	room      image.Point
}

func pagesOf(t *testing.T, count int, fail error) (*Pages, *asked) {
	t.Helper()
	test.NewTempApp(t)
	window := test.NewTempWindow(t, nil)
	last := &asked{page: -1}
	p := NewPages(count, func(page, dpi int, room image.Point) (image.Image, error) {
		*last = asked{page, dpi, room}
		if dpi == 0 {
			dpi = max(1, room.X*254/2100)
		}
		return image.NewGray(image.Rect(0, 0, 2100*dpi/254, 2970*dpi/254)), fail
	}, Tasks{Window: window, Inline: true}, i18n.New(app.RU))
	window.SetContent(p.Content)
	window.Resize(fyne.NewSize(800, 600))
	return p, last
}

func TestPagesGoByKeysAndByNumber(t *testing.T) {
	p, last := pagesOf(t, 5, nil)
	if last.page != 0 || last.dpi != screenDPI {
		t.Errorf("at first %+v", last)
	}
	for _, c := range []struct {
		key  fyne.KeyName
		page int
	}{
		{fyne.KeyPageUp, 0},
		{fyne.KeyPageDown, 1},
		{fyne.KeyEnd, 4},
		{fyne.KeyPageDown, 4},
		{fyne.KeyLeft, 3},
		{fyne.KeyHome, 0},
	} {
		p.typed(&fyne.KeyEvent{Name: c.key})
		if p.Page() != c.page || last.page != c.page {
			t.Errorf("%s shows page %d, drawn %d", c.key, p.Page(), last.page)
		}
	}
	p.number.SetText("3")
	p.number.OnSubmitted("3")
	if last.page != 2 {
		t.Errorf("page 3 is %d", last.page)
	}
	p.number.OnSubmitted("90")
	if last.page != 4 || p.number.Text != "5" {
		t.Errorf("page 90 is %d, %q", last.page, p.number.Text)
	}
	p.number.OnSubmitted("пять")
	if last.page != 4 || p.number.Text != "5" {
		t.Errorf("no number: %d, %q", last.page, p.number.Text)
	}
	closed := false
	p.OnBack = func() { closed = true }
	p.typed(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !closed {
		t.Error("Esc does not close")
	}
}

func TestPagesChangeTheirSize(t *testing.T) {
	p, last := pagesOf(t, 2, nil)
	p.typed(&fyne.KeyEvent{Name: fyne.KeyPlus})
	if last.dpi != screenDPI*125/100 || p.size.Text() != "125\u00a0%" {
		t.Errorf("larger: %d dpi, %q", last.dpi, p.size.Text())
	}
	p.typed(&fyne.KeyEvent{Name: fyne.KeyMinus})
	p.typed(&fyne.KeyEvent{Name: fyne.KeyMinus})
	if last.dpi != screenDPI*75/100 {
		t.Errorf("smaller: %d dpi", last.dpi)
	}
	p.setZoom(fitWidth)
	if last.dpi != 0 || last.room.Y != 0 || last.room.X < 700 {
		t.Errorf("the width: %+v", last)
	}
	wide := last.room.X
	p.tasks.Window.Resize(fyne.NewSize(1000, 600))
	if last.room.X <= wide {
		t.Errorf("a wider window: %+v", last)
	}
	p.step(-1)
	if last.dpi >= screenDPI*125/100 || last.dpi < screenDPI {
		t.Errorf("the size below that of the width: %d dpi, %s", last.dpi, p.size.Text())
	}
	p.setZoom(fitPage)
	if last.room.Y == 0 {
		t.Errorf("the whole page: %+v", last)
	}
}

func TestPageThatCannotBeDrawnIsSaid(t *testing.T) {
	p, _ := pagesOf(t, 2, errors.New("broken"))
	if p.state.Text == "" || p.sheet.picture.Image != nil {
		t.Errorf("said %q", p.state.Text)
	}
}
