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
	back     *kit.Button // to where one came from; it has its place whether there is a way or not
	park     *kit.Select
	year     *kit.Select
	labels   [2]*kit.Line // before the choosers
	ids      []int64      // of the parks on offer
	doing    *kit.Line    // what is being computed; it stands where nothing has to make room
	state    *kit.Line    // how the file is, in a low window, which has no line for it at the foot
	narrow   bool
	isLow    bool
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
	h.back = kit.NewTool(w.desk.T("ui.menu.back"), theme.NavigateBackIcon(), w.back)
	h.back.OnEscape = w.focusScreen
	h.allowBack()
	h.doing = kit.NewLine(kit.ColorMuted, theme.SizeNameText)
	h.state = kit.NewLine(kit.ColorMuted, theme.SizeNameCaptionText)
	h.content = kit.Panel(container.New(h, h.sections, h.labels[0], h.park, h.labels[1], h.year, h.doing, h.state, h.back))
	return h
}

// Widths of the choosers at 100 %.
const (
	parkWidth   = 250
	yearWidth   = 76
	narrowPark  = 110
	leastOfLine = 60 // what is narrower tells nothing
	leastState  = 150
)

// Layout puts the choosers into a row; in a narrow window their labels make room for the
// button of the navigation, and in a low one the park for how the file is.
func (h *header) Layout(_ []fyne.CanvasObject, room fyne.Size) {
	x := kit.Size(kit.SpaceEdge)
	put := func(o fyne.CanvasObject, wide, high, gap float32) {
		o.Move(fyne.NewPos(x, (room.Height-high)/2))
		o.Resize(fyne.NewSize(wide, high))
		x += wide + gap
	}
	near, row := kit.Size(kit.SpaceNear), kit.Size(kit.SizeRow)
	if low := h.low(); low != h.isLow && h.window.status != nil {
		h.isLow = low
		h.state.SetText(h.window.status.text(low))
	}
	show(h.state, h.isLow && h.state.Text() != "")
	if h.narrow {
		put(h.sections, h.sections.MinSize().Width, row, near)
	}
	put(h.back, h.back.MinSize().Width, row, near)
	if !h.narrow {
		put(h.labels[0], h.labels[0].Room(), h.labels[0].MinSize().Height, near)
	}
	put(h.park, h.parkRoom(room.Width-x), row, kit.Size(kit.SpaceBlock))
	if !h.narrow {
		put(h.labels[1], h.labels[1].Room(), h.labels[1].MinSize().Height, near)
	}
	put(h.year, kit.Pixels(yearWidth), row, kit.Size(kit.SpaceBlock))
	left := room.Width - x - kit.Size(kit.SpaceEdge)
	if left < kit.Pixels(leastOfLine) {
		left = 0
	}
	doing := min(h.doing.Room(), left)
	if h.state.Visible() && app.MarkOf(h.state.Text()) != app.MarkReady {
		doing = 0 // what keeps the file from being written comes first
	}
	put(h.doing, doing, h.doing.MinSize().Height, near)
	wide := min(h.state.Room(), max(0, room.Width-x-kit.Size(kit.SpaceEdge)))
	x = room.Width - kit.Size(kit.SpaceEdge) - wide
	put(h.state, wide, h.state.MinSize().Height, 0)
}

// parkRoom is how wide the chooser of the park is in what its button and label leave.
func (h *header) parkRoom(room float32) float32 {
	park, near, least := kit.Pixels(parkWidth), kit.Size(kit.SpaceNear), kit.Pixels(narrowPark)
	if h.narrow {
		park = max(least, min(park, room-kit.Pixels(yearWidth)-near-kit.Size(kit.SpaceEdge)))
		park = min(park, max(0, room-kit.Pixels(yearWidth)-2*near))
	}
	if h.state.Visible() {
		after := kit.Pixels(yearWidth) + 2*kit.Size(kit.SpaceBlock) + kit.Size(kit.SpaceEdge) + min(h.state.Room(), kit.Pixels(leastState)) + kit.Size(kit.SpaceNear)
		park = min(park, max(least, room-after))
	}
	return park
}

// low reports a window without a line at its foot.
func (h *header) low() bool { return kit.Low(h.window.win.Canvas()) }

// refreshState says how the file is.
func (h *header) refreshState() {
	h.state.SetText(h.window.status.text(h.isLow))
	h.content.Refresh()
}

// MinSize is called by the toolkit.
func (h *header) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kit.Pixels(narrowPark), kit.BarHeight(h.window.win.Canvas(), kit.SizePark))
}

// turn follows the window becoming narrow or wide.
func (h *header) turn(narrow bool) {
	h.narrow = narrow
	show(h.sections, narrow)
	text := "" // the arrow says it where there is little room
	if !narrow {
		text = h.window.desk.T("ui.menu.back")
	}
	h.back.SetText(text)
	for _, label := range h.labels {
		show(label, !narrow)
	}
	h.content.Refresh()
}

// allowBack offers the way back where there is one.
func (h *header) allowBack() {
	why := ""
	if len(h.window.trail.past) == 0 {
		why = h.window.desk.T("ui.back.none")
	}
	h.back.Forbid(why)
}

// say says what is being computed, «» for nothing.
func (h *header) say(text string) {
	h.doing.SetText(text)
	h.content.Refresh()
}

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
	h.allowBack()
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
		h.window.leaveScreen(func() { h.window.enterYear(p.Year, h.refreshYears) }, h.refresh)
	}
}
