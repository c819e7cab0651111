// Package documents is the family of the documents that prove what is recorded: those of a
// record or an indicator, what a document proves, and the file that it is kept as.
package documents

import (
	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Tools returns the buttons over the form of a record. Any record that people fill in can
// have documents; a document has its file and what it proves instead.
func Tools(d *desk.Desk, page desk.RecordPage) []desk.Tool {
	if page.Type().Key == "document" {
		return documentTools(d, page)
	}
	if !page.Type().Provable() {
		return nil
	}
	t := &subjectTool{desk: d, page: page}
	t.button = kit.NewButton(d.T("ui.documents.button"), t.open)
	return []desk.Tool{{Button: t.button, Show: t.follow}}
}

// subjectTool is the button that leads to the documents of the record in the form.
type subjectTool struct {
	desk   *desk.Desk
	page   desk.RecordPage
	button *kit.Button
}

// open lists the documents of the record.
func (t *subjectTool) open() {
	if subject, title := t.page.Subject(); subject != "" {
		Show(t.desk, subject, title)
	}
}

// follow says on the button how many documents the record has.
func (t *subjectTool) follow() {
	subject, _ := t.page.Subject()
	kit.Enable(t.button, subject != "")
	text := t.desk.T("ui.documents.button")
	if n := len(documentsOf(t.desk.Part("document", "document_link"), subject)); n > 0 {
		text = t.desk.T("ui.documents.button_n", "N", n)
	}
	t.button.SetText(text)
}

// documentsOf returns the documents linked to a subject.
func documentsOf(b *app.Book, subject string) []*app.Document {
	if b == nil || subject == "" {
		return nil
	}
	var all []*app.Document
	for _, l := range app.All[app.DocumentLink](b, "document_link") {
		if doc := app.Find[app.Document](b, "document", l.Document); doc != nil && l.Subject == subject {
			all = append(all, doc)
		}
	}
	return all
}
