// Package turn is the family of the turn of the year: what stands in the new year, what is made for
// it, empty, who has left and how, and the two days beside each other, before anything is written.
package turn

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/rollover"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// step is a page of the screen.
type step int

// The pages in their order.
const (
	stepCarried step = iota
	stepLeft
	stepSheet
	stepDone
)

// Screen leads from one year to the next.
type Screen struct {
	desk *desk.Desk
	at   step
	from int            // the old year
	park int64          // whose year is turned
	plan *rollover.Plan // nil where the year cannot be turned
	why  string         // why not
	done outcome

	steps   *kit.Strip
	carried *carriedPage
	left    *leftPage
	sheet   *sheetPage
	ready   *donePage
	details *fyne.Container // the chosen line in full
	foot    *kit.WalkFoot
	print   *kit.Button
	back    *kit.Button
	next    *kit.Button
	view    *kit.Screen
	content fyne.CanvasObject
}

// New makes the screen.
func New(d *desk.Desk) desk.Screen {
	s := &Screen{desk: d}
	s.steps = kit.NewStrip(d.T("ui.header.more"), s.onStep)
	s.steps.OnDown = s.FocusList
	s.carried, s.left, s.sheet, s.ready = newCarriedPage(s), newLeftPage(s), newSheetPage(s), newDonePage(s)
	s.print = kit.NewButton(d.T("ui.turn.print"), s.onPrint)
	s.back = kit.NewButton(d.T("ui.turn.back"), func() { s.show(s.at - 1) })
	s.next = kit.NewPrimary("", nil, s.onNext)
	for _, b := range []*kit.Button{s.print, s.back, s.next} {
		b.OnEscape = s.FocusList
	}
	lists := container.NewStack(s.carried.content, s.left.content, s.sheet.content, s.ready.content)
	s.details = container.NewStack(s.carried.details, s.left.details, s.sheet.details)
	s.view = kit.NewScreen(kit.ScreenParts{
		Header: kit.HeaderParts{Title: d.T("ui.turn.title"), Words: d.Words},
		Steps:  s.steps, Filters: s.carried.choices, List: lists, Details: container.NewVScroll(s.details), Words: d.Words,
	})
	s.foot = kit.NewWalkFoot(nil, s.print, s.back, s.next)
	foot := container.NewVBox(s.foot, s.next.Reason())
	s.content = kit.NewPage(container.NewWithoutLayout(), s.view, container.NewVScroll(container.NewPadded(foot)))
	s.Refresh()
	return s
}

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Refresh plans the turn anew: the records, the park or the year may be others. What was decided of
// those who left stays decided, and what was written stays told.
func (s *Screen) Refresh() {
	if s.at != stepDone {
		s.planAnew()
	}
	s.show(s.at)
}

// Stepped follows a step that was undone or made again: the turn may be ahead once more.
func (s *Screen) Stepped() {
	s.done, s.at = outcome{}, stepCarried
	s.Refresh()
}

// oldYear is the year to turn from: the one that is shown, unless nothing is reported for it yet.
func (s *Screen) oldYear() int {
	years := s.years()
	if len(years) == 0 || s.desk.Year < years[0] {
		return s.desk.Year
	}
	return years[0]
}

// planAnew plans the turn over the records as they are; of another park, from the year in view.
func (s *Screen) planAnew() {
	if s.plan == nil && s.why == "" || s.park != s.desk.Park {
		s.from, s.park = s.oldYear(), s.desk.Park
	}
	s.planFrom(s.from)
}

// planFrom plans the turn from a year.
func (s *Screen) planFrom(from int) {
	d, before := s.desk, s.plan
	s.from, s.plan, s.why = from, nil, ""
	if d.Store == nil || d.Park == 0 {
		s.why = d.T("ui.indicators.no_park")
		return
	}
	b, err := d.Records()
	if err == nil {
		s.plan, err = rollover.New(b, from, from+1)
	}
	if err != nil {
		s.plan, s.why = nil, d.Say(err)
		return
	}
	if before != nil && before.From == from && before.Book.Park.ID == d.Park {
		s.plan.DecideAs(before)
	}
}

