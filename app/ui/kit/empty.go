package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Empty stands where a list or a page has nothing to show: what belongs here, what it is
// for, and what to do. It is never wider than its place.
type Empty struct {
	widget.BaseWidget
	title, text string
	buttons     []*Button
}

// NewEmpty returns the words, a title and a sentence, and the buttons under them.
func NewEmpty(title, text string, buttons ...*Button) *Empty {
	e := &Empty{title: title, text: text, buttons: buttons}
	e.ExtendBaseWidget(e)
	return e
}

// Say changes the words and the buttons.
func (e *Empty) Say(title, text string, buttons ...*Button) {
	e.title, e.text, e.buttons = title, text, buttons
	e.Refresh()
}

// says reports whether it says just that.
func (e *Empty) says(said noneSaid) bool {
	return e.title == said.title && e.text == said.text && slices.Equal(e.buttons, said.buttons)
}

// Title returns the first of the words.
func (e *Empty) Title() string { return e.title }

// Said returns all of the words, those of the buttons too.
func (e *Empty) Said() string {
	said := []string{e.title, e.text}
	for _, b := range e.buttons {
		said = append(said, b.Text)
	}
	return strings.Join(said, "\n")
}

// CreateRenderer is called by the toolkit.
func (e *Empty) CreateRenderer() fyne.WidgetRenderer { return &emptyRenderer{empty: e} }

type emptyRenderer struct {
	empty   *Empty
	objects []fyne.CanvasObject
}

// emptyWidth is how wide the words are at most.
const emptyWidth = 420

func (r *emptyRenderer) MinSize() fyne.Size { return fyne.NewSize(Pixels(160), Pixels(80)) }

func (r *emptyRenderer) Layout(room fyne.Size) {
	wide := min(Pixels(emptyWidth), room.Width-2*Size(SpaceBlock))
	if wide <= 0 {
		return
	}
	left, y := (room.Width-wide)/2, Size(SpaceColumn)
	r.objects = nil
	y = r.words(r.empty.title, fyne.TextStyle{Bold: true}, ColorText, fyne.NewPos(left, y), wide)
	y = r.words(r.empty.text, fyne.TextStyle{}, ColorMuted, fyne.NewPos(left, y+Size(SpaceInside)), wide)
	x := left
	y += Size(SpaceNear)
	for _, b := range r.empty.buttons {
		size := b.MinSize()
		if x > left && x+size.Width > left+wide {
			x, y = left, y+size.Height+Size(SpaceNear)
		}
		b.Resize(fyne.NewSize(min(size.Width, wide), size.Height))
		b.Move(fyne.NewPos(x, y))
		x += size.Width + Size(SpaceNear)
		r.objects = append(r.objects, b)
	}
}

// words sets a text in lines and returns where the next may begin.
func (r *emptyRenderer) words(text string, style fyne.TextStyle, colour fyne.ThemeColorName, at fyne.Position, wide float32) float32 {
	if text == "" {
		return at.Y
	}
	for _, line := range wrap(text, wide, Size("text"), 0) {
		t := NewText(line, colour, "text")
		t.TextStyle = style
		t.Move(at)
		t.Resize(t.MinSize())
		at.Y += t.MinSize().Height + Size(SpaceHair)
		r.objects = append(r.objects, t)
	}
	return at.Y
}

func (r *emptyRenderer) Refresh() {
	r.Layout(r.empty.Size())
	canvas.Refresh(r.empty)
}

func (r *emptyRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *emptyRenderer) Destroy()                     {}
