// Package home shows the year at a glance: until when it is to be handed in, how far each stage has
// come, what is to be done next and where, and how the park, its file and its copies are. It is the
// first screen of an opened file, so it reads nothing itself that grows with the park: all of it is
// computed beside the window, and shown when it has come.
//
// What it says is said by app/agenda and app/standing, so that the command line and the papers say
// the same.
package home

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/agenda"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Screen is the home of the chosen park and year.
type Screen struct {
	desk *desk.Desk
	plan *agenda.Agenda // that is shown; nil while there is none

	view   *kit.Screen
	next   *kit.Button // the first step
	paper  *kit.Button
	stages []*kit.Button
	strip  *fyne.Container // the stages
	steps  *part
	ending *part
	safety *part
	stand  *stand
	filled *part
	last   *part // changes
	scroll *kit.Scroll
}

// New makes the screen.
func New(d *desk.Desk) desk.Screen {
	s := &Screen{desk: d, strip: kit.NewFlow()}
	s.next = kit.NewPrimary("", theme.NavigateNextIcon(), s.onNext)
	s.paper = d.PrintButton(s.Print)
	s.steps = newPart(s, d.T("ui.home.steps"))
	s.ending = newPart(s, agenda.EndingTitle(d.Lang), kit.NewLink(d.T("ui.home.contracts"), func() { d.Open(app.Place{Type: "contract"}) }))
	s.safety = newPart(s, d.T("ui.home.safety"), kit.NewLink(d.T("ui.backups.title"), func() { d.Navigate("backups") }))
	s.stand = newStand(s)
	s.filled = newPart(s, agenda.FilledTitle(d.Lang))
	s.last = newPart(s, d.T("ui.home.changes"), kit.NewLink(d.T("ui.journal.title"), func() { d.Navigate("journal") }))
	blocks := []fyne.CanvasObject{s.strip, s.steps.block, s.stand.block, s.filled.block, s.ending.block, s.safety.block, s.last.block}
	l := &columns{left: []int{1, 4, 5}, right: []int{2, 3, 6}}
	l.scroll = kit.NewScroll(container.ScrollVerticalOnly, container.New(l, blocks...))
	s.scroll = l.scroll
	s.view = kit.NewScreen(kit.ScreenParts{
		Header: kit.HeaderParts{Title: d.T("ui.home.title"), Words: d.Words, Secondary: []*kit.Button{s.paper}, Primary: s.next},
		List:   s.scroll, Words: d.Words,
	})
	s.Refresh()
	return s
}

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.view }

// FocusList gives the keyboard to what is to be done.
func (s *Screen) FocusList() { s.desk.Window.Canvas().Focus(s.steps.grid) }

// Follow shows what was computed anew.
func (s *Screen) Follow() { s.show() }

// FollowCopies shows what is known of the copies now.
func (s *Screen) FollowCopies() {
	s.showSafety()
	s.layOut()
}

// Refresh shows the year as it is known, and the last changes.
func (s *Screen) Refresh() {
	s.showChanges()
	s.show()
}

// show shows what is known of the year.
func (s *Screen) show() {
	s.plan = s.desk.Agenda()
	s.showHead()
	s.showStages()
	s.showSteps()
	s.showEnding()
	s.showFilled()
	s.stand.show(s.desk.Standing())
	s.showSafety()
	s.layOut()
}

// layOut gives every block the height it takes now.
func (s *Screen) layOut() {
	s.scroll.Content.Refresh()
	s.scroll.Refresh()
}

// showHead writes the year and its deadline, and names the next step.
func (s *Screen) showHead() {
	d := s.desk
	year := app.YearPeriod(d.Year).In(d.Lang)
	if s.plan == nil {
		s.view.Header.SetCount(year, year)
		s.view.Header.PrimaryElsewhere(true)
		return
	}
	s.view.Header.SetCount(d.Noted(year+" · "+s.plan.DueWords(d.Lang), desk.ToPlan), year)
	step, more := s.plan.Next()
	s.view.Header.PrimaryElsewhere(!more)
	if more {
		s.next.SetText(d.T("ui.home.next", "Step", step.Short.In(d.Lang)))
	}
}

// onNext goes where the next step is done.
func (s *Screen) onNext() {
	if s.plan == nil {
		return
	}
	if step, more := s.plan.Next(); more {
		s.goTo(step)
	}
}

// goTo goes where a step is done; a deadline that nobody has written down is begun at once.
func (s *Screen) goTo(step agenda.Step) {
	if step.Key == "deadline" && !s.desk.ReadOnly() {
		s.desk.Begin("deadline", desk.Origin{})
		return
	}
	s.turnTo(step.Where)
}

// turnTo shows a screen.
func (s *Screen) turnTo(w agenda.Where) {
	if app.TypeByKey(w.Screen) != nil {
		s.desk.Open(app.Place{Type: w.Screen})
		return
	}
	s.desk.Navigate(w.Screen)
}

// Print shows what is to be done on a sheet.
func (s *Screen) Print() {
	d := s.desk
	if s.plan == nil || d.Behind(desk.ToPlan) {
		kit.Tell(d.Window, d.T("ui.home.title"), d.WhyNothing(), d.T("ui.ok"))
		return
	}
	var about []string
	if at := d.Standing(); at != nil && at.Standing != nil {
		about = append(about, at.Line(d.Lang))
	}
	if said := d.Copies.Say(); said != "" {
		about = append(about, said)
	}
	table, now := s.plan.Table(about, d.Lang), d.Now()
	d.ShowPaper(func(ctx context.Context) (submission.Shown, error) { return submission.ShowList(ctx, table, now) })
}
