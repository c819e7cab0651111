package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app/i18n"
)

// Screen is what a screen is built of: its header, what narrows or explains the list, the list, and the chosen
// line of it in full. Where the window is low one of the three has the place under the
// header, and buttons of the header bring the others and lead back: rows of a list are what staff came for. The
// button of the chosen line in full is always in view there, and where another pane has the place, the way back is.
type Screen struct {
	widget.BaseWidget
	// Header is the head of the screen; its count and title change with what is shown.
	Header *Header

	parts     ScreenParts
	secondary []*Button // of the header, without those of a low window
	filters   *Button
	details   *Button
	back      *Button // to the list, while another pane has its place
	offered   offered // what the header was given last
	line      *widget.Separator
	under     *widget.Separator // between the list and the details
	low       bool
	seen      pane
}

// offered says which buttons of panes stand in the header.
type offered struct {
	low     bool
	filters bool
	details bool
	seen    pane
}

// pane is what has the place under the header of a low window.
type pane uint8

const (
	paneList pane = iota
	paneFilters
	paneDetails
)

// ScreenParts is what a screen consists of; all but the header and the list may be missing.
type ScreenParts struct {
	Header  HeaderParts       // the head
	Steps   fyne.CanvasObject // over all of it whatever the height: the pages that are walked one after the other
	Filters fyne.CanvasObject // over the list; it may wrap
	Brief   fyne.CanvasObject // in a low window over the list: in a line what the filters, which have no place, would say
	Chosen  func() int        // how many filters are set; nil where the row tells instead of asking
	List    fyne.CanvasObject // what the screen is for
	Details *container.Scroll // under the list; its content may be hidden while there is nothing to say
	Words   *i18n.Printer     // says what the screen itself says
}

// lowHeight is the height of a screen, at 100 %, under which its panes take turns: that of a
// window of 480 without its bars.
const lowHeight = 416

// NewScreen returns a screen of the parts.
func NewScreen(parts ScreenParts) *Screen {
	v := &Screen{parts: parts, secondary: parts.Header.Secondary, line: widget.NewSeparator(), under: widget.NewSeparator()}
	v.Header = NewHeader(parts.Header)
	v.filters = NewTool(v.filtersCaption(), theme.ListIcon(), func() { v.turn(paneFilters) })
	v.details = NewTool(parts.Words.T("ui.screen.details", nil), theme.InfoIcon(), func() { v.turn(paneDetails) })
	v.back = NewTool(parts.Words.T("ui.panes.back", nil), theme.NavigateBackIcon(), v.toList)
	for _, b := range []*Button{v.filters, v.details, v.back} {
		b.OnEscape = v.toList
	}
	v.ExtendBaseWidget(v)
	return v
}

// filtersCaption names the filters, and how many are set.
func (v *Screen) filtersCaption() string {
	if v.parts.Chosen == nil {
		return v.parts.Words.T("ui.screen.about", nil)
	}
	return v.parts.Words.T("ui.screen.filters", map[string]any{"N": v.parts.Chosen()})
}

// Low reports whether the panes take turns.
func (v *Screen) Low() bool { return v.low }

// ShowList gives the place to the list.
func (v *Screen) ShowList() { v.show(paneList) }

// ShowDetails gives the place to the chosen line in full where it is not seen.
func (v *Screen) ShowDetails() { v.show(paneDetails) }

// turn shows a pane, the keyboard on the way back from it.
func (v *Screen) turn(to pane) {
	v.show(to)
	if c := canvasOf(v); c != nil && v.low {
		c.Focus(v.back)
	}
}

// toList gives the place and the keyboard to the list.
func (v *Screen) toList() {
	v.ShowList()
	if table := tableIn(v.parts.List); table != nil {
		canvasOf(v).Focus(table)
	}
}

// tableIn returns the first table that is seen in an object, nil for none.
func tableIn(in fyne.CanvasObject) *Table {
	if in == nil || !in.Visible() {
		return nil
	}
	if t, ok := in.(*Table); ok {
		return t
	}
	for _, o := range inside(in) {
		if t := tableIn(o); t != nil {
			return t
		}
	}
	return nil
}

func (v *Screen) show(to pane) {
	if v.seen != to {
		v.seen = to
		v.Refresh()
	}
}

// tools puts the buttons of the panes of a low window into the header, or takes them away. The first of them,
// the way to the chosen line in full or back from it, stays when the others have no room.
func (v *Screen) tools() {
	now := offered{low: v.low, filters: v.filtered(), details: v.detailed(), seen: v.seen}
	if now == v.offered {
		return
	}
	v.offered = now
	for _, b := range []*Button{v.filters, v.details, v.back} {
		b.Hide() // the header shows those it is given
	}
	if !v.low {
		v.Header.setSecondary(v.secondary, 0)
		return
	}
	var secondary []*Button
	if v.seen != paneList {
		secondary = append(secondary, v.back)
	}
	if now.details && v.seen != paneDetails {
		secondary = append(secondary, v.details)
	}
	kept := min(1, len(secondary))
	if now.filters && v.seen != paneFilters {
		secondary = append(secondary, v.filters)
	}
	v.Header.setSecondary(append(secondary, v.secondary...), kept)
}