// FocusList gives the keyboard to the list of the page or, where there is none, to what can be done.
func (s *Screen) FocusList() {
	c := s.desk.Window.Canvas()
	s.view.ShowList()
	switch {
	case s.at == stepDone:
		c.Focus(s.ready.show)
	case s.plan == nil:
		c.Focus(s.carried.year)
	case s.at == stepLeft:
		c.Focus(s.left.table)
	case s.at == stepSheet:
		c.Focus(s.sheet.table)
	default:
		c.Focus(s.carried.table)
	}
}

// onEscape goes back a page; from the first to the screen before.
func (s *Screen) onEscape() {
	if s.at == stepCarried || s.at == stepDone {
		s.desk.Back()
		return
	}
	s.show(s.at - 1)
	s.FocusList()
}

func (s *Screen) onStep(key string) {
	to := step(key[0] - '0')
	if s.at == stepDone || to == stepDone || s.plan == nil {
		s.steps.Choose(keyOf(s.at)) // what has been written is not gone back to
		return
	}
	s.show(to)
	s.FocusList()
}

func keyOf(at step) string { return strconv.Itoa(int(at)) }

// onNext does what the blue button says.
func (s *Screen) onNext() {
	switch {
	case s.at == stepDone:
		s.done, s.plan, s.why = outcome{}, nil, ""
		s.planAnew()
		s.show(stepCarried)
	case s.at == stepSheet:
		s.write()
		return
	default:
		s.show(s.at + 1)
	}
	s.FocusList()
}

// show shows a page as things are now.
func (s *Screen) show(at step) {
	s.at = at
	if s.plan == nil && at != stepDone {
		s.at = stepCarried
	}
	var items []kit.StripItem
	for i, id := range []string{"ui.turn.step.carried", "ui.turn.step.left", "ui.turn.step.sheet", "ui.turn.step.done"} {
		items = append(items, kit.StripItem{Key: keyOf(step(i)), Text: s.desk.T(id)})
	}
	s.steps.SetItems(items)
	s.steps.Choose(keyOf(s.at))
	s.carried.show(s.at == stepCarried)
	s.left.show(s.at == stepLeft)
	s.sheet.show(s.at == stepSheet)
	s.ready.showPage(s.at == stepDone)
	s.showFoot()
	s.view.Header.SetCount(s.about(), s.about())
	s.view.Refresh()
	s.content.Refresh()
}

// about says which year is turned.
func (s *Screen) about() string {
	return s.desk.T("ui.turn.about", "From", strconv.Itoa(s.from), "To", strconv.Itoa(s.from+1))
}

// showFoot says what the buttons under the page do now.
func (s *Screen) showFoot() {
	d := s.desk
	why := s.why
	s.print.Hidden = s.at != stepSheet
	s.back.Hidden = s.at == stepCarried || s.at == stepDone
	switch s.at {
	case stepSheet:
		s.next.SetText(d.T("ui.turn.write", "To", strconv.Itoa(s.from+1)))
		s.foot.Say(d.T("ui.turn.one_step"))
		switch {
		case d.ReadOnly():
			why = d.T("ui.card.read_only")
		case s.plan.Done():
			why = d.T("ui.turn.nothing", "To", strconv.Itoa(s.plan.To))
		}
	case stepDone:
		why = ""
		s.next.SetText(d.T("ui.turn.again"))
		s.foot.Say("")
	case stepCarried, stepLeft:
		s.next.SetText(d.T("ui.turn.next"))
		s.foot.Say(d.T("ui.turn.nothing_written"))
	}
	s.next.Importance = kit.ImportanceOf(s.at != stepDone) // there the page has the one that leads on
	s.next.Forbid(why)
	for _, b := range []*kit.Button{s.print, s.back, s.next} {
		b.Refresh()
	}
}

// shown shows an object or hides it.
func shown(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
		return
	}
	o.Hide()
}

// whole writes a count.
func (s *Screen) whole(n int) string { return app.FormatNumber(int64(n), 1, 0, s.desk.Lang) }
