package kit

import (
	"image"
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app/i18n"
)

// Pages shows a paper, one page at a time, in the size that is asked for.
type Pages struct {
	Tools   []fyne.CanvasObject // move between pages and change the size
	Content fyne.CanvasObject   // the page itself, which scrolls
	OnBack  func()              // follows Esc

	count  int
	draw   DrawPage
	tasks  Tasks
	words  *i18n.Printer
	page   int // shown or being drawn, from 0
	zoom   int // percent, or one of the fits
	turn   int // of the drawing last asked for: an older one is thrown away
	sheet  *sheet
	scroll *container.Scroll
	number *pageEntry
	size   *Line
	state  *widget.Label
}

// DrawPage draws a page, counted from 0: at a density in dots an inch or, when that is 0,
// as large as fits; a side of room that is 0 does not bound it. It is called beside the
// main goroutine.
type DrawPage func(page, dpi int, room image.Point) (image.Image, error)

// Sizes that follow the window.
const (
	fitWidth = -1
	fitPage  = -2
)

// screenDPI is the density at which a page is shown in its own size.
const screenDPI = 96

func zooms() []int { return []int{50, 75, 100, 125, 150, 200, 300} }

// NewPages returns a view of so many pages.
func NewPages(count int, draw DrawPage, tasks Tasks, words *i18n.Printer) *Pages {
	p := &Pages{count: count, draw: draw, tasks: tasks, words: words, zoom: 100}
	p.sheet = newSheet(p)
	p.state = widget.NewLabel("")
	p.scroll = container.NewScroll(container.NewCenter(p.sheet))
	p.scroll.SetMinSize(fyne.NewSize(200, 160))
	p.number = &pageEntry{pages: p}
	p.number.ExtendBaseWidget(p.number)
	p.number.OnSubmitted = func(text string) {
		if n, err := strconv.Atoi(strings.TrimSpace(text)); err == nil {
			p.Go(n - 1)
		}
		p.number.SetText(strconv.Itoa(p.page + 1))
		p.Focus()
	}
	of := NewWords(words.T("ui.pages.of", map[string]any{"N": count}), ColorText, theme.SizeNameText)
	p.size = NewLine(theme.ColorNameForeground, theme.SizeNameText)
	p.Tools = []fyne.CanvasObject{
		p.button("ui.pages.previous", func() { p.Go(p.page - 1) }),
		Wide(4*Size(theme.SizeNameText), p.number), of,
		p.button("ui.pages.next", func() { p.Go(p.page + 1) }),
		p.button("ui.pages.smaller", func() { p.step(-1) }), Wide(4*Size(theme.SizeNameText), p.size),
		p.button("ui.pages.larger", func() { p.step(1) }),
		p.button("ui.pages.fit", func() { p.setZoom(fitWidth) }),
		p.button("ui.pages.whole", func() { p.setZoom(fitPage) }),
	}
	ground := NewGround(ColorLine, "")
	p.Content = container.New(fitting{p}, ground, p.scroll, container.NewCenter(p.state))
	return p
}

func (p *Pages) button(id string, do func()) *Button {
	b := NewButton(p.words.T(id, nil), do)
	b.OnEscape = func() { p.back() }
	return b
}

func (p *Pages) back() {
	if p.OnBack != nil {
		p.OnBack()
	}
}

// Focus gives the keyboard to the page.
func (p *Pages) Focus() { p.tasks.Window.Canvas().Focus(p.sheet) }

// Page returns the number of the page shown, from 0.
func (p *Pages) Page() int { return p.page }

// Go shows a page, counted from 0: the first for a smaller number, the last for a larger.
func (p *Pages) Go(page int) {
	page = max(0, min(page, p.count-1))
	if page == p.page && p.sheet.picture.Image != nil {
		return
	}
	p.page = page
	p.scroll.ScrollToTop()
	p.show()
}

// step takes the next of the sizes.
func (p *Pages) step(way int) {
	now := p.shownPercent()
	next := now
	for _, z := range zooms() {
		if way > 0 && z > now {
			next = z
			break
		}
		if way < 0 && z < now {
			next = z
		}
	}
	p.setZoom(next)
}

func (p *Pages) setZoom(percent int) {
	p.zoom = percent
	p.show()
}

// shownPercent is the size of the page on the screen; 100 is its own.
func (p *Pages) shownPercent() int {
	if p.zoom > 0 || p.sheet.picture.Image == nil {
		return max(p.zoom, zooms()[0])
	}
	return int(p.sheet.MinSize().Width/p.sheet.natural*100 + 0.5)
}

