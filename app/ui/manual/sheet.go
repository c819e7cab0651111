package manual

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app/guide"
	"technopark/app/ui/kit"
)

// sheet shows one page, which scrolls. It has the keyboard while one reads: arrows, pages, the ends;
// Tab goes from link to link.
type sheet struct {
	widget.BaseWidget
	onKey  func(fyne.KeyName) bool // takes a key before the sheet does; reports whether it did
	follow func(guide.Span)        // a link was pressed
	words  sheetWords

	parts   []part
	top     []float32 // of the parts, as they were placed
	paper   *fyne.Container
	scroll  *kit.Scroll
	ring    kit.Ring
	focused bool
	wanted  int // the part to be shown at the top once there is a place, −1 for none
}

// sheetWords are what the sheet itself says.
type sheetWords struct{ copy string }

func newSheet(words sheetWords, onKey func(fyne.KeyName) bool, follow func(guide.Span)) *sheet {
	s := &sheet{onKey: onKey, follow: follow, words: words, ring: kit.NewRing(), wanted: -1}
	s.paper = container.New(column{s})
	s.scroll = kit.NewScroll(container.ScrollVerticalOnly, s.paper)
	s.ExtendBaseWidget(s)
	return s
}

// newLink returns a link that passes the keys of the guide on and is seen when it has the keyboard.
func (s *sheet) newLink(text string, pressed func()) *kit.Link {
	l := kit.NewLink(text, pressed)
	l.OnEscape = func() { s.onKey(fyne.KeyEscape) }
	l.OnFocus = func() { kit.Reveal(&s.scroll.Scroll, l, l) }
	return l
}

func (s *sheet) link(span guide.Span) *kit.Link {
	return s.newLink(span.Text, func() { s.follow(span) })
}

// show puts a page on the sheet, one of its blocks at the top.
func (s *sheet) show(title string, blocks []guide.Block, at int) {
	s.parts = nil
	head := guide.Block{Kind: guide.Heading, Level: 1, Spans: []guide.Span{{Text: title}}}
	for _, b := range append([]guide.Block{head}, blocks...) {
		s.parts = append(s.parts, s.newPart(b))
	}
	s.paper.Objects = nil
	for _, p := range s.parts {
		s.paper.Objects = append(s.paper.Objects, p.objects()...)
	}
	s.wanted = at + 1 // after the title
	s.Refresh()
}

// seen scrolls to the part that is wanted, once it has a place.
func (s *sheet) seen() {
	if s.wanted < 0 || s.wanted >= len(s.top) || s.scroll.Size().Height == 0 {
		return
	}
	offset := s.top[s.wanted]
	if s.wanted == 0 {
		offset = 0
	}
	s.wanted = -1
	most := max(0, s.paper.MinSize().Height-s.scroll.Size().Height)
	s.scroll.ScrollToOffset(fyne.NewPos(0, min(offset, most)))
}

// readable is how wide a line is at most, in sizes of text: longer ones tire the eye.
const readable = 56

// column places the parts of a page one under another.
type column struct{ sheet *sheet }

// Layout is called by the toolkit.
func (c column) Layout(_ []fyne.CanvasObject, room fyne.Size) { c.sheet.place(room.Width) }

// MinSize is called by the toolkit.
func (c column) MinSize([]fyne.CanvasObject) fyne.Size {
	s := c.sheet
	if len(s.top) == 0 {
		return fyne.Size{}
	}
	return fyne.NewSize(0, s.top[len(s.top)-1])
}

// place places all parts at a width; top ends with the height of them all.
func (s *sheet) place(width float32) {
	edge := kit.Size(kit.SpaceBlock)
	room := min(width-2*edge, readable*kit.Size(theme.SizeNameText))
	y := float32(0)
	s.top = s.top[:0]
	for _, p := range s.parts {
		s.top = append(s.top, y)
		y += p.before()
		y += p.place(y, max(1, room))
		for _, o := range p.objects() {
			o.Move(o.Position().AddXY(edge, 0))
		}
	}
	s.top = append(s.top, y+edge)
}

// step is how far an arrow scrolls, in sizes of text.
const step = 4

// TypedKey is called by the toolkit.
func (s *sheet) TypedKey(key *fyne.KeyEvent) {
	if kit.PassedUp(s, key) || s.onKey(key.Name) {
		return
	}
	room, line := s.scroll.Size().Height, kit.Size(theme.SizeNameText)
	by := map[fyne.KeyName]float32{
		fyne.KeyUp: -step * line, fyne.KeyDown: step * line, fyne.KeyPageUp: line - room, fyne.KeyPageDown: room - line,
		fyne.KeySpace: room - line, fyne.KeyHome: -s.paper.Size().Height, fyne.KeyEnd: s.paper.Size().Height,
	}[key.Name]
	most := max(0, s.paper.Size().Height-room)
	s.scroll.ScrollToOffset(fyne.NewPos(0, min(most, max(0, s.scroll.Offset.Y+by))))
}

// TypedRune is called by the toolkit; nothing is typed here.
func (s *sheet) TypedRune(rune) {}

// FocusGained is called by the toolkit.
func (s *sheet) FocusGained() { s.focused = true; s.draw() }

// FocusLost is called by the toolkit.
func (s *sheet) FocusLost() { s.focused = false; s.draw() }

func (s *sheet) draw() { s.ring.Within(s.Size(), s.focused) }

// Tapped is called by the toolkit.
func (s *sheet) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
}

// Cursor is called by the toolkit.
func (s *sheet) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// CreateRenderer is called by the toolkit.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	return &sheetRenderer{s, canvas.NewRectangle(nil)}
}

type sheetRenderer struct {
	sheet  *sheet
	ground *canvas.Rectangle
}

func (r *sheetRenderer) MinSize() fyne.Size { return fyne.NewSize(kit.Pixels(200), kit.Pixels(100)) }

func (r *sheetRenderer) Layout(room fyne.Size) {
	s := r.sheet
	r.ground.Resize(room)
	s.place(room.Width)
	s.scroll.Resize(room)
	s.paper.Resize(fyne.NewSize(room.Width, max(room.Height, s.paper.MinSize().Height)))
	s.seen()
	s.draw()
}

func (r *sheetRenderer) Refresh() {
	r.ground.FillColor = kit.Colour(kit.ColorBackground)
	r.Layout(r.sheet.Size())
	r.sheet.paper.Refresh()
	r.sheet.scroll.Refresh()
	canvas.Refresh(r.sheet)
}

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.sheet.scroll, r.sheet.ring.Object()}
}

func (r *sheetRenderer) Destroy() {}
