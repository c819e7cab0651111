package documents

import (
	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// documentList shows the documents of one subject.
type documentList struct {
	desk           *desk.Desk
	subject, title string // what they prove, as a link and as a name
	shown          *kit.ListDialog
}

// Show lists the documents of a subject and lets one attach, link, open and unlink them;
// title is what the subject is called.
func Show(d *desk.Desk, subject, title string) {
	l := &documentList{desk: d, subject: subject, title: title}
	attach := kit.NewButton(d.T("ui.documents.attach"), l.onAttach)
	link := kit.NewButton(d.T("ui.documents.link"), l.onLink)
	view := kit.NewButton(d.T("ui.documents.view"), l.onView)
	open := kit.NewButton(d.T("ui.documents.open"), l.onOpen)
	unlink := kit.NewButton(d.T("ui.documents.unlink"), l.onUnlink)
	l.shown = kit.NewListDialog(d.Window, d.T("ui.documents.title", "What", title), d.T("ui.documents.none"),
		d.T("ui.documents.close"), documentColumns(d), attach, link, view, open, unlink)
	l.shown.OfRow(view, open, unlink)
	if d.ReadOnly() {
		l.shown.OfRow(view, open)
		attach.Disable()
		link.Disable()
		unlink.Disable()
	}
	l.shown.Table.OnOpen = func(int64) { l.onView() }
	l.fill()
	l.shown.Show()
}

func (l *documentList) fill() {
	l.shown.Fill(documentRows(l.desk, documentsOf(l.desk.Part("document", "document_link"), l.subject)))
}

// selected returns the document of the selected line; nil when there is none.
func (l *documentList) selected() *app.Document {
	return app.Find[app.Document](l.desk.Part("document"), "document", l.shown.Table.Selected())
}

func (l *documentList) onAttach() {
	askFile(l.desk, func(path string) {
		attaching{l.desk, l.subject, l.title, l.fill}.files([]string{path})
	})
}

// onLink links a document that the park has already.
func (l *documentList) onLink() { chooseDocument(l.desk, l.title, l.link) }

func (l *documentList) link(doc *app.Document) {
	if l.desk.Change(l.desk.T("step.link", "What", doc.Title), linkTo(l.desk, doc, l.subject)) {
		l.fill()
	}
}

func (l *documentList) onView() {
	if doc := l.selected(); doc != nil {
		viewDocument(l.desk, doc)
	}
}

func (l *documentList) onOpen() {
	if doc := l.selected(); doc != nil {
		openDocument(l.desk, doc)
	}
}

func (l *documentList) onUnlink() {
	if doc := l.selected(); doc != nil && l.desk.Change(l.desk.T("step.unlink", "What", doc.Title), unlinkFrom(l.desk, doc, l.subject)) {
		l.fill()
	}
}

// chooser asks for one of the documents of the park.
type chooser struct {
	desk  *desk.Desk
	then  func(*app.Document)
	shown *kit.ListDialog
}

func chooseDocument(d *desk.Desk, title string, then func(*app.Document)) {
	c := &chooser{desk: d, then: then}
	take := kit.NewButton(d.T("ui.documents.link"), c.take)
	c.shown = kit.NewListDialog(d.Window, d.T("ui.documents.choose", "What", title), d.T("ui.documents.none"),
		d.T("ui.documents.close"), append(documentColumns(d), provesColumn(d)), take)
	c.shown.OfRow(take)
	c.shown.Table.OnOpen = func(int64) { c.take() }
	docs := app.All[app.Document](d.Part("document", "document_link"), "document")
	rows := documentRows(d, docs)
	for i, doc := range docs {
		rows[i].Cells = append(rows[i].Cells, kit.Cell{Text: wordsOf(d, doc, "proves")})
	}
	c.shown.Fill(rows)
	c.shown.Show()
}

func (c *chooser) take() {
	if doc := app.Find[app.Document](c.desk.Part("document"), "document", c.shown.Table.Selected()); doc != nil {
		c.shown.Hide()
		c.then(doc)
	}
}

// provesColumn says whether a document proves anything yet.
func provesColumn(d *desk.Desk) kit.Column {
	proves, _ := app.TypeByKey("document").Field("proves")
	return kit.Column{Key: proves.Key, Head: proves.Label.In(d.Lang), Chars: 18}
}

// documentColumns are those of every list of documents: which it is, and why its sheets stay
// outside of the package if they do.
func documentColumns(d *desk.Desk) []kit.Column {
	apart, _ := app.TypeByKey("document").Field("apart")
	return []kit.Column{
		{Key: "document", Head: d.T("ui.documents.document"), Chars: 34, Wide: true},
		{Key: "kind", Head: d.T("ui.documents.kind"), Chars: 18},
		{Key: "file", Head: d.T("ui.documents.file"), Chars: 20},
		{Key: "apart", Head: apart.Label.In(d.Lang), Chars: 26, Wide: true},
	}
}

func documentRows(d *desk.Desk, docs []*app.Document) []kit.Row {
	rows := make([]kit.Row, len(docs))
	for i, doc := range docs {
		title := doc.Type().Title(doc, nil)
		if !doc.Date.Zero() {
			title += ", " + doc.Date.String()
		}
		rows[i] = kit.Row{ID: doc.ID, Cells: []kit.Cell{
			{Text: title}, {Text: wordsOf(d, doc, "kind")}, {Text: doc.FileName}, {Text: app.ApartWords(doc.ApartReason()).In(d.Lang)},
		}}
	}
	return rows
}

// wordsOf returns what people read of a field of a document.
func wordsOf(d *desk.Desk, doc *app.Document, key string) string {
	f, _ := doc.Type().Field(key)
	return f.Words(f.Get(doc), nil, d.Lang)
}
