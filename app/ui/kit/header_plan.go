package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Widths of a header at 100 %.
const (
	headerLeast = 360 // a header is never narrower
	searchLeast = 220 // a search that is narrower is a button
	searchMost  = 420
	titleChars  = 12 // of the name stay when everything else has left
)

// headerPlan is what of a header has room.
type headerPlan struct {
	words      bool // beside the bar
	bar        bool // else the percent joins the count
	icons      bool // before the words of buttons
	secondary  int  // how many of the secondary buttons
	count      int  // 2 in full, 1 short, 0 none
	search     bool // else «Найти»
	findInMore bool // «Найти» is in «Ещё»
}

// whole is the plan of a header that has room for everything.
func (h *Header) whole() headerPlan {
	return headerPlan{words: true, bar: h.Bar.Text() != "", icons: true, secondary: len(h.parts.Secondary), count: 2, search: h.parts.Search != nil}
}

// steps leave out one thing more each, the least needed first.
func (h *Header) steps() []func(*headerPlan) {
	steps := []func(*headerPlan){
		func(p *headerPlan) { p.words = false },
		func(p *headerPlan) { p.bar = false },
		func(p *headerPlan) { p.icons = false },
	}
	leave := func(p *headerPlan) { p.secondary-- }
	kept := h.kept
	if h.led != nil {
		kept++
	}
	kept = min(kept, len(h.parts.Secondary))
	for range len(h.parts.Secondary) - kept {
		steps = append(steps, leave)
	}
	steps = append(steps,
		func(p *headerPlan) { p.count = 1 },
		func(p *headerPlan) { p.count = 0 },
		func(p *headerPlan) { p.search = false },
	)
	if kept > 0 && h.parts.Search != nil {
		steps = append(steps, func(p *headerPlan) { p.findInMore = true })
	}
	for range kept {
		steps = append(steps, leave)
	}
	return steps
}

// planFor leaves out as much as the room demands. The name is cut when nothing else helps;
// when its first letters have no room either, «Найти» goes into the menu.
func (h *Header) planFor(room float32) headerPlan {
	p := h.whole()
	full := h.title.Room()
	for _, leave := range h.steps() {
		if h.needs(p, full) <= room {
			return p
		}
		leave(&p)
	}
	p.findInMore = p.findInMore || h.parts.Search != nil && h.needs(p, min(full, h.titleLeast())) > room
	return p
}

// titleLeast is the width of the letters of a name that stay.
func (h *Header) titleLeast() float32 {
	runes := []rune(h.title.Text())
	return width(string(runes[:min(len(runes), titleChars)])+ellipsis, Size(theme.SizeNameHeadingText), fyne.TextStyle{Bold: true})
}

// needs is the width of a plan with so much of it for the name.
func (h *Header) needs(p headerPlan, title float32) float32 {
	need := 2*Size(SpaceEdge) + title + h.between(p)
	for _, b := range h.buttons(p) {
		need += Size(SpaceNear) + b.room(p.icons)
	}
	return need
}

// between is the width of what stands between the name and the buttons.
func (h *Header) between(p headerPlan) float32 {
	need := float32(0)
	if text := h.countText(p); text != "" {
		need += Size(SpaceEdge) + width(text, Size(theme.SizeNameText), fyne.TextStyle{})
	}
	if p.bar {
		need += Size(SpaceEdge) + h.Bar.room(!p.words)
	}
	if p.search {
		need += Size(SpaceBlock) + Pixels(searchLeast)
	}
	return need
}

// countText is what the plan says of how much is shown.
func (h *Header) countText(p headerPlan) string {
	text := h.long
	why := h.why()
	switch {
	case why != "" && p.count > 0 && Low(canvasOf(h)):
		return why
	case p.count == 0:
		return ""
	case p.count == 1 || !p.bar && h.percent != "":
		text = h.short
	}
	if !p.bar && h.percent != "" && p.count == 2 {
		if text != "" {
			text += " · "
		}
		text += h.percent
	}
	return text
}

// buttons returns the buttons of a plan from the left.
func (h *Header) buttons(p headerPlan) []*Button {
	var row []*Button
	if h.parts.Search != nil && !p.search && !p.findInMore {
		row = append(row, h.find)
	}
	row = append(row, h.parts.Secondary[:p.secondary]...)
	if p.findInMore || p.secondary < len(h.parts.Secondary) || len(h.parts.More) > 0 {
		row = append(row, h.more)
	}
	if h.primary() != nil {
		row = append(row, h.primary())
	}
	return row
}

// headerRenderer lays a header out.
type headerRenderer struct{ header *Header }

// MinSize is called by the toolkit.
func (r *headerRenderer) MinSize() fyne.Size {
	return fyne.NewSize(Pixels(headerLeast), BarHeight(canvasOf(r.header), SizeHeader))
}

// Layout is called by the toolkit.
func (r *headerRenderer) Layout(room fyne.Size) {
	h := r.header
	was := focusedIn(h)
	h.find.SetText(h.findCaption())
	h.plan = h.planFor(room.Width)
	for _, o := range r.Objects() {
		o.Hide()
	}
	room = r.tell(room)
	if h.open && !h.plan.search && h.parts.Search != nil {
		r.searching(room)
	} else {
		r.place(h.plan, room)
	}
	if was != nil && !was.(fyne.CanvasObject).Visible() && h.more.Visible() {
		fyne.CurrentApp().Driver().CanvasForObject(h).Focus(h.more)
	}
}

