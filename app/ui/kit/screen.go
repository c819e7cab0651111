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
// header, and buttons of the header bring the others: rows of a list are what staff came for.
type Screen struct {
	widget.BaseWidget
	// Header is the head of the screen; its count and title change with what is shown.
	Header *Header

	parts     ScreenParts
	secondary []*Button // of the header, without those of a low window
	filters   *Button
	details   *Button
	line      *widget.Separator
	under     *widget.Separator // between the list and the details
	low       bool
	seen      pane
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
	for _, b := range []*Button{v.filters, v.details} {
		b.OnEscape = v.ShowList
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

// turn shows a pane, or the list in its place when it is shown.
func (v *Screen) turn(to pane) {
	if v.seen == to {
		to = paneList
	}
	v.show(to)
}

func (v *Screen) show(to pane) {
	if v.seen != to {
		v.seen = to
		v.Refresh()
	}
}

// tools puts the buttons of a low window into the header, or takes them away.
func (v *Screen) tools() {
	secondary := v.secondary
	if v.low {
		secondary = nil
		if v.parts.Filters != nil {
			secondary = append(secondary, v.filters)
		}
		if v.parts.Details != nil {
			secondary = append(secondary, v.details)
		}
		secondary = append(secondary, v.secondary...)
	}
	v.Header.setSecondary(secondary)
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
		v.tools()
	}
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
		put(v.pane(), room.Height-y)
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

// pane returns what has the place in a low window.
func (v *Screen) pane() fyne.CanvasObject {
	switch {
	case v.seen == paneFilters && v.parts.Filters != nil:
		return v.parts.Filters
	case v.seen == paneDetails && v.parts.Details != nil:
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
