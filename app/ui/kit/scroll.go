package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// We draw scrollers without shadows and one-line entries without scroll bars by leaving
// those out of what their renderers show. A theme of their own (container.NewThemeOverride)
// would do the same, but the toolkit keeps the parsed fonts of every override for ever:
// sixty records shown one after another took two gigabytes.

// Scroll shows a part of what is larger than its place, without shadows at the edges: the
// scroll bar says enough.
type Scroll struct{ container.Scroll }

// NewScroll returns a scroller of the content.
func NewScroll(direction container.ScrollDirection, content fyne.CanvasObject) *Scroll {
	s := &Scroll{}
	s.Direction, s.Content = direction, content
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by the toolkit.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	return &flatRenderer{WidgetRenderer: s.Scroll.CreateRenderer(), scroll: s}
}

// flatRenderer is the toolkit's renderer of a scroller, its shadows left out.
type flatRenderer struct {
	fyne.WidgetRenderer
	scroll *Scroll
}

// Objects returns the content and the bars, which are what answers to the mouse.
func (r *flatRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.scroll.Content}
	for _, o := range r.WidgetRenderer.Objects() {
		if _, bar := o.(desktop.Hoverable); bar && o != r.scroll.Content {
			objects = append(objects, o)
		}
	}
	return objects
}

// barless returns a renderer of an entry whose text scrolls without a bar, which would hide the lower
// half of the letters of one line, and which leaves the wheel to the page it stands on: the toolkit's
// scroller takes every turn of it, also where there is nothing to scroll. Only several lines that are
// higher than their place keep the wheel, and have a bar.
func barless(entry *widget.Entry) *barlessRenderer {
	r := &barlessRenderer{WidgetRenderer: entry.CreateRenderer()}
	for _, o := range r.WidgetRenderer.Objects() {
		if scroll, ok := o.(*container.Scroll); ok {
			r.line = &barelyScrolled{Scroll: scroll, lines: entry}
		}
	}
	return r
}

// barlessRenderer is the toolkit's renderer of an entry, the bar of its scroller left out.
type barlessRenderer struct {
	fyne.WidgetRenderer
	line *barelyScrolled
	// figures are written at the right, where their last digits stand under one another. The
	// toolkit's entry knows only its left edge, so the scroller begins as far to the right as the
	// text leaves; the places of the mouse are counted from there.
	figures     bool
	left, right float32 // of the place of the scroller
}

// shift is how far the text stands from where the entry believes it does.
func (r *barlessRenderer) shift() float32 {
	if r == nil || r.line == nil || !r.figures {
		return 0
	}
	return max(0, r.right-r.left-r.line.Scroll.Content.MinSize().Width)
}

// place puts the scroller where its text belongs.
func (r *barlessRenderer) place() {
	if r.line == nil {
		return
	}
	scroll := r.line.Scroll
	at, size := fyne.NewPos(r.left+r.shift(), scroll.Position().Y), scroll.Size()
	size.Width = max(0, r.right-at.X)
	if scroll.Position() != at || scroll.Size() != size {
		scroll.Move(at)
		scroll.Resize(size)
	}
}

// Layout is called by the toolkit, which lets a long text run over the frame of the entry.
func (r *barlessRenderer) Layout(room fyne.Size) {
	r.WidgetRenderer.Layout(room)
	if r.line == nil {
		return
	}
	scroll, frame := r.line.Scroll, 2*Size(theme.SizeNameInputBorder)
	r.left = scroll.Position().X
	r.right = min(r.left+scroll.Size().Width, room.Width-frame)
	r.place()
}

// Refresh is called by the toolkit.
func (r *barlessRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	if r.figures {
		r.place()
	}
	thicken(r.WidgetRenderer.Objects())
}

// Objects returns what the entry consists of, the text in a scroller without a bar and the frame
// over the text, which at the left begins under it.
func (r *barlessRenderer) Objects() []fyne.CanvasObject {
	objects, frames := make([]fyne.CanvasObject, 0, 6), []fyne.CanvasObject(nil)
	for _, o := range r.WidgetRenderer.Objects() {
		if r.line != nil && o == r.line.Scroll && !r.line.higher() {
			o = r.line
		}
		if frame, ok := o.(*canvas.Rectangle); ok && frame.StrokeWidth > 0 {
			frames = append(frames, o)
			continue
		}
		objects = append(objects, o)
	}
	return append(objects, frames...)
}

// barelyScrolled stands in place of the scroller of an entry and shows its content alone. The scroller
// goes on placing the content. It is no fyne.Scrollable itself, so that the wheel goes to the page.
type barelyScrolled struct {
	Scroll *container.Scroll
	lines  *widget.Entry
}

// higher reports several lines that are higher than their place.
func (b *barelyScrolled) higher() bool {
	return b.lines.MultiLine && b.Scroll.Content.MinSize().Height > b.Scroll.Size().Height
}

// The methods of a widget are those of the scroller, one by one: embedded, it would scroll.

// CreateRenderer is called by the toolkit.
func (b *barelyScrolled) CreateRenderer() fyne.WidgetRenderer { return contentRenderer{b.Scroll} }

// Position is called by the toolkit.
func (b *barelyScrolled) Position() fyne.Position { return b.Scroll.Position() }

// Size is called by the toolkit.
func (b *barelyScrolled) Size() fyne.Size { return b.Scroll.Size() }

// MinSize is called by the toolkit.
func (b *barelyScrolled) MinSize() fyne.Size { return b.Scroll.MinSize() }

// Move is called by the toolkit.
func (b *barelyScrolled) Move(to fyne.Position) { b.Scroll.Move(to) }

// Resize is called by the toolkit.
func (b *barelyScrolled) Resize(to fyne.Size) { b.Scroll.Resize(to) }

// Visible is called by the toolkit.
func (b *barelyScrolled) Visible() bool { return b.Scroll.Visible() }

// Show is called by the toolkit.
func (b *barelyScrolled) Show() { b.Scroll.Show() }

// Hide is called by the toolkit.
func (b *barelyScrolled) Hide() { b.Scroll.Hide() }

// Refresh is called by the toolkit.
func (b *barelyScrolled) Refresh() { b.Scroll.Refresh() }

// contentRenderer shows the content of a scroller where the scroller has put it.
type contentRenderer struct{ scroll *container.Scroll }

func (contentRenderer) Layout(fyne.Size)     {}
func (r contentRenderer) MinSize() fyne.Size { return r.scroll.MinSize() }
func (contentRenderer) Refresh()             {}
func (contentRenderer) Destroy()             {}

// IsClip is looked for by the toolkit: what is outside the place of the content is not painted.
func (contentRenderer) IsClip() {}

func (r contentRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.scroll.Content}
}
