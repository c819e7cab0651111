package kit

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// picker is a list over the window that is searched as one types: Down goes to it, Enter takes,
// Esc closes.
type picker struct {
	owner   *List // over whose screen it is
	list    *List
	filter  *Filter
	foot    *fyne.Container
	shown   *dialog.CustomDialog
	buttons []*Button
}

// newPicker returns a picker of one column that is not shown yet; its rows can be ticked or not.
func newPicker(l *List, title, hint string, ticks bool, above fyne.CanvasObject) *picker {
	p := &picker{owner: l}
	p.list = NewList(ListOptions{
		Window: l.window, Words: l.words, Ticks: ticks, Plain: true,
		Columns: []Column{{Key: "what", Head: hint, Chars: 36, Wide: true}, {Key: "note", Chars: 8}},
	})
	p.filter = NewFilter(l.t("ui.list.find"), p.list.Table.SetFilter)
	p.filter.OnDown = func() { l.window.Canvas().Focus(p.list.Table) }
	p.filter.OnEscape = p.hide
	p.list.Table.OnBack = p.hide
	p.list.Table.SetNote(l.t("ui.list.none"))
	p.foot = container.NewHBox()
	head := container.NewVBox(p.filter)
	if above != nil {
		head.Add(above)
	}
	p.shown = NewDialog(title, container.NewBorder(head, container.NewCenter(p.foot), nil, nil, p.list.Content), l.window)
	p.shown.SetOnClosed(func() { l.Table.takeFocus() })
	return p
}

func (p *picker) hide() { p.shown.Hide() }

// button adds a button at the foot; the first one added is the blue one.
func (p *picker) button(text string, do func()) {
	b := NewButton(text, do)
	b.OnEscape = p.hide
	if len(p.buttons) == 0 {
		b.Importance = widget.HighImportance
	}
	p.buttons = append(p.buttons, b)
	p.foot.Add(b)
}

// show opens the picker with the keyboard where one types.
func (p *picker) show(first fyne.Focusable) {
	p.shown.Show()
	text := Size(theme.SizeNameText)
	p.shown.Resize(Within(p.owner.window, 36*text, 38*text))
	p.owner.window.Canvas().Focus(first)
}

// askColumn asks by which column the rows are to be chosen.
func (l *List) askColumn() {
	p := newPicker(l, l.t("ui.list.filter_by"), l.t("ui.list.column"), false, nil)
	rows := make([]Row, len(l.Table.grid.columns))
	for i, c := range l.Table.grid.columns {
		rows[i] = Row{ID: int64(i + 1), Cells: []Cell{{Text: c.Head}}}
	}
	p.list.Table.SetRows(rows)
	take := func(id int64) {
		p.hide()
		l.askCondition(l.Table.grid.columns[id-1].Key)
	}
	p.list.Table.OnOpen = take
	p.filter.OnSubmitted = func(string) {
		if shown := p.list.Table.Shown(); len(shown) > 0 {
			take(shown[0])
		}
	}
	p.button(l.t("ui.list.next"), func() { p.list.Table.call(take) })
	p.button(l.t("ui.cancel"), p.hide)
	p.list.Table.Select(1)
	p.show(p.filter)
}

// conditionForm asks what the cells of one column must be.
type conditionForm struct {
	list     *List
	column   int
	picker   *picker
	from, to *Entry // nil where a column has neither figures nor dates
	fault    *Line
	codes    []string // of the rows, by their ids less one
}

// Rows of the states of a cell in the list of values.
const (
	emptyCode = "\x00empty"
	naCode    = "\x00na"
)

// askCondition asks which rows are to be shown by one column.
func (l *List) askCondition(key string) {
	at := l.Table.grid.column(key)
	if at < 0 {
		return
	}
	f := &conditionForm{list: l, column: at, fault: NewLine(theme.ColorNameError, theme.SizeNameText)}
	column := l.Table.grid.columns[at]
	was := l.state.View.condition(key)
	var above fyne.CanvasObject
	if column.Figures != nil || column.Dates {
		above = f.bounds(column, was)
	}
	f.picker = newPicker(l, l.t("ui.list.filter_of", "What", column.Name()), l.t("ui.list.value"), true, above)
	f.fill(column, was)
	f.picker.filter.SetText(was.Contains)
	f.picker.filter.OnSubmitted = func(string) { f.take() }
	f.picker.list.Table.OnOpen = func(int64) { f.take() }
	f.picker.button(l.t("ui.list.show"), f.take)
	f.picker.button(l.t("ui.list.no_condition"), func() {
		f.picker.hide()
		l.dropCondition(was)
	})
	f.picker.button(l.t("ui.cancel"), f.picker.hide)
	if f.from != nil {
		f.picker.filter.Hide()
		f.picker.show(f.from)
		return
	}
	f.picker.show(f.picker.filter)
}

// bounds makes the entries of a range.
func (f *conditionForm) bounds(column Column, was Condition) fyne.CanvasObject {
	entry := func(n *int64) *Entry {
		e := NewEntry(func(string) { f.take() })
		e.OnEscape = func() { f.picker.hide() }
		if n != nil {
			e.SetText(f.list.boundsText(column, f.column, Condition{From: n, To: n}))
		}
		return e
	}
	f.from, f.to = entry(was.From), entry(was.To)
	label := func(id string) fyne.CanvasObject { return widget.NewLabel(f.list.t(id)) }
	row := container.NewGridWithColumns(2,
		container.NewBorder(nil, nil, label("ui.list.label_from"), nil, f.from),
		container.NewBorder(nil, nil, label("ui.list.label_to"), nil, f.to))
	return container.NewVBox(row, f.fault)
}

