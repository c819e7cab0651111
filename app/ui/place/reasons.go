package place

import (
	"technopark/app"
	"technopark/app/standing"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// reasonsShown is how many strengths and weaknesses are told.
const reasonsShown = 3

// reasons is what lifts the park, or keeps it down, the most first; each leads to what the
// indicator is made of.
type reasons struct {
	desk  *desk.Desk
	all   []standing.Reason
	grid  *kit.Grid
	block *kit.Block
}

func newReasons(d *desk.Desk) *reasons {
	r := &reasons{desk: d, grid: kit.NewGrid(nil)}
	r.block = kit.NewBlock("", r.grid)
	r.grid.OnOpen = func(id int64, _ string) {
		if int(id) <= len(r.all) {
			d.Open(app.IndicatorPlace(d.Year, r.all[id-1].Indicator.Code))
		}
	}
	return r
}

// show shows the reasons under a heading, which is the id of a message.
func (r *reasons) show(all []standing.Reason, heading string) {
	r.all = all
	title := heading
	if len(all) == reasonsShown {
		title += "_three"
	}
	r.block.SetTitle(r.desk.T(title))
	columns := []kit.GridColumn{{Key: "reason", Wide: true, Link: true}}
	var rows []kit.GridRow
	for i, reason := range all {
		ind := reason.Indicator
		rows = append(rows, kit.GridRow{ID: int64(i + 1), Cells: []kit.GridCell{{
			Text: ind.Code + app.NBSP + ind.Name.In(r.desk.Lang), Note: reason.Words(r.desk.Lang),
		}}})
	}
	if len(all) == 0 {
		columns[0].Link = false
		rows = []kit.GridRow{{ID: 0, Cells: []kit.GridCell{{Text: r.desk.T(heading + "_none"), Colour: kit.ColorMuted}}}}
	}
	r.grid.SetRows(columns, rows)
}
