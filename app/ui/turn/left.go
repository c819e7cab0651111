package turn

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/rollover"
	"technopark/app/ui/kit"
)

// leftPage is the second page: who has left while nobody has said how; the user says it of each, or
// leaves it open.
type leftPage struct {
	s       *Screen
	table   *kit.Table
	choice  *kit.Select
	filling bool // the choice is set by the program
	one     *kit.Marked

	content, details *fyne.Container
}

func newLeftPage(s *Screen) *leftPage {
	d := s.desk
	p := &leftPage{s: s, one: kit.NewMarked()}
	p.table = kit.NewTable([]kit.Column{
		{Key: "resident", Head: d.T("ui.turn.resident"), Chars: 30, Naming: true, Wide: true},
		{Key: "agreement", Head: d.T("ui.turn.agreement"), Chars: 16},
		{Key: "until", Head: d.T("ui.turn.until"), Chars: 12, Dates: true},
		{Key: "proposal", Head: d.T("ui.turn.proposal"), Chars: 20},
		{Key: "choice", Head: d.T("ui.turn.choice"), Chars: 22},
	})
	p.table.OnBack = s.onEscape
	p.table.OnSelect = func(int64) { p.follow() }
	p.table.OnOpen = func(int64) {
		s.view.ShowDetails() // in a low window the choice is not beside the list
		d.Window.Canvas().Focus(p.choice)
	}
	p.table.SetNote(d.T("ui.turn.nobody_left"))
	options := []string{d.T("ui.turn.leave_open")}
	for _, o := range rollover.Outcomes() {
		options = append(options, o.Label.In(d.Lang))
	}
	p.choice = kit.NewSelect(options)
	p.choice.OnChanged = func(string) { p.onChoice() }
	p.choice.OnEscape = s.FocusList
	p.content = container.NewStack(p.table)
	p.details = container.NewVBox(container.NewPadded(p.one),
		container.NewPadded(kit.NewFlow(kit.Chars(24, kit.MutedLabel(d.T("ui.turn.decide"))), kit.Chars(24, p.choice))))
	return p
}

func (p *leftPage) show(on bool) {
	on = on && p.s.plan != nil
	shown(p.content, on)
	shown(p.details, on && len(p.leavers()) > 0)
	if !on {
		return
	}
	p.fill()
}

func (p *leftPage) leavers() []rollover.Leaver {
	if p.s.plan == nil {
		return nil
	}
	return p.s.plan.Leavers
}

func (p *leftPage) fill() {
	d := p.s.desk
	var rows []kit.Row
	for _, l := range p.leavers() {
		proposal, choice := d.T("ui.turn.leave_open"), kit.Cell{Text: app.MarkMissing.Before(rollover.OutcomeText("").In(d.Lang))}
		if l.Proposal != "" {
			proposal = rollover.OutcomeText(l.Proposal).In(d.Lang)
		}
		if l.Choice != "" {
			choice = kit.Cell{Text: app.MarkReady.Before(rollover.OutcomeText(l.Choice).In(d.Lang)), Strong: true}
		}
		rows = append(rows, kit.Row{ID: l.Resident.ID, Cells: []kit.Cell{
			{Text: d.TitleOf("resident", l.Resident.ID)},
			{Text: l.Agreement.Number},
			{Text: l.Agreement.To.String(), N: int64(l.Agreement.To.Days()), Number: true},
			{Text: proposal},
			choice,
		}})
	}
	p.table.SetRows(rows)
	if !p.table.Shows(p.table.Selected()) && len(rows) > 0 {
		p.table.Select(rows[0].ID)
	}
	p.follow()
}

// chosen returns who is selected.
func (p *leftPage) chosen() (rollover.Leaver, bool) {
	for _, l := range p.leavers() {
		if l.Resident.ID == p.table.Selected() {
			return l, true
		}
	}
	return rollover.Leaver{}, false
}

// follow says what the records say of the one who is selected, and what was decided.
func (p *leftPage) follow() {
	d := p.s.desk
	l, ok := p.chosen()
	if !ok {
		return
	}
	proposal := d.T("ui.turn.leave_open")
	if l.Proposal != "" {
		proposal = rollover.OutcomeText(l.Proposal).In(d.Lang)
	}
	p.one.SetText(d.T("ui.turn.reason", "Resident", d.TitleOf("resident", l.Resident.ID), "Proposal", proposal, "Why", l.Why.In(d.Lang)))
	p.filling = true
	at := 0
	for i, o := range rollover.Outcomes() {
		if o.Code == l.Choice {
			at = i + 1
		}
	}
	p.choice.SetSelectedIndex(at)
	p.filling = false
}

// onChoice decides of the one who is selected.
func (p *leftPage) onChoice() {
	l, ok := p.chosen()
	at := p.choice.SelectedIndex()
	if p.filling || !ok || at < 0 {
		return
	}
	choice := ""
	if at > 0 {
		choice = rollover.Outcomes()[at-1].Code
	}
	if err := p.s.plan.Decide(l.Resident.ID, choice); err != nil {
		p.s.desk.Fail(err)
		return
	}
	p.fill()
}
