package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Strip is the row of the pages of a screen, one of which is shown. It is one stop of Tab;
// the arrows walk it. Where there is no room for all, the last ones stand behind «Ещё», and
// the one that is shown is always seen.
type Strip struct {
	widget.BaseWidget
	OnChoose func(key string)    // another page is to be shown
	OnEscape func()              // Esc was pressed on it; may be nil
	OnDown   func()              // the keyboard is to go into the page; may be nil
	OnFocus  func()              // the keyboard has come; may be nil
	more     string              // «Ещё»
	items    []StripItem         // in their order
	chosen   string              // key of the page that is shown
	focused  bool                // the keyboard is here
	seen     []int               // indices of the items that have room
	rest     []int               // of those behind «Ещё»
	edges    []float32           // where the seen ones end, from the left
	objects  []fyne.CanvasObject // what is drawn
	popup    *widget.PopUpMenu   // the menu behind «Ещё»; nil until it was opened
}

// StripItem is one page of a strip.
type StripItem struct {
	Key  string // told to OnChoose
	Text string // «Договоры 2»
}

// NewStrip returns a strip without pages; more is the word for those without room.
func NewStrip(more string, choose func(key string)) *Strip {
	s := &Strip{OnChoose: choose, more: more}
	s.ExtendBaseWidget(s)
	return s
}

// SetItems changes the pages; the chosen one stays if it is still there, else it is the first.
func (s *Strip) SetItems(items []StripItem) {
	s.items = items
	if s.index() < 0 && len(items) > 0 {
		s.chosen = items[0].Key
	}
	s.Refresh()
}

// Items returns the pages.
func (s *Strip) Items() []StripItem { return s.items }

// Chosen returns the key of the page that is shown.
func (s *Strip) Chosen() string { return s.chosen }

// Choose marks a page without telling anyone.
func (s *Strip) Choose(key string) {
	s.chosen = key
	s.Refresh()
}

func (s *Strip) index() int {
	for i, item := range s.items {
		if item.Key == s.chosen {
			return i
		}
	}
	return -1
}

// choose shows the page at a place, if there is one.
func (s *Strip) choose(at int) {
	if at < 0 || at >= len(s.items) || s.items[at].Key == s.chosen {
		return
	}
	s.Choose(s.items[at].Key)
	if s.OnChoose != nil {
		s.OnChoose(s.chosen)
	}
}

// FocusGained is called by the toolkit.
func (s *Strip) FocusGained() {
	s.focused = true
	s.Refresh()
	if s.OnFocus != nil {
		s.OnFocus()
	}
}

// FocusLost is called by the toolkit.
func (s *Strip) FocusLost() {
	s.focused = false
	s.Refresh()
}

// TypedRune is called by the toolkit; a strip takes no text.
func (s *Strip) TypedRune(rune) {}

// TypedKey walks the pages.
func (s *Strip) TypedKey(key *fyne.KeyEvent) {
	if PassedUp(s, key) {
		return
	}
	switch key.Name {
	case fyne.KeyLeft:
		s.choose(s.index() - 1)
	case fyne.KeyRight:
		s.choose(s.index() + 1)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.items) - 1)
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		if s.OnDown != nil {
			s.OnDown()
		}
	case fyne.KeyEscape:
		if s.OnEscape != nil {
			s.OnEscape()
		}
	}
}

// Tapped is called by the toolkit.
func (s *Strip) Tapped(e *fyne.PointEvent) {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(s); c != nil {
		c.Focus(s)
	}
	for i, edge := range s.edges {
		if e.Position.X >= edge {
			continue
		}
		if i < len(s.seen) {
			s.choose(s.seen[i])
		} else {
			s.showRest()
		}
		return
	}
}

