package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/i18n"
)

// picker is a list over the window that is searched as one types: Down goes to it, Enter takes,
// Esc closes.
type picker struct {
	window  fyne.Window // over which it is
	list    *List
	filter  *Filter
	foot    *fyne.Container
	shown   *dialog.CustomDialog
	buttons []*Button
}

// newPicker returns a picker of one column that is not shown yet; its rows can be ticked or not.
func newPicker(l *List, title, hint string, ticks bool, above fyne.CanvasObject) *picker {
	return newPickerOver(l.window, l.words, title, hint, ticks, above, l.Table.takeFocus)
}

// newPickerOver is newPicker over a window; back gives the keyboard back when it is closed.
func newPickerOver(window fyne.Window, words *i18n.Printer, title, hint string, ticks bool, above fyne.CanvasObject, back func()) *picker {
	p := &picker{window: window}
	p.list = NewList(ListOptions{
		Window: window, Words: words, Ticks: ticks, Plain: true,
		Columns: []Column{{Key: "what", Head: hint, Chars: 36, Wide: true}, {Key: "note", Chars: 8}},
	})
	p.filter = NewFilter(words.T("ui.list.find", nil), p.list.Table.SetFilter)
	p.filter.OnDown = func() { window.Canvas().Focus(p.list.Table) }
	p.filter.OnEscape = p.hide
	p.list.Table.OnBack = p.hide
	p.list.Table.SetNote(words.T("ui.list.none", nil))
	p.foot = NewFoot()
	head := container.NewVBox(p.filter)
	if above != nil {
		head.Add(above)
	}
	p.shown = NewDialog(title, NewPage(head, p.list.Content, container.NewVScroll(p.foot)), window)
	p.shown.SetOnClosed(back)
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
	p.shown.Resize(Within(p.window, 36*text, 38*text))
	p.window.Canvas().Focus(first)
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
		Paragraph(l.t("ui.list.keep_hint"), dialogChars), entry, NewFoot(accept, cancel)), l.window)
	shown.SetOnClosed(l.Table.takeFocus)
	shown.Show()
	l.window.Canvas().Focus(entry)
}