// tell says under the buttons why the primary one is forbidden, and returns what room is left
// over that.
func (r *headerRenderer) tell(room fyne.Size) fyne.Size {
	h := r.header
	if h.why() == "" || Low(canvasOf(h)) {
		return room
	}
	line := h.primary().Reason()
	high, edge := line.MinSize().Height, Size(SpaceEdge)
	wide := min(line.Room()+1, room.Width-2*edge)
	line.Show()
	line.Resize(fyne.NewSize(wide, high))
	line.Move(fyne.NewPos(room.Width-edge-wide, room.Height-high))
	return room.SubtractWidthHeight(0, high)
}

// findCaption names what is searched for while the search itself is not seen.
func (h *Header) findCaption() string {
	if h.parts.Search == nil || h.parts.Search.Text == "" {
		return h.parts.Words.T("ui.header.find", nil)
	}
	return fit("«"+h.parts.Search.Text+"»", Pixels(90), Size(theme.SizeNameText), fyne.TextStyle{Bold: true})
}

// place puts what the plan has room for from both ends; the search takes what is left.
func (r *headerRenderer) place(p headerPlan, room fyne.Size) {
	h := r.header
	right := r.placeButtons(p, room)
	left := Size(SpaceEdge)
	if title := min(h.title.Room(), right-left-h.between(p)); title >= min(h.title.Room(), Size(SpaceColumn)) {
		left = r.put(h.title, left, title, h.title.MinSize().Height, room)
	}
	h.count.SetText(h.countText(p))
	if h.count.Text() != "" {
		left = r.put(h.count, left+Size(SpaceEdge), h.count.Room(), h.count.MinSize().Height, room)
	}
	if p.bar {
		h.Bar.brief = !p.words
		left = r.put(h.Bar, left+Size(SpaceEdge), h.Bar.room(!p.words), h.Bar.MinSize().Height, room)
	}
	if p.search {
		wide := min(Pixels(searchMost), right-left-Size(SpaceBlock))
		r.put(h.parts.Search, right-wide, wide, Size(SizeRow), room)
	}
}

// placeButtons puts the buttons at the right and returns where they begin; the primary one is
// cut before it leaves no room for the others.
func (r *headerRenderer) placeButtons(p headerPlan, room fyne.Size) float32 {
	row := r.header.buttons(p)
	right := room.Width - Size(SpaceEdge)
	others := float32(0)
	for _, b := range row[:max(0, len(row)-1)] {
		others += b.room(p.icons) + Size(SpaceNear)
	}
	for i := len(row) - 1; i >= 0; i-- {
		wide := row[i].squeeze(p.icons, right-Size(SpaceEdge)-others)
		right -= wide
		r.put(row[i], right, wide, Size(SizeRow), room)
		right -= Size(SpaceNear)
		others = 0
	}
	return right
}

// searching gives the row to the search.
func (r *headerRenderer) searching(room fyne.Size) {
	h := r.header
	right := room.Width - Size(SpaceEdge)
	wide := h.close.squeeze(false, right)
	right -= wide
	r.put(h.close, right, wide, Size(SizeRow), room)
	right -= Size(SpaceEdge)
	h.count.SetText(h.short)
	if wide := h.count.Room(); wide > 0 && right-wide > Pixels(searchLeast) {
		right -= wide
		r.put(h.count, right, wide, h.count.MinSize().Height, room)
		right -= Size(SpaceEdge)
	}
	r.put(h.parts.Search, Size(SpaceEdge), max(0, right-Size(SpaceEdge)), Size(SizeRow), room)
}

// put shows something in the middle of the height and returns where it ends.
func (r *headerRenderer) put(o fyne.CanvasObject, x, wide, high float32, room fyne.Size) float32 {
	o.Show()
	o.Resize(fyne.NewSize(wide, high))
	o.Move(fyne.NewPos(x, (room.Height-high)/2))
	return x + wide
}

// focusedIn returns which button of the header has the keyboard; nil for none.
func focusedIn(h *Header) fyne.Focusable {
	c := fyne.CurrentApp().Driver().CanvasForObject(h)
	if c == nil {
		return nil
	}
	for _, b := range append(h.parts.Secondary[:len(h.parts.Secondary):len(h.parts.Secondary)], h.find, h.close) {
		if c.Focused() == fyne.Focusable(b) {
			return b
		}
	}
	return nil
}

// Refresh is called by the toolkit.
func (r *headerRenderer) Refresh() { redraw(r, r.header) }

// Objects is called by the toolkit; Tab goes through them in this order.
func (r *headerRenderer) Objects() []fyne.CanvasObject {
	h := r.header
	objects := []fyne.CanvasObject{h.title, h.count, h.Bar}
	if h.parts.Search != nil {
		objects = append(objects, h.parts.Search, h.find, h.close)
	}
	for _, b := range h.parts.Secondary {
		objects = append(objects, b)
	}
	objects = append(objects, h.more)
	if h.parts.Primary != nil { // hidden while it is elsewhere
		objects = append(objects, h.parts.Primary, h.parts.Primary.Reason())
	}
	return objects
}

// Destroy is called by the toolkit.
func (r *headerRenderer) Destroy() {}
