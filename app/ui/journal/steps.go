package journal

import (
	"technopark/app"
	"technopark/app/history"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// stepsListed is how many steps the dialog shows.
const stepsListed = 200

// steps is a dialog with the steps of undo, from which one goes back, or forth, to any of them at once.
type steps struct {
	desk *desk.Desk
	of   []app.StepTaken
	list *kit.ListDialog
	back *kit.Button
	then func(n int, undone bool)
}

// ShowSteps lists the steps that would be undone and those that were; then follows how many were turned,
// and which way.
func ShowSteps(d *desk.Desk, then func(n int, undone bool)) {
	s := &steps{desk: d, then: then}
	s.back = kit.NewPrimary("", nil, s.turn)
	s.list = kit.NewListDialog(d.Window, d.T("ui.steps.title"), d.T("ui.steps.none"), d.T("ui.documents.close"), []kit.Column{
		{Key: "what", Head: d.T("ui.journal.named"), Chars: 44, Wide: true},
		{Key: "when", Head: d.T("ui.journal.when"), Chars: 16},
		{Key: "who", Head: d.T("ui.journal.who"), Chars: 12},
		{Key: "state", Head: d.T("ui.steps.state"), Chars: 14},
	}, s.back)
	s.list.Table.OnSelect = s.follow
	s.list.Table.OnOpen = func(int64) { s.turn() }
	var err error
	if s.of, err = d.Store.Steps(d.Ctx(), stepsListed); err != nil {
		d.Fail(err)
		return
	}
	rows := make([]kit.Row, len(s.of))
	for i, step := range s.of {
		rows[i] = kit.Row{ID: step.Change, Cells: []kit.Cell{
			{Text: d.Words.Step(step.What), Muted: step.Undone}, {Text: history.Moment(step.At, d.Now().Location())}, {Text: step.Who}, {Text: d.T("ui.steps." + stateOf(step))},
		}}
	}
	s.list.Fill(rows)
	s.follow(s.list.Table.Selected())
	s.list.Show()
}

// stateOf is the last word of the message that says what a step is.
func stateOf(step app.StepTaken) string {
	switch {
	case step.Undone:
		return "undone"
	case step.Held:
		return "held"
	}
	return "done"
}

// at returns where the step of a row stands, -1 for none.
func (s *steps) at(change int64) int {
	for i, step := range s.of {
		if step.Change == change {
			return i
		}
	}
	return -1
}

// follow says what the button would do from the selected step.
func (s *steps) follow(change int64) {
	d, at := s.desk, s.at(change)
	s.back.SetText(d.T("ui.steps.undo"))
	switch {
	case at < 0:
		s.back.Forbid(d.T("ui.steps.none"))
		return
	case d.ReadOnly():
		s.back.Forbid(d.T("ui.journal.restore_read_only"))
		return
	case s.of[at].Held:
		s.back.Forbid(d.T("ui.steps.never"))
		return
	}
	s.back.Forbid("")
	turned, over := s.between(at)
	id := "ui.steps.undo_n"
	if s.of[at].Undone {
		id = "ui.steps.redo_n"
	}
	s.back.SetText(d.N(id, turned))
	s.list.Note.SetText(d.T("ui.steps.over", "Over", over))
	s.list.Note.Hidden = over == ""
}

// between counts the steps that are turned to come to one, and names the last that stays as it is.
func (s *steps) between(at int) (turned int, over string) {
	for i, step := range s.of {
		switch {
		case step.Undone != s.of[at].Undone, !step.Undone && i > at, step.Undone && i < at:
			continue
		case step.Held:
			if over == "" {
				over = app.QuotedIn(s.desk.Words.Step(step.What), s.desk.Lang)
			}
		default:
			turned++
		}
	}
	return turned, over
}

// turn goes to the selected step.
func (s *steps) turn() {
	d, change := s.desk, s.list.Table.Selected()
	at := s.at(change)
	if s.back.Disabled() || at < 0 {
		return
	}
	s.list.Hide()
	way, undone := d.Store.UndoTo, true
	if s.of[at].Undone {
		way, undone = d.Store.RedoTo, false
	}
	n, err := way(d.Ctx(), change)
	if err != nil {
		d.Fail(err)
		return
	}
	s.then(n, undone)
}
