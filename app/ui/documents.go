package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/submission"
	"technopark/app/ui/kit"
)

// recordTool is a button over the form of a record.
type recordTool struct {
	button *kit.Button
	show   func() // follows the record in the form
}

// recordTools returns the buttons of a record screen: any record can have documents, and
// a document has its file and what it proves.
func recordTools(s *recordScreen) []recordTool {
	d := s.desk
	switch s.typ.Key {
	case "document":
		return documentTools(s)
	case "revision":
		return revisionTools(s)
	}
	if !s.typ.Provable() {
		return nil
	}
	b := kit.NewButton(d.T("ui.documents.button"), func() {
		if subject, title := s.Subject(); subject != "" {
			showDocuments(d, subject, title)
		}
	})
	return []recordTool{{b, func() {
		subject, _ := s.Subject()
		enable(b, subject != "")
		b.SetText(d.T("ui.documents.button"))
		if n := len(documentsOf(d.Look().Book, subject)); n > 0 {
			b.SetText(d.T("ui.documents.button_n", "N", n))
		}
	}}}
}

// Subject returns what documents of the record in the form are linked to.
func (s *recordScreen) Subject() (subject, title string) {
	if s.current == nil || s.draft || !s.typ.Provable() {
		return "", ""
	}
	return app.SubjectOf(s.current), s.titleOf(s.current)
}

// Subject returns what documents of the indicator are linked to: of the one traced, else
// of the one selected.
func (s *indicatorsScreen) Subject() (subject, title string) {
	if s.result == nil {
		return "", ""
	}
	code := s.traced
	if all := s.result.All(); code == "" && s.table.Selected() > 0 && int(s.table.Selected()) <= len(all) {
		code = all[s.table.Selected()-1].Code
	}
	ind := s.result.Find(code)
	if ind == nil {
		return "", ""
	}
	return app.SubjectOfIndicator(s.desk.Year, code), code + ". " + ind.Name.In(s.desk.Lang)
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
func askFile(d *Desk, then func(path string)) {
	files := kit.Files{Window: d.Window, Words: d.Words, Dir: firstDir(d)}
	if d.attachedFrom != "" {
		files.Dir = d.attachedFrom
	}
	files.Open(func(path string) {
		d.attachedFrom = filepath.Dir(path)
		then(path)
	}, submission.Extensions()...)
}

// openDocument shows the file of a document in the program the system has for it. The
// program gets a copy: what it changes is not what the park has kept. A file of another
// kind than can be attached is not opened: data may come from a package of somebody else,
// and the system would start a program by its name.
func openDocument(d *Desk, doc *app.Document) {
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
			if openFile(path) != nil {
				kit.Tell(d.Window, doc.Title, d.T("ui.documents.no_program", "File", doc.FileName), d.T("ui.ok"))
			}
		}
	}
	if err != nil {
		d.Fail(err)
	}
}

// saveDocument writes the file of a document under a new name.
func saveDocument(d *Desk, doc *app.Document, path string, mode os.FileMode) error {
	data, err := d.Store.Content(d.Ctx(), doc.SHA256)
	if err != nil {
		return err
	}
	return disk.WriteNew(path, data, mode)
}
