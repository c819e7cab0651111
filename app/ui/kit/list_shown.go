package kit

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"technopark/app"
)

// Way is something that can be done with all that a list shows: it stands in its menus.
type Way struct {
	Text string // «Напечатать список…»
	Keys string // that do the same: «Ctrl+P»; may be empty
	Do   func() // does it
}

// wayItems are the lines of menus for the ways of the list, a separator before them.
func (l *List) wayItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for i, way := range l.Ways {
		if i == 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		item := fyne.NewMenuItem(way.Text, way.Do)
		if way.Keys != "" {
			item = keyedItem(way.Text, way.Keys, way.Do)
		}
		items = append(items, item)
	}
	return items
}

// Shot is what a list shows at one moment, as plain values: the shown columns in their order,
// the rows that are left by search and conditions in theirs, and what stands under them. Of a
// list with ticked rows it is those.
type Shot struct {
	About   []string // by what rows were left out and sorted, a line each
	Columns []Column // from the left
	Rows    []Row    // with their Cells, one for each column; of a heading one
	Total   string   // «Итого: 41 договор»; «» where nothing stands under the columns
	Sums    []Sum    // one for each column
}

// Sum is what stands under a column.
type Sum struct {
	Words string // the fullest wording: «7 318,25 м², нет у 3»; «» for nothing
	N     int64  // in the units of the column
	Exact bool   // N is all there is to say
}

// Shot returns what the list shows.
func (l *List) Shot() Shot {
	t := l.Table
	rows, ticked := t.shown, map[int64]bool{}
	if l.ticks {
		for _, id := range t.Ticked() {
			ticked[id] = true
		}
	}
	if len(ticked) > 0 {
		rows = nil
		for _, at := range t.shown {
			if row := t.grid.rows[at]; !row.Heading && ticked[row.ID] {
				rows = append(rows, at)
			}
		}
	}
	shot := Shot{About: l.aboutShown(len(ticked))}
	for _, column := range t.layout {
		shot.Columns = append(shot.Columns, t.grid.columns[column])
	}
	for _, at := range rows {
		row := t.grid.rows[at]
		cells := []Cell{row.at(0)}
		if !row.Heading {
			cells = cells[:0]
			for _, column := range t.layout {
				cells = append(cells, row.at(column))
			}
		}
		shot.Rows = append(shot.Rows, Row{ID: row.ID, Cells: cells, Heading: row.Heading})
	}
	l.addSums(&shot, rows)
	return shot
}

// addSums adds the shown columns up over rows, as under the list.
func (l *List) addSums(shot *Shot, rows []int) {
	t := l.Table
	whole, part := wholes(t.grid.rows, rows)
	counted := 0
	for _, at := range whole {
		if !t.grid.rows[at].Heading {
			counted++
		}
	}
	for _, column := range t.layout {
		sum := Sum{}
		if f := t.grid.columns[column].Figures; f != nil {
			if total := totalOf(f, t.grid.rows, whole, column); total.kind != app.NoTotal {
				shot.Total = l.t("ui.list.total", "Count", l.counted(counted))
				if part {
					shot.Total = l.t("ui.list.total_years", "Count", l.counted(counted))
				}
				sum = Sum{l.totalWords(total, f, t.grid.survey(column).decimals)[0], total.n, total.missing == 0 && total.kind == app.TotalSum}
			}
		}
		shot.Sums = append(shot.Sums, sum)
	}
}

// aboutShown says by what rows were left out and sorted.
func (l *List) aboutShown(ticked int) []string {
	var about []string
	if l.Conditions() > 0 {
		var said []string
		for _, c := range l.state.View.Conditions {
			said = append(said, l.conditionText(c))
		}
		about = append(about, l.nameText()+": "+strings.Join(said, "; "))
	}
	if l.state.Query != "" {
		about = append(about, l.t("ui.list.searched", "What", l.state.Query))
	}
	if ticked > 0 {
		about = append(about, l.t("ui.list.only_ticked", "N", strconv.Itoa(ticked)))
	}
	if by := l.sortText(); by != "" {
		about = append(about, l.t("ui.list.sorted_by", "What", by))
	}
	return about
}
