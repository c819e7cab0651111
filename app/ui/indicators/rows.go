package indicators

import (
	"math/big"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

func columns(d *desk.Desk) []kit.Column {
	return []kit.Column{
		{Key: "code", Head: d.T("ui.indicators.code"), Chars: 5},
		{Key: "name", Head: d.T("ui.indicators.name"), Chars: 32, Wide: true},
		{Key: "value", Head: d.T("ui.indicators.value"), Chars: 14, Right: true},
		{Key: "unit", Head: d.T("ui.indicators.unit"), Whole: true},
		{Key: "previous", Head: d.T("ui.indicators.previous"), Chars: 14, Right: true},
		{Key: "growth", Head: d.T("ui.indicators.growth"), Chars: 11, Right: true},
		{Key: "completeness", Head: d.T("ui.indicators.completeness"), Chars: 11, Right: true, Bars: true},
		{Key: "lacks", Head: d.T("ui.indicators.lacks"), Whole: true},
	}
}

// rows returns a heading for each sub-index and a row for each indicator; the
// ids of rows count the indicators of the result from 1.
func rows(d *desk.Desk, result *rating.Result) []kit.Row {
	var rows []kit.Row
	id := int64(0)
	for i, group := range result.Subindices {
		title := group.Code + ". " + group.Name.In(d.Lang)
		rows = append(rows, kit.Row{ID: -int64(i + 1), Heading: true, Cells: []kit.Cell{{Text: title}}})
		for _, ind := range group.Indicators {
			id++
			rows = append(rows, kit.Row{ID: id, Cells: indicatorCells(d, ind)})
		}
	}
	return rows
}

func indicatorCells(d *desk.Desk, ind *rating.Indicator) []kit.Cell {
	return []kit.Cell{
		{Text: ind.Code},
		{Text: ind.Name.In(d.Lang)},
		figureCell(ind.MarkedText(d.Lang), ind.Value),
		{Text: ind.Unit.In(d.Lang)},
		figureCell(ind.MarkedPreviousText(d.Lang), ind.Previous),
		growthCell(d, ind),
		completenessCell(d, ind),
		{Text: lackText(d, ind)},
	}
}

// figureCell writes words instead of a figure in a quieter colour.
func figureCell(text string, figure *big.Rat) kit.Cell {
	if figure == nil {
		return kit.Cell{Text: text, Muted: true}
	}
	return kit.Cell{Text: text, N: sortNumber(figure), Number: true}
}

func growthCell(d *desk.Desk, ind *rating.Indicator) kit.Cell {
	text := ind.GrowthText(d.Lang)
	if text == "" {
		return kit.Cell{Text: "—", Muted: true}
	}
	return kit.Cell{Text: text, N: sortNumber(new(big.Rat).Quo(ind.Value, ind.Previous)), Number: true}
}

// completenessCell has a strip under the figure.
func completenessCell(d *desk.Desk, ind *rating.Indicator) kit.Cell {
	c := ind.Completeness
	if c.Of == 0 { // nothing should be in it
		return kit.Cell{Text: c.Percent(d.Lang), Muted: true}
	}
	part, _ := c.Ratio().Float32()
	cell := kit.Cell{Text: c.Percent(d.Lang), N: sortNumber(c.Ratio()), Number: true, Bar: true, Share: part}
	if c.In < c.Of {
		cell.Text = app.MarkWarning.Before(cell.Text)
	}
	return cell
}

// sortNumber returns a figure in hundred-thousandths, which is finer than any is
// written, for sorting only.
func sortNumber(r *big.Rat) int64 {
	const finest = 100_000
	scaled := new(big.Rat).Mul(r, big.NewRat(finest, 1))
	return new(big.Int).Quo(scaled.Num(), scaled.Denom()).Int64()
}

// lackText says what an indicator lacks: «не хватает 7 отчётов»; where all is there and it has no value
// all the same, why: «знаменатель равен нулю: Выручка». It is empty when nothing stands in the way.
func lackText(d *desk.Desk, ind *rating.Indicator) string {
	absent, cells := 0, 0
	for _, m := range ind.Missing {
		if m.ID == 0 {
			absent++
		} else {
			cells += len(m.Fields)
		}
	}
	switch {
	case absent > 0 && cells > 0:
		return d.T("ui.lacks.both", "Reports", d.N("ui.lacks.reports", absent), "Cells", d.N("ui.lacks.cells", cells))
	case absent > 0:
		return d.T("ui.lacks", "What", d.N("ui.lacks.reports", absent))
	case cells > 0:
		return d.T("ui.lacks", "What", d.N("ui.lacks.cells", cells))
	}
	return ind.Reason.In(d.Lang)
}