// show draws what is asked for and puts it in the place of what was there.
func (p *Pages) show() {
	p.turn++
	turn, page, zoom := p.turn, p.page, p.zoom
	scale := p.tasks.Window.Canvas().Scale()
	free := p.scroll.Size().SubtractWidthHeight(theme.ScrollBarSize(), 1).Max(fyne.NewSize(100, 100))
	room := image.Pt(int(free.Width*scale), int(free.Height*scale))
	if zoom == fitWidth {
		room.Y = 0
	}
	p.number.SetText(strconv.Itoa(page + 1))
	p.state.SetText(p.words.T("ui.pages.drawing", nil))
	var img image.Image
	p.tasks.Quietly(func() (err error) {
		dpi := max(0, int(screenDPI*scale*float32(zoom)/100))
		img, err = p.draw(page, dpi, room)
		return err
	}, func(err error) {
		if turn != p.turn {
			return
		}
		p.state.SetText("")
		if err != nil {
			p.state.SetText(p.words.T("ui.pages.failed", map[string]any{"Page": page + 1}))
			img = nil
		}
		p.sheet.set(img, scale)
		p.size.SetText(p.words.T("ui.pages.percent", map[string]any{"N": p.shownPercent()}))
		p.scroll.Refresh()
	})
}

// typed handles a key that the page understands.
func (p *Pages) typed(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyPageDown, fyne.KeyRight, fyne.KeySpace:
		p.Go(p.page + 1)
	case fyne.KeyPageUp, fyne.KeyLeft:
		p.Go(p.page - 1)
	case fyne.KeyHome:
		p.Go(0)
	case fyne.KeyEnd:
		p.Go(p.count - 1)
	case fyne.KeyDown, fyne.KeyUp:
		way := float32(60)
		if key.Name == fyne.KeyDown {
			way = -way
		}
		p.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, way)})
	case fyne.KeyPlus, fyne.KeyEqual:
		p.step(1)
	case fyne.KeyMinus:
		p.step(-1)
	case fyne.KeyEscape:
		p.back()
	}
}

// sheet is the picture of a page, with the keyboard.
type sheet struct {
	widget.BaseWidget
	pages   *Pages
	picture *canvas.Image
	frame   *canvas.Rectangle
	natural float32 // width of the page in its own size
	least   fyne.Size
}

func newSheet(p *Pages) *sheet {
	s := &sheet{pages: p, picture: &canvas.Image{FillMode: canvas.ImageFillStretch}}
	s.frame = canvas.NewRectangle(color.Transparent)
	s.frame.StrokeWidth = 1
	s.ExtendBaseWidget(s)
	return s
}

// set shows a picture whose dots are those of the screen.
func (s *sheet) set(img image.Image, scale float32) {
	s.picture.Image, s.least = img, fyne.Size{}
	if img != nil {
		s.least = fyne.NewSize(float32(img.Bounds().Dx())/scale, float32(img.Bounds().Dy())/scale)
		// A sheet of a package is A4, standing or lying; only the width is measured.
		s.natural = a4Width(img) * screenDPI / 25.4
	}
	s.picture.Refresh()
	s.Refresh()
}

func a4Width(img image.Image) float32 {
	if img.Bounds().Dx() > img.Bounds().Dy() {
		return 297
	}
	return 210
}

// MinSize is called by the toolkit.
func (s *sheet) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return s.least
}

// CreateRenderer is called by the toolkit.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(s.picture, s.frame))
}

// FocusGained is called by the toolkit.
func (s *sheet) FocusGained() { s.outline(true) }

// FocusLost is called by the toolkit.
func (s *sheet) FocusLost() { s.outline(false) }

func (s *sheet) outline(on bool) {
	s.frame.StrokeColor = nil
	if on {
		s.frame.StrokeColor = theme.Color(theme.ColorNamePrimary)
	}
	s.frame.Refresh()
}

// Tapped is called by the toolkit.
func (s *sheet) Tapped(*fyne.PointEvent) { s.pages.Focus() }

// TypedRune is called by the toolkit; + and - come as keys too.
func (s *sheet) TypedRune(rune) {}

// TypedKey is called by the toolkit.
func (s *sheet) TypedKey(key *fyne.KeyEvent) {
	if !PassedUp(s, key) {
		s.pages.typed(key)
	}
}

// pageEntry takes the number of a page.
type pageEntry struct {
	widget.Entry
	pages *Pages
}

// CreateRenderer is called by the toolkit.
func (e *pageEntry) CreateRenderer() fyne.WidgetRenderer { return barless(&e.Entry) }

// TypedKey is called by the toolkit.
func (e *pageEntry) TypedKey(key *fyne.KeyEvent) {
	if PassedUp(e, key) {
		return
	}
	switch key.Name {
	case fyne.KeyEscape:
		e.pages.back()
	case fyne.KeyPageDown, fyne.KeyPageUp:
		e.pages.typed(key)
	default:
		e.Entry.TypedKey(key)
	}
}

// fitting is a layout: all fill it, and the page is drawn again at another width.
type fitting struct{ pages *Pages }

// Layout is called by the toolkit.
func (l fitting) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	before := l.pages.scroll.Size()
	for _, o := range objects {
		o.Resize(room)
		o.Move(fyne.NewPos(0, 0))
	}
	if room != before && (l.pages.zoom < 0 || before.IsZero()) {
		l.pages.show()
	}
}

// MinSize is called by the toolkit.
func (l fitting) MinSize([]fyne.CanvasObject) fyne.Size { return l.pages.scroll.MinSize() }
