package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"technopark/app"
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
	if s.typ.Scope != app.ScopePark {
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
	if s.current == nil || s.draft || s.typ.Key == "document" || s.typ.Made || s.typ.Scope != app.ScopePark {
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
		if doc, ok := b.Get("document", l.Document).(*app.Document); ok && l.Subject == subject {
			all = append(all, doc)
		}
	}
	return all
}

// attachFiles keeps files and links them to a subject, which may be «». All that can be
// kept are one step; the others are named with the reason.
func attachFiles(d *Desk, paths []string, subject, title string) {
	var kept, refused []string
	var subjects []string
	if subject != "" {
		subjects = []string{subject}
	}
	for _, path := range paths {
		name := filepath.Base(path)
		doc, err := attachFile(d, path, subjects)
		if err != nil {
			refused = append(refused, refusalText(d, name, err))
			continue
		}
		kept = append(kept, "«"+doc.Title+"»")
	}
	if len(kept) > 0 {
		d.Changed()
	}
	var said []string
	if len(kept) > 0 {
		said = append(said, d.T("ui.documents.attached", "What", title, "Files", strings.Join(kept, ", ")))
	}
	if len(refused) > 0 {
		said = append(said, d.T("ui.documents.refused", "Files", strings.Join(refused, "; ")+"."))
	}
	if len(said) > 0 && (len(refused) > 0 || len(paths) > 1) {
		kit.Tell(d.Window, d.T("ui.menu.documents"), strings.Join(said, "\n"), d.T("ui.ok"))
	}
}

// attachFile keeps one file; one that the park has already is only linked.
func attachFile(d *Desk, path string, subjects []string) (*app.Document, error) {
	info, err := os.Stat(path)
	if err == nil && info.Size() > submission.MostMegabytes<<20 {
		return nil, submission.ErrTooBig
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, errors.Join(app.ErrNoRead, err)
	}
	doc, err := submission.NewDocument(path, data)
	if err != nil {
		return nil, err
	}
	doc.Park = d.Park
	if same := submission.SameFile(d.Look().Book, doc.SHA256); same != nil {
		link := func(tx app.Tx) error { return submission.LinkDocument(d.Ctx(), tx, same, subjects...) }
		return same, d.Store.Change(d.Ctx(), d.T("step.link", "What", same.Title), link)
	}
	keep := func(tx app.Tx) error { return submission.KeepDocument(d.Ctx(), tx, doc, data, subjects...) }
	return doc, d.Store.Change(d.Ctx(), d.T("step.attach", "What", doc.Title), keep)
}

func refusalText(d *Desk, name string, err error) string {
	if id := submission.Refusal(err); id != "" {
		return d.T(id, "File", name, "MB", submission.MostMegabytes)
	}
	if said, known := d.Words.Sentence(err, map[string]any{"File": name}); known {
		return said
	}
	return "«" + name + "»: " + err.Error()
}

// askFile asks for a file to attach.
func askFile(d *Desk, then func(path string)) {
	files := kit.Files{Window: d.Window, Words: d.Words, Dir: firstDir(d)}
	files.Open(then, submission.Extensions()...)
}

// openDocument shows the file of a document in the program the system has for it. The
// program gets a copy: what it changes is not what the park has kept.
func openDocument(d *Desk, doc *app.Document) {
	if doc.SHA256 == "" {
		kit.Tell(d.Window, doc.Title, d.T("ui.documents.no_file"), d.T("ui.ok"))
		return
	}
	dir, err := os.MkdirTemp("", "technopark-")
	if err == nil {
		path := filepath.Join(dir, filepath.Base(doc.FileName))
		if err = saveDocument(d, doc, path, 0o400); err == nil {
			err = openFile(path)
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
	return writeNew(path, data, mode)
}

// writeNew makes a file; one that is there is left alone.
func writeNew(path string, data []byte, mode os.FileMode) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, os.ErrExist) {
		return app.ErrExists
	}
	if err == nil {
		_, err = file.Write(data)
		err = errors.Join(err, file.Close())
	}
	if err != nil {
		return errors.Join(app.ErrNoWrite, err)
	}
	return nil
}
