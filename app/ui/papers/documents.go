package papers

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Tools returns the buttons of a record screen: any record can have documents, and
// a document has its file and what it proves.
func Tools(d *desk.Desk, s desk.RecordPage) []desk.Tool {
	switch s.Type().Key {
	case "document":
		return documentTools(d, s)
	case "revision":
		return revisionTools(d, s)
	}
	if !s.Type().Provable() {
		return nil
	}
	b := kit.NewButton(d.T("ui.documents.button"), func() {
		if subject, title := s.Subject(); subject != "" {
			ShowDocuments(d, subject, title)
		}
	})
	return []desk.Tool{{Button: b, Show: func() {
		subject, _ := s.Subject()
		kit.Enable(b, subject != "")
		b.SetText(d.T("ui.documents.button"))
		if n := len(documentsOf(d.Look().Book, subject)); n > 0 {
			b.SetText(d.T("ui.documents.button_n", "N", n))
		}
	}}}
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

// askFile asks for a file to attach; the next one is looked for where this one was.
func askFile(d *desk.Desk, then func(path string)) {
	files := kit.Files{Window: d.Window, Words: d.Words, Dir: d.FirstDir()}
	if d.AttachedFrom != "" {
		files.Dir = d.AttachedFrom
	}
	files.Open(func(path string) {
		d.AttachedFrom = filepath.Dir(path)
		then(path)
	}, submission.Extensions()...)
}

// openDocument shows the file of a document in the program the system has for it. The
// program gets a copy: what it changes is not what the park has kept. A file of another
// kind than can be attached is not opened: data may come from a package of somebody else,
// and the system would start a program by its name.
func openDocument(d *desk.Desk, doc *app.Document) {
	if doc.SHA256 == "" {
		kit.Tell(d.Window, doc.Title, d.T("ui.documents.no_file"), d.T("ui.ok"))
		return
	}
	if !slices.Contains(submission.Extensions(), strings.ToLower(filepath.Ext(doc.FileName))) {
		kit.Tell(d.Window, doc.Title, d.T("ui.documents.not_opened", "File", doc.FileName), d.T("ui.ok"))
		return
	}
	dir, err := os.MkdirTemp("", "technopark-")
	if err == nil {
		path := filepath.Join(dir, filepath.Base(doc.FileName))
		if err = saveDocument(d, doc, path, 0o400); err == nil {
			if desk.OpenFile(path) != nil {
				kit.Tell(d.Window, doc.Title, d.T("ui.documents.no_program", "File", doc.FileName), d.T("ui.ok"))
			}
		}
	}
	if err != nil {
		d.Fail(err)
	}
}

// saveDocument writes the file of a document under a new name.
func saveDocument(d *desk.Desk, doc *app.Document, path string, mode os.FileMode) error {
	data, err := d.Store.Content(d.Ctx(), doc.SHA256)
	if err != nil {
		return err
	}
	return disk.WriteNew(path, data, mode)
}
