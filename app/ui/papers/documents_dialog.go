package papers

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// listDialog is a list with buttons under it; Esc closes it.
type listDialog struct {
	desk  *desk.Desk
	table *kit.Table
	note  *widget.Label // what to do while the list is empty
	page  *fyne.Container
	shown *dialog.CustomDialog
	close *kit.Button

	buttons []*kit.Button
	ofRow   []*kit.Button // those that do something with the selected line
}

func newListDialog(d *desk.Desk, title, note string, columns []kit.Column, buttons ...*kit.Button) *listDialog {
	l := &listDialog{desk: d, table: kit.NewTable(columns), note: kit.Wrapped()}
	l.note.SetText(note)
	l.close = kit.NewButton(d.T("ui.documents.close"), func() { l.shown.Hide() })
	l.buttons = slices.Concat(buttons, []*kit.Button{l.close})
	l.table.OnBack = l.close.OnTapped
	row := kit.NewFlow()
	for _, b := range l.buttons {
		b.OnEscape = l.close.OnTapped
		row.Add(b)
	}
	foot := container.NewVScroll(container.NewVBox(l.note, row))
	l.page = kit.NewPage(kit.Gap(1), l.table, foot)
	l.shown = kit.NewDialog(title, l.page, d.Window)
	return l
}

// show opens the dialog with the keyboard where there is something to do.
func (l *listDialog) show() {
	l.shown.Show()
	text := kit.Size(theme.SizeNameText)
	l.shown.Resize(kit.Within(l.desk.Window, 58*text, 36*text))
	l.focus()
}

// focus gives the keyboard to the list, or to the first button while the list is empty:
// an empty list does not show that it has the keyboard.
func (l *listDialog) focus() {
	c := l.desk.Window.Canvas()
	if l.table.Selected() != 0 {
		c.Focus(l.table)
		return
	}
	for _, b := range l.buttons {
		if !b.Disabled() {
			c.Focus(b)
			return
		}
	}
}

// fill sets the rows; the note stands where there are none, and what needs a line rests.
func (l *listDialog) fill(rows []kit.Row) {
	l.table.SetRows(rows)
	l.note.Hidden = len(rows) > 0
	if l.table.Selected() == 0 && len(rows) > 0 {
		l.table.Select(rows[0].ID)
	}
	l.page.Refresh() // the foot has become higher or lower
	for _, b := range l.ofRow {
		kit.Enable(b, len(rows) > 0)
		if len(rows) == 0 && l.desk.Window.Canvas().Focused() == fyne.Focusable(b) {
			l.focus()
		}
	}
}

func documentColumns(d *desk.Desk) []kit.Column {
	return []kit.Column{
		{Key: "document", Head: d.T("ui.documents.document"), Chars: 40, Wide: true},
		{Key: "kind", Head: d.T("ui.documents.kind"), Chars: 20},
		{Key: "file", Head: d.T("ui.documents.file"), Chars: 22},
	}
}

func documentRows(d *desk.Desk, docs []*app.Document) []kit.Row {
	kind, _ := app.TypeByKey("document").Field("kind")
	rows := make([]kit.Row, len(docs))
	for i, doc := range docs {
		title := doc.Type().Title(doc, nil)
		if !doc.Date.Zero() {
			title += ", " + doc.Date.String()
		}
		rows[i] = kit.Row{ID: doc.ID, Cells: []kit.Cell{{Text: title}, {Text: kind.Words(kind.Get(doc), nil, d.Lang)}, {Text: doc.FileName}}}
	}
	return rows
}

