package place

import (
	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// lacks is what is missing and what that costs; each line leads to where it is filled in.
type lacks struct {
	desk  *desk.Desk
	seen  *desk.Stand
	grid  *kit.Grid
	block *kit.Block
}

func newLacks(d *desk.Desk) *lacks {
	l := &lacks{desk: d, grid: kit.NewGrid(nil)}
	l.block = kit.NewBlock(d.T("ui.place.lacks"), l.grid)
	l.grid.OnOpen = func(id int64, _ string) {
		if int(id) <= len(l.seen.Lacks) {
			d.Open(l.seen.Lacks[id-1].Missing[0].Place())
		}
	}
	return l
}

func (l *lacks) show(s *desk.Stand) {
	l.seen = s
	columns := []kit.GridColumn{{Key: "lack", Wide: true, Folds: true, Link: len(s.Lacks) > 0}}
	var rows []kit.GridRow
	for i, lack := range s.Lacks {
		text := app.MarkMissing.Before(s.LackWords(lack, l.desk.Lang))
		rows = append(rows, kit.GridRow{ID: int64(i + 1), Cells: []kit.GridCell{{Text: text, Colour: kit.ColorAccent}}})
	}
	if len(rows) == 0 {
		rows = []kit.GridRow{{Cells: []kit.GridCell{{Text: app.MarkReady.Before(l.desk.T("ui.place.complete"))}}}}
	}
	l.grid.SetRows(columns, rows)
}
