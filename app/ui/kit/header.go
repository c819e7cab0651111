package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app/i18n"
)

// Header is the head of a screen: its name, how much it shows and how full that is, a
// search, buttons. It is one row that never wraps: where there is no room it leaves things
// out in an order of its own (header_plan.go), and what it leaves out stays within reach —
// buttons in «Ещё», the search behind «Найти». Why the primary button is forbidden stands under
// it; in a low window, which has no room there, in the place of the count.
type Header struct {
	widget.BaseWidget
	Bar *Bar // how full that is which the screen shows; hidden until SetShare

	parts       HeaderParts
	ofList      HeaderParts // the same with what belongs to a list; see Alone
	title       *Line
	count       *Line
	long, short string // how much is shown
	percent     string // what the bar says in short, for where it has no room

	led         *Button // before the secondary buttons: the way to what a list has no room to show beside it; nil for none
	kept        int     // so many of the secondary buttons, from the first, leave after everything else
	find, close *Button // in place of the search, and after it
	more        *Button
	open        bool // the search has taken the row
	elsewhere   bool // the primary button is where the eye is: in an empty list, among ticked rows
	plan        headerPlan
}

// HeaderParts is what a header consists of; all but the title and the words may be missing.
type HeaderParts struct {
	Title     string        // the name of the screen
	Words     *i18n.Printer // says what the header itself says
	Search    *Filter       // of the list of the screen
	Secondary []*Button     // from the left; the last of them goes into «Ещё» first
	More      []*Button     // always in «Ещё»
	Primary   *Button       // the one of the accent, which never leaves
}

// NewHeader returns a header of the parts.
func NewHeader(parts HeaderParts) *Header {
	h := &Header{parts: parts, ofList: parts, Bar: NewBar(), count: NewLine(ColorMuted, theme.SizeNameText)}
	h.title = NewLine(ColorText, theme.SizeNameHeadingText)
	h.title.Bold = true
	h.title.SetText(parts.Title)
	h.Bar.Hide()
	say := func(id string) string { return parts.Words.T(id, nil) }
	h.find = NewTool(say("ui.header.find"), theme.SearchIcon(), h.FocusSearch)
	h.close = NewButton(say("ui.header.close"), h.closeSearch)
	h.close.OnEscape = h.closeSearch
	h.more = NewTool(say("ui.header.more"), theme.MoreVerticalIcon(), h.showMore)
	if parts.Search != nil {
		parts.Search.OnLeave = h.giveBack
	}
	if parts.Primary != nil {
		parts.Primary.Reason()
		parts.Primary.onReason = h.Refresh
	}
	h.ExtendBaseWidget(h)
	return h
}

// Ruled returns the header with the line that parts it from the screen close under it.
func (h *Header) Ruled() fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedVBoxLayout(0), h, widget.NewSeparator())
}

// Alone leaves out what belongs to a list, the search and the secondary buttons, while the
// screen shows none.
func (h *Header) Alone(on bool) {
	if on == (h.parts.Search == nil && h.parts.Secondary == nil) {
		return
	}
	h.parts = h.ofList
	h.parts.Secondary = h.ofHeader()
	if on {
		h.parts.Search, h.parts.Secondary, h.open = nil, nil, false
	}
	h.Refresh()
}

// ofHeader returns the secondary buttons with what leads them.
func (h *Header) ofHeader() []*Button {
	if h.led == nil {
		return h.ofList.Secondary
	}
	return append([]*Button{h.led}, h.ofList.Secondary...)
}

// lead puts a button before the secondary ones, which leaves after everything else; nil takes it away.
func (h *Header) lead(b *Button) {
	if b == h.led {
		return
	}
	if h.led != nil {
		h.led.Hide()
	}
	alone := h.parts.Search == nil && h.parts.Secondary == nil && (h.ofList.Search != nil || h.ofList.Secondary != nil)
	h.led = b
	if !alone {
		h.parts.Secondary = h.ofHeader()
	}
	h.Refresh()
}

// PrimaryElsewhere leaves the primary button out while the page itself has one.
func (h *Header) PrimaryElsewhere(on bool) {
	if h.elsewhere != on {
		h.elsewhere = on
		h.Refresh()
	}
}

