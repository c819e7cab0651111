package place

import (
	"context"

	"technopark/app"
	"technopark/app/standing"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// compare shows the scenarios of the year beside each other: index, place and group of each, and
// how it is now.
func (s *scenarios) compare() {
	d, seen := s.desk, s.whatIf.seen
	if seen == nil || seen.Standing == nil {
		return
	}
	var trials []tried
	all, plans := s.all, make([]standing.Scenario, len(s.all))
	for i, sc := range all {
		plans[i] = planOf(d, seen, sc)
	}
	d.Tasks.Run(d.T("ui.place.comparing"), func(ctx context.Context, progress kit.Progress) error {
		for i, sc := range all {
			if err := ctx.Err(); err != nil {
				return err
			}
			progress(sc.Title, kit.Count(i, len(all)))
			trial, err := seen.Try(plans[i])
			trials = append(trials, tried{trial, err})
		}
		return nil
	}, func(err error) {
		if err != nil {
			if !canceled(err) {
				d.Fail(err)
			}
			return
		}
		s.showComparison(trials)
	})
}

// tried is what came of a scenario.
type tried struct {
	trial *standing.Trial
	err   error
}

// planOf is a scenario over the records as they are.
func planOf(d *desk.Desk, seen *desk.Stand, sc *app.Scenario) standing.Scenario {
	var plan standing.Scenario
	for _, c := range changesOf(d, seen, sc) {
		if !c.gone {
			c.lever.add(&plan, c.more)
		}
	}
	return plan
}

func (s *scenarios) showComparison(trials []tried) {
	d := s.desk
	use := kit.NewButton(d.T("ui.place.use"), nil)
	remove := kit.NewButton(d.T("ui.place.remove"), nil)
	l := kit.NewListDialog(d.Window, d.T("ui.place.compare_title"), d.T("ui.place.no_scenarios"), d.T("ui.documents.close"), []kit.Column{
		{Key: "name", Head: d.T("ui.place.scenario"), Chars: 20, Wide: true},
		{Key: "index", Head: d.T("ui.place.index_head"), Chars: 9, Right: true},
		{Key: "group", Head: d.T("ui.place.group_head"), Chars: 7},
		{Key: "place", Head: d.T("ui.place.place"), Chars: 7, Right: true},
		{Key: "what", Head: d.T("ui.place.changes"), Chars: 30},
	}, use, remove)
	l.OfRow(use)
	if d.ReadOnly() {
		remove.Forbid(d.T("ui.place.read_only"))
	} else {
		l.OfRow(use, remove)
	}
	fill := func() { l.Fill(s.comparisonRows(trials)) }
	chosen := func() int {
		for i, sc := range s.all {
			if sc.ID == l.Table.Selected() {
				return i
			}
		}
		return -1
	}
	use.OnTapped = func() {
		at := chosen()
		l.Hide()
		if at < 0 {
			s.whatIf.reset()
			return
		}
		s.load(s.all[at])
		s.show()
	}
	remove.OnTapped = func() {
		if at := chosen(); at >= 0 && s.remove(s.all[at]) {
			trials = append(trials[:at:at], trials[at+1:]...)
			fill()
		}
	}
	l.Table.OnOpen = func(int64) { use.OnTapped() }
	fill()
	l.Show()
}

// nowRow is the id of the row of how it is now.
const nowRow = -1

func (s *scenarios) comparisonRows(trials []tried) []kit.Row {
	d, seen := s.desk, s.whatIf.seen
	if len(s.all) == 0 {
		return nil
	}
	row := func(id int64, name string, index, group, place kit.Cell, what string) kit.Row {
		return kit.Row{ID: id, Cells: []kit.Cell{{Text: name}, index, group, place, {Text: what, Muted: true}}}
	}
	is := seen.Is()
	rows := []kit.Row{row(nowRow, d.T("ui.place.as_it_is"), kit.Cell{Text: seen.IndexText(is.Index, d.Lang)}, kit.Cell{Text: is.Group}, kit.Cell{Text: placeCell(is.Place)}, "")}
	for i, sc := range s.all {
		t := trials[i]
		if t.err != nil {
			rows = append(rows, row(sc.ID, sc.Title, kit.Cell{Text: "—"}, kit.Cell{}, kit.Cell{Text: "—"}, app.MarkWarning.Before(d.Say(t.err))))
			continue
		}
		p := t.trial.ParkPosition
		rows = append(rows, row(sc.ID, sc.Title, kit.Cell{Text: seen.IndexText(p.Index, d.Lang)}, kit.Cell{Text: p.Group}, kit.Cell{Text: placeCell(p.Place)}, s.whatText(sc)))
	}
	return rows
}

// whatText says in short what a scenario changes.
func (s *scenarios) whatText(sc *app.Scenario) string {
	d, text := s.desk, ""
	for _, c := range changesOf(d, s.whatIf.seen, sc) {
		if text != "" {
			text += "; "
		}
		if c.gone {
			text += d.T("ui.place.gone_one")
			continue
		}
		text += c.lever.title.In(d.Lang) + " " + moreText(c.more, d.Lang)
	}
	return text
}
