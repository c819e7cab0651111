package kit

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

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
			e.SetText(f.list.boundsText(column, Condition{From: n, To: n}))
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
		if read, ok := app.ParseTyped(text, column.Figures.Scale, f.list.words.Lang()); ok {
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

// dropCondition takes a condition away.
func (l *List) dropCondition(c Condition) { l.setCondition(Condition{Key: c.Key}) }

// setCondition replaces the condition of a column; one that asks for nothing takes it away.
func (l *List) setCondition(c Condition) {
	l.state.View.put(c)
	l.Table.changed()
}

// clearConditions takes all conditions away.
func (l *List) clearConditions() {
	l.state.View.Conditions = nil
	l.Table.changed()
}
