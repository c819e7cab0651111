package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func box(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

func TestFlowBreaksWhereTheWidthEnds(t *testing.T) {
	test.NewTempApp(t)
	a, b, c := box(100, 30), box(100, 40), box(100, 30)
	body := box(50, 50)
	p := NewPage(NewFlow(a, b, c), body, nil)
	p.Resize(fyne.NewSize(230, 400))
	if b.Position().Y != 0 || c.Position().X != 0 || c.Position().Y < 40 {
		t.Errorf("two fit in a row: b at %v, c at %v", b.Position(), c.Position())
	}
	if body.Position().Y < c.Position().Y+30 {
		t.Errorf("the body at %v lies over the second row at %v", body.Position(), c.Position())
	}
	p.Resize(fyne.NewSize(400, 400))
	if c.Position().Y != 5 || body.Position().Y != 40 {
		t.Errorf("all fit in a row: c at %v, body at %v", c.Position(), body.Position())
	}
	grown := NewPage(NewFlowWith(b, a, b, c), body, nil)
	grown.Resize(fyne.NewSize(450, 400))
	if left := 450 - 200 - 2*theme.Padding(); b.Size().Width != left {
		t.Errorf("the one that grows is %v wide, not %v", b.Size().Width, left)
	}
	if p.MinSize().Width != 100 {
		t.Errorf("least width %v is not that of the widest", p.MinSize().Width)
	}
}

func TestHeadThatScrollsLeavesHalfToTheBody(t *testing.T) {
	test.NewTempApp(t)
	tools := NewFlow()
	for range 12 {
		tools.Add(NewButton("Отметить «возвращён»…", nil))
	}
	head, body := container.NewVScroll(tools), canvas.NewRectangle(nil)
	page := NewPage(head, body, nil)
	page.Resize(fyne.NewSize(200, 300))
	if body.Size().Height < 150 || head.Size().Height < 140 || page.MinSize().Height > 100 {
		t.Errorf("head %v, body %v, at least %v", head.Size(), body.Size(), page.MinSize())
	}
	page.Resize(fyne.NewSize(200, 1000))
	if head.Size().Height != tools.MinSize().Height {
		t.Errorf("head %v of %v where there is room", head.Size(), tools.MinSize())
	}
}