// filtered reports whether there is anything over the list, seen now or not.
func (v *Screen) filtered() bool { return v.parts.Filters != nil && says(v.parts.Filters) }

// detailed reports whether there is anything to say under the list.
func (v *Screen) detailed() bool {
	return v.parts.Details != nil && v.parts.Details.Content.Visible() && says(v.parts.Details.Content)
}

// says reports whether an object has a part that is shown.
func says(o fyne.CanvasObject) bool {
	switch o.(type) {
	case *fyne.Container, *container.Scroll, *Scroll:
		for _, part := range inside(o) {
			if part.Visible() && says(part) {
				return true
			}
		}
		return false
	}
	return true
}

// CreateRenderer is called by the toolkit.
func (v *Screen) CreateRenderer() fyne.WidgetRenderer { return &screenRenderer{v} }

type screenRenderer struct{ screen *Screen }

// MinSize is called by the toolkit: a screen is content with little and wraps what it must.
func (r *screenRenderer) MinSize() fyne.Size {
	return r.screen.Header.MinSize().AddWidthHeight(0, Pixels(80))
}

// Layout is called by the toolkit.
func (r *screenRenderer) Layout(room fyne.Size) {
	v := r.screen
	if low := Units(room.Height) < lowHeight; low != v.low {
		v.low, v.seen = low, paneList
	}
	if v.pane() != v.seen {
		v.seen = paneList // there is nothing to say any more
	}
	v.tools()
	v.filters.SetText(v.filtersCaption())
	y := float32(0)
	put := func(o fyne.CanvasObject, high float32) {
		o.Show()
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(room.Width, max(0, high)))
		y += high
	}
	put(v.Header, v.Header.MinSize().Height)
	put(v.line, v.line.MinSize().Height)
	for _, o := range []fyne.CanvasObject{v.parts.Brief, v.parts.Filters, v.parts.List, v.under, v.scroll()} {
		if o != nil {
			o.Hide()
		}
	}
	if v.parts.Steps != nil {
		put(v.parts.Steps, v.parts.Steps.MinSize().Height)
	}
	if v.low {
		if v.parts.Brief != nil && v.seen == paneList {
			put(v.parts.Brief, v.parts.Brief.MinSize().Height)
		}
		put(v.inPlace(), room.Height-y)
		return
	}
	if v.parts.Filters != nil {
		put(v.parts.Filters, v.filtersHigh(room.Width, room.Height-y))
	}
	if v.parts.Details == nil || !v.parts.Details.Content.Visible() {
		put(v.parts.List, room.Height-y)
		return
	}
	line := v.under.MinSize().Height
	below := min(settled(v.parts.Details.Content, room.Width), (room.Height-y)/2)
	put(v.parts.List, room.Height-y-below-line)
	put(v.under, line)
	put(v.parts.Details, below)
}

// filtersShare is how much of the place what is over the list may take before it scrolls.
const filtersShare = 0.45

// filtersHigh is the height of what is over the list at a width.
func (v *Screen) filtersHigh(width, place float32) float32 {
	if scroll, ok := v.parts.Filters.(*container.Scroll); ok {
		return min(settled(scroll.Content, width), place*filtersShare)
	}
	return settled(v.parts.Filters, width)
}

// scroll is the pane of the details as an object, nil when there is none.
func (v *Screen) scroll() fyne.CanvasObject {
	if v.parts.Details == nil {
		return nil
	}
	return v.parts.Details
}

// pane returns which pane has the place in a low window: that which was asked for, if it is there.
func (v *Screen) pane() pane {
	switch {
	case v.seen == paneFilters && v.filtered():
		return paneFilters
	case v.seen == paneDetails && v.detailed():
		return paneDetails
	}
	return paneList
}

// inPlace returns what stands in the place under the header of a low window.
func (v *Screen) inPlace() fyne.CanvasObject {
	switch v.seen {
	case paneFilters:
		return v.parts.Filters
	case paneDetails:
		return v.parts.Details
	}
	return v.parts.List
}

// Refresh is called by the toolkit.
func (r *screenRenderer) Refresh() { redraw(r, r.screen) }

// Objects is called by the toolkit.
func (r *screenRenderer) Objects() []fyne.CanvasObject {
	v := r.screen
	objects := []fyne.CanvasObject{v.Header, v.line, v.under}
	for _, o := range []fyne.CanvasObject{v.parts.Steps, v.parts.Brief, v.parts.Filters, v.parts.List, v.scroll()} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	return objects
}

// Destroy is called by the toolkit.
func (r *screenRenderer) Destroy() {}
