package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// popUp shows a menu at a place of the window; Esc gives the keyboard back.
func (l *List) popUp(at fyne.Position, items ...*fyne.MenuItem) {
	if l.window != nil && len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), l.window.Canvas(), at)
	}
}

// menuPlace is where the menu of the selected row opens when it is asked for by key.
func (t *Table) menuPlace() fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.scroll)
	row := max(0, t.position(t.state.Selected))
	return at.AddXY(t.tickWidth()+cellPadding, float32(row+1)*Size(SizeRow)-t.scroll.Offset.Y)
}

// showRowMenu shows what can be done with the selected row.
func (t *Table) showRowMenu(at fyne.Position) { t.showCellMenu(-1, at) }

// showCellMenu shows what can be done with the selected row and, of a shown column, its cell.
func (t *Table) showCellMenu(i int, at fyne.Position) {
	if t.list == nil || t.position(t.state.Selected) < 0 {
		return
	}
	t.list.popUp(at, t.list.rowItems(i)...)
}

// rowItems are what can be done with the selected row: the actions, with all ticked rows if it
// is one of them, and showing only its like.
func (l *List) rowItems(i int) []*fyne.MenuItem {
	t := l.Table
	id := t.state.Selected
	ids := []int64{id}
	if t.state.Ticked[id] {
		ids = t.Ticked()
	}
	var items []*fyne.MenuItem
	if t.OnOpen != nil {
		items = append(items, fyne.NewMenuItem(l.t("ui.list.open"), func() { t.call(t.OnOpen) }))
	}
	for _, a := range l.actions {
		if a.Single && len(ids) > 1 {
			continue
		}
		item := fyne.NewMenuItem(a.Text, func() { a.Do(ids) })
		item.Icon = a.Icon
		item.Disabled = a.Can != nil && a.Can(ids) != ""
		items = append(items, item)
	}
	copied := keyedItem(l.t("ui.list.copy_rows"), "Ctrl+C", t.CopyRows)
	items = append(items, copied, fyne.NewMenuItemSeparator())
	if i >= 0 {
		items = append(items, l.likeItem(t.layout[i], "ui.list.only_like"))
	}
	like := fyne.NewMenuItem(l.t("ui.list.only_such"), nil)
	var each []*fyne.MenuItem
	for _, column := range t.layout {
		each = append(each, l.likeItem(column, ""))
	}
	like.ChildMenu = fyne.NewMenu("", each...)
	items = append(items, like)
	if l.Narrowed() {
		items = append(items, fyne.NewMenuItem(l.t("ui.list.clear"), l.ShowAll))
	}
	return append(items, l.wayItems()...)
}

// likeItem shows only the rows that are in one column as the selected one.
func (l *List) likeItem(column int, id string) *fyne.MenuItem {
	t := l.Table
	c := likeCell(t.grid.columns[column].Key, t.grid.rows[t.shown[t.position(t.state.Selected)]].at(column))
	text := string(shortened([]rune(l.conditionText(c))))
	if id != "" {
		text = l.t(id, "What", text)
	}
	return fyne.NewMenuItem(text, func() { l.setCondition(c) })
}

// menuChars is how much of a value a menu shows.
const menuChars = 60

func shortened(text []rune) []rune {
	if len(text) > menuChars {
		return append(text[:menuChars-1:menuChars-1], '…')
	}
	return text
}

// likeCell is the condition to be like a cell.
func likeCell(key string, cell Cell) Condition {
	c := Condition{Key: key}
	switch {
	case cell.NA():
		c.NA = true
	case cell.Blank():
		c.Empty = true
	case cell.Code != "":
		c.Values = strings.Split(cell.Code, ";")
	case cell.Number:
		n := cell.N
		c.From, c.To = &n, &n
	default:
		c.Values = []string{cell.Text}
	}
	return c
}

