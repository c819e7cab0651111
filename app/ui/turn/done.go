package turn

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/rollover"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// outcome is what was written.
type outcome struct {
	plan   *rollover.Plan // nil before
	step   string         // as undo names it
	undone bool
}

// donePage is the last page: what was written.
type donePage struct {
	s     *Screen
	empty *kit.Empty
	show  *kit.Button
	print *kit.Button
	undo  *kit.Button

	content *fyne.Container
}

func newDonePage(s *Screen) *donePage {
	d := s.desk
	p := &donePage{s: s, empty: kit.NewEmpty("", "")}
	p.show = kit.NewPrimary("", nil, p.onShow)
	p.print = kit.NewButton(d.T("ui.turn.print"), s.onPrint)
	p.undo = kit.NewButton(d.T("ui.turn.undo"), s.undo)
	p.content = container.NewStack(p.empty)
	return p
}

// showPage shows the page or hides it.
func (p *donePage) showPage(on bool) {
	s, d := p.s, p.s.desk
	shown(p.content, on)
	if !on {
		return
	}
	plan := s.done.plan
	to := strconv.Itoa(plan.To)
	p.show.SetText(d.T("ui.turn.show", "To", to))
	decided := 0
	for _, l := range plan.Leavers {
		if l.Choice != "" {
			decided++
		}
	}
	if s.done.undone {
		p.show.SetText(d.T("ui.turn.show", "To", strconv.Itoa(plan.From)))
		p.empty.Say(d.T("ui.turn.undone"), d.T("ui.turn.undone_text"), p.show)
		return
	}
	p.empty.Say(d.T("ui.turn.done", "To", to), d.T("ui.turn.done_text", "Reports", d.N("cli.rollover.reports", plan.Due()), "Decided", s.whole(decided), "From", strconv.Itoa(plan.From)),
		p.show, p.print, p.undo)
}

// onShow shows the year that was opened, where its reports are.
func (p *donePage) onShow() {
	d, year := p.s.desk, p.s.done.plan.To
	if p.s.done.undone {
		year = p.s.done.plan.From
	}
	d.Way(func() {
		d.ChooseYear(year)
		d.Open(app.Place{Type: "resident_report"})
	})
}

// write turns the year, once the file was copied.
func (s *Screen) write() {
	if d := s.desk; s.plan != nil && !d.ReadOnly() && !s.plan.Done() {
		d.Copies.Before(copies.WhyRollover, s.record)
	}
}

// record writes what the plan says as one step of undo.
func (s *Screen) record() {
	d, plan, store := s.desk, s.plan, s.desk.Store
	what := d.T("step.rollover", "From", strconv.Itoa(plan.From), "To", strconv.Itoa(plan.To))
	d.Tasks.Run(d.T("ui.turn.writing"), func(ctx context.Context, _ kit.Progress) error {
		return plan.Write(ctx, store, what)
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		s.done, s.at = outcome{plan: plan, step: what}, stepDone
		d.Changed()
		s.show(stepDone)
		s.FocusList()
	})
}

// undo takes back what was written, unless something was changed since.
func (s *Screen) undo() {
	words := desk.LastStep{What: s.done.step, Title: s.desk.T("ui.turn.title"), Later: s.desk.T("ui.turn.undo_later"), Busy: s.desk.T("ui.turn.undoing")}
	s.desk.TakeBack(words, func() {
		s.done.undone = true
		s.desk.Changed()
		s.show(stepDone)
		s.FocusList()
	})
}
