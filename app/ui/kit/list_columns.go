package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// ChooseColumns asks which columns are shown and in which order. What is ticked is shown at
// once; Alt+↑ and Alt+↓ move a column.
func (l *List) ChooseColumns() {
	p := newPicker(l, l.t("ui.list.columns"), l.t("ui.list.columns_hint"), true, nil)
	c := &columnChoice{list: l, picker: p}
	p.list.OnChange = c.follow
	p.list.Table.onShortcut = c.move
	p.filter.OnSubmitted = func(string) { l.window.Canvas().Focus(p.list.Table) }
	p.button(l.t("ui.list.done"), p.hide)
	p.button(l.t("ui.list.own_columns"), func() {
		l.Table.ownColumns()
		c.fill()
	})
	c.fill()
	p.list.Table.Select(1)
	p.show(p.filter)
}

// columnChoice is the list of all columns: those shown first, in their order.
type columnChoice struct {
	list    *List
	picker  *picker
	filling bool
}

// fill lists the columns as they stand now.
func (c *columnChoice) fill() {
	c.filling = true
	defer func() { c.filling = false }()
	t, state := c.list.Table, c.picker.list.state
	order := slices.Clone(t.layout)
	for i := range t.grid.columns {
		if !slices.Contains(order, i) {
			order = append(order, i)
		}
	}
	clear(state.Ticked)
	rows := make([]Row, len(order))
	for n, i := range order {
		column := t.grid.columns[i]
		rows[n] = Row{ID: int64(i + 1), Cells: []Cell{{Text: column.Head}, {}}}
		if column.Naming {
			rows[n].Cells[1] = Cell{Text: c.list.t("ui.list.always"), Muted: true}
		}
		state.Ticked[int64(i+1)] = slices.Contains(t.layout, i)
	}
	c.picker.list.Table.SetRows(rows)
}

// follow shows and hides columns as they are ticked.
func (c *columnChoice) follow() {
	if c.filling {
		return
	}
	t := c.list.Table
	for i, column := range t.grid.columns {
		ticked, is := c.picker.list.state.Ticked[int64(i+1)], slices.Contains(t.layout, i)
		if ticked != is && (ticked || !column.Naming) {
			t.showColumn(column.Key, ticked)
		}
	}
	c.fill()
}

// move moves the selected column.
func (c *columnChoice) move(shortcut fyne.Shortcut) bool {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if !ok || custom.Modifier != fyne.KeyModifierAlt {
		return false
	}
	by := map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[custom.KeyName]
	at := int(c.picker.list.Table.Selected()) - 1
	if by == 0 || at < 0 || !slices.Contains(c.list.Table.layout, at) {
		return by != 0
	}
	c.list.Table.moveColumn(c.list.Table.grid.columns[at].Key, by)
	c.fill()
	c.picker.list.Table.reveal()
	return true
}
