package documents

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/app/ui/viewer"
	"technopark/reports/attach"
)

// askFile asks for a file to attach; the next one is looked for where this one was.
func askFile(d *desk.Desk, then func(path string)) {
	files := d.Files(d.FirstDir())
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
	switch {
	case doc.SHA256 == "":
		kit.Tell(d.Window, doc.Title, d.T("ui.documents.no_file"), d.T("ui.ok"))
		return
	case !canBeOpened(doc):
		kit.Tell(d.Window, doc.Title, d.T("ui.documents.not_opened", "File", doc.FileName), d.T("ui.ok"))
		return
	}
	path, err := copyToOpen(d, doc)
	if err != nil {
		d.Fail(err)
		return
	}
	if desk.OpenFile(path) != nil {
		kit.Tell(d.Window, doc.Title, d.T("ui.documents.no_program", "File", doc.FileName), d.T("ui.ok"))
	}
}

// canBeOpened reports whether a document is of a kind that can be attached.
func canBeOpened(doc *app.Document) bool {
	return slices.Contains(submission.Extensions(), strings.ToLower(filepath.Ext(doc.FileName)))
}

// copyToOpen writes the file of a document where another program may read it.
func copyToOpen(d *desk.Desk, doc *app.Document) (path string, err error) {
	dir, err := disk.TempDir("open")
	if err != nil {
		return "", err
	}
	path = filepath.Join(dir, app.AsFileName(doc.FileName))
	return path, saveDocument(d, doc, path, disk.WriteNewCopy)
}

// saveDocument has the file of a document written under a new name.
func saveDocument(d *desk.Desk, doc *app.Document, path string, write func(path string, data []byte) error) error {
	data, err := d.Store.Content(d.Ctx(), doc.SHA256)
	if err != nil {
		return err
	}
	return write(path, data)
}

// askToSave asks where the file of a document is to be written.
func askToSave(d *desk.Desk, doc *app.Document) {
	files := d.Files(d.FirstDir())
	files.New(d.T("ui.documents.save"), doc.FileName, strings.ToLower(filepath.Ext(doc.FileName)), func(path string) {
		if err := saveDocument(d, doc, path, disk.WriteNew); err != nil {
			d.Fail(err)
			return
		}
		d.TellMade(doc.Title, d.T("ui.documents.saved", "File", path), path, nil)
	})
}

// viewDocument shows the sheets of a document. An office file, or one kept as it is, has
// none and opens in the program the system has for it.
func viewDocument(d *desk.Desk, doc *app.Document) {
	if doc.SHA256 == "" || doc.Format == app.FormatOffice || doc.Format == app.FormatOther {
		openDocument(d, doc)
		return
	}
	var pdf []byte
	var count int
	d.Tasks.Run(d.T("ui.view.reading"), func(ctx context.Context, progress kit.Progress) (err error) {
		progress(doc.FileName, kit.Part{})
		if pdf, err = submission.DocumentSheets(ctx, d.Store, doc); err == nil {
			count, err = attach.PageCount(pdf)
		}
		return err
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		save := kit.NewButton(d.T("ui.documents.save"), func() { askToSave(d, doc) })
		viewer.Show(d, doc.Title, pdf, count, save)
	})
}