// showRest opens the menu of the pages that have no room.
func (s *Strip) showRest() {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(s)
	if c == nil || len(s.rest) == 0 {
		return
	}
	items := make([]*fyne.MenuItem, len(s.rest))
	for i, at := range s.rest {
		items[i] = fyne.NewMenuItem(s.items[at].Text, func() { s.choose(at) })
	}
	s.popup = widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	at := driver.AbsolutePositionForObject(s).AddXY(s.Size().Width-s.popup.MinSize().Width, s.Size().Height)
	s.popup.ShowAtPosition(at)
}

// CreateRenderer is called by the toolkit.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer { return &stripRenderer{s} }

type stripRenderer struct{ strip *Strip }

func (r *stripRenderer) MinSize() fyne.Size           { return fyne.NewSize(80, Size(SizeRow)+4) }
func (r *stripRenderer) Objects() []fyne.CanvasObject { return r.strip.objects }
func (r *stripRenderer) Destroy()                     {}

func (r *stripRenderer) Refresh() {
	r.Layout(r.strip.Size())
	canvas.Refresh(r.strip)
}

// Layout draws the pages that have room.
func (r *stripRenderer) Layout(room fyne.Size) {
	s := r.strip
	s.part(room.Width)
	line := canvas.NewRectangle(Colour(ColorLine))
	line.Move(fyne.NewPos(0, room.Height-1))
	line.Resize(fyne.NewSize(room.Width, 1))
	s.objects = []fyne.CanvasObject{line}
	s.edges = nil
	x := float32(0)
	for _, at := range s.seen {
		x = r.item(s.items[at].Text, x, s.items[at].Key == s.chosen)
	}
	if len(s.rest) > 0 {
		r.item(s.more+" ▼", x, false)
	}
}

// item draws one page and returns where it ends.
func (r *stripRenderer) item(text string, x float32, chosen bool) float32 {
	s, high := r.strip, r.strip.Size().Height
	wide := s.wide(text)
	if chosen && s.focused {
		back := canvas.NewRectangle(Colour(ColorSelected))
		back.Move(fyne.NewPos(x, 0))
		back.Resize(fyne.NewSize(wide, high-1))
		s.objects = append(s.objects, back)
	}
	word := NewText(text, MarkColour(text, ColorMuted), theme.SizeNameText)
	if chosen {
		word.Color, word.TextStyle.Bold = Colour(ColorText), true
		under := canvas.NewRectangle(Colour(ColorAccent))
		under.Move(fyne.NewPos(x, high-3))
		under.Resize(fyne.NewSize(wide, 3))
		s.objects = append(s.objects, under)
	}
	least := word.MinSize()
	word.Move(fyne.NewPos(x+(wide-least.Width)/2, (high-3-least.Height)/2))
	word.Resize(least)
	s.objects = append(s.objects, word)
	s.edges = append(s.edges, x+wide)
	return x + wide
}

// wide returns the width of an item: that of the chosen one, so that nothing moves when
// another is chosen.
func (s *Strip) wide(text string) float32 {
	return width(text, Size(theme.SizeNameText), fyne.TextStyle{Bold: true}) + 2*stripEdge*Size(theme.SizeNameText)
}

// stripEdge is the room at both sides of an item, in sizes of its text.
const stripEdge = 0.85

// part says which pages have room: the first ones and, in place of the last of them, the
// chosen one.
func (s *Strip) part(room float32) {
	s.seen, s.rest = nil, nil
	all := float32(0)
	for _, item := range s.items {
		all += s.wide(item.Text)
	}
	if all > room {
		room -= s.wide(s.more + " ▼")
	}
	chosen := s.index()
	if chosen >= 0 {
		room -= s.wide(s.items[chosen].Text) // it is seen whatever there is room for
	}
	full := false
	for i, item := range s.items {
		if i == chosen {
			s.seen = append(s.seen, i)
			continue
		}
		room -= s.wide(item.Text)
		if full = full || room < 0; full {
			s.rest = append(s.rest, i)
		} else {
			s.seen = append(s.seen, i)
		}
	}
}