// showColumnMenu shows what can be done with a column.
func (t *Table) showColumnMenu(column int, at fyne.Position) {
	l := t.list
	if l == nil {
		return
	}
	key := t.grid.columns[column].Key
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(l.t("ui.list.sort_up"), func() { t.SortBy(key, false) }),
		fyne.NewMenuItem(l.t("ui.list.sort_down"), func() { t.SortBy(key, true) }),
		fyne.NewMenuItem(l.t("ui.list.sort_then"), func() { t.toggleSort(column, true) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(l.t("ui.list.filter_column"), func() { l.askCondition(key) }),
		fyne.NewMenuItemSeparator(),
	}
	if !t.grid.columns[column].Naming {
		items = append(items,
			fyne.NewMenuItem(l.t("ui.list.move_left"), func() { t.moveColumn(key, -1) }),
			fyne.NewMenuItem(l.t("ui.list.move_right"), func() { t.moveColumn(key, 1) }),
			fyne.NewMenuItem(l.t("ui.list.hide_column"), func() { t.showColumn(key, false) }))
	}
	l.popUp(at, append(append(items, l.columnsItem()), l.wayItems()...)...)
}

// ColumnsShortcut opens the choice of columns.
var ColumnsShortcut = &desktop.CustomShortcut{KeyName: fyne.KeyC, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}

func (l *List) columnsItem() *fyne.MenuItem {
	return keyedItem(l.t("ui.list.columns_ask"), "Ctrl+Shift+C", l.ChooseColumns)
}

// keyedItem is a line of a menu that tells the keys which do the same. The toolkit would write
// them in the colour of shadows, so pale that nobody reads them.
func keyedItem(text, keys string, do func()) *fyne.MenuItem {
	return fyne.NewMenuItem(text+strings.Repeat(app.NBSP, 4)+keys, do)
}

// FilterButton returns the button that opens the menu of conditions; it counts them.
func (l *List) FilterButton() *Button {
	var b *Button
	b = NewButton(l.filterText(), func() { l.showFilterMenu(b) })
	l.buttons = append(l.buttons, b)
	return b
}

// showFilterMenu opens the menu of conditions under a button.
func (l *List) showFilterMenu(under fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	l.popUp(at.AddXY(0, under.Size().Height), l.filterItems()...)
}

// filterItems are what can be done with the conditions.
func (l *List) filterItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	current := l.currentName()
	for i, v := range l.state.Named {
		item := fyne.NewMenuItem(v.Name, func() { l.useView(i) })
		item.Checked = v.Name == current
		items = append(items, item)
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	by := fyne.NewMenuItem(l.t("ui.list.filter_by"), l.askColumn)
	items = append(items, by)
	for _, c := range l.state.View.Conditions {
		items = append(items,
			fyne.NewMenuItem(l.t("ui.list.change", "What", string(shortened([]rune(l.conditionText(c))))), func() { l.askCondition(c.Key) }),
			fyne.NewMenuItem(l.t("ui.list.drop", "What", string(shortened([]rune(l.conditionText(c))))), func() { l.dropCondition(c) }))
	}
	if l.Conditions() > 0 {
		items = append(items, fyne.NewMenuItem(l.t("ui.list.clear"), l.clearConditions))
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(l.t("ui.list.keep_view"), l.askName))
	if current != "" {
		items = append(items, fyne.NewMenuItem(l.t("ui.list.forget_view", "What", current), func() { l.forgetView(current) }))
	}
	return append(items, l.columnsItem())
}

// useView shows the list as a kept view says.
func (l *List) useView(i int) {
	l.state.View = l.state.Named[i].clone()
	l.state.View.Name = ""
	l.Table.changed()
	l.Table.takeFocus()
}

// keepView keeps the list as it is shown now under a name, in place of one that had it.
func (l *List) keepView(name string) {
	v := l.state.View.clone()
	v.Name = name
	l.forgetView(name)
	l.state.Named = append(l.state.Named, v)
	l.state.keep()
	l.follow()
}

// forgetView drops a kept view; the list stays as it is.
func (l *List) forgetView(name string) {
	var left []View
	for _, v := range l.state.Named {
		if v.Name != name {
			left = append(left, v)
		}
	}
	l.state.Named = left
	l.state.keep()
	l.follow()
}
