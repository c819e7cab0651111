package documents

import (
	"context"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// attaching is where files go that are to be attached.
type attaching struct {
	desk           *desk.Desk
	subject, title string // what they prove; may be «»
	then           func() // follows what is attached; may be nil
}

// Attach keeps files and links them to a subject called title, which may be «»; it tells
// what became of them.
func Attach(d *desk.Desk, paths []string, subject, title string) {
	attaching{desk: d, subject: subject, title: title}.files(paths)
}

// attempt is what became of one file.
type attempt struct {
	path  string
	doc   *app.Document // nil when err is not
	same  bool          // the park had the file already
	notes []error       // on what will not be in the package as it is in the file
	err   error
}

// files keeps what can be kept and names the others with the reason. Those whose sheets
// nobody can show are kept as they are if the user says so.
func (a attaching) files(paths []string) {
	a.try(paths, false, func(tried []attempt) {
		var doubtful []string
		for _, t := range tried {
			if submission.KeptAsIs(t.err) {
				doubtful = append(doubtful, t.path)
			}
		}
		a.tell(tried, doubtful)
	})
}

// asTheyAre keeps files that the user wants attached all the same.
func (a attaching) asTheyAre(paths []string) {
	a.try(paths, true, func(tried []attempt) { a.tell(tried, nil) })
}

// try keeps the files beside the window: to look into a large scan takes seconds. Those
// kept before the user gives up stay.
func (a attaching) try(paths []string, asIs bool, then func([]attempt)) {
	book := a.desk.Part("document")
	var tried []attempt
	a.desk.Tasks.Run(a.desk.T("ui.documents.attaching"), func(ctx context.Context, progress kit.Progress) (err error) {
		tried, err = a.each(ctx, progress, book, paths, asIs)
		return err
	}, func(err error) {
		then(tried)
		a.desk.Fail(err)
	})
}

// each keeps one file after the other and returns what became of those it came to.
func (a attaching) each(ctx context.Context, progress kit.Progress, book *app.Book, paths []string, asIs bool) ([]attempt, error) {
	var tried []attempt
	for i, path := range paths {
		part := kit.Count(i, len(paths))
		if len(paths) == 1 {
			part = kit.Part{}
		}
		progress(filepath.Base(path), part)
		data, doc, err := submission.ReadDocument(ctx, path, asIs)
		if ctx.Err() != nil {
			return tried, ctx.Err()
		}
		t := attempt{path: path, doc: doc, err: err}
		if err == nil {
			if t.notes, err = submission.Examine(ctx, doc, data); err != nil {
				return tried, err
			}
			a.keep(book, tried, &t, data)
		}
		tried = append(tried, t)
	}
	return tried, nil
}

// outcome is what is said of several files.
type outcome struct {
	kept    []string // titles of the documents, those that the park had among them
	notes   []string // sentences about what will not be in the package as it is in the file
	had     []string // sentences about files that the park had already
	refused []string // sentences without a full stop about files that were not kept
}

// tell says what became of the files; that one was attached is seen without a word.
func (a attaching) tell(tried []attempt, doubtful []string) {
	d := a.desk
	for _, t := range tried {
		if desk.OfFile(t.err) { // nothing is wrong with the document
			d.Fail(t.err)
			return
		}
	}
	out := a.sort(tried)
	if len(out.kept) > 0 {
		d.Changed()
		if a.then != nil {
			a.then()
		}
	}
	said := a.sentences(out, len(tried))
	switch {
	case len(doubtful) > 0:
		said = append(said, d.Words.N("ui.documents.as_is", len(doubtful), nil))
		kit.Ask(d.Window, d.T("ui.documents.heading"), strings.Join(said, "\n"),
			kit.Answer{Text: d.T("ui.documents.keep_as_is"), Do: func() { a.asTheyAre(doubtful) }},
			kit.Answer{Text: d.T("ui.documents.leave_out")})
	case len(out.refused)+len(out.had)+len(out.notes) > 0, len(tried) > 1:
		kit.Tell(d.Window, d.T("ui.documents.heading"), strings.Join(said, "\n"), d.T("ui.ok"))
	}
}

// sort puts what became of each file with what became of the same.
func (a attaching) sort(tried []attempt) (out outcome) {
	for _, t := range tried {
		if t.err != nil {
			out.refused = append(out.refused, strings.TrimSuffix(a.desk.Say(t.err), "."))
			continue
		}
		out.kept = append(out.kept, t.doc.Title)
		for _, note := range t.notes {
			out.notes = append(out.notes, a.desk.Say(note))
		}
		if t.same {
			out.had = append(out.had, a.desk.T("ui.documents.same", "File", filepath.Base(t.path), "Document", t.doc.Title))
		}
	}
	return out
}

// sentences are what is said of so many files.
func (a attaching) sentences(out outcome, files int) []string {
	var said []string
	if len(out.kept) > len(out.had) || files > 1 && len(out.kept) > 0 {
		said = append(said, a.desk.T("ui.documents.attached", "What", a.title, "Files", "«"+strings.Join(out.kept, "», «")+"»"))
	}
	said = append(said, out.had...)
	said = append(said, out.notes...)
	if len(out.refused) > 0 {
		said = append(said, a.desk.T("ui.documents.refused", "Files", strings.Join(out.refused, "; ")+"."))
	}
	return said
}

// keep keeps one file; one that the park has already is only linked.
func (a attaching) keep(book *app.Book, before []attempt, t *attempt, data []byte) {
	d, doc := a.desk, t.doc
	var subjects []string
	if a.subject != "" {
		subjects = []string{a.subject}
	}
	doc.Park = d.Park
	same := submission.SameFile(book, doc.SHA256)
	for _, earlier := range before {
		if earlier.err == nil && earlier.doc.SHA256 == doc.SHA256 {
			same = earlier.doc
		}
	}
	if same != nil {
		t.doc, t.same = same, true
		link := func(tx app.Tx) error { return submission.LinkDocument(d.Ctx(), tx, same, subjects...) }
		t.err = d.Store.Change(d.Ctx(), d.T("step.link", "What", same.Title), link)
		return
	}
	keep := func(tx app.Tx) error { return submission.KeepDocument(d.Ctx(), tx, doc, data, subjects...) }
	t.err = d.Store.Change(d.Ctx(), d.T("step.attach", "What", doc.Title), keep)
}
