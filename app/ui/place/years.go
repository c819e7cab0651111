package place

import (
	"strconv"

	"technopark/app"
	"technopark/app/standing"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// years is the place, the group and every indicator over all years on file.
type years struct {
	*section
	desk *desk.Desk
	of   *desk.Stand // that is shown or being computed
}

func newYears(d *desk.Desk) *years {
	return &years{section: newSection(d.T("ui.place.years")), desk: d}
}

// show has the years computed beside the window, once for every state of the records.
func (y *years) show(seen *desk.Stand) {
	if y.of == seen {
		return
	}
	d := y.desk
	y.of = seen
	first, last, err := d.Store.Years(d.Ctx(), d.Park)
	if err != nil {
		d.Fail(err)
		return
	}
	y.say(d.T("ui.computing"))
	if first == 0 {
		first = seen.Year // there are no reports
	}
	first, last = min(first, seen.Year), max(last, seen.Year)
	var all []*standing.Standing
	d.Tasks.Quietly(func() error {
		for year := max(first, last-mostYears+1); year <= last; year++ {
			at := seen.Standing
			if year != seen.Year {
				other, err := seen.In(year)
				if err != nil {
					return err
				}
				at = other
			}
			all = append(all, at)
		}
		return nil
	}, func(err error) {
		switch {
		case y.of != seen:
		case err != nil:
			y.say(d.Say(err))
		default:
			y.grid.SetRows(y.rows(all))
		}
	})
}

// mostYears is how many years are set beside each other, the last ones.
const mostYears = 8

func (y *years) rows(all []*standing.Standing) ([]kit.GridColumn, []kit.GridRow) {
	d := y.desk
	columns := []kit.GridColumn{{Key: "name", Wide: true}}
	row := func(name string, cell func(*standing.Standing) string) kit.GridRow {
		cells := []kit.GridCell{{Text: name}}
		for _, at := range all {
			cells = append(cells, kit.GridCell{Text: cell(at)})
		}
		return kit.GridRow{Cells: cells}
	}
	for _, at := range all {
		columns = append(columns, kit.GridColumn{Key: strconv.Itoa(at.Year), Head: strconv.Itoa(at.Year), Right: true})
	}
	rows := []kit.GridRow{
		row(d.T("ui.place.index_head"), func(at *standing.Standing) string { return at.IndexText(at.Is().Index, d.Lang) }),
		row(d.T("ui.place.group_head"), func(at *standing.Standing) string { return orDash(at.Is().Group) }),
		row(d.T("ui.place.place"), func(at *standing.Standing) string { return placeCell(at.Is().Place) }),
	}
	for _, ind := range y.of.Result.All() {
		rows = append(rows, row(ind.Code+app.NBSP+ind.Name.In(d.Lang)+", "+ind.Unit.In(d.Lang), func(at *standing.Standing) string {
			other := at.Result.Find(ind.Code)
			if other == nil || other.Value == nil {
				return "—"
			}
			return other.MarkedText(d.Lang)
		}))
	}
	for i := range rows {
		rows[i].ID = int64(i + 1)
	}
	return columns, rows
}

func orDash(text string) string {
	if text == "" {
		return "—"
	}
	return text
}
