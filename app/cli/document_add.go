package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/submission"
)

// documentAdd is «document add».
type documentAdd struct {
	fileOf
	Paths  []string `arg:"" name:"path" place:""`
	To     []string // what they prove: contract/17, indicator/2020/S2.1
	Title  string
	Kind   string // its code or its name
	Number string
	Date   string // дд.мм.гггг
	AsIs   bool   `name:"as-is"`
}

// added is what became of one file.
type added struct {
	doc     *app.Document
	known   bool        // the park had the file already
	changed []app.Field // of a document that was known, those that were given another value
	notes   []string    // what is to be known of it at once
}

// addedJSON is one document of the answer.
type addedJSON struct {
	documentJSON
	Known   bool     `json:"known"`   // the file had been attached before
	Changed []string `json:"changed"` // keys of fields that were given another value; never null
	Notes   []string `json:"notes"`   // sentences on what will not be in the package as it is in the file; never null
}

// Run attaches files. Either all are kept or none.
func (c documentAdd) Run(s *session) error {
	given, err := c.given()
	if err != nil {
		return err
	}
	return s.write(s.inYear(c.fileOf), func(store Store, b *app.Book) error {
		to, err := s.subjects(b, c.To)
		if err != nil {
			return err
		}
		adding := adding{session: s, book: b, given: given, to: to, asIs: c.AsIs}
		what := s.words.T("step.attach", map[string]any{"What": filepath.Base(c.Paths[0])})
		err = store.Change(s.ctx, what, func(tx app.Tx) error { return adding.all(tx, c.Paths) })
		if err != nil {
			return app.About(c.File, err)
		}
		if b, err = store.Book(s.ctx, b.Park.ID); err != nil {
			return app.About(c.File, err)
		}
		if c.JSON {
			return s.printJSON(map[string]any{"documents": adding.answers(b)})
		}
		adding.say(b)
		return nil
	})
}

// givenValue is what a flag gives a field of the documents.
type givenValue struct {
	field app.Field
	value app.Value
}

// given reads the flags that fill fields, before any file is opened.
func (c documentAdd) given() ([]givenValue, error) {
	var all []givenValue
	for _, flag := range []struct{ key, text string }{{"title", c.Title}, {"kind", c.Kind}, {"number", c.Number}, {"date", c.Date}} {
		if app.Clean(flag.text) == "" {
			continue
		}
		f, _ := new(app.Document).Type().Field(flag.key)
		v, err := f.Read(flag.text, nil)
		switch {
		case err == nil:
			err = f.Check(v)
		case flag.key == "kind":
			return nil, noSuchKind(flag.text)
		}
		if faults := app.FaultsOf(err); len(faults) > 0 {
			return nil, &app.Refusal{ID: "cli.bad_value", Data: map[string]any{"What": "--" + flag.key, "Why": faults[0].Message}, Cause: errWords}
		}
		all = append(all, givenValue{f, v})
	}
	return all, nil
}

// noSuchKind lists the kinds there are, each with its name.
func noSuchKind(kind string) error {
	f, _ := new(app.Document).Type().Field("kind")
	known := make([]string, len(f.Options))
	for i, o := range f.Options {
		known[i] = "  " + o.Code + " — " + o.Label.RU
	}
	return &app.Refusal{ID: "cli.document.no_kind", Data: map[string]any{
		"What": kind, "Near": nearest(kind, documentKinds()), "Known": strings.Join(known, "\n"),
	}, Cause: errWords}
}

// documentKinds returns the codes of the kinds of documents.
func documentKinds() []string {
	f, _ := new(app.Document).Type().Field("kind")
	codes := make([]string, len(f.Options))
	for i, o := range f.Options {
		codes[i] = o.Code
	}
	return codes
}

// adding attaches files in one change.
type adding struct {
	*session
	book  *app.Book
	given []givenValue
	to    []string // subjects
	asIs  bool

	done []added
}