// fill lists the values the column has, in order, those of the condition ticked; of figures
// and dates only whether there is a value.
func (f *conditionForm) fill(column Column, was Condition) {
	s := f.list.Table.grid
	found := map[string]string{}
	for _, row := range s.rows {
		if row.Heading {
			continue
		}
		cell := row.at(f.column)
		switch {
		case cell.NA():
			found[naCode] = app.NotApplicableText.In(f.list.words.Lang())
		case cell.Blank():
			found[emptyCode] = f.list.t("ui.list.empty")
		case f.from != nil:
		case cell.Code == "":
			found[cell.Text] = cell.Text
		default:
			for code := range strings.SplitSeq(cell.Code, ";") {
				found[code] = column.word(code)
			}
		}
	}
	for _, code := range was.Values {
		if found[code] == "" {
			found[code] = column.word(code)
		}
	}
	for code := range found {
		f.codes = append(f.codes, code)
	}
	slices.SortFunc(f.codes, func(a, b string) int {
		return cmp.Or(cmp.Compare(rankOf(a), rankOf(b)), s.collator.Compare(found[a], found[b]), cmp.Compare(a, b))
	})
	rows := make([]Row, len(f.codes))
	for i, code := range f.codes {
		rows[i] = Row{ID: int64(i + 1), Cells: []Cell{{Text: found[code]}}}
		if slices.Contains(was.Values, code) || code == emptyCode && was.Empty || code == naCode && was.NA {
			f.picker.list.state.Ticked[int64(i+1)] = true
		}
	}
	f.picker.list.Table.SetRows(rows)
	if len(rows) > 0 {
		f.picker.list.Table.Select(1)
	}
}

// rankOf puts what is no value after the values.
func rankOf(code string) int {
	switch code {
	case emptyCode:
		return 1
	case naCode:
		return 2
	}
	return 0
}

// take shows the rows that meet what was asked for, or says what is wrong with it.
func (f *conditionForm) take() {
	c := Condition{Key: f.list.Table.grid.columns[f.column].Key}
	for i, code := range f.codes {
		switch {
		case !f.picker.list.state.Ticked[int64(i+1)]:
		case code == emptyCode:
			c.Empty = true
		case code == naCode:
			c.NA = true
		default:
			c.Values = append(c.Values, code)
		}
	}
	if f.from == nil && len(c.Values) == 0 {
		c.Contains = strings.TrimSpace(f.picker.filter.Text)
	}
	if f.from != nil {
		var faults [2]string
		c.From, faults[0] = f.bound(f.from.Text, false)
		c.To, faults[1] = f.bound(f.to.Text, true)
		if fault := cmp.Or(faults[0], faults[1]); fault != "" {
			f.fault.SetText(fault)
			return
		}
	}
	f.picker.hide()
	f.list.setCondition(c)
}

// bound reads one end of a range; a year stands for its first or its last day. fault says what
// is wrong with the text.
func (f *conditionForm) bound(text string, last bool) (n *int64, fault string) {
	text = app.Clean(text)
	if text == "" {
		return nil, ""
	}
	column := f.list.Table.grid.columns[f.column]
	if column.Figures != nil {
		if read, ok := app.ParseNumber(text, column.Figures.Scale); ok {
			return &read, ""
		}
		return nil, app.MarkError.Before(f.list.t("ui.list.no_number", "Text", text))
	}
	day, ok := app.ParseDate(text)
	if p, isPeriod := app.ParsePeriod(text); isPeriod && !p.Zero() {
		day, ok = p.First(), true
		if last {
			day = p.Last()
		}
	}
	if !ok {
		return nil, app.MarkError.Before(f.list.t("ui.list.no_date", "Text", text))
	}
	days := int64(day.Days())
	return &days, ""
}

// askName asks for a name to keep the view under.
func (l *List) askName() {
	var shown *dialog.CustomDialog
	entry := NewEntry(nil)
	keep := func() {
		if name := app.Clean(entry.Text); name != "" {
			shown.Hide()
			l.keepView(name)
		}
	}
	entry.OnSubmitted = func(string) { keep() }
	entry.SetText(l.currentName())
	entry.PlaceHolder = l.t("ui.list.name_example")
	accept, cancel := NewButton(l.t("ui.list.keep"), keep), NewButton(l.t("ui.cancel"), nil)
	accept.Importance = widget.HighImportance
	cancel.OnTapped = func() { shown.Hide() }
	accept.OnEscape, cancel.OnEscape, entry.OnEscape = cancel.OnTapped, cancel.OnTapped, cancel.OnTapped
	shown = NewDialog(l.t("ui.list.keep_view"), container.NewVBox(
		Paragraph(l.t("ui.list.keep_hint"), dialogChars), entry, container.NewCenter(container.NewHBox(accept, cancel))), l.window)
	shown.SetOnClosed(l.Table.takeFocus)
	shown.Show()
	l.window.Canvas().Focus(entry)
}

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
