package place

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/formula"
	"technopark/app/ui/kit"
)

// onAdd asks for one more thing to try with another value: an input of the method, an indicator,
// or a figure of a record.
func (w *whatIf) onAdd() {
	if w.seen == nil || w.seen.Standing == nil {
		return
	}
	d := w.desk
	all := w.candidates()
	table := kit.NewTable([]kit.Column{
		{Key: "what", Head: d.T("ui.place.what"), Chars: 34, Wide: true},
		{Key: "now", Head: d.T("ui.place.now"), Chars: 12, Right: true},
		{Key: "unit", Head: d.T("ui.indicators.unit"), Whole: true},
	})
	rows := make([]kit.Row, len(all))
	for i, l := range all {
		rows[i] = kit.Row{ID: int64(i + 1), Cells: []kit.Cell{{Text: l.title.In(d.Lang)}, {Text: l.fromText(d.Lang)}, {Text: l.unit.In(d.Lang)}}}
	}
	table.SetRows(rows)
	table.Select(1)
	var shown *dialog.CustomDialog
	find := kit.NewFilter(d.T("ui.place.find"), func(query string) {
		table.SetFilter(query)
		if ids := table.Shown(); len(ids) > 0 {
			table.Select(ids[0])
		}
	})
	choose := func(int64) {
		id := table.Selected()
		if !table.Shows(id) {
			return
		}
		shown.Hide()
		r := w.row(all[id-1])
		w.scroll.Content.Refresh()
		w.scroll.Refresh()
		d.Window.Canvas().Focus(r.entry)
	}
	pick := kit.NewPrimary(d.T("ui.place.add_it"), theme.ContentAddIcon(), func() { choose(0) })
	cancel := kit.NewButton(d.T("ui.cancel"), func() { shown.Hide() })
	leave := func() { shown.Hide() }
	pick.OnEscape, cancel.OnEscape, table.OnBack, find.OnEscape = leave, leave, leave, leave
	table.OnOpen = choose
	find.OnDown = func() { d.Window.Canvas().Focus(table) }
	find.OnSubmitted = func(string) { choose(0) }
	foot := container.NewVScroll(container.NewPadded(kit.NewFoot(pick, cancel)))
	shown = kit.NewDialog(d.T("ui.place.add_title"), kit.NewPage(find, table, foot), d.Window)
	shown.Show()
	text := kit.Size(theme.SizeNameText)
	shown.Resize(kit.Within(d.Window, 58*text, 36*text))
	d.Window.Canvas().Focus(find)
}

// fromText writes how much there is.
func (l lever) fromText(lang app.Lang) string {
	if l.from == nil {
		return "—"
	}
	return formula.Write(l.from, l.digits, lang)
}

// candidates returns all that can be tried: inputs, indicators, then figures of the records of the
// year and of those of no year.
func (w *whatIf) candidates() []lever {
	var all []lever
	for _, in := range w.seen.Result.Inputs() {
		all = append(all, inputLever(in))
	}
	for _, ind := range w.seen.Result.All() {
		all = append(all, indicatorLever(ind))
	}
	book := w.desk.Look().Book
	if book == nil {
		return all
	}
	for _, t := range app.Types() {
		if t.Made || t.Aside {
			continue
		}
		for _, rec := range book.Of(t.Key) {
			if p := app.PeriodOf(rec); p.Year != 0 && p.Year != w.seen.Year {
				continue
			}
			for _, f := range t.Stored() {
				if l, ok := recordLever(w.desk, rec, f); ok {
					all = append(all, l)
				}
			}
		}
	}
	return all
}
