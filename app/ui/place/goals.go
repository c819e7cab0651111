package place

import (
	"math/big"

	"technopark/app/standing"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// goals is what alone would bring the park to the next group; a line that is opened is tried.
// Where there is nothing better, it is how far the park lies above the bound of its group.
type goals struct {
	desk   *desk.Desk
	reach  *desk.Reach
	take   func(l lever, more *big.Rat)
	grid   *kit.Grid
	block  *kit.Block
	margin *kit.Marked
}

func newGoals(d *desk.Desk, take func(l lever, more *big.Rat)) *goals {
	g := &goals{desk: d, take: take, grid: kit.NewGrid(nil), margin: kit.NewMarked()}
	g.block = kit.NewBlock("", g.grid)
	g.grid.OnOpen = g.onOpen
	return g
}

func (g *goals) onOpen(id int64, _ string) {
	if g.reach != nil && int(id) <= len(g.reach.Levers) {
		if l := g.reach.Levers[id-1]; l.More != nil {
			g.take(reached(l), l.More)
		}
	}
}

func (g *goals) show(s *desk.Stand, reach *desk.Reach) {
	d := g.desk
	g.reach = reach
	goal, better := s.NextGoal()
	g.block.Hidden, g.margin.Hidden = !better, true
	if margin, ok := s.Margin(); ok && !better {
		unit := d.T("ui.place.points", "N", number(margin, standing.PercentDigits, d.Lang))
		g.margin.SetText(d.T("ui.place.margin", "Points", unit))
		g.margin.Show()
	}
	if !better {
		return
	}
	g.block.SetTitle(d.Noted(d.T("ui.place.goal", "Goal", s.GoalWords(goal, d.Lang)), desk.ToReach))
	g.grid.SetRows(g.columns(), g.rows())
}

func (g *goals) columns() []kit.GridColumn {
	d := g.desk
	return []kit.GridColumn{
		{Key: "lever", Head: d.T("ui.place.lever"), Wide: true, Link: true, Folds: true},
		{Key: "more", Head: d.T("ui.place.more"), Right: true},
		{Key: "share", Head: d.T("ui.place.share"), Right: true, Spare: true},
		{Key: "place", Head: d.T("ui.place.place"), Right: true, Spare: true},
	}
}

// rows are the levers that reach the goal, and a last line that counts the others.
func (g *goals) rows() []kit.GridRow {
	d := g.desk
	if g.reach == nil {
		return nil
	}
	var rows []kit.GridRow
	short := 0
	for i, l := range g.reach.Levers {
		if l.More == nil {
			short++
			continue
		}
		share := "—"
		if l.Share != 0 {
			share = signed(l.Share*100, d)
		}
		rows = append(rows, kit.GridRow{ID: int64(i + 1), Cells: []kit.GridCell{
			{Text: l.Title().In(d.Lang)}, {Text: l.MoreText(d.Lang)}, {Text: share}, {Text: placeCell(l.Place)},
		}})
	}
	if short > 0 {
		rows = append(rows, kit.GridRow{ID: int64(len(g.reach.Levers) + 1), Cells: []kit.GridCell{{Text: d.N("ui.place.short", short), Colour: kit.ColorMuted}, {}, {}, {}}})
	}
	return rows
}

// signed writes a share in percent with its sign.
func signed(percent float64, d *desk.Desk) string {
	text := d.T("ui.place.percent", "N", number(percent, 0, d.Lang))
	if percent > 0 {
		return "+" + text
	}
	return text
}
