package journal

import (
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/history"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// most is how many entries of one record are listed; the journal has all.
const most = 1000

// record is a dialog with all that was done to one record.
type record struct {
	desk  *desk.Desk
	place app.Place
	title string
	lines map[int64]history.Line
	list  *kit.ListDialog
}

// ShowHistory lists who changed what of a record and when, the newest first, with the way back to any of
// it. title is what people call the record.
func ShowHistory(d *desk.Desk, p app.Place, title string) {
	r := &record{desk: d, place: app.Place{Type: p.Type, ID: p.ID}, title: title}
	back := kit.NewTool(d.T("ui.history.restore"), theme.HistoryIcon(), r.onRestore)
	whole := kit.NewButton(d.T("ui.history.in_journal"), r.onJournal)
	of := app.TypeByKey(p.Type)
	r.list = kit.NewListDialog(d.Window, d.T("ui.history.of", "Record", of.One.In(d.Lang)+" "+app.QuotedIn(title, d.Lang)), d.T("ui.history.none"), d.T("ui.documents.close"), []kit.Column{
		{Key: "when", Head: d.T("ui.journal.when"), Chars: 16},
		{Key: "who", Head: d.T("ui.journal.who"), Chars: 10},
		{Key: "action", Head: d.T("ui.journal.action"), Chars: 16},
		{Key: "field", Head: d.T("ui.journal.field"), Chars: 18},
		{Key: "before", Head: d.T("ui.journal.before"), Chars: 14},
		{Key: "after", Head: d.T("ui.journal.after"), Chars: 14, Wide: true},
	}, back, whole)
	r.list.OfRow(back, whole)
	r.list.Table.OnSelect = r.follow
	r.list.Table.OnOpen = func(int64) { r.onRestore() }
	if !r.fill() {
		return
	}
	if d.ReadOnly() {
		back.Forbid(d.T("ui.journal.restore_read_only"))
	}
	r.list.Show()
}

// fill reads the journal of the record; false where it cannot be read, which is told.
func (r *record) fill() bool {
	d := r.desk
	entries, err := d.Store.Journal(d.Ctx(), app.JournalFilter{Type: r.place.Type, ID: r.place.ID, Limit: most})
	if err != nil {
		d.Fail(err)
		return false
	}
	lines, ids := linesOf(d, entries)
	r.lines = lines
	all := rows(d, lines, ids)
	for i := range all {
		c := all[i].Cells
		all[i].Cells = []kit.Cell{c[0], c[1], c[2], c[4], c[5], c[6]}
	}
	r.list.Fill(all)
	r.follow(r.list.Table.Selected())
	return true
}

// follow writes the selected line out, with the step it was done in.
func (r *record) follow(id int64) {
	line, ok := r.lines[id]
	if !ok {
		return
	}
	d := r.desk
	text := line.Before + line.After
	if line.Field.Key != "" {
		text = d.T("ui.journal.detail", "Record", line.Record(), "Field", line.Name, "Before", line.Before, "After", line.After)
	}
	r.list.Note.SetText(d.T("ui.journal.step", "Text", text, "What", d.Words.Step(line.Entry.What)))
	r.list.Note.Show()
}

// onRestore goes back to the state after the selected entry.
func (r *record) onRestore() {
	line, ok := r.lines[r.list.Table.Selected()]
	if !ok || r.desk.ReadOnly() {
		return
	}
	restore(r.desk, line.Entry, r.title, func() { r.fill() })
}

// onJournal shows the entries of the record in the journal, where they can be printed.
func (r *record) onJournal() {
	r.list.Hide()
	r.desk.ShowJournal(app.JournalFilter{Type: r.place.Type, ID: r.place.ID}, r.title)
}

// Tools returns the button over the form of a record that leads to its history.
func Tools(d *desk.Desk, page desk.RecordPage) []desk.Tool {
	b := kit.NewButton(d.T("ui.history.button"), func() {
		if rec := page.Kept(); rec != nil {
			ShowHistory(d, app.Place{Type: rec.Type().Key, ID: rec.Header().ID}, rec.Type().TitleIn(d.Lang, rec, d.TitleOf))
		}
	})
	return []desk.Tool{{Button: b, Show: func() { kit.Enable(b, page.Kept() != nil) }}}
}
