package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/ui/kit"
)

// header is the bar with the choosers of park and year.
type header struct {
	window   *Window
	sections *kit.Button // to the navigation, where it has no room
	park     *kit.Select
	year     *kit.Select
	labels   [2]*kit.Line // before the choosers
	ids      []int64      // of the parks on offer
	doing    *kit.Line    // what is being computed; it stands where nothing has to make room
	narrow   bool
	content  fyne.CanvasObject
}

func newHeader(w *Window) *header {
	h := &header{window: w, park: kit.NewSelect(nil), year: kit.NewSelect(nil)}
	h.park.OnChanged, h.year.OnChanged = h.onPark, h.onYear
	h.park.PlaceHolder = w.desk.T("ui.park.none")
	h.park.OnEscape, h.year.OnEscape = w.focusScreen, w.focusScreen
	for i, id := range []string{"ui.park", "ui.year"} {
		h.labels[i] = kit.NewLine(kit.ColorMuted, theme.SizeNameText)
		h.labels[i].SetText(w.desk.T(id))
	}
	h.sections = kit.NewTool(w.desk.T("ui.sections"), theme.MenuIcon(), func() { w.askForNav(!w.frame.navAsked) })
	h.sections.OnEscape = w.leaveNav
	h.sections.Hide()
	h.doing = kit.NewLine(kit.ColorMuted, theme.SizeNameText)
	h.content = kit.Panel(container.New(h, h.sections, h.labels[0], h.park, h.labels[1], h.year, h.doing))
	return h
}

// Widths of the choosers at 100 %.
const (
	parkWidth   = 250
	yearWidth   = 76
	narrowPark  = 150
	leastOfLine = 60 // what is narrower tells nothing
)

// Layout puts the choosers into a row; in a narrow window their labels make room for the
// button of the navigation.
func (h *header) Layout(_ []fyne.CanvasObject, room fyne.Size) {
	x := kit.Size(kit.SpaceEdge)
	put := func(o fyne.CanvasObject, wide, high, gap float32) {
		o.Move(fyne.NewPos(x, (room.Height-high)/2))
		o.Resize(fyne.NewSize(wide, high))
		x += wide + gap
	}
	near, row, park := kit.Size(kit.SpaceNear), kit.Size(kit.SizeRow), kit.Pixels(parkWidth)
	if h.narrow {
		put(h.sections, h.sections.MinSize().Width, row, near)
		park = max(kit.Pixels(narrowPark), min(park, room.Width-x-kit.Pixels(yearWidth)-near-kit.Size(kit.SpaceEdge)))
		park = min(park, max(0, room.Width-x-kit.Pixels(yearWidth)-2*near))
	} else {
		put(h.labels[0], h.labels[0].Room(), h.labels[0].MinSize().Height, near)
	}
	put(h.park, park, row, kit.Size(kit.SpaceBlock))
	if !h.narrow {
		put(h.labels[1], h.labels[1].Room(), h.labels[1].MinSize().Height, near)
	}
	put(h.year, kit.Pixels(yearWidth), row, kit.Size(kit.SpaceBlock))
	left := room.Width - x - kit.Size(kit.SpaceEdge)
	if left < kit.Pixels(leastOfLine) {
		left = 0
	}
	put(h.doing, left, h.doing.MinSize().Height, 0)
}

// MinSize is called by the toolkit.
func (h *header) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kit.Pixels(narrowPark), kit.Size(kit.SizePark))
}

// turn follows the window becoming narrow or wide.
func (h *header) turn(narrow bool) {
	h.narrow = narrow
	show(h.sections, narrow)
	for _, label := range h.labels {
		show(label, !narrow)
	}
	h.content.Refresh()
}

// say says what is being computed, «» for nothing.
func (h *header) say(text string) { h.doing.SetText(text) }

// refresh shows the parks of the file and the chosen year without choosing anything.
func (h *header) refresh() {
	d := h.window.desk
	parks, err := d.Store.Parks(d.Ctx())
	if err != nil {
		d.Fail(err)
		return
	}
	h.ids = nil
	var names []string
	at := -1
	for i, p := range parks {
		h.ids = append(h.ids, p.ID)
		names = append(names, p.Type().Title(p, func(string, int64) string { return "" }))
		if p.ID == d.Park {
			at = i
		}
	}
	offer(h.park, names, at, h.onPark)
	h.refreshYears()
	h.window.nameWindow()
}

func (h *header) refreshYears() {
	d := h.window.desk
	var names []string
	at := -1
	for i, year := range d.Years() {
		names = append(names, strconv.Itoa(year))
		if year == d.Year {
			at = i
		}
	}
	offer(h.year, names, at, h.onYear)
}

// offer sets the options and the chosen one without calling the handler.
func offer(s *kit.Select, options []string, at int, handler func(string)) {
	s.OnChanged = nil
	s.SetOptions(options)
	if at < 0 {
		s.ClearSelected()
	} else {
		s.SetSelectedIndex(at)
	}
	s.OnChanged = handler
}

func (h *header) onPark(string) {
	if at := h.park.SelectedIndex(); at >= 0 && at < len(h.ids) {
		h.window.leaveScreen(func() { h.window.usePark(h.ids[at]) }, h.refresh)
	}
}

func (h *header) onYear(text string) {
	if p, ok := app.ParsePeriod(text); ok && !p.Zero() {
		h.window.leaveScreen(func() { h.window.useYear(p.Year) }, h.refresh)
	}
}
