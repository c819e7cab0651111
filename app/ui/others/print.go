package others

import (
	"technopark/app"
	"technopark/app/ui/kit"
)

// Print shows the table on paper as it is in view: the parks and the figures of the page.
func (s *Screen) Print() {
	d := s.desk
	var columns []kit.Column
	for _, c := range s.columns() {
		columns = append(columns, kit.Column{Key: c.Key, Head: c.Head, Chars: 12, Right: c.Right, Wide: c.Wide})
	}
	if len(columns) > 0 {
		columns[0].Chars = 36
	}
	var rows []kit.Row
	for _, line := range s.lines() {
		row := kit.Row{Heading: line.Heading}
		for _, cell := range line.Cells {
			row.Cells = append(row.Cells, kit.Cell{Text: cell.Text})
		}
		rows = append(rows, row)
	}
	d.PrintRows(d.T("ui.others.title"), []string{app.YearPeriod(d.Year).In(d.Lang)}, columns, rows)
}
