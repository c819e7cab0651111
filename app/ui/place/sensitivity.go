package place

import (
	"context"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// sensitivity is how much of the movement of the place each assumption brings about; it is
// computed when somebody asks.
type sensitivity struct {
	*section
	desk *desk.Desk
	of   *desk.Stand // the figures are of it
	ask  *kit.Link
}

func newSensitivity(d *desk.Desk) *sensitivity {
	s := &sensitivity{desk: d}
	s.ask = kit.NewLink(d.T("ui.place.compute"), s.compute)
	s.section = newSection(d.T("ui.place.sensitivity"), s.ask)
	return s
}

// show drops figures of another standing.
func (s *sensitivity) show(seen *desk.Stand) {
	if s.of == seen {
		return
	}
	s.of = seen
	if seen.Is().Place == 0 || seen.Now.Ranked == nil {
		s.ask.Hide()
		s.say(s.desk.T("ui.place.needs_parks"))
		return
	}
	s.ask.Show()
	s.say(s.desk.T("ui.place.sensitivity_about"))
}

// sensitivityRuns is the size of the base sample: there are as many runs times the number of
// assumptions and two more.
const sensitivityRuns = 2000

func (s *sensitivity) compute() {
	d, seen := s.desk, s.of
	if seen == nil || seen.Standing == nil || seen.Now.Ranked == nil {
		return
	}
	var found *composite.Sensitivity
	d.Tasks.Run(d.T("ui.place.sensitivity"), func(ctx context.Context, progress kit.Progress) (err error) {
		runs := composite.Runs{Count: sensitivityRuns, Seed: desk.DoubtRuns().Seed, Progress: func(done, of int) {
			progress("", kit.Count(done, of))
		}}
		found, err = seen.Now.Ranked.Sensitivity(ctx, runs)
		return err
	}, func(err error) {
		switch {
		case canceled(err) || s.of != seen:
		case err != nil:
			s.say(d.Say(err))
		default:
			s.showFound(found)
		}
	})
}

func (s *sensitivity) showFound(found *composite.Sensitivity) {
	d := s.desk
	var rows []kit.GridRow
	for i, f := range found.Factors {
		e := found.Units[0][i]
		rows = append(rows, kit.GridRow{ID: int64(i + 1), Cells: []kit.GridCell{
			{Text: capital(d.T("cli.rate.factor." + string(f)))}, {Text: shareOf(e.First, d.Lang)}, {Text: shareOf(e.Total, d.Lang)},
		}})
	}
	s.grid.SetRows([]kit.GridColumn{
		{Key: "factor", Head: d.T("ui.place.assumption"), Wide: true},
		{Key: "first", Head: d.T("ui.place.first"), Right: true},
		{Key: "total", Head: d.T("ui.place.total"), Right: true},
	}, rows)
}

// shareOf writes a share of the variance in percent: estimates may lie a little beyond its ends.
func shareOf(x float64, lang app.Lang) string { return number(min(max(x, 0), 1)*100, 0, lang) }
