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

// attaching is where files go that are to be attached.
type attaching struct {
	desk           *Desk
	subject, title string // what they prove; may be «»
	then           func() // follows what is attached; may be nil
}

// attachFiles keeps files and links them to a subject, which may be «».
func attachFiles(d *Desk, paths []string, subject, title string) {
	attaching{desk: d, subject: subject, title: title}.files(paths)
}

// files keeps what can be kept and names the others with the reason. Those whose sheets
// nobody can show are kept as they are if the user says so.
func (a attaching) files(paths []string) {
	var kept, why, doubtful []string
	for _, path := range paths {
		doc, err := a.file(path, submission.NewDocument)
		if err == nil {
			kept = append(kept, doc.Title)
			continue
		}
		why = append(why, refusalText(a.desk, filepath.Base(path), err))
		if submission.KeptAsIs(err) {
			doubtful = append(doubtful, path)
		}
	}
	a.tell(kept, why, doubtful, len(paths) > 1)
}

// asTheyAre keeps files that the user wants attached all the same.
func (a attaching) asTheyAre(paths []string) {
	var kept, why []string
	for _, path := range paths {
		doc, err := a.file(path, submission.NewDocumentAsIs)
		if err == nil {
			kept = append(kept, doc.Title)
			continue
		}
		why = append(why, refusalText(a.desk, filepath.Base(path), err))
	}
	a.tell(kept, why, nil, false)
}

// tell says what became of the files; that one was attached is seen without a word.
func (a attaching) tell(kept, why, doubtful []string, several bool) {
	d := a.desk
	if len(kept) > 0 {
		d.Changed()
		if a.then != nil {
			a.then()
		}
	}
	var said []string
	if len(kept) > 0 {
		said = append(said, d.T("ui.documents.attached", "What", a.title, "Files", "«"+strings.Join(kept, "», «")+"»"))
	}
	if len(why) > 0 {
		said = append(said, d.T("ui.documents.refused", "Files", strings.Join(why, "; ")+"."))
	}
	switch {
	case len(doubtful) > 0:
		said = append(said, d.Words.N("ui.documents.as_is", len(doubtful), nil))
		kit.Ask(d.Window, d.T("ui.menu.documents"), strings.Join(said, "\n"),
			kit.Answer{Text: d.T("ui.documents.keep_as_is"), Do: func() { a.asTheyAre(doubtful) }},
			kit.Answer{Text: d.T("ui.documents.leave_out")})
	case len(why) > 0, several && len(said) > 0:
		kit.Tell(d.Window, d.T("ui.menu.documents"), strings.Join(said, "\n"), d.T("ui.ok"))
	}
}

// file keeps one file; one that the park has already is only linked.
func (a attaching) file(path string, look func(string, []byte) (*app.Document, error)) (*app.Document, error) {
	d := a.desk
	info, err := os.Stat(path)
	if err == nil && info.Size() > submission.MostMegabytes<<20 {
		return nil, submission.ErrTooBig
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, errors.Join(app.ErrNoRead, err)
	}
	doc, err := look(path, data)
	if err != nil {
		return nil, err
	}
	var subjects []string
	if a.subject != "" {
		subjects = []string{a.subject}
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
