package place

import (
	"strconv"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
	"technopark/app/standing"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/reports"
	"technopark/reports/chart"
	"technopark/reports/doc"
)

// subindices is the table of what the index is added up from. One that is opened shows its
// indicators under it, and these lead to what they are made of.
type subindices struct {
	desk *desk.Desk
	seen *desk.Stand
	grid *kit.Grid
	open map[string]bool // by code
	rows []string        // codes, by id of the row from 1
}

func newSubindices(d *desk.Desk) *subindices {
	t := &subindices{desk: d, grid: kit.NewGrid(nil), open: map[string]bool{}}
	t.grid.OnOpen = t.onOpen
	return t
}

func (t *subindices) columns() []kit.GridColumn {
	d := t.desk
	return []kit.GridColumn{
		{Key: "name", Head: d.T("ui.place.subindex"), Wide: true, Link: true},
		{Key: "is", Head: d.T("ui.place.to_mean"), Right: true},
		{Key: "was", Head: strconv.Itoa(t.seen.Year - 1), Right: true},
		{Key: "place", Head: d.T("ui.place.place"), Right: true},
		{Key: "bar", Head: d.T("ui.place.bar"), Whole: true, Room: barRoom},
		{Key: "best", Head: d.T("ui.place.best"), Right: true, Spare: true},
	}
}

// barRoom is how wide the column of bars is at 100 %.
const barRoom = 110

func (t *subindices) show(s *desk.Stand) {
	t.seen, t.rows = s, nil
	all := s.Subindices()
	span := reports.SubindexSpan(all)
	var rows []kit.GridRow
	for _, sub := range all {
		t.rows = append(t.rows, sub.Code)
		rows = append(rows, kit.GridRow{ID: int64(len(t.rows)), Cells: t.cells(sub, span)})
		if !t.open[sub.Code] {
			continue
		}
		for _, code := range s.Index().Children(sub.Code) {
			t.rows = append(t.rows, code)
			rows = append(rows, kit.GridRow{ID: int64(len(t.rows)), Cells: t.indicatorCells(code)})
		}
	}
	t.grid.SetRows(t.columns(), rows)
}

func (t *subindices) cells(sub standing.Subindex, span float64) []kit.GridCell {
	lang := t.desk.Lang
	sign := "+" // the arrows of the navigation are in no face of the papers
	if t.open[sub.Code] {
		sign = "−"
	}
	return []kit.GridCell{
		{Text: sign + app.NBSP + sub.Code + app.NBSP + sub.Name.In(lang)},
		{Text: percentOf(sub.Is, lang)},
		{Text: percentOf(sub.Was, lang)},
		{Text: placeCell(sub.Place)},
		{Figure: bar(sub.Is, span)},
		{Text: percentOf(sub.Best, lang)},
	}
}

// bar draws a share of the mean as a bar from the mean.
func bar(v composite.Value, span float64) *drawing {
	return newDrawing(func(width, height float64) doc.Drawing {
		if !v.Known {
			return chart.DeviationAxis(width, height)
		}
		return chart.Deviation(v.Number, span, width, height)
	})
}

// indicatorCells shows an indicator in percent of its mean; what one is better by is told by its
// place.
func (t *subindices) indicatorCells(code string) []kit.GridCell {
	lang, s := t.desk.Lang, t.seen
	cells := []kit.GridCell{{Text: app.NBSP + app.NBSP + app.NBSP + code + app.NBSP + s.Index().Name(code).In(lang)}, {}, {}, {}, {}, {}}
	cells[1].Text = percentOf(ofMean(s.Now, code), lang)
	cells[2].Text = percentOf(ofMean(s.Then, code), lang)
	if r := s.Now.Ranked; r != nil {
		cells[3].Text = placeCell(r.Rank(0, code))
		if leaders := r.Leaders(code); len(leaders) > 0 {
			cells[5].Text = percentOf(share(figureOf(s, leaders[0], code), r.RawMean(code)), lang)
		}
	}
	return cells
}

// ofMean is an indicator of the park in percent of its mean.
func ofMean(p *rating.Position, code string) composite.Value {
	if p == nil || len(p.Parks) == 0 {
		return composite.Value{}
	}
	for _, c := range p.Parks[0].Compared {
		if c.Code == code {
			return share(c.Value, c.Mean)
		}
	}
	return composite.Value{}
}

// figureOf is the figure of an indicator of a ranked park.
func figureOf(s *desk.Stand, unit int, code string) composite.Value {
	for _, column := range s.Known.Table.Columns {
		if column.Code == code && unit < len(column.Values) {
			return column.Values[unit]
		}
	}
	return composite.Value{}
}

func share(v, mean composite.Value) composite.Value {
	if !v.Known || !mean.Known || mean.Number <= 0 {
		return composite.Value{}
	}
	return composite.Value{Number: v.Number / mean.Number * 100, Known: true}
}

func placeCell(place int) string {
	if place == 0 {
		return "—"
	}
	return strconv.Itoa(place)
}

// onOpen opens and closes a sub-index, and shows what an indicator is made of.
func (t *subindices) onOpen(id int64, _ string) {
	code := t.rows[id-1]
	if t.seen.Result.Find(code) != nil {
		t.desk.Open(app.IndicatorPlace(t.seen.Year, code))
		return
	}
	t.open[code] = !t.open[code]
	t.show(t.seen)
	for i, other := range t.rows {
		if other == code {
			t.grid.Go(int64(i+1), "name")
		}
	}
}
