package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/kit"
)

// header is the bar with the choosers of park and year.
type header struct {
	window  *Window
	park    *widget.Select
	year    *widget.Select
	ids     []int64   // of the parks on offer
	doing   *kit.Line // what is being computed; it stands where nothing has to make room
	content fyne.CanvasObject
}

func newHeader(w *Window) *header {
	h := &header{window: w}
	h.park = widget.NewSelect(nil, h.onPark)
	h.year = widget.NewSelect(nil, h.onYear)
	h.park.PlaceHolder = w.desk.T("ui.park.none")
	label := func(id string) fyne.CanvasObject {
		return container.NewCenter(kit.NewText(w.desk.T(id), kit.ColorMuted, theme.SizeNameText))
	}
	em := kit.Size(theme.SizeNameText)
	h.doing = kit.NewLine(kit.ColorMuted, theme.SizeNameText)
	choosers := container.NewHBox(
		kit.Gap(6), label("ui.park"), kit.Wide(em*26, h.park),
		kit.Gap(10), label("ui.year"), kit.Wide(em*7, h.year), kit.Gap(10),
	)
	h.content = kit.Panel(container.NewPadded(container.NewBorder(nil, nil, choosers, nil,
		container.NewVBox(layout.NewSpacer(), h.doing, layout.NewSpacer()))))
	return h
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
	show(h.park, names, at, h.onPark)
	h.refreshYears()
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
	show(h.year, names, at, h.onYear)
}

// show sets the options and the chosen one without calling the handler.
func show(s *widget.Select, options []string, at int, handler func(string)) {
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
