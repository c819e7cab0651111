package indicators

import (
	"technopark/app"
	"technopark/app/rating"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Print shows the indicators on paper or, where one is open, how it came about: its formula in words
// and in figures, and every record of every sum.
func (s *Screen) Print() {
	var ind *rating.Indicator
	if s.result != nil && s.traced != "" {
		ind = s.result.Find(s.traced)
	}
	if ind == nil {
		if l, shown := s.Listed(); shown {
			s.desk.PrintList(l)
		}
		return
	}
	printTrace(s.desk, ind, s.trace.factsOf(ind))
}

func printTrace(d *desk.Desk, ind *rating.Indicator, facts []fact) {
	about := []string{app.YearPeriod(d.Year).In(d.Lang)}
	for _, f := range facts {
		about = append(about, d.T(f.id)+": "+f.text)
	}
	var rows []kit.Row
	for _, l := range traceLists(d, ind) {
		rows = append(rows, kit.Row{Heading: true, Cells: []kit.Cell{{Text: l.caption}}})
		for _, row := range l.rows {
			cells := []kit.Cell{row.Cells[0], {}, {Text: row.Cells[len(row.Cells)-1].Text}}
			if l.term != nil {
				cells[1] = kit.Cell{Text: app.InUnit(row.Cells[1].Text, l.term.Unit.In(d.Lang), d.Lang)}
			}
			rows = append(rows, kit.Row{Cells: cells})
		}
	}
	d.PrintRows(ind.Code+". "+ind.Name.In(d.Lang), about, []kit.Column{
		{Key: "record", Head: d.T("ui.trace.record"), Chars: 44, Wide: true},
		{Key: "amount", Head: d.T("ui.trace.sum"), Chars: 20},
		{Key: "how", Head: d.T("ui.trace.how"), Chars: 40},
	}, rows)
}