// primary returns the primary button, nil where there is none now.
func (h *Header) primary() *Button {
	if h.elsewhere {
		return nil
	}
	return h.parts.Primary
}

// why says why the primary button is forbidden, «» when it is not.
func (h *Header) why() string {
	if h.primary() == nil {
		return ""
	}
	return h.primary().Why()
}

// setSecondary changes the secondary buttons; the first of them that are kept leave after everything else.
func (h *Header) setSecondary(buttons []*Button, kept int) {
	h.kept = kept
	alone := h.parts.Search == nil && h.ofList.Search != nil
	h.ofList.Secondary = buttons
	if !alone {
		h.parts.Secondary = h.ofHeader()
	}
	h.Refresh()
}

// SetTitle changes the name.
func (h *Header) SetTitle(text string) {
	h.title.SetText(text)
	h.Refresh()
}

// SetCount says how much is shown: «показано 2 из 110» and, where there is less room,
// «2 из 110».
func (h *Header) SetCount(long, short string) {
	h.long, h.short = long, short
	h.Refresh()
}

// Count returns how much is shown, in full.
func (h *Header) Count() string { return h.long }

// SetShare says how full that is which the screen shows, from 0 to 1, in words and in short words that say of
// what the percent is; empty words hide it.
func (h *Header) SetShare(share float32, words, percent string) {
	h.percent = percent
	h.Bar.short = percent
	h.Bar.Set(share, words)
	h.Refresh()
}

// FocusSearch puts the cursor into the search, for which the row makes room.
func (h *Header) FocusSearch() {
	if h.parts.Search == nil {
		return
	}
	h.open = true
	h.Refresh()
	if c := fyne.CurrentApp().Driver().CanvasForObject(h); c != nil {
		c.Focus(h.parts.Search)
	}
}

// giveBack gives the row back to the title: the search was left.
func (h *Header) giveBack() {
	h.open = false
	h.Refresh()
}

// closeSearch empties the search and gives the row back.
func (h *Header) closeSearch() {
	h.parts.Search.SetText("")
	h.giveBack()
	if c := fyne.CurrentApp().Driver().CanvasForObject(h); c != nil && h.find.Visible() {
		c.Focus(h.find)
	}
}

// showMore opens the menu of what has no button.
func (h *Header) showMore() {
	var items []*fyne.MenuItem
	if h.plan.findInMore {
		items = append(items, fyne.NewMenuItem(h.find.caption(), h.FocusSearch))
	}
	for _, b := range append(h.left(), h.parts.More...) {
		items = append(items, menuItemOf(b))
	}
	ShowMenu(h.more, items)
}

// left returns the secondary buttons that have no room.
func (h *Header) left() []*Button {
	all := h.parts.Secondary
	return all[min(h.plan.secondary, len(all)):len(all):len(all)]
}

// menuItemOf is a button as a line of a menu; a forbidden one says why.
func menuItemOf(b *Button) *fyne.MenuItem {
	text := b.caption()
	if why := b.Why(); why != "" {
		text += " — " + why
	}
	item := fyne.NewMenuItem(text, b.OnTapped)
	item.Disabled = b.Disabled()
	item.Icon = b.picture()
	return item
}

// ShowMenu shows a menu under a widget; the keyboard is in the menu and returns to the widget
// when it is closed.
func ShowMenu(under fyne.CanvasObject, items []*fyne.MenuItem) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(under)
	if c == nil || len(items) == 0 {
		return
	}
	shown := widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	dismissed := shown.OnDismiss
	shown.OnDismiss = func() {
		if dismissed != nil {
			dismissed()
		}
		if f, ok := under.(fyne.Focusable); ok && c.Focused() == nil && c.Overlays().Top() == nil {
			c.Focus(f)
		}
	}
	at := driver.AbsolutePositionForObject(under).AddXY(0, under.Size().Height+Size(SpaceHair))
	at.X = max(0, min(at.X, c.Size().Width-shown.MinSize().Width))
	shown.ShowAtPosition(at)
}

// CreateRenderer is called by the toolkit.
func (h *Header) CreateRenderer() fyne.WidgetRenderer { return &headerRenderer{h} }