// all keeps the files, or names all that cannot be kept.
func (a *adding) all(tx app.Tx, paths []string) error {
	var why []string
	mayKeep := false
	wait := a.waiting("cli.document.progress", len(paths))
	defer wait.over()
	for i, path := range paths {
		wait.tell(i, filepath.Base(path))
		err := a.one(tx, path)
		if _, said := app.Refused(err); err != nil && !said {
			return err
		}
		if err != nil {
			why = append(why, "  "+a.sentence(err))
			mayKeep = mayKeep || submission.KeptAsIs(err)
		}
	}
	if len(why) == 0 {
		return nil
	}
	return &app.Refusal{ID: "cli.document.refused", Data: map[string]any{"N": len(why), "Files": strings.Join(why, "\n"), "AsIs": mayKeep}}
}

// one keeps a file. A file that the park has already is not kept twice: the flags change the
// document that it is, and that one is linked to what it proves.
func (a *adding) one(tx app.Tx, path string) error {
	data, d, err := submission.ReadDocument(a.ctx, path, a.asIs)
	if err != nil {
		return err
	}
	result := added{doc: d}
	notes, err := submission.Examine(a.ctx, d, data)
	if err != nil {
		return err
	}
	for _, note := range notes {
		result.notes = append(result.notes, a.sentence(note))
	}
	if same := a.same(d.SHA256); same != nil {
		result.doc, result.known, data = app.Clone(same), true, nil
	}
	result.doc.Park = a.book.Park.ID
	for _, g := range a.given {
		if g.field.Get(result.doc) != g.value {
			result.changed = append(result.changed, g.field)
		}
		g.field.Set(result.doc, g.value)
	}
	if result.known && len(result.changed) == 0 {
		err = submission.LinkDocument(a.ctx, tx, result.doc, a.to...)
	} else {
		err = submission.KeepDocument(a.ctx, tx, result.doc, data, a.to...)
	}
	a.done = append(a.done, result)
	return err
}

// same returns the document that has the file: of the park, or of this very command.
func (a *adding) same(sha256 string) *app.Document {
	for _, earlier := range a.done {
		if earlier.doc.SHA256 == sha256 {
			return earlier.doc
		}
	}
	return submission.SameFile(a.book, sha256)
}

// answers describes the documents as they are kept now.
func (a *adding) answers(b *app.Book) []addedJSON {
	docs := make([]*app.Document, len(a.done))
	for i, x := range a.done {
		docs[i] = x.doc
	}
	answers := make([]addedJSON, len(docs))
	for i, d := range a.documentAnswers(b, docs) {
		answers[i] = addedJSON{d, a.done[i].known, []string{}, append([]string{}, a.done[i].notes...)}
		if a.done[i].known {
			for _, f := range a.done[i].changed {
				answers[i].Changed = append(answers[i].Changed, f.Key)
			}
		}
	}
	return answers
}

// say tells of each file, and of one that was known what became of the flags.
func (a *adding) say(b *app.Book) {
	proves := map[int64]bool{}
	for _, l := range app.All[app.DocumentLink](b, "document_link") {
		proves[l.Document] = true
	}
	for _, x := range a.done {
		data := map[string]any{"Title": x.doc.Title, "ID": x.doc.ID, "Known": x.known, "Changed": ""}
		if x.known {
			data["Changed"] = strings.Join(labels(x.changed), ", ")
		}
		a.session.say("cli.document.added", data)
		for _, note := range x.notes {
			fmt.Fprintln(a.Stdout, "  "+note)
		}
		if !proves[x.doc.ID] {
			a.session.say("document.proves_nothing", map[string]any{"ID": x.doc.ID})
		}
	}
}

// labels names fields as the form does.
func labels(fields []app.Field) []string {
	var all []string
	for _, f := range fields {
		all = append(all, app.Quoted(f.Label.RU))
	}
	return slices.Compact(all)
}