// ShowDocuments lists the documents of a subject and lets one attach, link, open and
// unlink them.
func ShowDocuments(d *desk.Desk, subject, title string) {
	var l *listDialog
	refill := func() { l.fill(documentRows(d, documentsOf(d.Look().Book, subject))) }
	selected := func() *app.Document {
		return app.Find[app.Document](d.Look().Book, "document", l.table.Selected())
	}
	attach := kit.NewButton(d.T("ui.documents.attach"), func() {
		askFile(d, func(path string) { attaching{d, subject, title, refill}.files([]string{path}) })
	})
	link := kit.NewButton(d.T("ui.documents.link"), func() {
		chooseDocument(d, title, func(doc *app.Document) {
			alter(d, d.T("step.link", "What", doc.Title), linkTo(d, doc, subject))
			refill()
		})
	})
	open := kit.NewButton(d.T("ui.documents.open"), func() {
		if doc := selected(); doc != nil {
			openDocument(d, doc)
		}
	})
	view := kit.NewButton(d.T("ui.documents.view"), func() {
		if doc := selected(); doc != nil {
			viewDocument(d, doc)
		}
	})
	unlink := kit.NewButton(d.T("ui.documents.unlink"), func() {
		if doc := selected(); doc != nil {
			alter(d, d.T("step.unlink", "What", doc.Title), unlinkFrom(d, doc, subject))
			refill()
		}
	})
	for _, b := range []*kit.Button{attach, link, unlink} {
		kit.Enable(b, !d.ReadOnly())
	}
	ofRow := []*kit.Button{view, open}
	if !d.ReadOnly() {
		ofRow = append(ofRow, unlink)
	}
	l = newListDialog(d, d.T("ui.documents.title", "What", title), d.T("ui.documents.none"), documentColumns(d), attach, link, view, open, unlink)
	l.ofRow = ofRow
	l.table.OnOpen = func(int64) { view.OnTapped() }
	refill()
	l.show()
}

// chooseDocument asks for one of the documents of the park.
func chooseDocument(d *desk.Desk, title string, then func(*app.Document)) {
	var l *listDialog
	take := func() {
		if doc := app.Find[app.Document](d.Look().Book, "document", l.table.Selected()); doc != nil {
			l.shown.Hide()
			then(doc)
		}
	}
	choose := kit.NewButton(d.T("ui.open"), take)
	choose.SetText(d.T("ui.documents.link"))
	l = newListDialog(d, d.T("ui.documents.choose", "What", title), d.T("ui.documents.none"), documentColumns(d), choose)
	l.ofRow = []*kit.Button{choose}
	l.table.OnOpen = func(int64) { take() }
	l.fill(documentRows(d, app.All[app.Document](d.Look().Book, "document")))
	l.show()
}

// alter makes one step of the file and tells the shell.
func alter(d *desk.Desk, what string, do func(app.Tx) error) {
	if err := d.Store.Change(d.Ctx(), what, do); err != nil {
		d.Fail(err)
		return
	}
	d.Changed()
}

// documentTools are the buttons of the screen of documents.
func documentTools(d *desk.Desk, s desk.RecordPage) []desk.Tool {
	current := func() *app.Document {
		doc, _ := s.Kept().(*app.Document)
		return doc
	}
	with := func(do func(*app.Document)) func() {
		return func() {
			if doc := current(); doc != nil {
				do(doc)
			}
		}
	}
	attach := kit.NewButton(d.T("ui.documents.attach"), func() {
		askFile(d, func(path string) { AttachFiles(d, []string{path}, "", "") })
	})
	view := kit.NewButton(d.T("ui.documents.view"), with(func(doc *app.Document) { viewDocument(d, doc) }))
	open := kit.NewButton(d.T("ui.documents.open"), with(func(doc *app.Document) { openDocument(d, doc) }))
	save := kit.NewButton(d.T("ui.documents.save"), with(func(doc *app.Document) { askToSave(d, doc) }))
	proves := kit.NewButton(d.T("ui.documents.proves"), with(func(doc *app.Document) { showProofs(d, doc) }))
	hasFile := func(b *kit.Button) func() {
		return func() { kit.Enable(b, current() != nil && current().SHA256 != "") }
	}
	return []desk.Tool{
		{Button: attach, Show: func() { kit.Enable(attach, !d.ReadOnly() && d.Park != 0) }},
		{Button: view, Show: hasFile(view)},
		{Button: open, Show: hasFile(open)},
		{Button: save, Show: hasFile(save)},
		{Button: proves, Show: func() { kit.Enable(proves, current() != nil) }},
	}
}

func askToSave(d *desk.Desk, doc *app.Document) {
	files := kit.Files{Window: d.Window, Words: d.Words, Dir: d.FirstDir()}
	files.New(d.T("ui.documents.save"), doc.FileName, strings.ToLower(filepath.Ext(doc.FileName)), func(path string) {
		if err := saveDocument(d, doc, path, 0o644); err != nil {
			d.Fail(err)
			return
		}
		kit.Tell(d.Window, doc.Title, d.T("ui.documents.saved", "File", path), d.T("ui.ok"))
	})
}
