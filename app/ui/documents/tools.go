package documents

import (
	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// fileTools are the buttons over the form of a document.
type fileTools struct {
	desk *desk.Desk
	page desk.RecordPage
}

func documentTools(d *desk.Desk, page desk.RecordPage) []desk.Tool {
	t := &fileTools{desk: d, page: page}
	attach := kit.NewButton(d.T("ui.documents.attach"), t.attach)
	proves := t.button("ui.documents.proves", showProofs)
	return []desk.Tool{
		{Button: attach, Show: func() { kit.Enable(attach, !d.ReadOnly() && d.Park != 0) }},
		t.ofFile("ui.documents.view", viewDocument),
		t.ofFile("ui.documents.open", openDocument),
		t.ofFile("ui.documents.save", askToSave),
		{Button: proves, Show: func() { kit.Enable(proves, t.current() != nil) }},
	}
}

// current returns the document in the form; nil when there is none.
func (t *fileTools) current() *app.Document {
	doc, _ := t.page.Kept().(*app.Document)
	return doc
}

// attach keeps a file that proves nothing yet.
func (t *fileTools) attach() {
	askFile(t.desk, func(path string) { Attach(t.desk, []string{path}, "", "") })
}

// button does something with the document in the form.
func (t *fileTools) button(id string, do func(*desk.Desk, *app.Document)) *kit.Button {
	return kit.NewButton(t.desk.T(id), func() {
		if doc := t.current(); doc != nil {
			do(t.desk, doc)
		}
	})
}

// ofFile does something with the file of the document; it rests while there is none.
func (t *fileTools) ofFile(id string, do func(*desk.Desk, *app.Document)) desk.Tool {
	b := t.button(id, do)
	return desk.Tool{Button: b, Show: func() {
		doc := t.current()
		kit.Enable(b, doc != nil && doc.SHA256 != "")
	}}
}
